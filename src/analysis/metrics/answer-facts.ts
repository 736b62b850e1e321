import { type Desk, type Messages, numbersOf, tellingSources, waitEnds } from '../../model/desk.ts';
import { AnswerDays } from './answer-days.ts';
import { recordedStamps, voidedIn } from './stamp-columns.ts';

/** What tickets tell of their first answers; instants in epoch milliseconds, NaN = did not happen. */
export interface AnswerFacts {
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
  /** 1 where the only answer lies before its ticket: it was answered, and nobody knows when; null where none is. */
  readonly answeredBefore: Uint8Array | null;
  /** Nobody can tell of tickets without messages whether they went unanswered or are not recorded. */
  readonly isUndecided: boolean;
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
  messages && whyUnusable(messages) === null ? messages : null;

/** Why messages say nothing of how long answers to tickets took; null where they do. */
export function whyUnusable(
  messages: Messages,
): 'no_authors' | 'messages_other_clock' | 'messages_of_no_ticket' | 'messages_none' | null {
  const why = whyUntold(messages);
  if (why !== null || !belongNowhere(messages)) return why;
  if (messages.reading?.isEmpty !== true) return 'messages_of_no_ticket';
  // Who says that nothing is missing has said that nobody wrote.
  return messages.reading.notRecorded > 0 ? 'messages_none' : null;
}

/** Why messages do not say who answered, or when in the life of a ticket; null where they do, and without any. */
export function whyUntold(messages: Messages | null): 'no_authors' | 'messages_other_clock' | null {
  if (messages?.reading?.knowsAuthors === false) return 'no_authors';
  return messages?.reading?.clockApart === undefined ? null : 'messages_other_clock';
}

/** Who answered whom, and when, of a desk's tickets. */
export function answersOf(desk: Desk, createdAt: Float64Array): AnswerFacts {
  const messages = usableMessages(desk.messages);
  return messages ? byMessages(desk, messages, createdAt) : byColumns(desk, createdAt);
}

/** As the columns of the tickets tell. */
function byColumns(desk: Desk, createdAt: Float64Array): AnswerFacts {
  const zeroAnswer = zeroAnswers(desk);
  return {
    firstAnswerAt: recordedStamps(desk, 'first_response_at'),
    askedAt: createdAt,
    answeredByDay: null,
    openedByAgent: openedByAgentOf(desk),
    asksByItself: new Uint8Array(desk.tickets.rows),
    answerIsKnown: answersKnown(desk, { answering: tellingSources(desk, answerColumns), zeroAnswer }),
    zeroAnswer,
    answeredBefore: null,
    isUndecided: false,
  };
}

/** As their messages tell; of a ticket without any, its own columns. */
function byMessages(desk: Desk, messages: Messages, createdAt: Float64Array): AnswerFacts {
  const { rows, source } = desk.tickets;
  const stamps = recordedStamps(desk, 'first_response_at');
  const answering = tellingSources(desk, answerColumns);
  const openedByAgent = openedByAgentOf(desk);
  const asksByItself = new Uint8Array(rows);
  const firstAnswerAt = new Float64Array(rows).fill(Number.NaN);
  const askedAt = createdAt.slice();
  const answerIsKnown = new Uint8Array(rows).fill(1);
  const days = new AnswerDays(desk, messages);
  const zeros = zeroAnswers(desk);
  // Of tickets whose messages tell, what their zero means is known.
  const zeroAnswer = zeros?.map((mark, t) => (messages.offsets[t] === messages.offsets[t + 1] ? mark : 0));
  // An empty cell of a column with stamps or durations of its own says that there was no answer.
  const isTold = stamps !== null || reportedAnswers(desk).length > 0;
  const withoutMessages = (t: number): void => {
    if (stamps) firstAnswerAt[t] = stamps[t];
    days.fromStamps(t);
    const isToldHere = isTold && answering?.[source[t]] !== 0 && zeroAnswer?.[t] !== 1;
    if (!isToldHere && messages.recorded?.[t] === 0) answerIsKnown[t] = 0;
    if (messages.recorded?.[t] === NOBODY_WROTE) asksByItself[t] = 1;
  };
  const lookForQuestion = (t: number): void => {
    const question = questionAt(messages, t);
    if (question < 0) asksByItself[t] = 1;
    else askedAt[t] = days.question(t, question);
  };
  for (let t = 0; t < rows; t++) {
    if (messages.offsets[t] === messages.offsets[t + 1]) {
      withoutMessages(t);
      continue;
    }
    if (messages.begunByAgent?.[t] === 1) openedByAgent[t] = 1;
    if (openedByAgent[t] === 0) lookForQuestion(t);
    const after = asksByItself[t] === 1 ? null : askedAt[t];
    if (after === null) days.fromCreation(t);
    firstAnswerAt[t] = firstAnswer(desk, messages, { t, after, days });
  }
  const answeredBefore = messages.dates ? null : voidEarlyAnswers(firstAnswerAt, askedAt);
  return {
    firstAnswerAt,
    askedAt,
    answeredBefore,
    answeredByDay: days.found(),
    openedByAgent,
    asksByItself,
    answerIsKnown,
    zeroAnswer: zeroAnswer?.includes(1) ? zeroAnswer : null,
    isUndecided: !isTold && messages.reading?.isUndecided === true,
  };
}

/** Stamps to the minute may lie so far before one to the second. */
const MINUTE = 60_000;

/**
 * Takes out answers that came before they were asked for (imports, tickets merged into a later one): an answer, and no
 * time. One of the same minute took none.
 */
function voidEarlyAnswers(answers: Float64Array, asked: Float64Array): Uint8Array | null {
  let early: Uint8Array | null = null;
  for (let t = 0; t < answers.length; t++) {
    if (!(answers[t] < asked[t])) continue;
    if (answers[t] > asked[t] - MINUTE) answers[t] = asked[t];
    else {
      early ??= new Uint8Array(answers.length);
      early[t] = 1;
      answers[t] = Number.NaN;
    }
  }
  return early;
}

/** 1 where a column says that an agent opened the ticket. */
function openedByAgentOf({ tickets }: Desk): Uint8Array {
  const opened = numbersOf(tickets, 'opened_by_agent');
  const found = new Uint8Array(tickets.rows);
  if (opened) for (let t = 0; t < found.length; t++) if (opened[t] === 1) found[t] = 1;
  return found;
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

/** What the helpdesk measured of first answers. */
export function reportedAnswers(desk: Desk): Float64Array[] {
  return [
    numbersOf(desk.tickets, 'reported_first_response_time_seconds'),
    numbersOf(desk.tickets, 'reported_first_response_time_business_seconds'),
  ].filter((column) => column !== null);
}
