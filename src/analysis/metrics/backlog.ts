import type { StockMetric } from '../../model/metric.ts';
import { openIntervals } from './open-intervals.ts';

export const backlog = {
  id: 'backlog',
  shape: 'stock',
  of: 'count',
  kind: 'count',
  name: 'Backlog',
  definition: 'Tickets that are new, open, pending or on hold when the period ends.',
  source:
    'backlog at end = backlog at start + created + reopened − solved − closed unsolved − removed. An export of tickets created in a window holds none from before it, so its backlog is a lower bound.',
  periodOf: 'period end',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status'],
  stock: openIntervals,
} as const satisfies StockMetric;
