import type { TableSample } from '../../model/source.ts';
import { bareForm, mayQualify, saysForm } from '../../time/unit-cells.ts';

/** A header with what a row of units below it says: `Response` above `[min]` is `Response (min)`; a type (`[text]`) is no part of a name. */
export function withUnitBelow(
  { headerNotes }: Pick<TableSample, 'headerNotes'>,
  column: number,
  name: string,
): string {
  const row = headerNotes.find((cells) => cells.every((cell) => cell.trim() === '' || saysForm(cell)));
  const cell = row?.[column] ?? '';
  const form = mayQualify(cell) ? bareForm(cell) : '';
  return form === '' || name.toLowerCase().includes(form.toLowerCase()) ? name : `${name} (${form})`;
}
