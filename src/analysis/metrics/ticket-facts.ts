import { codesOf, type Desk, type Messages, numbersOf, tellingSources, waitEnds } from '../../model/desk.ts';
import { eventMeanings, openStatuses, type TicketField } from '../../model/fields.ts';
import { AnswerDays } from './answer-days.ts';
import { emptyColumn, flagsOf, recordedCounts } from './empty-columns.ts';
import { markUnknownEnds, tellsOpen, type UnknownEnds } from './unknown-ends.ts';

/** What several metrics need to know of every ticket; instants in epoch milliseconds, NaN = did not happen. */
export interface TicketFacts {
  readonly rows: number;
  readonly createdAt: Float64Array;
  /** First public answer by a human agent after the first customer message (else after creation). */
  readonly firstAnswerAt: Float64Array | null;
  /** Where the first response time starts: the first customer message, else creation. */
  readonly askedAt: Float64Array;
  /** With messages: 1 where only the days between question and first answer are known; null where times are. */
  readonly answeredByDay: { readonly isDay: Uint8Array; readonly zone: string } | null;
  /** 1 where an agent opened the ticket: it has no first response. */
  readonly openedByAgent: Uint8Array;
  /** 1 where the ticket itself is the question: its opening text is not among its messages. */
  readonly asksByItself: Uint8Array;
  /** 0 where it is not recorded whether anybody answered: the messages do not cover the ticket; null: of all it is. */
  readonly answerIsKnown: Uint8Array | null;
  /** 1 where the helpdesk's own zero may mean an answer at once or none yet; null where none does. */
  readonly zeroAnswer: Uint8Array | null;
  /** Nobody can tell of tickets without messages whether they went unanswered or are not recorded. */
  readonly isUndecided: boolean;
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
  return {
    rows,
    createdAt,
    ...answersOf(desk, createdAt),
    firstSolvedAt,
    solvedAt,
    answeredSometime: answeredSometime(desk),
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
 * A stamp column, also where it is empty: that says "nothing has happened yet" while fewer than 20 tickets are
 * finished and nothing else says that it must have (DEFINITIONS 14). Else an empty column is not recorded: null.
 */
function recordedStamps(
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
function stampsOf(desk: Desk, field: string): Float64Array | null {
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
function voidedIn({ tickets }: Desk, fields: readonly TicketField[]): Uint8Array | null {
  const marks = fields.flatMap((field) => {
    const column = tickets.columns[field];
    return column && 'voided' in column && column.voided ? column.voided : [];
  });
  if (marks.length < 2) return marks[0] ?? null;
  return marks[0].map((mark, t) => (marks.some((other) => other[t] === 1) ? 1 : mark));
}

/**
 * Answered, and nobody knows when: the stamp is void, or there is none and a person has replied (a call that was
 * written up, DEFINITIONS 14). With messages the messages tell.
 */
function answeredSometime(desk: Desk): Uint8Array | null {
  const voided = voidedIn(desk, ['first_response_at']);
  const replies = desk.messages ? null : recordedCounts(desk, 'replies');
  if (!replies) return voided;
  const answered = voided?.slice() ?? new Uint8Array(desk.tickets.rows);
  for (let t = 0; t < answered.length; t++) if (replies[t] >= 1) answered[t] = 1;
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

/**
 * 0 where a ticket's source says nothing of answers, or its own zero may mean anything; null where every ticket's does.
 */
function answersKnown(
  { tickets }: Desk,
  {
    answering,
    zeroAnswer,
  }: { readonly answering: Uint8Array | null; readonly zeroAnswer: Uint8Array | null },
): Uint8Array | null {
  if (!answering && !zeroAnswer) return null;
  const known = new Uint8Array(tickets.rows);
  for (let t = 0; t < known.length; t++)
    known[t] = answering?.[tickets.source[t]] === 0 || zeroAnswer?.[t] === 1 ? 0 : 1;
  return known;
}

/** 1 where all that is told of an answer is a zero that may mean anything; null where that is nowhere so. */
function zeroAnswers(desk: Desk): Uint8Array | null {
  const unknown = voidedIn(desk, [
    'reported_first_response_time_seconds',
    'reported_first_response_time_business_seconds',
  ]);
  if (!unknown) return null;
  const reported = reportedAnswers(desk);
  return unknown.map((mark, t) =>
    mark === 1 && reported.every((column) => Number.isNaN(column[t])) ? 1 : 0,
  );
}

/** Columns that say whether a ticket was answered. */
const answerColumns = [
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
  'replies',
] as const;

const CUSTOMER = 1;
const AT_CREATION = 2;
const NOBODY_WROTE = 2;

/** True where messages were read, and none of them belongs to a ticket. */
export const belongNowhere = (messages: Messages | null): boolean =>
  messages !== null && messages.sentAt.length === 0 && messages.offsets.length > 1;

/** Messages from which answers are known; null where the tickets' own stamps are all there is. */
export const usableMessages = (messages: Messages | null): Messages | null =>
  messages?.reading?.knowsAuthors === false || belongNowhere(messages) ? null : messages;

type Answers = Pick<
  TicketFacts,
  | 'firstAnswerAt'
  | 'askedAt'
  | 'answeredByDay'
  | 'openedByAgent'
  | 'asksByItself'
  | 'answerIsKnown'
  | 'isUndecided'
  | 'zeroAnswer'
>;

function answersOf(desk: Desk, createdAt: Float64Array): Answers {
  const { messages, tickets } = desk;
  const { rows } = tickets;
  const openedByAgent = new Uint8Array(rows);
  const asksByItself = new Uint8Array(rows);
  const opened = numbersOf(tickets, 'opened_by_agent');
  if (opened) for (let t = 0; t < rows; t++) if (opened[t] === 1) openedByAgent[t] = 1;
  const stamps = recordedStamps(desk, 'first_response_at');
  const usable = usableMessages(messages);
  const answering = tellingSources(desk, answerColumns);
  if (!usable) {
    const zeroAnswer = zeroAnswers(desk);
    const answerIsKnown = answersKnown(desk, { answering, zeroAnswer });
    return {
      firstAnswerAt: stamps,
      askedAt: createdAt,
      answeredByDay: null,
      openedByAgent,
      asksByItself,
      answerIsKnown,
      zeroAnswer,
      isUndecided: false,
    };
  }
  const firstAnswerAt = new Float64Array(rows).fill(Number.NaN);
  const askedAt = createdAt.slice();
  const answerIsKnown = new Uint8Array(rows).fill(1);
  // An empty cell of a column with stamps or durations of its own says that there was no answer.
  const days = new AnswerDays(desk, usable);
  const isTold = stamps !== null || reportedAnswers(desk).length > 0;
  for (let t = 0; t < rows; t++) {
    const start = usable.offsets[t];
    const end = usable.offsets[t + 1];
    if (start === end) {
      if (stamps) firstAnswerAt[t] = stamps[t];
      days.fromStamps(t);
      const isToldHere = isTold && answering?.[tickets.source[t]] !== 0;
      if (!isToldHere && usable.recorded?.[t] === 0) answerIsKnown[t] = 0;
      if (usable.recorded?.[t] === NOBODY_WROTE) asksByItself[t] = 1;
      continue;
    }
    if (usable.begunByAgent?.[t] === 1) openedByAgent[t] = 1;
    if (openedByAgent[t] === 0) {
      const question = questionAt(usable, t);
      if (question < 0) asksByItself[t] = 1;
      else askedAt[t] = days.question(t, question);
    }
    const after = asksByItself[t] === 1 ? null : askedAt[t];
    if (after === null) days.fromCreation(t);
    firstAnswerAt[t] = firstAnswer(desk, usable, { t, after, days });
  }
  const isUndecided = !isTold && usable.reading?.isUndecided === true;
  return {
    firstAnswerAt,
    askedAt,
    answeredByDay: days.found(),
    openedByAgent,
    asksByItself,
    answerIsKnown,
    zeroAnswer: null,
    isUndecided,
  };
}

/** Index of the first customer message of a thread that holds its question; −1 where an answer comes first, or creation is it. */
function questionAt(messages: Messages, t: number): number {
  if (messages.question?.[t] === AT_CREATION) return -1;
  for (let i = messages.offsets[t]; i < messages.offsets[t + 1]; i++) {
    if (messages.isHumanAnswer[i] === 1) return -1;
    if (messages.role[i] === CUSTOMER && messages.isPublic[i] === 1) return i;
  }
  return -1;
}

/** The first human answer by as-of; of a ticket that an agent opened, after the customer's first message. */
function firstAnswer(
  desk: Desk,
  messages: Messages,
  { t, after, days }: { readonly t: number; readonly after: number | null; readonly days: AnswerDays },
): number {
  const ends = waitEnds(messages);
  for (let i = messages.offsets[t]; i < messages.offsets[t + 1] && messages.sentAt[i] <= desk.asOf; i++) {
    if (ends[i] !== 1) continue;
    const at = days.latest(i);
    if (after === null || at >= after) return days.answer(t, i);
  }
  return Number.NaN;
}

function reportedAnswers(desk: Desk): Float64Array[] {
  return [
    numbersOf(desk.tickets, 'reported_first_response_time_seconds'),
    numbersOf(desk.tickets, 'reported_first_response_time_business_seconds'),
  ].filter((column) => column !== null);
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
