import type { Problem } from '../../model/problem.ts';
import type { RawTable } from './raw-table.ts';

/** Rows of other tickets than those here; their file is named where all are of one. */
export function orphaned(
  code: 'events_without_ticket' | 'messages_without_ticket',
  count: number,
  tables: readonly RawTable[],
): Problem {
  const files = new Set(tables.map(({ path }) => path));
  const [file] = files;
  return { code, severity: 'warning', args: {}, count, ...(files.size === 1 ? { where: { file } } : {}) };
}
