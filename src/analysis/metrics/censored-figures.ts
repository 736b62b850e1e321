import type { Figure, Stat } from '../../model/metric.ts';
import { type CensoredStatistic, censoredStatistic, cohortOf, curvesOf } from './censored.ts';
import type { FigureRequest } from './figures.ts';
import { isUnavailable } from './unavailable.ts';

const NOT_REACHED = 'not reached: too few have come to that end by as-of';
const NO_DAYS = 'a day has no fixed length on the business clock';
const NOT_YET = 'nobody was watched that long yet';

/**
 * Figures in which tickets still open count too, for every period and segment. `open` says how many of the n are. Takes
 * `km_p50 km_p90 solved_within_…`, and plain quantiles (`p90`) where a check must not be passed by those never answered.
 */
export function censoredFigures(request: FigureRequest): Figure[] {
  const { desk, metric, stats, clock, context, grouping, periods } = request;
  const cohort = cohortOf(metric, desk, context);
  const base = (stat: Stat): Pick<Figure, 'metric' | 'kind' | 'stat' | 'clock'> => ({
    metric: metric.id,
    kind: stat.startsWith('solved_within') ? 'share' : metric.kind,
    stat,
    clock,
  });
  if (isUnavailable(cohort)) {
    const nothing = { value: null, n: 0, low: null, high: null, open: null } as const;
    const reason = cohort.unavailable;
    return stats.map((stat) => ({
      ...base(stat),
      ...nothing,
      period: null,
      segment: {},
      status: 'unavailable',
      reason,
    }));
  }
  const curves = curvesOf({ cohort, grouping, periods, knownUntil: request.knownUntil ?? null });
  return (periods ?? [null]).flatMap((period, p) =>
    grouping.segments.flatMap((segment, s) => {
      const curve = curves[p * grouping.segments.length + s];
      return stats.map((stat): Figure => {
        if (clock === 'business' && /_\d+d$/.test(stat)) {
          const nothing = { value: null, n: 0, low: null, high: null, open: null } as const;
          return { ...base(stat), ...nothing, period, segment, status: 'unavailable', reason: NO_DAYS };
        }
        const result = censoredStatistic(curve, stat);
        const { value, low, high, status } = result;
        const more = result.isNotReached ? { isNotReached: true } : {};
        return {
          ...base(stat),
          period,
          segment,
          value,
          n: curve.n,
          low,
          high,
          open: curve.censored,
          status,
          reason: reasonOf(result),
          ...more,
        };
      });
    }),
  );
}

function reasonOf({ isNotReached, status }: CensoredStatistic): string | null {
  if (isNotReached) return NOT_REACHED;
  return status === 'window_open' ? NOT_YET : null;
}
