import type { Messages } from '../../model/desk.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { zone } from '../../time/zone.ts';
import { numberColumnIn, type Stack } from './stack.ts';

/** What is known of the time between a ticket's creation and a message where one of them is a date without a time. */
export interface MessageDays {
  /** Whether only the days of both are known. */
  isDay(ticket: number, message: number): boolean;
  areOneDay(one: number, other: number): boolean;
  /** The last instant of a day: a date without a time is some time that day. */
  endOfDay(at: number): number;
}

/** Null where both always have a time: the usual case, which costs nothing. */
export function messageDays(tickets: Stack, dates: Messages['dates']): MessageDays | null {
  const created = numberColumnIn(tickets.columns, 'created_at')?.written;
  const createdDays = created?.days ?? null;
  if (!dates && !createdDays) return null;
  const where = zone(dates?.zone ?? created?.zone ?? 'UTC');
  return {
    isDay: (ticket, message) => createdDays?.[ticket] === 1 || dates?.isDate[message] === 1,
    areOneDay: (one, other) => dayAt(one, where) === dayAt(other, where),
    endOfDay: (at) => startOfDay(dayAt(at, where) + 1, where) - 1,
  };
}
