import type { Figure, Stat } from '../../model/metric.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { IncidenceCurve } from '../../stats/survival.ts';
import { type CensoredStatistic, censoredStatistic, cohortOf, curvesOf } from './censored.ts';
import type { FigureRequest } from './figure-request.ts';
import { isUnavailable } from './unavailable.ts';

const NOT_REACHED = sentence('why.not_reached');
const NO_DAYS = sentence('why.no_business_days');
const NO_HOURS = sentence('why.days_not_hours');
const NOT_YET = sentence('why.not_watched_that_long');

/**
 * Figures in which tickets still open count too, for every period and segment. `open` says how many of the n are. Takes
 * `km_p50 km_p90 solved_within_…`, and plain quantiles (`p90`) where a check must not be passed by those never answered.
 */
export function censoredFigures(request: FigureRequest): Figure[] {
  const { desk, metric, stats, context, grouping, periods } = request;
  const cohort = request.kept?.cohort ?? cohortOf(metric, desk, context);
  if (isUnavailable(cohort))
    return stats.map((stat) =>
      unavailableFigure(stat, { ...request, period: null, segment: {} }, cohort.unavailable),
    );
  const curves = curvesOf({ cohort, grouping, periods, knownUntil: request.knownUntil ?? null });
  return (periods ?? [null]).flatMap((period, p) =>
    grouping.segments.flatMap((segment, s) =>
      figuresOfCurve(curves[p * grouping.segments.length + s], {
        ...request,
        period,
        segment,
        isInDays: cohort.isInDays,
      }),
    ),
  );
}

interface CellOfCurve
  extends Pick<FigureRequest, 'metric' | 'stats' | 'clock'>,
    Pick<Figure, 'period' | 'segment'> {
  /** Times are differences of calendar days. */
  readonly isInDays?: boolean;
}

/** The statistics of one period and segment, read off its curve. */
export function figuresOfCurve(curve: IncidenceCurve, cell: CellOfCurve): Figure[] {
  return cell.stats.map((stat): Figure => {
    if (cell.clock === 'business' && /_\d+d$/.test(stat)) return unavailableFigure(stat, cell, NO_DAYS);
    if (cell.isInDays && /_\d+h$/.test(stat)) return unavailableFigure(stat, cell, NO_HOURS);
    const result = censoredStatistic(curve, stat, cell.isInDays);
    const { value, low, high, status } = result;
    return {
      ...refOf(stat, cell),
      value,
      n: curve.n,
      low,
      high,
      open: curve.censored,
      status,
      reason: reasonOf(result),
      ...(cell.isInDays ? { precision: 'day' as const } : {}),
      ...(result.isNotReached ? { isNotReached: true } : {}),
    };
  });
}

function refOf(
  stat: Stat,
  { metric, clock, period, segment }: CellOfCurve,
): Pick<Figure, 'period' | 'segment' | 'metric' | 'kind' | 'stat' | 'clock'> {
  const kind = stat.startsWith('solved_within') ? 'share' : metric.kind;
  return { metric: metric.id, kind, stat, clock, period, segment };
}

function unavailableFigure(stat: Stat, cell: CellOfCurve, reason: Sentence): Figure {
  const nothing = { value: null, n: 0, low: null, high: null, open: null } as const;
  return { ...refOf(stat, cell), ...nothing, status: 'unavailable', reason };
}

function reasonOf({ isNotReached, status }: CensoredStatistic): Sentence | null {
  if (isNotReached) return NOT_REACHED;
  return status === 'window_open' ? NOT_YET : null;
}
