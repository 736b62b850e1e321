import type { Problem } from '../../model/problem.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { zone } from '../../time/zone.ts';
import type { RawTable } from './raw-table.ts';
import { numberColumnIn, type Stack } from './stack.ts';

/**
 * A date without a time is some time that day (DEFINITIONS 14). As an end it stands at the last instant of its day, so
 * that it comes after whatever has a time on it, and a ticket counts as open until that day is over.
 */
const ends = ['first_response_at', 'first_solved_at', 'solved_at', 'closed_at', 'updated_at'] as const;

/** Moves ends without a time from the beginning of their day to its last instant. */
export function placeDates(stack: Stack): void {
  for (const field of ends) {
    const column = numberColumnIn(stack.columns, field);
    const days = column?.written?.days;
    if (!column || !days) continue;
    const where = zone(column.written?.zone ?? 'UTC');
    const { values } = column;
    for (let row = 0; row < values.length; row++)
      if (days[row] === 1 && !Number.isNaN(values[row]))
        values[row] = startOfDay(dayAt(values[row], where) + 1, where) - 1;
  }
}

const measured = ['created_at', 'first_response_at', 'first_solved_at', 'solved_at', 'closed_at'] as const;
/** Beyond this share of dates without a time a column is said to hold such dates. */
const FEW = 0.05;

/** Says which columns of tickets and of their histories hold dates without a time, file by file. */
export function dateNotes(tables: readonly RawTable[]): Problem[] {
  return tables.flatMap(({ kind, columns, mapping, path, rows }) => {
    if (kind !== 'tickets' && kind !== 'events') return [];
    const named = (kind === 'tickets' ? measured : (['at'] as const)).flatMap((field) => {
      const column = numberColumnIn(columns, field);
      const days = column?.written?.days;
      if (!column || !days) return [];
      let present = 0;
      let coarse = 0;
      for (let row = 0; row < rows; row++) {
        if (!Number.isNaN(column.values[row])) present++;
        coarse += days[row];
      }
      return coarse > present * FEW ? [`"${mapping.fields[field]?.source ?? field}"`] : [];
    });
    const args = { columns: [...new Set(named)] };
    return named.length === 0
      ? []
      : [{ code: 'dates_without_time', severity: 'note' as const, args, where: { file: path } }];
  });
}

/** Ends without a time lie not behind an as-of that a stamp of their day has set. */
export function endByAsOf(stack: Stack, asOf: number): void {
  for (const field of ends) {
    const column = numberColumnIn(stack.columns, field);
    const days = column?.written?.days;
    if (!column || !days) continue;
    const where = zone(column.written?.zone ?? 'UTC');
    const from = startOfDay(dayAt(asOf, where), where);
    const { values } = column;
    for (let row = 0; row < values.length; row++)
      if (days[row] === 1 && values[row] > asOf && dayAt(values[row], where) === dayAt(from, where))
        values[row] = asOf;
  }
}
