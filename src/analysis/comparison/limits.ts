import type { Figure, Metric } from '../../model/metric.ts';
import type { ComparisonMode } from '../../time/period-series.ts';
import type { Judgement } from './compare.ts';
import { type CountChange, judgeCount, judgeStock, judgeValue } from './count-change.ts';

/** A figure to be judged by the periods before it. */
export interface LimitsRequest {
  readonly metric: Metric;
  /** What its interval says; null where it has none. */
  readonly judgement: Judgement | null;
  /** The figure in the period it is compared with and in those before that, oldest first; null where it is not known. */
  readonly behind: readonly (number | null)[];
  readonly now: number | null;
  readonly mode: ComparisonMode | 'none';
}

/**
 * The verdict by control limits on what intervals cannot judge: counts, stocks, and figures of periods with under four
 * days (DEFINITIONS 7). Null for all others. How far a stock moves in a year, earlier weeks do not tell: `too_few`.
 */
export function judgeByLimits({ metric, judgement, behind, now, mode }: LimitsRequest): CountChange | null {
  if (now === null) return null;
  // What is not known is not 0: such periods are in no limit.
  const known = behind.filter((value) => value !== null);
  if (metric.kind !== 'count') {
    if (!judgement || judgement.tooFew || judgement.design !== null) return null;
    const scale = metric.kind === 'duration' ? 'log' : metric.kind === 'share' ? 'logit' : 'plain';
    return judgeValue([...known, now], scale);
  }
  const counts = [...known, now];
  const isStock = metric.shape === 'stock' && metric.of === 'count';
  if (isStock && mode === 'year-ago') return { verdict: 'too_few', limits: null };
  return isStock ? judgeStock(counts) : judgeCount(counts);
}

/** The value of an earlier figure as far as it may set limits: not at the edge of the export, and no lower bound. */
export const comparableValue = ({ value, status, isLowerBound }: Figure): number | null =>
  status === 'edge' || isLowerBound ? null : value;
