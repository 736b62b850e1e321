import type { TableSample } from '../../model/source.ts';
import { bareForm, saysForm } from '../../time/unit-cells.ts';

/** A header with what a row of units below it says: `Response` above `[min]` is `Response (min)`. */
export function withUnitBelow(
  { headerNotes }: Pick<TableSample, 'headerNotes'>,
  column: number,
  name: string,
): string {
  const row = headerNotes.find((cells) => cells.every((cell) => cell.trim() === '' || saysForm(cell)));
  const form = bareForm(row?.[column] ?? '');
  return form === '' || name.toLowerCase().includes(form.toLowerCase()) ? name : `${name} (${form})`;
}
