import type { StockMetric } from '../../model/metric.ts';
import { noFirstResponse } from './first-response-time.ts';
import { hidesUnanswered } from './hidden-answers.ts';
import { withoutTickets } from './no-tickets.ts';
import { answerInstants, factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN, noEnd } from './unknown-ends.ts';
import { whileOpen } from './while-open.ts';

export const unanswered = {
  id: 'unanswered',
  shape: 'stock',
  of: 'created_count',
  kind: 'count',
  name: 'Unanswered tickets',
  definition: 'Tickets created in the period that are still open and without a human answer when it ends.',
  source: 'Automatic answers do not count. Tickets that an agent opened are not waiting for an answer.',
  periodOf: 'created_at',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: [
    'created_at',
    'first_response_at',
    'reported_first_response_time_seconds',
    'reported_first_response_time_business_seconds',
    'solved_at',
    'closed_at',
    'status',
    'opened_by_agent',
    'replies',
    'author',
    'author_role',
    'public',
    'text',
    'requester',
  ],
  stock(desk) {
    const facts = factsOf(desk);
    const none = withoutTickets(desk);
    if (none) return none;
    const answeredAt = answerInstants(desk);
    if (!answeredAt || facts.isUndecided) return noFirstResponse(desk);
    if (!facts.knowsWaiting) return noEnd(facts);
    if (desk.coverage.cut === 'solved') return unavailable('cut_solved');
    if (hidesUnanswered(facts, answeredAt, 0)) return unavailable('zeros_may_be_none');
    return whileOpen(desk, waitsOf(facts, answeredAt));
  },
} as const satisfies StockMetric;

/** From when to when each ticket waited for its first answer, and how many are left out for which reason. */
function waitsOf(facts: ReturnType<typeof factsOf>, answeredAt: Float64Array) {
  const ticket = new Uint32Array(facts.rows);
  const from = new Float64Array(facts.rows);
  const to = new Float64Array(facts.rows);
  let n = 0;
  let openedByAgent = 0;
  let notRecorded = 0;
  let noEndStamp = 0;
  for (let t = 0; t < facts.rows; t++) {
    const end = facts.endedAt[t];
    if (facts.openedByAgent[t] === 1) openedByAgent++;
    else if (facts.answerIsKnown?.[t] === 0 || facts.isFinished[t] === END_UNKNOWN) notRecorded++;
    else if (facts.isFinished[t] === 1 && Number.isNaN(end)) noEndStamp++;
    else {
      const answered = answeredAt[t];
      ticket[n] = t;
      from[n] = facts.createdAt[t];
      to[n] = Number.POSITIVE_INFINITY;
      if (answered < to[n]) to[n] = answered;
      if (end < to[n]) to[n] = end;
      n++;
    }
  }
  const reasons: readonly (readonly [string, number])[] = [
    ['opened_by_agent', openedByAgent],
    ['not_recorded', notRecorded],
    ['finished_without_end_stamp', noEndStamp],
  ];
  return {
    ticket: ticket.subarray(0, n),
    from: from.subarray(0, n),
    to: to.subarray(0, n),
    leftOut: new Map(reasons.filter(([, count]) => count > 0)),
  };
}
