import { isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';

/** Narrower tables have rows of one cell that are whole. */
const LEAST_COLUMNS = 4;
/** Beyond this share such rows are what the table consists of. */
const FEW = 0.15;

/**
 * A table without its scraps: rows of one cell among rows of many, as remarks, totals and broken lines leave them. They
 * are rejected when the table is read, and say nothing of what its columns are.
 */
export function withoutScraps<T extends TableSample>(table: T): T {
  const { columns, values, rows } = table;
  if (columns.length < LEAST_COLUMNS) return table;
  const filled = new Uint32Array(rows);
  for (const cells of values)
    for (let row = 0; row < rows; row++) if (!isMissing(cells[row] ?? '')) filled[row]++;
  const kept = [...filled.keys()].filter((row) => filled[row] > 1);
  if (kept.length === rows || rows - kept.length > FEW * rows) return table;
  return { ...table, rows: kept.length, values: values.map((cells) => kept.map((row) => cells[row])) };
}
