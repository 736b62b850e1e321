import type { CodeColumn } from '../../model/columns.ts';
import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { TicketField } from '../../model/fields.ts';
import type { Unavailable } from '../../model/metric.ts';
import { notRecorded, type UnavailableReason, unavailable } from './unavailable.ts';

/**
 * An empty column is not an absent one (DEFINITIONS 14): it says that nothing has happened yet while nothing in the
 * file says that it must have. Beyond that it is not recorded.
 */
/** Finished tickets from which on an empty column says that nothing is recorded, not that nothing has happened. */
const ENOUGH_FINISHED = 20;

/** What an empty column stands beside. */
export interface EmptyColumn {
  readonly rows: number;
  /** Tickets that show that it must have happened: they are finished, or were answered. */
  readonly shown: number;
}

const emptyColumns = new WeakMap<Desk, Map<TicketField, EmptyColumn | null>>();

/** The counts of a column that is there and empty although it must have held something; null for any other. */
export function emptyColumn(desk: Desk, field: TicketField): EmptyColumn | null {
  const kept = emptyColumns.get(desk) ?? new Map<TicketField, EmptyColumn | null>();
  emptyColumns.set(desk, kept);
  let empty = kept.get(field);
  if (empty === undefined) {
    empty = findEmpty(desk, field);
    kept.set(field, empty);
  }
  return empty;
}

/** Whether a column of stamps or numbers is there, and none of its cells says anything. */
function isEmpty({ tickets }: Pick<Desk, 'tickets'>, field: TicketField): boolean {
  const column = tickets.columns[field];
  if (!column || column.type === 'code' || column.type === 'list') return false;
  const { values, voided } = column;
  for (let t = 0; t < tickets.rows; t++)
    if (!Number.isNaN(values[t]) || (voided && voided[t] !== 0)) return false;
  return true;
}

function findEmpty({ tickets }: Desk, field: TicketField): EmptyColumn | null {
  if (!isEmpty({ tickets }, field)) return null;
  const status = codesOf(tickets, 'status');
  const hasEnded = flagsOf(status, ['solved', 'closed']);
  const ends = (['solved_at', 'closed_at'] as const).flatMap((end) => numbersOf(tickets, end) ?? []);
  const replies = answersShownBy(tickets, field);
  const isEnd = field === 'solved_at' || field === 'closed_at';
  let finished = 0;
  let shown = 0;
  for (let t = 0; t < tickets.rows; t++) {
    const isOver = hasEnded[status?.codes[t] ?? 0] === 1;
    if (isOver || ends.some((end) => !Number.isNaN(end[t]))) finished++;
    if ((isEnd && isOver) || replies.some((each) => each[t] >= 1)) shown++;
  }
  if (shown > 0) return { rows: tickets.rows, shown };
  return finished >= ENOUGH_FINISHED ? { rows: tickets.rows, shown: finished } : null;
}

/** Counts and stamps that show that a ticket was answered, for the columns that tell of answers. */
function answersShownBy(tickets: Desk['tickets'], field: TicketField): readonly Float64Array[] {
  const others: readonly TicketField[] =
    field === 'first_response_at'
      ? ['replies']
      : field === 'replies'
        ? ['first_response_at', 'reported_first_response_time_seconds']
        : [];
  return others.flatMap((other) => numbersOf(tickets, other) ?? []);
}

/** What a ticket column counts; where it is empty because nothing has happened yet, noughts. */
type CountField = 'replies' | 'reopens';

const nothingYet = new WeakMap<Desk, Float64Array>();

/** The counts of a column; null where there is none, or where it is not recorded. */
export function recordedCounts(desk: Desk, field: CountField): Float64Array | null {
  const values = numbersOf(desk.tickets, field);
  if (!values || !isEmpty(desk, field)) return values;
  if (emptyColumn(desk, field)) return null;
  const none = nothingYet.get(desk) ?? new Float64Array(desk.tickets.rows);
  nothingYet.set(desk, none);
  return none;
}

/** Why a figure of a column cannot be told: it is there and not recorded, or it is not there. */
export function missingColumn(desk: Desk, field: TicketField, reason: UnavailableReason): Unavailable {
  const empty = emptyColumn(desk, field);
  return empty ? notRecorded(field, empty) : unavailable(reason);
}

/** 1 at the codes of these statuses. */
export function flagsOf(status: CodeColumn | null, wanted: readonly string[]): Uint8Array {
  const flags = new Uint8Array((status?.names.size ?? 0) + 1);
  for (const name of wanted) flags[status?.names.find(name) ?? 0] = 1;
  flags[0] = 0;
  return flags;
}
