import type { FlowMetric } from '../../model/metric.ts';
import { observePaused } from './paused-time.ts';

export const pendingTime = {
  id: 'pending_time',
  shape: 'flow',
  kind: 'duration',
  name: 'Pending time',
  definition: 'Time until the last solve that the ticket spent waiting for the customer.',
  source:
    'Sum of the stretches in status pending. In a log of activities whatever happens next ends a pause.',
  periodOf: 'solved_at',
  lowerIsBetter: null,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status'],
  observe: (desk, context) =>
    observePaused(desk, { context, state: 'pending', reported: null, lacking: 'no_events' }),
} as const satisfies FlowMetric;
