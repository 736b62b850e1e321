import type { FlowMetric } from '../../model/metric.ts';
import { answerFields, noFirstResponse } from './first-response-time.ts';
import { hidesUnanswered } from './hidden-answers.ts';
import { withoutTickets } from './no-tickets.ts';
import { ObservationList } from './observing.ts';
import { answerInstants, factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN, noEnd } from './unknown-ends.ts';

export const closedUnanswered = {
  id: 'closed_unanswered',
  shape: 'flow',
  kind: 'count',
  name: 'Closed without an answer',
  definition: 'Tickets created in the period that were finished without any human answer.',
  source:
    'A figure of its own: such tickets are neither answered nor waiting. Tickets that an agent opened are left out.',
  periodOf: 'created_at',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: [...answerFields, 'solved_at', 'closed_at', 'status'],
  observe(desk) {
    const facts = factsOf(desk);
    const none = withoutTickets(desk);
    if (none) return none;
    const answered = answerInstants(desk);
    if (!answered || facts.isUndecided) return noFirstResponse(desk);
    if (!facts.knowsEnd) return noEnd(facts);
    if (hidesUnanswered(facts, answered, 1)) return unavailable('zeros_may_be_none');
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.createdAt[t];
      if (facts.openedByAgent[t] === 1) list.leaveOut(t, at, 'opened_by_agent');
      else if (facts.answerIsKnown?.[t] === 0) list.leaveOut(t, at, 'not_recorded');
      else if (!Number.isNaN(answered[t])) list.leaveOut(t, at, 'answered');
      else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, at, 'not_recorded');
      else if (facts.isFinished[t] === 0) list.open(t, at);
      else list.use(t, at, 1, facts.endedAt[t]);
    }
    return list.done();
  },
} as const satisfies FlowMetric;
