import type { FlowMetric } from '../../model/metric.ts';
import { attainment, observeAttainment, targetFields } from './sla-attainment.ts';

export const slaResolution = {
  ...attainment,
  id: 'sla_resolution',
  name: 'Resolved in time',
  definition:
    'Share of resolution targets met, of those that fell due. While a ticket is solved its time stands still.',
  reads: [...targetFields, 'reported_resolution_time_seconds', 'reported_resolution_time_business_seconds'],
  observe: (_, context) => observeAttainment(context, 'resolution'),
} as const satisfies FlowMetric;
