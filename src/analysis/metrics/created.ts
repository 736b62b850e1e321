import type { FlowMetric } from '../../model/metric.ts';
import { withoutTickets } from './no-tickets.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';

export const created = {
  id: 'created',
  shape: 'flow',
  kind: 'count',
  name: 'New tickets',
  definition: 'Tickets created in the period.',
  source: 'Every helpdesk counts these alike; merged, spam and deleted tickets are left out here.',
  periodOf: 'created_at',
  lowerIsBetter: null,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: ['created_at', 'status'],
  observe(desk) {
    const { rows, createdAt } = factsOf(desk);
    const none = withoutTickets(desk);
    if (none) return none;
    const list = new ObservationList(rows);
    for (let t = 0; t < rows; t++) list.use(t, createdAt[t], 1);
    return list.done();
  },
} as const satisfies FlowMetric;
