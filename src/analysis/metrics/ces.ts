import type { FlowMetric } from '../../model/metric.ts';
import { ratingFields } from './csat.ts';
import { observeRatings } from './rating-metrics.ts';
import { isTopBox, ratingsOf } from './ratings.ts';
import { unavailable } from './unavailable.ts';

export const ces = {
  id: 'ces',
  shape: 'flow',
  ofSurvey: 'ces',
  kind: 'share',
  name: 'CES, favourable',
  definition: 'Share of answers to an effort question at its good end (5–7 of 7, 4–5 of 5).',
  source: 'Dixon, Freeman & Toman 2010; the direction comes from the wording of the question.',
  periodOf: 'answered_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ratingFields,
  observe(desk) {
    const ratings = ratingsOf(desk, 'ces');
    // Which end is the good one is asked for, never assumed.
    if (ratings && ratings.scale.lowIsGood === undefined) return unavailable('no_ces_direction');
    return observeRatings(desk, { kind: 'ces', value: (rating) => (isTopBox(rating) ? 1 : 0) });
  },
} as const satisfies FlowMetric;
