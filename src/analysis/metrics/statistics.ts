import type { Precision } from '../../model/columns.ts';
import type { FigureStatus, MetricKind, Stat } from '../../model/metric.ts';
import type { Interval } from '../../stats/interval.ts';
import { noInterval } from '../../stats/interval.ts';
import { promotersOf } from '../../stats/promoters.ts';
import {
  quantileInterval,
  quantileOccurring,
  quantileSorted,
  ranksOfQuantile,
} from '../../stats/quantile.ts';
import { npsOf, scoreOf } from '../../stats/score.ts';
import { shareOf } from '../../stats/share.ts';
import { meanOf, momentsOf, sumValues } from '../../stats/sums.ts';
import { isTooFew, type ThresholdStat } from '../../stats/too-few.ts';

/** A statistic of one cell, before it becomes a figure. */
export interface Statistic extends Interval {
  readonly value: number | null;
  readonly status: FigureStatus;
}

export interface StatisticInput {
  readonly kind: MetricKind;
  readonly stat: Stat;
  /** Present values only, with what `ranksRead` names in its place: ascending, or as `fillCells` leaves them. */
  readonly sorted: Float64Array;
  /** Ends of the rating scale, for scores. */
  readonly scale: { readonly min: number; readonly max: number };
  /** How finely the values are known: quantiles of days are days that occur (type 1), never half a day. */
  readonly precision?: Precision;
}

/** The shares whose quantiles statistics are. */
export const quantileOf: Readonly<Partial<Record<Stat, number>>> = {
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

/** Which statistics a kind of metric has (`count | share | duration | score | points`). */
export const statsOfKind: { readonly [K in MetricKind]: readonly Stat[] } = {
  count: ['count'],
  share: ['share'],
  duration: ['mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'min', 'max'],
  score: ['mean', 'p50', 'min', 'max'],
  points: ['score'],
};

/**
 * One statistic of the values of a cell (DEFINITIONS 3): quantiles R-7 with order-statistic intervals, shares with
 * Wilson's, mean scores with t clipped to the scale, NPS with adjusted Wald; a mean duration has no interval.
 */
export function statisticOf({ kind, stat, sorted, scale, precision }: StatisticInput): Statistic {
  const n = sorted.length;
  if (kind === 'count')
    return { value: kind === 'count' ? sumValues(sorted) : null, ...noInterval, status: 'ok' };
  if (n === 0) return { value: null, ...noInterval, status: 'too_few' };
  const status: FigureStatus = isTooFew(thresholdOf(stat), n) ? 'too_few' : 'ok';
  const p = quantileOf[stat];
  if (p !== undefined) {
    // Type 1, the inverse of the empirical distribution, reads one of the two ranks that R-7 lies between.
    const value = precision === 'day' ? quantileOccurring(sorted, p) : quantileSorted(sorted, p);
    return { value, ...quantileInterval({ sorted, p }), status };
  }
  switch (stat) {
    case 'min':
      return { value: sorted[0], ...noInterval, status };
    case 'max':
      return { value: sorted[n - 1], ...noInterval, status };
    case 'share': {
      const estimate = shareOf({ hits: sumValues(sorted), n });
      return {
        value: estimate?.value ?? null,
        low: estimate?.low ?? null,
        high: estimate?.high ?? null,
        status,
      };
    }
    case 'score': {
      const estimate = npsOf({ ...promotersOf(sorted), n });
      return {
        value: estimate?.value ?? null,
        low: estimate?.low ?? null,
        high: estimate?.high ?? null,
        status,
      };
    }
    default: {
      if (kind === 'duration') return { value: meanOf(sorted), ...noInterval, status };
      const moments = momentsOf(sorted);
      if (!moments) return { value: null, ...noInterval, status };
      const estimate = scoreOf({ moments, scale });
      return { value: estimate.value, low: estimate.low, high: estimate.high, status };
    }
  }
}

/** The ranks (from 0) of n ascending values that a statistic looks at; the others may stand in any order. */
export function ranksRead(stat: Stat, n: number): number[] {
  const p = quantileOf[stat];
  if (p !== undefined) return ranksOfQuantile(n, p);
  if (stat === 'min') return [0];
  return stat === 'max' ? [n - 1] : [];
}

/** The statistic whose least n holds for another. */
export function thresholdOf(stat: Stat): ThresholdStat {
  if (stat === 'count') return 'min';
  if (stat.startsWith('solved_within')) return 'share';
  return stat as ThresholdStat;
}
