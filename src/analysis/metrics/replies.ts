import type { FlowMetric } from '../../model/metric.ts';
import { missingColumn } from './empty-columns.ts';
import { messageFields } from './message-fields.ts';
import { replyCounts } from './reply-counts.ts';
import { observeSolved } from './solved-durations.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';

export const replies = {
  id: 'replies',
  shape: 'flow',
  kind: 'score',
  unit: 'replies',
  name: 'Replies per solved ticket',
  definition: 'Mean number of human public answers until the last solve.',
  source:
    'Counted from messages, else the export’s own count (Zendesk’s Replies counts public agent comments).',
  periodOf: 'solved_at',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['mean'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status', 'replies', ...messageFields],
  observe(desk, context) {
    const count = replyCounts(desk);
    if (!count) return missingColumn(desk, 'replies', 'no_replies');
    if (!factsOf(desk).solvedAt) return unavailable('no_solve');
    return observeSolved(desk, { context, value: count });
  },
} as const satisfies FlowMetric;
