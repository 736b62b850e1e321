import { numbersOf } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { observeSolved } from './solved-durations.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';

export const reassignments = {
  id: 'reassignments',
  shape: 'flow',
  kind: 'score',
  unit: 'reassignments',
  name: 'Reassignments per solved ticket',
  definition: 'Mean number of times a ticket changed hands until its last solve.',
  source:
    'From the export’s own count, else from changes of the assignee (or of the group) in its events; in logs of activities, of who handled the step. Who made a change is not who has the ticket.',
  periodOf: 'solved_at',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['mean'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status', 'reassignments', 'group', 'actor'],
  observe(desk, context) {
    const count = numbersOf(desk.tickets, 'reassignments');
    if (!count) return unavailable('no_reassignments');
    if (!factsOf(desk).solvedAt) return unavailable('no_solve');
    return observeSolved(desk, { context, value: (t) => count[t] });
  },
} as const satisfies FlowMetric;
