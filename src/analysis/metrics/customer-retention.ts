import type { CustomersMetric } from '../../model/metric.ts';

/** Fields that tell since when and until when somebody is a customer. */
const customerFields = ['customer', 'started_at', 'ended_at', 'created_at'] as const;

export const retentionRate = {
  id: 'retention_rate',
  shape: 'customers',
  of: 'stayed',
  kind: 'share',
  name: 'Customer retention',
  definition: 'Share of the customers active at the period’s start who are still active at its end.',
  source:
    'Needs a customer list with starts and ends; an end that is empty or later counts as active. Only periods that have ended. Activity or tickets alone do not make it: see "deskstat retention".',
  periodOf: 'cohort',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: customerFields,
} as const satisfies CustomersMetric;

export const churnRate = {
  id: 'churn_rate',
  shape: 'customers',
  of: 'left',
  kind: 'share',
  name: 'Customer churn',
  definition: 'Share of the customers active at the period’s start who are no longer active at its end.',
  source: 'The complement of customer retention.',
  periodOf: 'cohort',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: customerFields,
} as const satisfies CustomersMetric;
