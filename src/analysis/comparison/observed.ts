import { type Desk, numbersOf } from '../../model/desk.ts';
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
import { countBelow } from '../../stats/quantile.ts';
import { contextOn, type Frame } from '../../time/frame.ts';
import type { KeptFacts, MetricFigures } from '../metrics/figure-request.ts';
import { computeFigures } from '../metrics/figures.ts';
import { isDatedByArrival } from '../metrics/observing.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { Grouping } from '../segments/grouping.ts';
import type { Comparison } from '../segments/periods.ts';

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
  /**
   * When each ticket came, where values are dated by something else (the solve, the rating): tickets that came on one bad
   * day end over several, so that the days on which they count look more alike than they are.
   */
  readonly arrivedAt: Float64Array | null;
  figures(options: {
    readonly stats: readonly Stat[];
    readonly grouping: Grouping;
    readonly periods: readonly Comparison[] | null;
  }): MetricFigures;
  /** The same of what is dated in `[from, to)` alone, at the cost of that part; stocks and customers stay whole. */
  between(from: number, to: number): ObservedMetric;
}

export interface ObserveOptions {
  readonly desk: Desk;
  readonly metric: Metric;
  readonly clock: Clock | null;
  readonly frame: Pick<Frame, 'businessTime' | 'sla'>;
  /** Entries before or after it are dropped. */
  readonly window: { readonly from: number; readonly to: number };
  /** Of observations that were kept. */
  readonly kept?: KeptFacts;
}

/**
 * Observes a metric once and keeps what lies in the window, and entries without an instant (still open, by solve
 * date), which belong to no period but to the receipt of everything.
 */
export function observeMetric(options: ObserveOptions): ObservedMetric | Unavailable {
  const { desk, metric, clock, frame, window, kept } = options;
  const context = contextOn(clock, frame);
  const observing = { desk, clock, context, kept };
  if (metric.shape === 'flow') {
    const seen = metric.observe(desk, context);
    if (isUnavailable(seen)) return seen;
    return observedFlow({ ...observing, metric }, narrow(seen, window));
  }
  if (metric.shape === 'customers') return observedOnce({ ...observing, metric }, null);
  const intervals = metric.stock(desk, context);
  if (isUnavailable(intervals)) return intervals;
  const once = { ...metric, stock: () => intervals } satisfies StockMetric;
  return observedOnce({ ...observing, metric: once }, null);
}

interface Observing extends Pick<ObserveOptions, 'desk' | 'clock' | 'kept'> {
  readonly context: MeasureContext;
}

function observedFlow(
  { metric, ...rest }: Observing & { readonly metric: FlowMetric },
  observations: Observations,
): ObservedMetric {
  return observedOnce({ ...rest, metric: { ...metric, observe: () => observations } }, observations);
}

function observedOnce(
  observing: Observing & { readonly metric: Metric },
  observations: Observations | null,
): ObservedMetric {
  const { desk, metric, clock, kept } = observing;
  const hasLag = !observations?.reasons.includes('window_open');
  return {
    metric,
    clock,
    observations,
    hasLag,
    arrivedAt: observations && !isDatedByArrival(metric) ? arrivalsOf(desk, kept) : null,
    figures: ({ stats, grouping, periods }) =>
      computeFigures({
        ...observing,
        stats,
        grouping,
        periods: periods?.map(({ period }) => period) ?? null,
        knownUntil: periods && hasLag ? periods.map(({ knownUntil }) => knownUntil) : null,
      }),
    between: (from, to) =>
      observations && metric.shape === 'flow'
        ? observedFlow({ ...observing, metric }, between(observations, { from, to }))
        : observedOnce(observing, observations),
  };
}

/** When each ticket came; of kept observations each entry's own. */
const arrivalsOf = (desk: Desk, kept: KeptFacts | undefined): Float64Array | null =>
  kept ? kept.arrivedAt : numbersOf(desk.tickets, 'created_at');

/** Observations by the instant that dates them, those without one left out. */
const inTime = new WeakMap<Observations, Observations>();

/** What is dated in `[from, to)`: a look at the same columns where they stand in order of time. */
function between(
  observations: Observations,
  { from, to }: { readonly from: number; readonly to: number },
): Observations {
  const sorted = inTime.get(observations) ?? sortByTime(observations);
  inTime.set(observations, sorted);
  const [start, end] = [countBelow(sorted.at, from), countBelow(sorted.at, to)];
  const { ticket, at, value, state, knownAt, onePer } = sorted;
  return {
    ...sorted,
    ticket: ticket.subarray(start, end),
    at: at.subarray(start, end),
    value: value.subarray(start, end),
    state: state.subarray(start, end),
    knownAt: knownAt.subarray(start, end),
    ...(onePer ? { onePer: onePer.subarray(start, end) } : {}),
  };
}

function sortByTime(seen: Observations): Observations {
  const { at } = seen;
  let isSorted = true;
  let dated = 0;
  for (let i = 0; i < at.length; i++) {
    if (!Number.isNaN(at[i])) dated++;
    if (!(i === 0 || at[i] >= at[i - 1])) isSorted = false;
  }
  if (isSorted && dated === at.length) return seen;
  const rows = new Uint32Array(dated);
  let next = 0;
  for (let i = 0; i < at.length; i++) if (!Number.isNaN(at[i])) rows[next++] = i;
  return pickRows(
    seen,
    rows.sort((a, b) => at[a] - at[b] || a - b),
  );
}

function narrow(seen: Observations, window: ObserveOptions['window']): Observations {
  const rows = rowsIn(seen.at, window);
  return rows.length === seen.at.length ? seen : pickRows(seen, rows);
}

interface Narrowed {
  readonly from: number;
  readonly to: number;
  readonly rows: Uint32Array;
}

/** Metrics that are dated by the same instants have the same rows in a window. */
const narrowed = new WeakMap<Float64Array, Narrowed>();

/** Rows whose instant lies in the window, and those without one. */
function rowsIn(at: Float64Array, { from, to }: ObserveOptions['window']): Uint32Array {
  const known = narrowed.get(at);
  if (known && known.from === from && known.to === to) return known.rows;
  const found = new Uint32Array(at.length);
  let count = 0;
  for (let i = 0; i < at.length; i++) {
    found[count] = i;
    if (!(at[i] < from || at[i] >= to)) count++;
  }
  const rows = found.slice(0, count);
  narrowed.set(at, { from, to, rows });
  return rows;
}

/** Some of the observations, in the order of the rows. */
export function pickRows(seen: Observations, rows: Uint32Array): Observations {
  const pick = <T extends Float64Array | Uint32Array | Uint8Array>(values: T, into: T): T => {
    for (let i = 0; i < rows.length; i++) into[i] = values[rows[i]];
    return into;
  };
  const count = rows.length;
  return {
    ...seen,
    ticket: pick(seen.ticket, new Uint32Array(count)),
    at: pick(seen.at, new Float64Array(count)),
    value: pick(seen.value, new Float64Array(count)),
    state: pick(seen.state, new Uint8Array(count)),
    knownAt: pick(seen.knownAt, new Float64Array(count)),
    ...(seen.onePer ? { onePer: pick(seen.onePer, new Uint32Array(count)) } : {}),
  };
}
