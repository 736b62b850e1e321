import { TIME_UNREAD } from '../../model/columns.ts';
import { type Desk, numbersOf } from '../../model/desk.ts';
import type { TicketField } from '../../model/fields.ts';
import { emptyColumn } from './empty-columns.ts';

/**
 * A stamp column, also where it is empty: that says "nothing has happened yet" while fewer than 20 tickets are
 * finished and nothing else says that it must have (DEFINITIONS 14). Else an empty column is not recorded: null.
 */
export function recordedStamps(
  desk: Desk,
  field: 'first_response_at' | 'solved_at' | 'closed_at',
): Float64Array | null {
  const stamps = stampsOf(desk, field);
  const column = numbersOf(desk.tickets, field);
  if (stamps || !column) return stamps;
  if (emptyColumn(desk, field)) return null;
  return new Float64Array(column.length).fill(Number.NaN);
}

/** A stamp column with at least one value that is known by as-of; later ones have not happened yet. */
export function stampsOf(desk: Desk, field: string): Float64Array | null {
  const column = numbersOf(desk.tickets, field);
  if (!column) return null;
  let any = false;
  let late = false;
  for (let t = 0; t < column.length; t++) {
    if (column[t] <= desk.asOf) any = true;
    else if (column[t] > desk.asOf) late = true;
  }
  if (!any) return null;
  return late ? column.map((value) => (value > desk.asOf ? Number.NaN : value)) : column;
}

/** 1 where a stamp of any of the fields is void: what it tells of happened. Null where none is. */
export function voidedIn({ tickets }: Desk, fields: readonly TicketField[]): Uint8Array | null {
  const marks = fields.flatMap((field) => {
    const column = tickets.columns[field];
    return column && 'voided' in column && column.voided ? column.voided : [];
  });
  if (marks.length < 2) return marks[0] ?? null;
  return marks[0].map((mark, t) => (marks.some((other) => other[t] === 1) ? 1 : mark));
}

/** 1 where a measured time of any of the fields stands there and cannot be read: what it measures happened. */
export function unreadTimesIn({ tickets }: Desk, fields: readonly TicketField[]): Uint8Array | null {
  const marks = fields.flatMap((field) => {
    const column = tickets.columns[field];
    return column && 'voided' in column && column.voided?.includes(TIME_UNREAD) ? column.voided : [];
  });
  return marks.length === 0
    ? null
    : marks[0].map((_, t) => (marks.some((each) => each[t] === TIME_UNREAD) ? 1 : 0));
}
