import type { FlowMetric } from '../../model/metric.ts';
import { answerFields } from './first-response-time.ts';
import { attainment, observeAttainment, targetFields } from './sla-attainment.ts';

export const slaFirstResponse = {
  ...attainment,
  id: 'sla_first_response',
  name: 'First response in time',
  definition: 'Share of first response targets met, of those that fell due.',
  reads: [...answerFields, ...targetFields],
  observe: (_, context) => observeAttainment(context, 'first_response'),
} as const satisfies FlowMetric;
