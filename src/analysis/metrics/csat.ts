import type { FlowMetric } from '../../model/metric.ts';
import { observeRatings } from './rating-metrics.ts';
import { isTopBox } from './ratings.ts';

/** Fields that ratings are read from. */
export const ratingFields = [
  'created_at',
  'solved_at',
  'closed_at',
  'csat',
  'score',
  'answered_at',
  'sent_at',
  'ticket_id',
  'customer',
  'scale',
  'status',
] as const;

export const csat = {
  id: 'csat',
  shape: 'flow',
  ofSurvey: 'csat',
  kind: 'share',
  name: 'CSAT',
  definition:
    'Top box: share of answers that say satisfied (4–5 of 5, 6–7 of 7, 8–10 of 10, good of good and bad).',
  source:
    'Top two box, as in ISO 10004 and most helpdesks; Zendesk’s good ÷ (good + bad). Offered but unanswered surveys do not count.',
  periodOf: 'answered_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ratingFields,
  observe: (desk) => observeRatings(desk, { kind: 'csat', value: (rating) => (isTopBox(rating) ? 1 : 0) }),
} as const satisfies FlowMetric;
