import type { SourceSpans } from '../../model/coverage.ts';
import type { Desk } from '../../model/desk.ts';
import { tenuresOf } from './customer-tenures.ts';

/** What each source beside the tickets covers, lists of customers included. */
export function sourceSpans(desk: Desk): SourceSpans {
  const customers = tenuresOf(desk)?.coverage;
  return { ...desk.sourceCoverage, ...(customers ? { customers } : {}) };
}
