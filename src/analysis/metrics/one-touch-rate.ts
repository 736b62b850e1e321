import type { FlowMetric } from '../../model/metric.ts';
import { missingColumn } from './empty-columns.ts';
import { messageFields } from './message-fields.ts';
import { replyCounts } from './reply-counts.ts';
import { observeSolved } from './solved-durations.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';

export const oneTouchRate = {
  id: 'one_touch_rate',
  shape: 'flow',
  kind: 'share',
  name: 'One-touch rate',
  definition: 'Share of solved tickets that took exactly one human public answer.',
  source: 'As Zendesk’s one-touch tickets; tickets solved without any answer are not one-touch.',
  periodOf: 'solved_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status', 'replies', ...messageFields],
  observe(desk, context) {
    const count = replyCounts(desk);
    if (!count) return missingColumn(desk, 'replies', 'no_replies');
    if (!factsOf(desk).solvedAt) return unavailable('no_solve');
    const value = (t: number): number => {
      const n = count(t);
      return Number.isNaN(n) ? n : n === 1 ? 1 : 0;
    };
    return observeSolved(desk, { context, value });
  },
} as const satisfies FlowMetric;
