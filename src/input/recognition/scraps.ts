import { isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { areTotals } from '../../model/totals-lines.ts';

/** Narrower tables have rows of one cell that are whole. */
const LEAST_COLUMNS = 4;
/** Beyond this share such rows are what the table consists of. */
const FEW = 0.15;

/**
 * A table without its scraps: rows of one cell among rows of many, as remarks and broken lines leave them, and lines of
 * totals. They are rejected or passed over when the table is read, and say nothing of what its columns are.
 */
export function withoutScraps<T extends TableSample>(table: T): T {
  const { columns, values, rows } = table;
  if (columns.length < LEAST_COLUMNS || areAllRowsFuller(table)) return table;
  const filled = new Uint32Array(rows);
  for (const cells of values)
    for (let row = 0; row < rows; row++) if (!isMissing(cells[row] ?? '')) filled[row]++;
  const full = filled.reduce((most, each) => Math.max(most, each), 0);
  const areFew = (row: number): boolean => filled[row] * 2 <= full && areTotals(filledCells(values, row));
  const kept = [...filled.keys()].filter((row) => filled[row] > 1 && !areFew(row));
  if (kept.length === rows || rows - kept.length > FEW * rows) return table;
  return { ...table, rows: kept.length, values: values.map((cells) => kept.map((row) => cells[row])) };
}

/** Whether more than half of the cells of every row are filled: then none is a scrap, and few cells had to be asked. */
function areAllRowsFuller({ values, rows }: TableSample): boolean {
  const half = Math.max(1, values.length / 2);
  for (let row = 0; row < rows; row++) {
    let filled = 0;
    for (let column = 0; column < values.length && filled <= half; column++)
      if (!isMissing(values[column][row] ?? '')) filled++;
    if (filled <= half) return false;
  }
  return true;
}

const filledCells = (values: TableSample['values'], row: number): string[] =>
  values.flatMap((cells) => (isMissing(cells[row] ?? '') ? [] : [(cells[row] ?? '').trim()]));
