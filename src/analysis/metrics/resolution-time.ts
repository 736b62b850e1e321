import type { FlowMetric } from '../../model/metric.ts';
import { observeResolution } from './resolution.ts';

export const resolutionTime = {
  id: 'resolution_time',
  shape: 'flow',
  kind: 'duration',
  name: 'Full resolution time',
  definition: 'Created → last solve.',
  source:
    'As Zendesk’s full resolution time. Help Scout also wants a reply before it calls a conversation resolved; Groove and Intercom count every close. Provisional within 7 days of the solve, as the ticket may be reopened.',
  periodOf: 'solved_at',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: [
    'created_at',
    'solved_at',
    'closed_at',
    'status',
    'reported_resolution_time_seconds',
    'reported_resolution_time_business_seconds',
  ],
  observe: (desk, context) =>
    observeResolution(desk, {
      context,
      which: 'last',
      reported: {
        calendar: 'reported_resolution_time_seconds',
        business: 'reported_resolution_time_business_seconds',
      },
    }),
} as const satisfies FlowMetric;
