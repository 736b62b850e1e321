import type { StockMetric } from '../../model/metric.ts';
import { openIntervals } from './open-intervals.ts';

export const backlogDays = {
  id: 'backlog_days',
  shape: 'stock',
  of: 'days',
  kind: 'score',
  unit: 'days',
  name: 'Backlog in days of work',
  definition: 'Backlog ÷ mean number of tickets that left it per day over the last four weeks.',
  source:
    'Days the desk needs at its present pace if nothing new came in (backlog-to-throughput ratio, Little’s law).',
  periodOf: 'period end',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['mean'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status'],
  stock: openIntervals,
} as const satisfies StockMetric;
