import type { FieldId } from '../../model/fields.ts';
import { COMES_BACK } from '../../model/mapping.ts';
import { type ColumnLook, hasLostDigits, isInstant, isUnique } from './column-look.ts';
import type { Candidate } from './field-match.ts';
import { agree, filledIn, groupsOf } from './row-groups.ts';

/** Tables of which several rows belong to one ticket: its messages, its turns of talk, its changes. */

type Chosen = ReadonlyMap<FieldId, Candidate>;

const rowsPerValue = (look: ColumnLook): number => (look.distinct === 0 ? 0 : look.filled / look.distinct);

/** True where values come back. */
export const repeats = (look: ColumnLook): boolean => rowsPerValue(look) >= COMES_BACK;

const laterStamps: readonly FieldId[] = ['first_response_at', 'solved_at', 'closed_at'];

/** Rows a ticket from which on repetition is the rule, not a list with duplicates in it. */
const OFTEN = 1.5;

/** Rows a ticket that two exports of one desk, put one after the other, do not reach, but snapshots of changes do. */
const SNAPSHOTS = 2.25;

/** The same where a row says how its ticket ended, which a log need not say. */
const ENDED_SNAPSHOTS = 3;

/** Rows below which a few duplicates make a large share. */
const A_FEW_ROWS = 50;

/** A column in which something stands: an empty one shows nothing of what its rows are. */
const filledOnly = (found: Candidate | undefined): Candidate | undefined =>
  found && (found.look.filled > 0 || found.look.cells.length === 0) ? found : undefined;

/** One row is a message: it belongs to a ticket or answers another one, at a time, and has a text or an author's role. */
export function isMessages(chosen: Chosen, tickets: Chosen): boolean {
  const ticket = chosen.get('ticket_id');
  const reply = chosen.get('reply_to');
  const text = filledOnly(chosen.get('text'));
  const role = chosen.get('author_role') ?? chosen.get('public');
  if (!chosen.has('sent_at') || !(ticket || reply)) return false;
  if (reply && reply.score >= 0.7 && text) return true;
  if (!ticket || ticket.score < 0.7) return false;
  const isTickets =
    ['solved_at', 'closed_at', 'priority', 'first_response_at'].some((field) =>
      tickets.has(field as FieldId),
    ) || (tickets.get('status')?.look.exactStatusShare ?? 0) >= 0.5;
  if (text && (role || chosen.has('author')))
    return !isTickets || (rowsPerValue(ticket.look) >= OFTEN && !repeats(text.look));
  return Boolean(text && repeats(ticket.look) && text.look.length >= 15 && !isTickets);
}

/**
 * One row tells who wrote on a ticket and when, without what: exports made to count answers leave the texts out. It takes
 * customers and the desk by turns at stamps of their own, and nothing that only a ticket or a change has.
 */
export function isBareThread(
  chosen: Chosen,
  { tickets, events }: { tickets: Chosen; events: Chosen },
): boolean {
  const [ticket, at, role] = [chosen.get('ticket_id'), chosen.get('sent_at'), chosen.get('author_role')];
  if (!ticket || !at || !role || ticket.score < 0.7 || !isInstant(at.look) || hasLostDigits(ticket.look))
    return false;
  if (
    role.score < 0.75 ||
    role.look.filled === 0 ||
    !(role.look.roleShare >= 0.9 || role.look.flagShare >= 0.9)
  )
    return false;
  const isOwn = (field: FieldId): boolean => {
    const found = tickets.get(field);
    return found !== undefined && found.score >= 0.75 && found.look !== at.look && found.look.filled > 0;
  };
  if ([...laterStamps, 'status' as const, 'priority' as const, 'csat' as const].some(isOwn)) return false;
  const change = events.get('new_value') ?? events.get('status');
  if (change && change.score >= 0.75 && change.look !== role.look) return false;
  // Rows that have ids of their own, and say of each whether it was sent or who saw it, are messages though few of them belong together.
  const id = chosen.get('id');
  const saysSent = chosen.has('public') || /\b(?:sent|messages?)\b/.test(at.look.header.words);
  if (id && id.look !== ticket.look && isUnique(id.look) && ticket.score >= 0.75 && saysSent) return true;
  return role.look.distinct >= 2 && repeats(ticket.look) && at.look.distinct > ticket.look.distinct;
}

/** Characters of a usual turn below which a column holds words about it rather than what was said. */
const LEAST_SAID = 15;

/**
 * One row is a turn of a conversation that bears no dates: a text and the role of who said it, below a conversation
 * or beside its id.
 */
export function isDialogue(chosen: Chosen, isStream: boolean): boolean {
  const text = chosen.get('text');
  const role = chosen.get('author_role');
  const ticket = chosen.get('ticket_id');
  if (chosen.has('sent_at') || !text || !role || text.score < 0.6 || role.score < 0.75) return false;
  if (text.look.length < LEAST_SAID || role.look.roleShare < 0.9 || role.look.distinct < 2) return false;
  return isStream || (ticket !== undefined && ticket.score >= 0.7 && repeats(ticket.look));
}

/** One row is a change: ticket ids repeat, with different times, and a status, activity or new value. */
export function isEvents(chosen: Chosen, tickets: Chosen): boolean {
  const ticket = chosen.get('ticket_id');
  const at = chosen.get('at');
  const value = chosen.get('new_value') ?? chosen.get('status');
  if (!ticket || !at || !value || ticket.score < 0.55) return false;
  if (!isInstant(at.look) && at.look.cells.length > 0) return false;
  if (hasLostDigits(ticket.look)) return false;
  if (chosen.has('field') && chosen.has('new_value')) return true;
  if (namesBothStates(chosen)) return true;
  return (
    repeats(ticket.look) &&
    rowsPerValue(ticket.look) >= rowsOfLog({ at, value, tickets }) &&
    at.look.distinct > ticket.look.distinct &&
    timesDiffer(ticket.look, at.look) &&
    value.look.distinct <= Math.max(60, value.look.filled * 0.3)
  );
}

/** Tickets of several rows of which so many have several times are those of a log. */
const MOSTLY = 0.5;

/**
 * True where most tickets of several rows have several times in them. A list that holds each ticket as it stood on several
 * days says the same time of it in every row, but for those that were opened again.
 */
function timesDiffer(ticket: ColumnLook, at: ColumnLook): boolean {
  const several = filledIn(groupsOf(ticket), at);
  const differing = several.filter((rows) => !agree([rows], at));
  return differing.length >= MOSTLY * several.length;
}

/** What was before and what is now stand in each row: nothing but a change has both, however many rows a day has. */
function namesBothStates(chosen: Chosen): boolean {
  const [before, after] = [chosen.get('old_value'), chosen.get('new_value') ?? chosen.get('status')];
  if (!before || !after || before.score < 0.75 || before.look === after.look) return false;
  return [before, after].every(({ look }) => look.cells.length === 0 || look.exactStatusShare >= 0.6);
}

const activityHeader =
  /\b(?:activit(?:y|ies)|events?|actions?|transitions?|operations?|steps?|tasks?|concept)\b/;

/**
 * How many rows a ticket make a log of a table, the more the more it looks like a list of tickets in which some come
 * twice: the stamps of a whole ticket in one row, a creation date as the only time, or too few rows to tell.
 */
function rowsOfLog(table: {
  readonly at: Candidate;
  readonly value: Candidate;
  readonly tickets: Chosen;
}): number {
  const { at, value, tickets } = table;
  const isOwnStamp = (field: FieldId): boolean => {
    const stamp = tickets.get(field);
    return stamp !== undefined && stamp.score >= 0.75 && stamp.look !== at.look && stamp.look.filled > 0;
  };
  if (laterStamps.some(isOwnStamp)) return ENDED_SNAPSHOTS;
  if (isOwnStamp('created_at')) return SNAPSHOTS;
  if (activityHeader.test(value.look.header.words)) return 0;
  const created = tickets.get('created_at');
  const isCreation = created?.look === at.look && created.score >= 0.9;
  return isCreation || at.look.filled < A_FEW_ROWS ? OFTEN : 0;
}
