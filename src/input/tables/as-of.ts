import type { Events, Messages } from '../../model/desk.ts';
import type { Problem } from '../../model/problem.ts';
import { DAY, isoDate } from '../../time/civil.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { type Zone, zone } from '../../time/zone.ts';
import { happenedEnds } from './customer-ends.ts';
import { tablesOf } from './desk-stacks.ts';
import type { RawTable } from './raw-table.ts';
import { numberColumnIn, numbersIn, type Stack } from './stack.ts';
import type { DeskStacks } from './stacks-by-kind.ts';
import { loneNewest, newestBelievable, newestUpTo, ticketStamps } from './void-stamps.ts';

/**
 * When surveys were answered (else sent), when something was done or written, when customers began and left. Other ends are no
 * measure of "now": contracts end in the future.
 */
export function stampsWithoutTickets(
  { surveys, activity, messages, customers }: DeskStacks,
  tables: readonly RawTable[],
): Float64Array {
  const columns = [
    ...surveys.map(
      ({ stack: { columns } }) => numbersIn(columns, 'answered_at') ?? numbersIn(columns, 'sent_at'),
    ),
    activity && numbersIn(activity.columns, 'at'),
    messages && numbersIn(messages.columns, 'sent_at'),
    customers && numbersIn(customers.columns, 'started_at'),
    happenedEnds(tablesOf(tables, 'customers'), customers),
  ];
  return Float64Array.from(
    columns.flatMap((stamps) => (stamps ? [...stamps].filter((stamp) => !Number.isNaN(stamp)) : [])),
  );
}

/** When a desk is looked at, by its data. */
export interface NewestStamp {
  /** Epoch milliseconds; NaN without stamps. */
  readonly at: number;
  /** It is the end of a day of which only the date is known. */
  readonly isDay: boolean;
}

/**
 * As-of by the ticket data (DEFINITIONS 1): the newest stamp, events and messages that lie far past all others left
 * out. Where it is a date without a time, as-of is the end of that day, unless a stamp with a time lies on it. Such a
 * day is over where it holds at least half of the tickets that its weekday had in the eight weeks before.
 */
export function newestStamp(
  tickets: Stack,
  {
    events,
    messages,
    isRebuilt,
  }: {
    readonly events: Events | null;
    readonly messages: Messages | null;
    /** Tickets made from events or messages have no stamps but theirs. */
    readonly isRebuilt: boolean;
  },
): NewestStamp {
  const listed = [events?.at, messages?.sentAt].flatMap((stamps) => stamps ?? []);
  const timed = [
    ...listed.map((stamps) => newestUpTo([stamps], newestBelievable([stamps]))),
    ...(listed.length > 0 && isRebuilt ? [] : stampColumns(tickets, 'timed')),
  ];
  const at = highest(timed);
  const days = stampColumns(tickets, 'day');
  if (days.length === 0) return { at, isDay: false };
  const where = zone(dayZone(tickets));
  const day = dayAt(highest(days), where);
  const start = startOfDay(day, where);
  const end = startOfDay(day + 1, where);
  if (Number.isNaN(end) || at >= start) return { at, isDay: false };
  return { at: isOver(tickets, { day, where }) ? end : end - 1, isDay: true };
}

const highest = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : Math.max(...known);
};

/** The newest stamp of each column of the tickets: of those with a time, or of dates without one. */
function stampColumns({ columns }: Stack, which: 'timed' | 'day'): number[] {
  return ticketStamps.flatMap((field) => {
    const column = numberColumnIn(columns, field);
    if (!column) return [];
    const days = column.written?.days ?? null;
    if (days === null)
      return which === 'timed' ? [newestUpTo([column.values], Number.POSITIVE_INFINITY)] : [];
    const wanted = which === 'day' ? 1 : 0;
    let newest = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < days.length; row++)
      if (days[row] === wanted && column.values[row] > newest) newest = column.values[row];
    return newest === Number.NEGATIVE_INFINITY ? [] : [newest];
  });
}

function dayZone({ columns }: Stack): string {
  for (const field of ticketStamps) {
    const written = numberColumnIn(columns, field)?.written;
    if (written?.days) return written.zone;
  }
  return 'UTC';
}

const WEEKS = 8;

function isOver({ columns }: Stack, { day, where }: { readonly day: number; readonly where: Zone }): boolean {
  const created = numbersIn(columns, 'created_at');
  if (!created) return false;
  const counts = new Float64Array(WEEKS + 1);
  const from = startOfDay(day - 7 * WEEKS, where);
  for (let row = 0; row < created.length; row++) {
    if (!(created[row] >= from)) continue;
    const before = day - dayAt(created[row], where);
    if (before >= 0 && before % 7 === 0) counts[before / 7]++;
  }
  const earlier = counts.subarray(1).slice().sort();
  const median = (earlier[WEEKS / 2 - 1] + earlier[WEEKS / 2]) / 2;
  return median > 0 && counts[0] >= median / 2;
}

/** Says which row makes as-of so late, where its stamps stand more than 30 days after those of all others. */
export function asOfStandsAlone(tickets: Stack, tables: readonly RawTable[]): Problem[] {
  const lone = loneNewest(tickets);
  if (!lone) return [];
  const table = tables.filter(({ kind }) => kind === 'tickets')[tickets.table[lone.row]];
  const date = (at: number): string => isoDate(Math.floor(at / DAY));
  return [
    {
      code: 'as_of_stands_alone',
      severity: 'warning',
      args: { at: date(lone.at), before: date(lone.before), try: `--as-of ${date(lone.before)}` },
      where: table ? { file: table.path, line: tickets.line[lone.row] } : undefined,
    },
  ];
}
