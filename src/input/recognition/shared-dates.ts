import { isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { timeOfDay } from '../../time/time-of-day.ts';
import { foldHeader } from './header.ts';
import { stampIn } from './stamped-headers.ts';

/** A column of times of day, and its name without the word for time. */
export interface NamedTime {
  readonly column: number;
  readonly stem: string;
}

/** `Time out`, `Hora de salida`: when somebody was done with it, said of a time of day alone. */
const leaving: ReadonlySet<string> = new Set(
  'out|end|ended|finish|fin|ende|ausgang|sortie|salida|saida|uscita|fim|fine|einde'.split('|'),
);

/** The name of what happened, as headers have it. */
export const headerOf = (stem: string): string => (leaving.has(stem) ? 'closed' : stem);

/** Rows that may end behind midnight. */
const MOSTLY = 0.95;
const LEAST_ROWS = 5;

/**
 * The times of day that belong to the date of another one: they name what happened to the ticket, and follow that time in
 * nearly every row. A length of time is as a rule shorter than the day is old when somebody calls.
 */
export function timesOfDate(
  table: TableSample,
  times: readonly NamedTime[],
  began: readonly number[],
): readonly NamedTime[] {
  return times.filter(({ column, stem }) => {
    const event = stampIn(headerOf(stem))?.field;
    if (event === undefined || event === 'created_at') return false;
    let rows = 0;
    let following = 0;
    table.values[column].forEach((cell, row) => {
      if (isMissing(cell) || Number.isNaN(began[row])) return;
      rows++;
      if (timeOfDay(cell) >= began[row]) following++;
    });
    return rows >= LEAST_ROWS && following >= MOSTLY * rows;
  });
}

const clock = /\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[AP]\.?M\.?)?/i;

/** The times of day of a column, which may have dates before them; NaN for none. */
export const timesIn = (cells: readonly string[]): number[] =>
  cells.map((cell) => {
    const written = isMissing(cell) ? undefined : clock.exec(cell.replace(/^.*?(?=[T ])/, ''))?.[0];
    return timeOfDay(written ?? (isMissing(cell) ? '' : cell));
  });

/**
 * The one column of whole stamps that says when tickets began, beside which times of day may stand alone
 * (`Received: 2026-03-05 08:47`, `Answered: 08:52`); null for none, and for two.
 */
export function beginningIn(table: TableSample, isWhole: (column: number) => boolean): number | null {
  const found = table.columns.flatMap((name, column) =>
    stampIn(foldHeader(name))?.field === 'created_at' && isWhole(column) ? [column] : [],
  );
  return found.length === 1 ? found[0] : null;
}
