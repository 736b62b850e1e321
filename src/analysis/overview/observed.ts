import type { Desk } from '../../model/desk.ts';
import type {
  Clock,
  FlowMetric,
  MeasureContext,
  Metric,
  Observations,
  Stat,
  StockMetric,
  Unavailable,
} from '../../model/metric.ts';
import { computeFigures, type MetricFigures } from '../metrics/figures.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { Grouping } from '../segments/grouping.ts';
import type { CoursePeriod } from './frame.ts';

/** A metric whose observations were made once, for as many figures as are wanted. */
export interface ObservedMetric {
  readonly metric: Metric;
  readonly clock: Clock | null;
  /** Null for stocks. */
  readonly observations: Observations | null;
  /**
   * Whether earlier periods are to be looked at as they stood at the same lag. Where only whole windows (7 days, 30
   * days) count, no young period looks better than it is.
   */
  readonly hasLag: boolean;
  figures(options: {
    readonly stats: readonly Stat[];
    readonly grouping: Grouping;
    readonly periods: readonly CoursePeriod[] | null;
  }): MetricFigures;
}

export interface ObserveOptions {
  readonly desk: Desk;
  readonly metric: Metric;
  readonly clock: Clock | null;
  readonly businessTime: MeasureContext['businessTime'];
  readonly sla?: MeasureContext['sla'];
  /** Entries before or after it are dropped. */
  readonly window: { readonly from: number; readonly to: number };
}

/**
 * Observes a metric once and keeps what lies in the window, and entries without an instant (still open, by solve
 * date), which belong to no period but to the receipt of everything.
 */
export function observeMetric(options: ObserveOptions): ObservedMetric | Unavailable {
  const { desk, metric, clock, businessTime, sla, window } = options;
  const context: MeasureContext = { clock: clock ?? 'calendar', businessTime, sla };
  let once: Metric;
  let observations: Observations | null = null;
  if (metric.shape === 'flow') {
    const seen = metric.observe(desk, context);
    if (isUnavailable(seen)) return seen;
    const kept = narrow(seen, window);
    observations = kept;
    once = { ...metric, observe: () => kept } satisfies FlowMetric;
  } else if (metric.shape === 'customers') once = metric;
  else {
    const intervals = metric.stock(desk, context);
    if (isUnavailable(intervals)) return intervals;
    once = { ...metric, stock: () => intervals } satisfies StockMetric;
  }
  const hasLag = !observations?.reasons.includes('window_open');
  return {
    metric,
    clock,
    observations,
    hasLag,
    figures: ({ stats, grouping, periods }) =>
      computeFigures({
        desk,
        metric: once,
        stats,
        clock,
        context,
        grouping,
        periods: periods?.map(({ period }) => period) ?? null,
        knownUntil: periods && hasLag ? periods.map(({ knownUntil }) => knownUntil) : null,
      }),
  };
}

function narrow(seen: Observations, { from, to }: ObserveOptions['window']): Observations {
  const { at } = seen;
  let count = 0;
  for (let i = 0; i < at.length; i++) if (!(at[i] < from || at[i] >= to)) count++;
  if (count === at.length) return seen;
  const rows = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < at.length; i++) if (!(at[i] < from || at[i] >= to)) rows[next++] = i;
  const pick = <T extends Float64Array | Uint32Array | Uint8Array>(values: T, into: T): T => {
    for (let i = 0; i < count; i++) into[i] = values[rows[i]];
    return into;
  };
  return {
    ...seen,
    ticket: pick(seen.ticket, new Uint32Array(count)),
    at: pick(at, new Float64Array(count)),
    value: pick(seen.value, new Float64Array(count)),
    state: pick(seen.state, new Uint8Array(count)),
    knownAt: pick(seen.knownAt, new Float64Array(count)),
    ...(seen.onePer ? { onePer: pick(perEntry(seen), new Uint32Array(count)) } : {}),
  };
}

const perEntry = ({ onePer }: Observations): Uint32Array => onePer as Uint32Array;
