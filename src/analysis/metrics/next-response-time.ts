import type { FlowMetric } from '../../model/metric.ts';
import { messageFields } from './message-fields.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { isUnavailable } from './unavailable.ts';
import { measuredWaits } from './wait-days.ts';
import { waitsOf } from './waits.ts';

export const nextResponseTime = {
  id: 'next_response_time',
  shape: 'flow',
  kind: 'duration',
  name: 'Next response time',
  definition:
    'Each wait of a customer: oldest unanswered customer message → next human answer, the first one included.',
  source:
    'As Zendesk’s next reply time; n counts waits, not tickets. Waits that a solve ended without an answer are left out, waits still open are counted.',
  periodOf: 'the customer message',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: ['created_at', ...messageFields, 'status', 'solved_at', 'closed_at'],
  observe(desk, context) {
    const known = measuredWaits(desk, context);
    if (isUnavailable(known)) return known;
    const { messages, between, precision } = known;
    const facts = factsOf(desk);
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      for (const { from, to, solvedAt } of waitsOf(t, { desk, messages })) {
        if (!Number.isNaN(solvedAt)) list.leaveOut(t, from, 'finished_without_answer', solvedAt);
        else if (!Number.isNaN(to)) list.use(t, from, between(t)(from, to), to);
        else if (facts.isFinished[t] === 1) list.leaveOut(t, from, 'finished_without_answer');
        else list.open(t, from);
      }
    }
    return list.done({ clockSource: 'own', precision });
  },
} as const satisfies FlowMetric;
