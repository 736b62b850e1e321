import type { FlowMetric } from '../../model/metric.ts';
import { observeResolution } from './resolution.ts';

export const firstResolutionTime = {
  id: 'first_resolution_time',
  shape: 'flow',
  kind: 'duration',
  name: 'First resolution time',
  definition: 'Created → first solve.',
  source:
    'As Zendesk’s first resolution time. Equal to full resolution where the export keeps one solve stamp only.',
  periodOf: 'first solve',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: [
    'created_at',
    'first_solved_at',
    'solved_at',
    'closed_at',
    'status',
    'reported_first_resolution_time_seconds',
    'reported_first_resolution_time_business_seconds',
  ],
  observe: (desk, context) =>
    observeResolution(desk, {
      context,
      which: 'first',
      reported: {
        calendar: 'reported_first_resolution_time_seconds',
        business: 'reported_first_resolution_time_business_seconds',
      },
    }),
} as const satisfies FlowMetric;
