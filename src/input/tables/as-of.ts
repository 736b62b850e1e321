import type { Events, Messages } from '../../model/desk.ts';
import { newestBelievable, newestOf, stampsOf } from './coverage.ts';
import { happenedEnds } from './customer-ends.ts';
import { type DeskStacks, tablesOf } from './desk-stacks.ts';
import { numbersIn, type Stack } from './stack.ts';
import type { RawTable } from './table-sink.ts';

/**
 * When surveys were answered (else sent), when something was done, when customers began and left. Other ends are no
 * measure of "now": contracts end in the future.
 */
export function stampsWithoutTickets(
  { surveys, activity, customers }: DeskStacks,
  tables: readonly RawTable[],
): Float64Array {
  const columns = [
    ...surveys.map(
      ({ stack: { columns } }) => numbersIn(columns, 'answered_at') ?? numbersIn(columns, 'sent_at'),
    ),
    activity && numbersIn(activity.columns, 'at'),
    customers && numbersIn(customers.columns, 'started_at'),
    happenedEnds(tablesOf(tables, 'customers'), customers),
  ];
  return Float64Array.from(
    columns.flatMap((stamps) => (stamps ? [...stamps].filter((stamp) => !Number.isNaN(stamp)) : [])),
  );
}

/** The newest stamps of the ticket data: of all, and of those that can be believed. */
export interface NewestStamps {
  readonly newest: number;
  readonly latest: number;
}

export function newestStamps(tickets: Stack, events: Events | null, messages: Messages | null): NewestStamps {
  const stamps = stampsOf(tickets, events, messages);
  return { newest: newestOf(stamps, Number.POSITIVE_INFINITY), latest: newestBelievable(stamps) };
}
