import { numbersOf } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { whyUntold } from './answer-facts.ts';
import { messageFields } from './message-fields.ts';
import { elapsed } from './observing.ts';
import { observeSolved } from './solved-durations.ts';
import { factsOf, stateCode, timeInStates } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { unknownStatusesOf } from './unknown-statuses.ts';
import { waitSpans } from './wait-days.ts';
import { waitsOf } from './waits.ts';

const owing = [stateCode('new'), stateCode('open'), stateCode('on_hold')];

export const requesterWaitTime = {
  id: 'requester_wait_time',
  shape: 'flow',
  kind: 'duration',
  name: 'Requester wait time',
  definition: 'Total time until the last solve in which the desk owed the customer something.',
  source:
    'From messages: the sum of all waits for a human answer. From status changes: time in new, open and on hold, as Zendesk counts it. Else the helpdesk’s own figure.',
  periodOf: 'solved_at',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: [
    'created_at',
    'solved_at',
    'closed_at',
    'status',
    ...messageFields,
    'reported_requester_wait_time_seconds',
    'reported_requester_wait_time_business_seconds',
  ],
  observe(desk, context) {
    const facts = factsOf(desk);
    const { messages, spells, tickets } = desk;
    const isBusiness = context.clock === 'business';
    const reported = numbersOf(
      tickets,
      isBusiness ? 'reported_requester_wait_time_business_seconds' : 'reported_requester_wait_time_seconds',
    );
    const canCompute = !isBusiness || context.businessTime !== null;
    if (!reported && !((messages || spells) && canCompute)) {
      return unavailable(messages || spells ? 'no_calendar' : 'no_messages_or_events');
    }
    if (!facts.solvedAt) return unavailable('no_solve');
    const unknown = unknownStatusesOf(desk);
    if (unknown?.areMany && !messages && !reported) return unavailable('statuses_unknown');
    const why = whyUntold(messages);
    if (why && !spells && !reported) return unavailable(why);
    const waits = messages && waitSpans(desk, messages, context);
    if (waits && !waits.between && !spells && !reported) return unavailable('messages_without_time');
    const value = (t: number, solvedAt: number): number => {
      const between = why === null && canCompute ? waits?.between : undefined;
      if (messages && between && messages.offsets[t] < messages.offsets[t + 1])
        return waitedUntil(solvedAt, waitsOf(t, { desk, messages }), between(t));
      if (spells && canCompute && unknown?.tickets[t] !== 1 && !unknown?.areMany)
        return timeInStates(desk, t, { states: owing, until: solvedAt, time: elapsed(context, t) });
      return reported ? reported[t] : Number.NaN;
    };
    return observeSolved(desk, {
      context,
      value,
      more: { clockSource: messages || spells ? 'own' : 'helpdesk', precision: waits?.precision ?? 'second' },
    });
  },
} as const satisfies FlowMetric;

/** All waits of a ticket together, none of them longer than until its solve. */
function waitedUntil(
  solvedAt: number,
  waits: ReturnType<typeof waitsOf>,
  between: (from: number, to: number) => number,
): number {
  let total = 0;
  for (const { from, to, solvedAt: ended, isThanks } of waits) {
    // Thanks ask for nothing, where nobody answered them.
    if (isThanks && Number.isNaN(to)) continue;
    const until = Math.min(Number.isNaN(to) ? ended || solvedAt : to, solvedAt);
    if (until > from) total += between(from, until);
  }
  return total;
}
