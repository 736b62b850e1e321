import { numbersOf } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';

export const slaRecorded = {
  id: 'sla_recorded',
  shape: 'flow',
  kind: 'share',
  name: 'SLA met, as recorded',
  definition: 'Share of solved tickets whose SLA the helpdesk itself recorded as met.',
  source:
    'The export’s own flag (ServiceNow made_sla, Freshdesk Resolution status); policies and clocks are the helpdesk’s.',
  periodOf: 'solved_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status', 'sla_recorded'],
  observe(desk) {
    const flag = numbersOf(desk.tickets, 'sla_recorded');
    if (!flag) return unavailable('no_sla_flag');
    const facts = factsOf(desk);
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.endedAt[t];
      if (Number.isNaN(flag[t])) list.leaveOut(t, at, 'not_recorded');
      else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, at, 'not_recorded');
      else if (facts.isFinished[t] === 0) list.open(t, at);
      else list.use(t, at, flag[t], at);
    }
    return list.done();
  },
} as const satisfies FlowMetric;
