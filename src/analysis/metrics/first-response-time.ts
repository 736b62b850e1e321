import { type Desk, numbersOf } from '../../model/desk.ts';
import type { FlowMetric, MeasureContext, Observations, Unavailable } from '../../model/metric.ts';
import { usableMessages, whyUnusable } from './answer-facts.ts';
import { emptyColumn } from './empty-columns.ts';
import { elapsed, everyTicket, ObservationList, OPEN } from './observing.ts';
import {
  areWholeDays,
  daySpans,
  KNOWN_TO_THE_DAY,
  markedDays,
  precisionOf,
  settlePrecision,
} from './precision.ts';
import { stampsOf, voidedIn } from './stamp-columns.ts';
import { factsOf, type TicketFacts } from './ticket-facts.ts';
import { notRecorded, unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';

/** Fields from which a first human answer is known; with messages the requester is read too, to tell who wrote them. */
export const answerFields = [
  'created_at',
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
  'opened_by_agent',
  'replies',
  'author',
  'author_role',
  'public',
  'text',
] as const;

export const firstResponseTime = {
  id: 'first_response_time',
  shape: 'flow',
  kind: 'duration',
  name: 'First response time',
  definition:
    'First customer message (else creation) → first public answer by a human agent after it. Automatic answers do not count.',
  source:
    'As Zendesk’s first reply time (first public agent comment), to the second where Zendesk rounds to the minute. Intercom’s excludes bots and office-closed hours. Tickets that an agent opened have none.',
  periodOf: 'created_at',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: [...answerFields, 'solved_at', 'closed_at', 'status'],
  observe(desk, context) {
    const facts = factsOf(desk);
    const found = sourcesOf(desk, context);
    if ('unavailable' in found) return found;
    const messages = usableMessages(desk.messages);
    const spans = answerDays(desk);
    const precision = messages ? 'second' : precisionOf(desk, ['created_at', 'first_response_at']);
    if (facts.firstAnswerAt && !found.isBusiness && !found.reported && !spans)
      return { ...fromStamps(facts, facts.firstAnswerAt), precision };
    const { observations, marks } = measured(desk, context, { ...found, spans });
    return settlePrecision(observations, { spans, marks, start: facts.askedAt, precision });
  },
} as const satisfies FlowMetric;

/** Which times are a difference of days; null where none is. */
function answerDays(desk: Desk): ReturnType<typeof daySpans> {
  const { answeredByDay } = factsOf(desk);
  if (answeredByDay) return markedDays(answeredByDay);
  return usableMessages(desk.messages) ? null : daySpans(desk, ['first_response_at']);
}

/** First responses ticket by ticket, and 1 at those whose time is made of dates without a time. */
function measured(
  desk: Desk,
  context: MeasureContext,
  {
    isBusiness,
    canCompute,
    calendar,
    reported,
    spans,
  }: Sources & { readonly spans: ReturnType<typeof daySpans> },
): { readonly observations: Observations; readonly marks: Uint8Array } {
  const facts = factsOf(desk);
  // What the helpdesk measured to the minute goes before a difference of days.
  const finer = spans !== null && reported !== null && !areWholeDays(reported) ? reported : null;
  const marks = new Uint8Array(spans ? facts.rows : 0);
  const list = new ObservationList(facts.rows);
  const minutes = isBusiness ? calendar : null;
  let own = 0;
  for (let t = 0; t < facts.rows; t++) {
    const at = facts.createdAt[t];
    const answer = answerOf(facts, minutes, t);
    const isDay = spans?.isDay(t) === true;
    const hasFiner = isDay && finer !== null && !Number.isNaN(finer[t]);
    if (facts.openedByAgent[t] === 1) list.leaveOut(t, at, 'opened_by_agent');
    else if (!canCompute || hasFiner || Number.isNaN(answer)) addMeasured(list, facts, reported, t);
    else if (isDay && isBusiness) list.leaveOut(t, at, KNOWN_TO_THE_DAY);
    else {
      if (isDay) marks[t] = 1;
      list.use(t, at, elapsed(context, t)(facts.askedAt[t], answer), answer);
      own++;
    }
  }
  return { observations: list.done({ clockSource: own > 0 ? 'own' : 'helpdesk' }), marks };
}

interface Sources {
  readonly isBusiness: boolean;
  /** Times can be measured on the clock that is asked for. */
  readonly canCompute: boolean;
  /** What the helpdesk measured, on the calendar, and on the clock that is asked for. */
  readonly calendar: Float64Array | null;
  readonly reported: Float64Array | null;
}

/** What an export tells of first responses, or why it tells none. */
function sourcesOf(desk: Desk, context: MeasureContext): Sources | Unavailable {
  const facts = factsOf(desk);
  const calendar = numbersOf(desk.tickets, 'reported_first_response_time_seconds');
  const business = numbersOf(desk.tickets, 'reported_first_response_time_business_seconds');
  const isBusiness = context.clock === 'business';
  const reported = isBusiness ? business : calendar;
  const canCompute = !isBusiness || context.businessTime !== null;
  if (!facts.firstAnswerAt && !calendar && !business) return noFirstResponse(desk);
  if (facts.isUndecided) return unavailable('messages_undecided');
  if (!calendar && !business && isNeverTimed(desk)) return unavailable('answers_without_time');
  // With working hours, calendar minutes still say when the answer came.
  const hasInstants = canCompute && (facts.firstAnswerAt !== null || (isBusiness && calendar !== null));
  if (!hasInstants && !reported)
    return unavailable(isBusiness ? 'no_business_first_response' : 'no_calendar_first_response');
  const minutes = isBusiness ? calendar : null;
  const isTold = (t: number): boolean => hasInstants && !Number.isNaN(answerOf(facts, minutes, t));
  if (!isBusiness || !zerosWeigh(facts, business, isTold))
    return { isBusiness, canCompute, calendar, reported };
  // Of tickets that nothing else tells of the slow ones alone would be left.
  return hasInstants
    ? { isBusiness, canCompute, calendar, reported: null }
    : unavailable('zeros_may_be_none');
}

/** True where some tickets are known to be answered, as by a column that ticks them off, and no time of an answer is. */
function isNeverTimed(desk: Desk): boolean {
  const someAreAnswered = voidedIn(desk, ['first_response_at'])?.includes(1) === true;
  return someAreAnswered && !usableMessages(desk.messages) && !stampsOf(desk, 'first_response_at');
}

/** When a ticket was answered, by its stamp, else by calendar minutes; NaN where neither tells. */
function answerOf(
  { firstAnswerAt, createdAt }: TicketFacts,
  minutes: Float64Array | null,
  t: number,
): number {
  const stamp = firstAnswerAt ? firstAnswerAt[t] : Number.NaN;
  return Number.isNaN(stamp) && minutes ? createdAt[t] + minutes[t] : stamp;
}

/** What the helpdesk measured of a ticket, or why there is nothing. */
function addMeasured(
  list: ObservationList,
  facts: TicketFacts,
  reported: Float64Array | null,
  t: number,
): void {
  const at = facts.createdAt[t];
  if (reported && !Number.isNaN(reported[t])) list.use(t, at, reported[t], at + reported[t]);
  else if (facts.answeredSometime?.[t] === 1) list.leaveOut(t, at, 'answered_sometime');
  else if (facts.answerIsKnown?.[t] === 0) list.leaveOut(t, at, 'not_recorded');
  else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, at, 'not_recorded');
  else if (facts.isFinished[t] === 1) list.leaveOut(t, at, 'closed_unanswered');
  else list.open(t, at);
}

/** This share of zeros that may be "none yet", beside the times that are told, would decide what the middle one is. */
const WEIGHTY = 0.1;

/** Within working hours an answer that came outside of them took nothing: without these nobody knows how long answers take. */
function zerosWeigh(
  { zeroAnswer }: TicketFacts,
  told: Float64Array | null,
  isToldElsewhere: (t: number) => boolean,
): boolean {
  if (zeroAnswer === null || told === null) return false;
  let zeros = 0;
  let times = 0;
  for (let t = 0; t < told.length; t++) {
    if (isToldElsewhere(t)) continue;
    if (zeroAnswer[t] === 1) zeros++;
    else if (!Number.isNaN(told[t])) times++;
  }
  return zeros > WEIGHTY * (zeros + times);
}

/** Why there is no first response: no column for it, one that must have held something and is empty, or messages that do not tell. */
export function noFirstResponse(desk: Desk): Unavailable {
  if (factsOf(desk).isUndecided) return unavailable('messages_undecided');
  const why = desk.messages && whyUnusable(desk.messages);
  if (why) return unavailable(why);
  const empty = emptyColumn(desk, 'first_response_at');
  return empty ? notRecorded('first_response_at', empty) : unavailable('no_first_response');
}

const OPENED_BY_AGENT = 2;
const CLOSED_UNANSWERED = 3;
const SOMETIME_ANSWERED = 4;
const NOT_RECORDED = 5;
/** The state of an unanswered ticket, by what is known of its end. */
const unansweredStates = Uint8Array.of(OPEN, CLOSED_UNANSWERED, NOT_RECORDED);

/** The plain case, stamps alone on the calendar clock: nothing is copied but the durations. */
function fromStamps(facts: TicketFacts, answers: Float64Array): Observations {
  const { rows, createdAt, askedAt, openedByAgent, isFinished, answeredSometime, answerIsKnown } = facts;
  const value = new Float64Array(rows);
  const state = new Uint8Array(rows);
  let own = 0;
  for (let t = 0; t < rows; t++) {
    value[t] = answers[t] - askedAt[t];
    if (openedByAgent[t] === 1) state[t] = OPENED_BY_AGENT;
    else if (!Number.isNaN(answers[t])) own++;
    else if (answeredSometime !== null && answeredSometime[t] === 1) state[t] = SOMETIME_ANSWERED;
    else if (answerIsKnown !== null && answerIsKnown[t] === 0) state[t] = NOT_RECORDED;
    else state[t] = unansweredStates[isFinished[t]];
  }
  return {
    ticket: everyTicket(rows),
    at: createdAt,
    value,
    state,
    reasons: ['used', 'open', 'opened_by_agent', 'closed_unanswered', 'answered_sometime', 'not_recorded'],
    knownAt: answers,
    clockSource: own > 0 ? 'own' : 'helpdesk',
  };
}
