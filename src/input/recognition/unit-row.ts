import type { DurationUnit } from '../../model/mapping.ts';
import type { TableSample } from '../../model/source.ts';
import { bareForm, mayQualify, saysForm } from '../../time/unit-cells.ts';
import { foldHeader, readHeader } from './header.ts';

/** A header with what a row of units below it says: `Response` above `[min]` is `Response (min)`; a type (`[text]`) is no part of a name. */
export function withUnitBelow(
  { headerNotes }: Pick<TableSample, 'headerNotes'>,
  column: number,
  name: string,
): string {
  const row = headerNotes.find((cells) => cells.every((cell) => cell.trim() === '' || saysForm(cell)));
  const cell = row?.[column] ?? '';
  const form = mayQualify(cell) ? bareForm(cell) : '';
  if (form !== '') return name.toLowerCase().includes(form.toLowerCase()) ? name : `${name} (${form})`;
  return withUnitOfName(headerNotes, column, name);
}

const written: Readonly<Record<DurationUnit, string>> = { ms: 'ms', s: 's', m: 'min', h: 'h', d: 'days' };

/** `Wait` above `Wait (min)`, in a row of names that says more than the first: the unit counts. */
function withUnitOfName(rows: TableSample['headerNotes'], column: number, name: string): string {
  const begins = foldHeader(name);
  const longer = rows
    .map((cells) => cells[column] ?? '')
    .find((cell) => foldHeader(cell).startsWith(`${begins} `));
  if (begins === '' || longer === undefined || readHeader(name).unit !== null) return name;
  const { unit } = readHeader(longer);
  return unit === null ? name : `${name} (${written[unit]})`;
}
