import { isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { timeOfDay } from '../../time/time-of-day.ts';
import { stampIn } from './stamped-headers.ts';

/** A column of times of day, and its name without the word for time. */
export interface NamedTime {
  readonly column: number;
  readonly stem: string;
}

/** Rows that may end behind midnight. */
const MOSTLY = 0.95;
const LEAST_ROWS = 3;

/**
 * The times of day that belong to the date of another one: they name what happened to the ticket, and follow that time in
 * nearly every row. A length of time is as a rule shorter than the day is old when somebody calls.
 */
export function timesOfDate(
  table: TableSample,
  times: readonly NamedTime[],
  first: NamedTime,
): readonly NamedTime[] {
  const began = table.values[first.column] ?? [];
  return times.filter(({ column, stem }) => {
    const event = stampIn(stem)?.field;
    if (event === undefined || event === 'created_at') return false;
    let rows = 0;
    let following = 0;
    table.values[column].forEach((cell, row) => {
      if (isMissing(cell) || isMissing(began[row] ?? '')) return;
      rows++;
      if (timeOfDay(cell) >= timeOfDay(began[row])) following++;
    });
    return rows >= LEAST_ROWS && following >= MOSTLY * rows;
  });
}
