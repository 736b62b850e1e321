import type { FlowMetric } from '../../model/metric.ts';
import { ratingFields } from './csat.ts';
import { observeRatings } from './rating-metrics.ts';

export const csatMean = {
  id: 'csat_mean',
  shape: 'flow',
  ofSurvey: 'csat',
  kind: 'score',
  name: 'CSAT, mean rating',
  definition: 'Mean rating on the survey’s own scale.',
  source: 'Arithmetic mean; scales are never pooled or rescaled.',
  periodOf: 'answered_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['mean'],
  reads: ratingFields,
  observe: (desk) => observeRatings(desk, { kind: 'csat', value: ({ score }) => score }),
} as const satisfies FlowMetric;
