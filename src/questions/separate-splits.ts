import type { FigurePeriod, MetricFigures } from '../analysis/metrics/figure-request.ts';
import { TOTAL } from '../analysis/segments/grouping.ts';
import { type PeriodRequest, periodsOf } from '../analysis/segments/periods.ts';
import type { Desk } from '../model/desk.ts';
import { type Figure, figureKey } from '../model/metric.ts';
import type { Segment } from '../model/segment.ts';
import { sentence } from '../model/sentence.ts';
import { figuresInOrder } from '../output/report/figure-order.ts';
import { usageError } from '../settings/option-values.ts';

/** How the tickets of a desk are split into cells that figures are of. */
export interface CellSplit {
  readonly by: readonly string[];
  readonly periods: readonly FigurePeriod[] | null;
  readonly totals: boolean;
  /** Whether periods are a split of their own: days, weeks, months. */
  readonly isByPeriod: boolean;
}

/** The split in which dimensions and periods are crossed; with `--separately` one split each of them. */
export function splitsAsked(
  desk: Desk,
  {
    request,
    by,
    totals = false,
    separately = false,
  }: {
    readonly request: PeriodRequest;
    readonly by: readonly string[];
    readonly totals?: boolean;
    readonly separately?: boolean;
  },
): readonly CellSplit[] {
  const periods = periodsOf(request, desk);
  const isByPeriod = request.every !== null && periods !== null;
  if (!separately) return [{ by, periods, totals, isByPeriod }];
  if (by.length + (request.every === null ? 0 : 1) < 2)
    throw usageError(sentence('mistake.separately_of_one'), '--by group --every week --separately');
  const whole = request.every === null ? periods : periodsOf({ ...request, every: null }, desk);
  // The totals over each dimension are the same figures: they stand once.
  const own = by.map((name, at) => ({
    ...{ by: [name], periods: whole },
    totals: totals && at === 0,
    isByPeriod: false,
  }));
  return request.every === null ? own : [...own, { by: [], periods, totals: false, isByPeriod }];
}

/** A figure and the cell it is shown in. */
export interface PlacedFigure {
  readonly figure: Figure;
  /** Under all dimensions that were asked for: what its split does not go by, it is the total of. */
  readonly segment: Segment;
}

/** The figures of each split in the order of rows. */
export function placedFigures(
  measured: readonly (readonly MetricFigures[])[],
  by: readonly string[],
): readonly (readonly PlacedFigure[])[] {
  const splits = measured.map((results) => figuresInOrder(results.flatMap(({ figures }) => figures)));
  if (splits.length === 1) return [splits[0].map((figure) => ({ figure, segment: figure.segment }))];
  const said = new Set<string>();
  return splits.map((figures) =>
    figures.flatMap((figure) => {
      if (!isOfNoCell(figure)) return [{ figure, segment: underAll(figure.segment, by) }];
      // What cannot be computed in any split is said once.
      const key = `${figureKey(figure)} ${figure.reason?.english}`;
      return said.size < said.add(key).size ? [{ figure, segment: figure.segment }] : [];
    }),
  );
}

/** A metric that cannot be computed gives one row a statistic, of no period and no segment. */
const isOfNoCell = ({ status, period, segment }: Figure): boolean =>
  status === 'unavailable' && period === null && Object.keys(segment).length === 0;

function underAll(segment: Segment, by: readonly string[]): Segment {
  const cells = by.map((name) => [name, name in segment ? segment[name] : TOTAL] as const);
  return { ...segment, ...Object.fromEntries(cells) };
}
