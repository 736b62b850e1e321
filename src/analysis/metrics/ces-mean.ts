import type { FlowMetric } from '../../model/metric.ts';
import { ratingFields } from './csat.ts';
import { observeRatings } from './rating-metrics.ts';

export const cesMean = {
  id: 'ces_mean',
  shape: 'flow',
  ofSurvey: 'ces',
  kind: 'score',
  name: 'CES, mean answer',
  definition:
    'Mean answer to an effort question on the survey’s own scale; which end is the good one depends on its wording.',
  source: 'Arithmetic mean; scales are never pooled or rescaled.',
  periodOf: 'answered_at',
  lowerIsBetter: null,
  hasBusinessClock: false,
  defaultStats: ['mean'],
  reads: ratingFields,
  observe: (desk) => observeRatings(desk, { kind: 'ces', value: ({ score }) => score }),
} as const satisfies FlowMetric;
