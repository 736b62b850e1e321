import type { Desk } from '../../model/desk.ts';
import type { FlowMetric, MeasureContext, Metric, StockMetric, Unavailable } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { sentence } from '../../model/sentence.ts';
import { isUnavailable } from './unavailable.ts';

export interface BehindOptions {
  /** null: all time. */
  readonly range: Period | null;
  /** 1 where a ticket passes the filter; null when all do. */
  readonly mask: Uint8Array | null;
  readonly context: Omit<MeasureContext, 'clock'>;
}

/** The tickets that a figure is made of, each once; for a stock those that lie there when the period ends. */
export function ticketsBehind(metric: Metric, desk: Desk, options: BehindOptions): number[] | Unavailable {
  switch (metric.shape) {
    case 'flow':
      return behindFlow(metric, desk, options);
    case 'stock':
      return behindStock(metric, desk, options);
    default:
      return { unavailable: sentence('why.made_of_customers') };
  }
}

function behindFlow(metric: FlowMetric, desk: Desk, options: BehindOptions): number[] | Unavailable {
  const { range, mask, context } = options;
  const calendar = metric.observe(desk, { ...context, clock: 'calendar' });
  const observed =
    isUnavailable(calendar) && metric.hasBusinessClock
      ? metric.observe(desk, { ...context, clock: 'business' })
      : calendar;
  if (isUnavailable(observed)) return calendar as Unavailable;
  const { ticket, at, state, onePer } = observed;
  const isMeant = (i: number): boolean =>
    (range === null || (at[i] >= range.start && at[i] < range.end)) &&
    ticket[i] < desk.tickets.rows &&
    mask?.[ticket[i]] !== 0;
  const rows = new Set<number>();
  const first = new Map<number, number>();
  for (let i = 0; i < ticket.length; i++) {
    if (!isMeant(i)) continue;
    const key = onePer?.[i] ?? 0;
    if (key === 0) {
      if (state[i] === 0) rows.add(ticket[i]);
      continue;
    }
    const there = first.get(key);
    if (there === undefined || at[i] < at[there]) first.set(key, i);
  }
  for (const i of first.values()) if (state[i] === 0) rows.add(ticket[i]);
  return [...rows];
}

function behindStock(metric: StockMetric, desk: Desk, options: BehindOptions): number[] | Unavailable {
  const { range, mask, context } = options;
  const intervals = metric.stock(desk, { ...context, clock: 'calendar' });
  if (isUnavailable(intervals)) return intervals;
  const moment = range ? Math.min(range.end - 1, desk.asOf) : desk.asOf;
  const start = range && metric.of === 'created_count' ? range.start : Number.NEGATIVE_INFINITY;
  const rows = new Set<number>();
  const { ticket, from, to } = intervals;
  for (let i = 0; i < ticket.length; i++) {
    const isThere = from[i] >= start && from[i] <= moment && to[i] > moment;
    if (isThere && mask?.[ticket[i]] !== 0) rows.add(ticket[i]);
  }
  return [...rows];
}
