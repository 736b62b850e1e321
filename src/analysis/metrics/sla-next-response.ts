import type { FlowMetric } from '../../model/metric.ts';
import { messageFields } from './message-fields.ts';
import { attainment, observeAttainment, targetFields } from './sla-attainment.ts';

export const slaNextResponse = {
  ...attainment,
  id: 'sla_next_response',
  name: 'Further responses in time',
  definition:
    'Share of next response targets met, of those that fell due: one for each wait of a customer after the first.',
  reads: [...targetFields, ...messageFields],
  observe: (_, context) => observeAttainment(context, 'next_response'),
} as const satisfies FlowMetric;
