import type { Desk } from '../../model/desk.ts';
import type { Retention, RetentionKind } from '../../model/retention.ts';
import { settleCall, type TimeOptions } from './settled-call.ts';

/** How retention is taken; everything left out is as on the command line. */
export interface RetentionOfOptions extends Pick<TimeOptions, 'tz' | 'weekStarts'> {
  /** Customers where they are known, else activity, else tickets (returning requesters, no loyalty). */
  readonly kind?: RetentionKind;
  readonly every?: 'week' | 'month' | 'quarter';
}

/**
 * Whether customers stay, by cohort and over time, as `deskstat retention`; null where the files do not tell.
 *
 * @example (await retentionOf(desk))?.kind // 'customers'
 */
export async function retentionOf(desk: Desk, options: RetentionOfOptions = {}): Promise<Retention | null> {
  const { retentionOf: ofDesk } = await import('../../analysis/retention/index.ts');
  const { frame } = settleCall(desk, 'retention', options);
  return ofDesk(desk, { kind: options.kind ?? null, every: options.every ?? null, ...frame });
}
