import type { FlowMetric } from '../../model/metric.ts';
import { observePaused } from './paused-time.ts';

export const onHoldTime = {
  id: 'on_hold_time',
  shape: 'flow',
  kind: 'duration',
  name: 'On-hold time',
  definition: 'Time until the last solve that the ticket spent waiting for a third party.',
  source: 'Sum of the stretches in status on hold, else the helpdesk’s own figure.',
  periodOf: 'solved_at',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: [
    'created_at',
    'solved_at',
    'closed_at',
    'status',
    'reported_on_hold_time_seconds',
    'reported_on_hold_time_business_seconds',
  ],
  observe: (desk, context) =>
    observePaused(desk, {
      context,
      state: 'on_hold',
      reported: {
        calendar: 'reported_on_hold_time_seconds',
        business: 'reported_on_hold_time_business_seconds',
      },
      lacking: 'no_on_hold',
    }),
} as const satisfies FlowMetric;
