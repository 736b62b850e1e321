import type { Figure, FigureStatus, FlowMetric, Metric, StockMetric } from '../../model/metric.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { noInterval } from '../../stats/interval.ts';
import { type Cells, fillCells, releaseCells } from './cells.ts';
import { isCensored } from './censored.ts';
import { censoredFigures } from './censored-figures.ts';
import type { FigurePeriod, FigureRequest, MetricFigures } from './figure-request.ts';
import { customersFigures } from './figures-of-customers.ts';
import { type Knowledge, knowledgeBy, knowledgeFacts, withKnowledge } from './known.ts';
import { withLeftOutColumn } from './left-out-columns.ts';
import { ratingsOf } from './ratings.ts';
import { ranksRead, type Statistic, statisticOf } from './statistics.ts';
import { fillStocks, lowerBounds } from './stocks.ts';
import { isUnavailable } from './unavailable.ts';

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
  // An export that holds a header and no rows says that there was nothing, not that nothing is known.
  if (request.desk.problems.some(({ code }) => code === 'no_rows')) return figuresOfNothing(request);
  if (metric.shape === 'flow') return flowFigures(request, metric);
  if (metric.shape === 'stock') return stockFigures(request, metric);
  return customersFigures(request, metric);
}

function flowFigures(request: FigureRequest, metric: FlowMetric): MetricFigures {
  const { desk, grouping, periods, stats, context } = request;
  const observations = request.observed?.of(metric, request) ?? metric.observe(desk, context);
  if (isUnavailable(observations)) return unavailableFigures(request, observations.unavailable);
  const cells = fillCells({
    observations,
    grouping,
    periods,
    knownUntil: request.knownUntil ?? null,
    ranks: (n) => stats.flatMap((stat) => ranksRead(stat, n)),
  });
  const figures: Figure[] = [];
  const known = knowledgeByPeriod(request);
  forEachCell(request, (cell, period, segment) => {
    const sorted = cells.values.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
    for (const stat of stats) {
      const { precision } = observations;
      const result = statisticOf({ kind: metric.kind, stat, sorted, scale: scaleOf(request), precision });
      const status = statusOf({
        result: result.status,
        cells,
        cell,
        sorted,
      });
      const figure: Figure = {
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
        ...(precision ? { precision } : {}),
        ...(status === 'too_few' ? fewOf(sorted) : {}),
      };
      figures.push(withKnowledge(figure, known(period)));
    }
  });
  const leftOut = withOpen(cells);
  releaseCells(cells);
  return { figures, leftOut, note: observations.note ?? null };
}

/** The ends of few values; what stands between them is too little for an interval. */
export function fewOf(values: Float64Array): Pick<Figure, 'few'> {
  if (values.length === 0) return {};
  let [low, high] = [values[0], values[0]];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { few: { low, high } };
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
  readonly sorted: Float64Array;
}

function statusOf({ result, cells, cell, sorted }: StatusInput): FigureStatus {
  if (sorted.length === 0 && cells.windowOpen[cell] > 0) return 'window_open';
  return result;
}

/** What the export can know of each period; asked for a segment after the other. */
function knowledgeByPeriod({
  desk,
  metric,
  kept,
}: FigureRequest): (period: FigurePeriod | null) => Knowledge {
  const facts = kept?.facts ?? knowledgeFacts(desk);
  const found = new Map<FigurePeriod | null, Knowledge>();
  return (period) => {
    let known = found.get(period);
    if (!known) {
      known = knowledgeBy(facts, metric, period);
      found.set(period, known);
    }
    return known;
  };
}

/** Why a figure is not to be relied on, in words. */
export function reasonOf(status: FigureStatus): Sentence | null {
  if (status === 'window_open') return sentence('why.windows_not_over');
  return null;
}

function stockFigures(request: FigureRequest, metric: StockMetric): MetricFigures {
  const { desk, grouping, periods, stats, context, kept } = request;
  const intervals = metric.stock(desk, context);
  if (isUnavailable(intervals)) return unavailableFigures(request, intervals.unavailable);
  const cells = fillStocks({ metric, intervals, desk, grouping, periods });
  const bounds =
    metric.of === 'created_count'
      ? null
      : lowerBounds(desk, {
          intervals: kept?.stretches ?? intervals,
          periods,
          leavesUntouched: kept?.leavesUntouched,
        });
  const figures: Figure[] = [];
  const known = knowledgeByPeriod(request);
  forEachCell(request, (cell, period, segment) => {
    const isBound = bounds !== null && bounds[Math.floor(cell / grouping.segments.length)] === 1;
    for (const stat of stats) {
      const sorted = cells.values.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
      const result =
        metric.of === 'age'
          ? statisticOf({ kind: 'duration', stat, sorted, scale: scaleOf(request) })
          : stockStatistic(cells.figure[cell]);
      const isFuture = period !== null && period.start > desk.asOf;
      const figure: Figure = {
        ...{ period, segment, metric: metric.id, kind: metric.kind, stat },
        clock: metric.kind === 'duration' ? 'calendar' : null,
        value: isFuture ? null : result.value,
        n: isFuture ? 0 : cells.n[cell],
        ...{ low: result.low, high: result.high, open: null, status: result.status },
        ...stockRemark(metric, { isKnown: result.value !== null, isBound }),
      };
      figures.push(withKnowledge(figure, known(period)));
    }
  });
  return { figures, leftOut: intervals.leftOut, note: null };
}

/** What is to be known of a stock: why there is none, or that it is a lower bound. */
function stockRemark(
  metric: StockMetric,
  { isKnown, isBound }: { readonly isKnown: boolean; readonly isBound: boolean },
): Pick<Figure, 'reason' | 'isLowerBound'> {
  const bound = isBound ? ({ isLowerBound: true } as const) : {};
  if (!isKnown) return { reason: noPace(metric), ...bound };
  return { reason: isBound ? LOWER_BOUND : null, ...bound };
}

export const LOWER_BOUND = sentence('why.lower_bound');

function stockStatistic(figure: number): Statistic {
  if (Number.isNaN(figure)) return { value: null, ...noInterval, status: 'too_few' };
  return { value: figure, ...noInterval, status: 'ok' };
}

/** Why there are no days of work: the pace of the desk is not known, or it stands still. */
export function noPace({ of }: StockMetric): Sentence | null {
  return of === 'days' ? sentence('why.no_pace') : null;
}

/** Of an export that holds nothing: counts are 0, the rest is not known. */
function figuresOfNothing(request: FigureRequest): MetricFigures {
  const { metric } = request;
  const isCount = metric.kind === 'count' && !(metric.shape === 'stock' && metric.of === 'days');
  const known = { value: 0, status: 'ok', reason: null } as const;
  return figuresOfAll(request, isCount ? known : { value: null, status: 'too_few', reason: null });
}

const unavailableFigures = (request: FigureRequest, reason: Sentence): MetricFigures =>
  figuresOfAll(request, {
    value: null,
    status: 'unavailable',
    reason: withLeftOutColumn(request.desk, request.metric, reason),
  });

/** The same for every statistic of the whole desk. */
function figuresOfAll(
  { metric, stats, clock }: FigureRequest,
  told: Pick<Figure, 'value' | 'status' | 'reason'>,
): MetricFigures {
  const figures = stats.map(
    (stat): Figure => ({
      period: null,
      segment: {},
      metric: metric.id,
      kind: metric.kind,
      stat,
      clock,
      n: 0,
      low: null,
      high: null,
      open: null,
      ...told,
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
export function scaleOf({ desk, metric, kept }: Pick<FigureRequest, 'desk' | 'metric' | 'kept'>): {
  min: number;
  max: number;
} {
  if (kept) return kept.scale;
  if (metric.unit !== undefined) return { min: 0, max: Number.POSITIVE_INFINITY };
  const scale =
    metric.kind === 'score' ? ratingsOf(desk, metric.id === 'ces_mean' ? 'ces' : 'csat')?.scale : null;
  return scale ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
}
