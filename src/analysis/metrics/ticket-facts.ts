import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import { eventMeanings, openStatuses } from '../../model/fields.ts';
import { type AnswerFacts, answersOf, reportedAnswers } from './answer-facts.ts';
import { emptyColumn, flagsOf, recordedCounts } from './empty-columns.ts';
import { recordedStamps, stampsOf, unreadTimesIn, voidedIn } from './stamp-columns.ts';
import { markUnknownEnds, tellsOpen, type UnknownEnds } from './unknown-ends.ts';

/** What several metrics need to know of every ticket; instants in epoch milliseconds, NaN = did not happen. */
export interface TicketFacts extends AnswerFacts {
  readonly rows: number;
  readonly createdAt: Float64Array;
  readonly firstSolvedAt: Float64Array | null;
  readonly solvedAt: Float64Array | null;
  /** 1 where a ticket was answered, or solved, at a time that nobody knows; null for none. */
  readonly answeredSometime: Uint8Array | null;
  readonly solvedSometime: Uint8Array | null;
  /** Solve, else close: when the ticket left the backlog. */
  readonly endedAt: Float64Array;
  /** 1 where the ticket is finished by its status or an end stamp; `END_UNKNOWN` where nobody can tell. */
  readonly isFinished: Uint8Array;
  /** True where the export can tell of most tickets whether they are finished. */
  readonly knowsEnd: boolean;
  /** True where it can tell which tickets wait for an answer: it knows ends, or conversations alone are its tickets. */
  readonly knowsWaiting: boolean;
  readonly unknownEnds: UnknownEnds;
  /** The log of the tickets names no end: see `Events.endsUnknown`. */
  readonly endsUnnamed: boolean;
  readonly requester: { readonly codes: Uint32Array; readonly size: number } | null;
}

const endStamps = ['solved_at', 'closed_at'] as const;

const known = new WeakMap<Desk, TicketFacts>();

/** The facts of a desk's tickets, found once and kept. */
export function factsOf(desk: Desk): TicketFacts {
  let facts = known.get(desk);
  if (!facts) {
    facts = findFacts(desk);
    known.set(desk, facts);
  }
  return facts;
}

function findFacts(desk: Desk): TicketFacts {
  const { tickets } = desk;
  const { rows } = tickets;
  const createdAt = numbersOf(tickets, 'created_at') ?? new Float64Array(rows).fill(Number.NaN);
  const solvedAt = recordedStamps(desk, 'solved_at');
  const firstSolvedAt = withSolves(stampsOf(desk, 'first_solved_at'), solvedAt);
  const closedAt = recordedStamps(desk, 'closed_at');
  const endedAt = endsOf({ rows, solvedAt, closedAt });
  const status = codesOf(tickets, 'status');
  const isFinished = finishedByStatus(desk, endedAt);
  const stamped = endStamps.filter((field) => tickets.columns[field] && !emptyColumn(desk, field));
  const unknownEnds = markUnknownEnds(desk, { isFinished, stamped });
  const isTold = status !== null || solvedAt !== null || closedAt !== null;
  const knowsEnd = isTold && tellsOpen(unknownEnds);
  const requester = codesOf(tickets, 'requester');
  const answers = answersOf(desk, createdAt);
  return {
    rows,
    createdAt,
    ...answers,
    firstSolvedAt,
    solvedAt,
    answeredSometime: answers.answeredBefore ?? answeredSometime(desk),
    solvedSometime: voidedIn(desk, ['first_solved_at', 'solved_at']),
    endedAt,
    isFinished,
    knowsEnd,
    knowsWaiting: knowsEnd || (desk.messages !== null && desk.messages.reading?.isRebuilt !== false),
    unknownEnds,
    endsUnnamed: desk.events?.endsUnknown === true,
    requester: requester && { codes: requester.codes, size: requester.names.size },
  };
}

/** Orders tickets by their ids, numbers by size: for ties that the order of rows must not decide. */
export function byId({ tickets }: Desk): (a: number, b: number) => number {
  const ids = codesOf(tickets, 'id');
  const nameOf = (t: number): string => (ids ? ids.names.name(ids.codes[t]) : '');
  return (a, b) => {
    const [left, right] = [nameOf(a), nameOf(b)];
    return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
  };
}

/** Solve, else close; nothing is copied where there is one of them. */
function endsOf({
  rows,
  solvedAt,
  closedAt,
}: Pick<TicketFacts, 'rows' | 'solvedAt'> & { readonly closedAt: Float64Array | null }): Float64Array {
  if (!solvedAt || !closedAt) return solvedAt ?? closedAt ?? new Float64Array(rows).fill(Number.NaN);
  const endedAt = solvedAt.slice();
  for (let t = 0; t < rows; t++) if (Number.isNaN(endedAt[t])) endedAt[t] = closedAt[t];
  return endedAt;
}

/**
 * Answered, and nobody knows when: the stamp is void, the time that it took cannot be read, or there is none and a person has replied (a call that was
 * written up, DEFINITIONS 14). With messages the messages tell.
 */
function answeredSometime(desk: Desk): Uint8Array | null {
  const voided = voidedIn(desk, ['first_response_at']);
  const unread = unreadTimesIn(desk, [
    'reported_first_response_time_seconds',
    'reported_first_response_time_business_seconds',
  ]);
  const replies = desk.messages ? null : recordedCounts(desk, 'replies');
  if (!replies && !unread) return voided;
  const answered = voided?.slice() ?? new Uint8Array(desk.tickets.rows);
  for (let t = 0; t < answered.length; t++)
    if ((replies && replies[t] >= 1) || unread?.[t] === 1) answered[t] = 1;
  return answered;
}

/** First solves, taken from the last solve where the export keeps one stamp only. */
function withSolves(first: Float64Array | null, last: Float64Array | null): Float64Array | null {
  if (!first || !last) return first ?? last;
  return first.map((value, t) => (Number.isNaN(value) ? last[t] : value));
}

/** 1 where a ticket had come to its end by as-of: by its status, unless its end stamp lies later, or by that stamp. */
function finishedByStatus(desk: Desk, endedAt: Float64Array): Uint8Array {
  const status = codesOf(desk.tickets, 'status');
  const finished = new Uint8Array(endedAt.length);
  const isOpen = flagsOf(status, openStatuses);
  const hasEnded = flagsOf(status, ['solved', 'closed']);
  const stamps = ['solved_at', 'closed_at'].flatMap((field) => numbersOf(desk.tickets, field) ?? []);
  const endsLater = (t: number): boolean => stamps.some((stamp) => stamp[t] > desk.asOf);
  const ended = voidedIn(desk, ['solved_at', 'closed_at']);
  // Where neither a status nor a stamp tells, a time that it took to solve does: what is open has none yet. Stamps of a
  // history tell nothing of tickets that are not in it.
  const { spells } = desk;
  const took =
    stamps.length > 0 && !spells ? null : numbersOf(desk.tickets, 'reported_resolution_time_seconds');
  const isUntold = (t: number): boolean =>
    stamps.length === 0 || spells?.offsets[t] === spells?.offsets[t + 1];
  for (let t = 0; t < finished.length; t++) {
    const code = status ? status.codes[t] : 0;
    const hasEnd = !Number.isNaN(endedAt[t]);
    if (hasEnd) finished[t] = hasEnded[code] === 1 || isOpen[code] === 0 ? 1 : 0;
    else if (hasEnded[code] === 1 && !endsLater(t)) finished[t] = 1;
    else if (ended?.[t] === 1 && isOpen[code] === 0) finished[t] = 1;
    else if (took !== null && took[t] > 0 && isOpen[code] === 0 && isUntold(t)) finished[t] = 1;
  }
  return finished;
}

/** Code of a state in `Desk.spells`. */
export function stateCode(state: (typeof eventMeanings)[number]): number {
  return eventMeanings.indexOf(state) + 1;
}

/** Total time of ticket t in the given states before `until`, on any clock. */
export function timeInStates(
  desk: Desk,
  t: number,
  options: {
    readonly states: readonly number[];
    readonly until: number;
    readonly time: (from: number, to: number) => number;
  },
): number {
  const { spells } = desk;
  if (!spells || spells.offsets[t] === spells.offsets[t + 1]) return Number.NaN;
  let total = 0;
  for (let i = spells.offsets[t]; i < spells.offsets[t + 1]; i++) {
    if (!options.states.includes(spells.state[i]) || spells.from[i] >= options.until) continue;
    total += options.time(spells.from[i], Math.min(spells.to[i], options.until));
  }
  return total;
}

/** An instant of what happened at a time that nobody knows. */
export const SOMETIME = Number.NEGATIVE_INFINITY;

/**
 * When each ticket got its first human answer (`SOMETIME` where only that is known): from stamps or messages, else from the helpdesk's own duration after
 * creation (on its business clock the answer came no earlier than that, which is enough to know that there was one). What
 * was measured has happened by as-of, though the duration is rounded or the newest stamp a little older.
 */
export function answerInstants(desk: Desk): Float64Array | null {
  const facts = factsOf(desk);
  const reported = reportedAnswers(desk);
  if (!facts.firstAnswerAt && reported.length === 0 && !facts.answeredSometime) return null;
  const answered = facts.firstAnswerAt?.slice() ?? new Float64Array(facts.rows).fill(Number.NaN);
  for (const column of reported) {
    for (let t = 0; t < facts.rows; t++) {
      if (Number.isNaN(answered[t]) && !Number.isNaN(column[t]))
        answered[t] = Math.min(facts.createdAt[t] + column[t], desk.asOf);
    }
  }
  const { answeredSometime } = facts;
  if (answeredSometime)
    for (let t = 0; t < facts.rows; t++)
      if (answeredSometime[t] === 1 && Number.isNaN(answered[t])) answered[t] = SOMETIME;
  return answered;
}
