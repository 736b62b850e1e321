import { type Desk, numbersOf } from '../../model/desk.ts';
import type { Unavailable } from '../../model/metric.ts';
import type { SlaTargetId } from '../../model/sla.ts';
import { noFirstResponse } from '../metrics/first-response-time.ts';
import { areWholeDays, type Dates, datesIn } from '../metrics/precision.ts';
import { noSolve } from '../metrics/resolution.ts';
import { factsOf, type TicketFacts } from '../metrics/ticket-facts.ts';
import { isUnavailable, unavailable } from '../metrics/unavailable.ts';
import { messagesOfWaits } from '../metrics/wait-days.ts';
import { waitsOf } from '../metrics/waits.ts';
import type { SlaPolicy } from './policies.ts';

/** What a target is counted over. */
export interface TargetSpan {
  readonly start: number;
  /** When the promise was kept; NaN while it was not. */
  readonly end: number;
  /** When the ticket was finished without it; NaN while it is open. */
  readonly closed: number;
  /** It ended, but nobody recorded when. */
  readonly endUnknown: boolean;
  /** Where an end is a date without a time, the others being known: it may have begun or ended so much later or earlier. */
  readonly slack?: DaySlack;
}

/** How much later a span may have begun and how much earlier it may have ended, as only dates are known. */
export interface DaySlack {
  readonly start: number;
  readonly end: number;
}

/** The spans of one kind of target for a ticket under a policy (whose clock decides what a reported duration says). */
export type SpansOf = (ticket: number, policy: SlaPolicy) => readonly TargetSpan[];

/** What is to be counted for each kind of target, or why the desk cannot tell. */
export const targetSpans: { readonly [K in SlaTargetId]: (desk: Desk) => SpansOf | Unavailable } = {
  first_response: firstResponseSpans,
  next_response: nextResponseSpans,
  resolution: resolutionSpans,
};

const none: readonly TargetSpan[] = [];

/** First customer message, else creation → first human answer. Tickets that an agent opened have none. */
function firstResponseSpans(desk: Desk): SpansOf | Unavailable {
  const facts = factsOf(desk);
  const reported = reportedOf(desk, 'first_response_time');
  if (!facts.firstAnswerAt && !reported.any) return noFirstResponse(desk);
  if (facts.isUndecided) return unavailable('messages_undecided');
  const slackOf = daySlacks(desk, desk.messages ? null : 'first_response_at');
  return (t, policy) => {
    if (facts.openedByAgent[t] === 1 || facts.answerIsKnown?.[t] === 0) return none;
    const start = facts.askedAt[t];
    const answer = facts.firstAnswerAt ? facts.firstAnswerAt[t] : Number.NaN;
    if (Number.isNaN(answer) && facts.answeredSometime?.[t] === 1)
      return [{ start, end: Number.NaN, closed: Number.NaN, endUnknown: true }];
    const end = reported.endOf(t, { start: facts.createdAt[t], stamp: answer, policy });
    return [slackOf(t, spanOf(facts, t, { start, ...end }))];
  };
}

/** Each further wait of a customer: oldest unanswered message → next human answer. The first wait is the first response. */
function nextResponseSpans(desk: Desk): SpansOf | Unavailable {
  const messages = messagesOfWaits(desk);
  if (isUnavailable(messages)) return messages;
  const facts = factsOf(desk);
  return (t) => {
    const waits = waitsOf(t, { desk, messages });
    const further = facts.openedByAgent[t] === 1 ? waits : waits.slice(1);
    return further.map(({ from, to, solvedAt }) => {
      const span = spanOf(facts, t, { start: from, end: to, endUnknown: false });
      return Number.isNaN(solvedAt) ? span : { ...span, closed: solvedAt, endUnknown: false };
    });
  };
}

/** Creation → last solve; while the ticket is open again it has none. */
function resolutionSpans(desk: Desk): SpansOf | Unavailable {
  const facts = factsOf(desk);
  const reported = reportedOf(desk, 'resolution_time');
  if (!facts.solvedAt && !reported.any) return noSolve(desk);
  const slackOf = daySlacks(desk, 'solved_at');
  return (t, policy) => {
    const start = facts.createdAt[t];
    const isFinished = facts.isFinished[t] !== 0;
    if (isFinished && facts.solvedSometime?.[t] === 1)
      return [{ start, end: Number.NaN, closed: Number.NaN, endUnknown: true }];
    const stamp = facts.solvedAt && isFinished ? facts.solvedAt[t] : Number.NaN;
    const end = isFinished
      ? reported.endOf(t, { start, stamp, policy })
      : { end: Number.NaN, endUnknown: false };
    return [slackOf(t, spanOf(facts, t, { start, ...end }))];
  };
}

function spanOf(
  facts: TicketFacts,
  t: number,
  { start, end, endUnknown }: { readonly start: number; readonly end: number; readonly endUnknown: boolean },
): TargetSpan {
  // Where nobody can tell whether a ticket ended it may have, at a time that nobody knows.
  const isFinished = facts.isFinished[t] !== 0;
  const closed = isFinished && Number.isNaN(end) ? facts.endedAt[t] : Number.NaN;
  const isLost = isFinished && Number.isNaN(end) && Number.isNaN(closed);
  return { start, end, closed, endUnknown: endUnknown || isLost };
}

/** Adds to a span how far its ends may lie from where they stand, where they are dates without a time. */
function daySlacks(
  desk: Desk,
  field: 'first_response_at' | 'solved_at' | null,
): (t: number, span: TargetSpan) => TargetSpan {
  const starts = datesIn(desk, 'created_at');
  const ends = field === null ? null : datesIn(desk, field);
  const closes = datesIn(desk, 'closed_at');
  if (!starts && !ends && !closes) return (_, span) => span;
  const stamps = field === null ? null : numbersOf(desk.tickets, field);
  const before = (dates: Dates, at: number, start: number): number =>
    Math.max(0, at - Math.max(dates.dayOf(at).from, start));
  return (t, span) => {
    const { start: from, end: at, closed } = span;
    const start = starts?.isDate(t) ? starts.dayOf(from).to - 1 - from : 0;
    const isStamp = stamps !== null && stamps[t] === at;
    let end = 0;
    if (ends?.isDate(t) && isStamp) end = before(ends, at, from);
    else if (closes?.isDate(t) && !Number.isNaN(closed)) end = before(closes, closed, from);
    // A span that the helpdesk measured itself is as long as it says, whenever its day began.
    if (end === 0 && (start === 0 || (!Number.isNaN(at) && !isStamp))) return span;
    return { ...span, slack: { start, end } };
  };
}

interface Reported {
  readonly any: boolean;
  endOf(
    t: number,
    known: { readonly start: number; readonly stamp: number; readonly policy: SlaPolicy },
  ): { readonly end: number; readonly endUnknown: boolean };
}

/** The end by its stamp, else by the helpdesk's own duration on the clock it was measured on. */
function reportedOf(desk: Desk, metric: 'first_response_time' | 'resolution_time'): Reported {
  const calendar = numbersOf(desk.tickets, `reported_${metric}_seconds`);
  const business = numbersOf(desk.tickets, `reported_${metric}_business_seconds`);
  const isFiner = calendar !== null && !areWholeDays(calendar);
  const dates = datesIn(desk, metric === 'resolution_time' ? 'solved_at' : 'first_response_at');
  const isPresent = (column: Float64Array | null, t: number): column is Float64Array =>
    column !== null && !Number.isNaN(column[t]);
  return {
    any: calendar !== null || business !== null,
    endOf(t, { start, stamp, policy }) {
      const isCoarse = isFiner && dates?.isDate(t) === true && isPresent(calendar, t);
      if (!Number.isNaN(stamp) && !isCoarse) return { end: stamp, endUnknown: false };
      if (isPresent(calendar, t)) return { end: start + calendar[t], endUnknown: false };
      if (!isPresent(business, t)) return { end: Number.NaN, endUnknown: false };
      // Working minutes say when it ended on a business clock only.
      if (policy.clock === 'business')
        return { end: policy.clockOf(t).after(start, business[t]), endUnknown: false };
      return { end: Number.NaN, endUnknown: true };
    },
  };
}
