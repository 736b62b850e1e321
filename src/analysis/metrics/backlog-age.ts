import type { StockMetric } from '../../model/metric.ts';
import { openIntervals } from './open-intervals.ts';

export const backlogAge = {
  id: 'backlog_age',
  shape: 'stock',
  of: 'age',
  kind: 'duration',
  name: 'Backlog age',
  definition: 'How long the tickets of the backlog have been open when the period ends.',
  source: 'Period end (or as-of) − created, of every ticket that counts as backlog then.',
  periodOf: 'period end',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['p50', 'p90'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status'],
  stock: openIntervals,
} as const satisfies StockMetric;
