import rrule from 'rrule';
import { DAY, dayNumber } from './civil.ts';

/** Where a rule that never ends is cut. */
const LAST_YEAR = 2080;

const list = (item: string): RegExp => new RegExp(`^${item}(?:,${item})*$`);

/** The parts of a rule that counts in days, and what each may say. */
const readable: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,3}$/,
  COUNT: /^[1-9]\d{0,5}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYMONTH: list('(?:0?[1-9]|1[0-2])'),
  BYMONTHDAY: list('[+-]?(?:0?[1-9]|[12]\\d|3[01])'),
  BYDAY: list('(?:[+-]?[1-9]\\d?)?(?:MO|TU|WE|TH|FR|SA|SU)'),
  BYSETPOS: list('[+-]?[1-9]\\d{0,2}'),
  BYWEEKNO: list('[+-]?[1-9]\\d?'),
  BYYEARDAY: list('[+-]?[1-9]\\d{0,2}'),
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

/** The days of a rule, or the part of it for which it is not read. */
export type RecurringDays = { readonly days: readonly number[] } | { readonly notRead: string };

/**
 * The days of a recurrence rule of RFC 5545 (3.3.10), by the library `rrule`. That one knows neither zones nor days: it
 * is handed days of the calendar as midnights in UTC, so that no summer time can move one. It goes on for ever where a
 * number is none (`INTERVAL=0`, `WKST=XX`), so every part is checked first; a rule that counts in hours (FREQ=HOURLY,
 * BYHOUR), or has a part that RFC 5545 does not know, is not read.
 *
 * @param start day number of DTSTART
 * @param dayOf the calendar's day of an UNTIL, which is a stamp in UTC where DTSTART has a time
 */
export function recurringDays(
  text: string,
  { start, dayOf }: { readonly start: number; readonly dayOf: (until: string) => number | null },
): RecurringDays {
  const parts = text.trim().toUpperCase().split(';').filter(Boolean);
  const notRead = parts.find((part) => !isReadable(part));
  if (notRead !== undefined) return { notRead };
  if (!parts.some((part) => part.startsWith('FREQ='))) return { notRead: text };
  const until = parts.find((part) => part.startsWith('UNTIL='));
  const last = until === undefined ? null : dayOf(until.slice('UNTIL='.length));
  if (until !== undefined && last === null) return { notRead: until };
  const { RRule } = rrule;
  const rule = new RRule({
    ...RRule.parseString(parts.filter((part) => part !== until).join(';')),
    dtstart: new Date(start * DAY),
    until: new Date(Math.min(last ?? Number.POSITIVE_INFINITY, dayNumber(LAST_YEAR, 12, 31)) * DAY),
  });
  return { days: rule.all().map((date) => Math.round(date.getTime() / DAY)) };
}

function isReadable(part: string): boolean {
  const [name, value = ''] = part.split('=', 2);
  return readable[name]?.test(value) ?? false;
}
