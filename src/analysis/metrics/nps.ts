import type { FlowMetric } from '../../model/metric.ts';
import { ratingFields } from './csat.ts';
import { observeRatings } from './rating-metrics.ts';

export const nps = {
  id: 'nps',
  shape: 'flow',
  ofSurvey: 'nps',
  kind: 'points',
  name: 'NPS',
  definition: 'Share of answers 9–10 minus share of answers 0–6, in points from −100 to 100.',
  source: 'Reichheld 2003; interval by adjusted Wald (Rocks 2016).',
  periodOf: 'answered_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['score'],
  reads: ratingFields,
  observe: (desk) => observeRatings(desk, { kind: 'nps', value: ({ score }) => score }),
} as const satisfies FlowMetric;
