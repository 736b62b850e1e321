import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { ColumnLook } from './column-look.ts';

/** Rows with the same cell, for cells that stand in more than one row. */
export function groupsOf(look: ColumnLook, beside?: ColumnLook): number[][] {
  const groups = new Map<string, number[]>();
  look.cells.forEach((cell, row) => {
    if (isMissing(cell)) return;
    const key = beside ? `${cell.trim()}\u0000${beside.cells[row].trim()}` : cell.trim();
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  });
  return [...groups.values()].filter((rows) => rows.length > 1);
}

/** True where the rows of each group say the same in a column, but for capitals. */
export const agree = (groups: readonly (readonly number[])[], { cells }: ColumnLook): boolean =>
  groups.every((rows) => rows.every((row) => isSame(cells[row], cells[rows[0]])));

const isSame = (a: string, b: string): boolean => a.trim() === b.trim() || foldValue(a) === foldValue(b);

/** As `agree`, of the rows that say anything: a line that breaks off says nothing of when its ticket began. */
export const agreeWhereFilled = (groups: readonly (readonly number[])[], look: ColumnLook): boolean =>
  agree(filledIn(groups, look), look);

export const filledIn = (groups: readonly (readonly number[])[], look: ColumnLook): number[][] =>
  groups.map((rows) => rows.filter((row) => !isMissing(look.cells[row]))).filter((rows) => rows.length > 1);

/** Of so many tickets one may have a row that was corrected: what hangs on what stays what it is. */
const CORRECTED_ONE_OF = 50;

/** As `agree`, for all groups but a few of many. */
export function mostlyAgree(groups: readonly (readonly number[])[], look: ColumnLook): boolean {
  let differing = 0;
  for (const group of groups)
    if (!agree([group], look) && ++differing * CORRECTED_ONE_OF > groups.length) return false;
  return true;
}
