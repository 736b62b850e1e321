import type { StockMetric } from '../../model/metric.ts';
import { answerInstants, factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';

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
    'author',
    'author_role',
    'public',
    'text',
    'requester',
  ],
  stock(desk) {
    const facts = factsOf(desk);
    const answeredAt = answerInstants(desk);
    if (!answeredAt) return unavailable('no_first_response');
    if (!facts.knowsEnd && !desk.messages) return unavailable('no_end');
    if (desk.coverage.cut === 'solved') return unavailable('cut_solved');
    const ticket: number[] = [];
    const to: number[] = [];
    const leftOut = new Map<string, number>();
    const leave = (reason: string): void => {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
    };
    for (let t = 0; t < facts.rows; t++) {
      if (facts.openedByAgent[t] === 1) {
        leave('opened_by_agent');
        continue;
      }
      const end = facts.endedAt[t];
      if (facts.isFinished[t] === 1 && Number.isNaN(end)) {
        leave('finished_without_end_stamp');
        continue;
      }
      const ends = [answeredAt[t], end].filter((instant) => !Number.isNaN(instant));
      ticket.push(t);
      to.push(Math.min(Number.POSITIVE_INFINITY, ...ends));
    }
    return {
      ticket: Uint32Array.from(ticket),
      from: Float64Array.from(ticket, (t) => facts.createdAt[t]),
      to: Float64Array.from(to),
      leftOut,
    };
  },
} as const satisfies StockMetric;
