import type { Desk } from '../../model/desk.ts';
import type {
  Clock,
  Figure,
  FigureStatus,
  FlowMetric,
  MeasureContext,
  Metric,
  Observations,
  Stat,
  StockMetric,
} from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { noInterval } from '../../stats/interval.ts';
import { RankPlacer } from '../../stats/place-ranks.ts';
import { quantileSorted, ranksOfQuantile } from '../../stats/quantile.ts';
import type { Grouping } from '../segments/grouping.ts';
import { type Cells, fillCells } from './cells.ts';
import { isCensored } from './censored.ts';
import { censoredFigures } from './censored-figures.ts';
import { customersFigures } from './figures-of-customers.ts';
import { ratingsOf } from './ratings.ts';
import { observeResolution } from './resolution.ts';
import { ranksRead, type Statistic, statisticOf } from './statistics.ts';
import { fillStocks } from './stocks.ts';
import { isUnavailable } from './unavailable.ts';

export type FigurePeriod = Period & { readonly complete: boolean };

export interface FigureRequest {
  readonly desk: Desk;
  readonly metric: Metric;
  readonly stats: readonly Stat[];
  /** null for metrics without a clock. */
  readonly clock: Clock | null;
  readonly context: MeasureContext;
  readonly grouping: Grouping;
  readonly periods: readonly FigurePeriod[] | null;
  /** Per period: nothing later than this is known yet; see DEFINITIONS 1, "a young period always looks fast". */
  readonly knownUntil?: readonly number[] | null;
}

/** The figures of one metric, and what its receipt says: how many entries were left out, for which reason. */
export interface MetricFigures {
  readonly figures: readonly Figure[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly note: string | null;
}

/**
 * The figures of one metric for every period and segment, periods first, segments in their order, statistics as asked.
 * A metric that cannot be computed gives one row a statistic, `unavailable`, with the reason.
 */
export function computeFigures(request: FigureRequest): MetricFigures {
  const { metric, stats } = request;
  const censored = stats.filter(isCensored);
  const plain = { ...request, stats: stats.filter((stat) => !isCensored(stat)) };
  const result = figuresOfShape(plain, metric);
  if (censored.length === 0) return result;
  return { ...result, figures: [...result.figures, ...censoredFigures({ ...request, stats: censored })] };
}

function figuresOfShape(request: FigureRequest, metric: Metric): MetricFigures {
  if (metric.shape === 'flow') return flowFigures(request, metric);
  if (metric.shape === 'stock') return stockFigures(request, metric);
  return customersFigures(request, metric);
}

function flowFigures(request: FigureRequest, metric: FlowMetric): MetricFigures {
  const { desk, grouping, periods, stats, context } = request;
  const observations = metric.observe(desk, context);
  if (isUnavailable(observations)) return unavailableFigures(request, observations.unavailable);
  const cells = fillCells({
    observations,
    grouping,
    periods,
    knownUntil: request.knownUntil ?? null,
    ranks: (n) => stats.flatMap((stat) => ranksRead(stat, n)),
  });
  const edge = edgeOf(request);
  const figures: Figure[] = [];
  forEachCell(request, (cell, period, segment) => {
    const sorted = cells.values.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
    for (const stat of stats) {
      const result = statisticOf({ kind: metric.kind, stat, sorted, scale: scaleOf(request) });
      const status = statusOf({
        result: result.status,
        cells,
        cell,
        isEdge: period !== null && period.start < edge,
        sorted,
      });
      figures.push({
        period,
        segment,
        metric: metric.id,
        kind: metric.kind,
        stat,
        clock: request.clock,
        value: result.value,
        n: sorted.length,
        low: result.low,
        high: result.high,
        open: metric.periodOf === 'created_at' && metric.kind !== 'count' ? cells.open[cell] : null,
        status,
        reason: reasonOf(status),
        ...(observations.clockSource ? { clockSource: observations.clockSource } : {}),
      });
    }
  });
  return { figures, leftOut: withOpen(cells), note: observations.note ?? null };
}

function withOpen({ leftOut, open }: Cells): ReadonlyMap<string, number> {
  let total = 0;
  for (const count of open) total += count;
  return total === 0 ? leftOut : new Map([...leftOut, ['open', total]]);
}

interface StatusInput {
  readonly result: FigureStatus;
  readonly cells: Cells;
  readonly cell: number;
  readonly isEdge: boolean;
  readonly sorted: Float64Array;
}

function statusOf({ result, cells, cell, isEdge, sorted }: StatusInput): FigureStatus {
  if (sorted.length === 0 && cells.windowOpen[cell] > 0) return 'window_open';
  if (isEdge) return 'edge';
  return result;
}

/** Why a figure is not to be relied on, in words. */
function reasonOf(status: FigureStatus): string | null {
  if (status === 'edge')
    return 'the export begins too shortly before this period: slow tickets from before it are missing';
  if (status === 'window_open') return 'the windows of these tickets are not over yet';
  return null;
}

function stockFigures(request: FigureRequest, metric: StockMetric): MetricFigures {
  const { desk, grouping, periods, stats, context } = request;
  const intervals = metric.stock(desk, context);
  if (isUnavailable(intervals)) return unavailableFigures(request, intervals.unavailable);
  const cells = fillStocks({ metric, intervals, desk, grouping, periods });
  const isBound = desk.coverage.cut === 'created' && !desk.coverage.pinned && metric.of !== 'created_count';
  const figures: Figure[] = [];
  forEachCell(request, (cell, period, segment) => {
    const isFuture = period !== null && period.start > desk.asOf;
    for (const stat of stats) {
      const sorted = cells.values.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
      const figure = cells.figure[cell];
      const result =
        metric.of === 'age'
          ? statisticOf({ kind: 'duration', stat, sorted, scale: scaleOf(request) })
          : stockStatistic(figure);
      figures.push({
        period,
        segment,
        metric: metric.id,
        kind: metric.kind,
        stat,
        clock: metric.kind === 'duration' ? 'calendar' : null,
        value: isFuture ? null : result.value,
        n: isFuture ? 0 : cells.n[cell],
        low: result.low,
        high: result.high,
        open: null,
        status: result.status,
        reason: result.value === null ? noPace(metric) : isBound ? LOWER_BOUND : null,
      });
    }
  });
  return { figures, leftOut: intervals.leftOut, note: null };
}

const LOWER_BOUND = 'lower bound: tickets from before the export began are not in it';

function stockStatistic(figure: number): Statistic {
  if (Number.isNaN(figure)) return { value: null, ...noInterval, status: 'too_few' };
  return { value: figure, ...noInterval, status: 'ok' };
}

/** Why there are no days of work: the pace of the desk is not known, or it stands still. */
function noPace({ of }: StockMetric): string | null {
  return of === 'days' ? 'under a week of data, or nothing was finished in the four weeks before' : null;
}

function unavailableFigures({ metric, stats, clock }: FigureRequest, reason: string): MetricFigures {
  const figures = stats.map(
    (stat): Figure => ({
      period: null,
      segment: {},
      metric: metric.id,
      kind: metric.kind,
      stat,
      clock,
      value: null,
      n: 0,
      low: null,
      high: null,
      open: null,
      status: 'unavailable',
      reason,
    }),
  );
  return { figures, leftOut: new Map(), note: null };
}

function forEachCell(
  { periods, grouping }: FigureRequest,
  use: (cell: number, period: FigurePeriod | null, segment: Figure['segment']) => void,
): void {
  let cell = 0;
  for (const period of periods ?? [null])
    for (const segment of grouping.segments) use(cell++, period, segment);
}

/** Where a mean score can lie: the rating scale's ends, or any count from 0 on. */
export function scaleOf({ desk, metric }: Pick<FigureRequest, 'desk' | 'metric'>): {
  min: number;
  max: number;
} {
  if (metric.unit !== undefined) return { min: 0, max: Number.POSITIVE_INFINITY };
  const scale =
    metric.kind === 'score' ? ratingsOf(desk, metric.id === 'ces_mean' ? 'ces' : 'csat')?.scale : null;
  return scale ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
}

const edges = new WeakMap<Desk, number>();

/**
 * Until when figures by solve date are `edge` (DEFINITIONS 1): an export of tickets created in a window lacks the
 * slow tickets that were created before it and solved in its first days, until from + p95 of resolution.
 */
function edgeOf({ desk, metric, periods }: FigureRequest): number {
  if (periods === null) return Number.NEGATIVE_INFINITY;
  if (desk.coverage.cut !== 'created' || desk.coverage.pinned) return Number.NEGATIVE_INFINITY;
  if (metric.periodOf !== 'solved_at' && metric.periodOf !== 'first solve') return Number.NEGATIVE_INFINITY;
  let edge = edges.get(desk);
  if (edge === undefined) {
    const resolution = observeResolution(desk, {
      context: { clock: 'calendar', businessTime: null },
      which: 'last',
      reported: {
        calendar: 'reported_resolution_time_seconds',
        business: 'reported_resolution_time_business_seconds',
      },
    });
    edge = Number.NEGATIVE_INFINITY;
    if (!isUnavailable(resolution)) {
      const used = usedValues(resolution);
      new RankPlacer().place(used, ranksOfQuantile(used.length, 0.95));
      edge = desk.coverage.from + (quantileSorted(used, 0.95) ?? 0);
    }
    edges.set(desk, edge);
  }
  return edge;
}

/** The values of used entries. */
function usedValues({ state, value }: Observations): Float64Array {
  const used = new Float64Array(value.length);
  let n = 0;
  for (let i = 0; i < value.length; i++) if (state[i] === 0 && !Number.isNaN(value[i])) used[n++] = value[i];
  return used.subarray(0, n);
}
