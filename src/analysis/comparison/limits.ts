import type { Figure, Metric } from '../../model/metric.ts';
import type { Verdict } from '../../stats/verdict.ts';
import type { ComparisonMode } from '../../time/period-series.ts';
import type { Judgement } from './compare.ts';
import {
  type CountChange,
  judgeCount,
  judgeStock,
  judgeValue,
  type LimitScale,
  reachOf,
} from './count-change.ts';

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
    return judgeValue([...known, now], scaleOf(metric));
  }
  const counts = [...known, now];
  const isStock = metric.shape === 'stock' && metric.of === 'count';
  if (isStock && mode === 'year-ago') return { verdict: 'too_few', limits: null };
  return isStock ? judgeStock(counts) : judgeCount(counts);
}

const scaleOf = ({ kind }: Metric): LimitScale =>
  kind === 'duration' ? 'log' : kind === 'share' ? 'logit' : 'plain';

/** Days that differ by chance alone in one comparison of ten at most lean to a change, though they do not settle it. */
const LEAN = 0.1;
/** A period before that lay this many times its limits away on the same side speaks for the one after it. */
const AGAIN = 1.25;

/**
 * The verdict on a figure that the days of two periods leave within chance: `unusual` where it lies outside the limits of
 * the periods before it all the same, and either its days lean that way or the period before lay outside too. A week has
 * few days to be sure by (DEFINITIONS 7), and a dozen weeks make uncertain limits: limits alone call a figure of a steady
 * desk of 250 tickets a week unusual in 16 reports of 100, with these conditions in 6, 5 of them by counts of new tickets;
 * of 40 desks that take 30 % longer 24 are named within two weeks, by days alone none.
 *
 * @param behind the figure in the periods before, oldest first; asked for only where it can matter
 */
export function besideLimits(
  verdict: Verdict,
  {
    metric,
    judgement,
    now,
    behind,
  }: Pick<LimitsRequest, 'metric' | 'judgement' | 'now'> & { readonly behind: () => LimitsRequest['behind'] },
): Verdict {
  const isMeasured = metric.kind === 'duration' || metric.kind === 'share';
  if (verdict !== 'noise' || !isMeasured || now === null) return verdict;
  const known = behind().filter((value) => value !== null);
  const scale = scaleOf(metric);
  const reach = reachOf([...known, now], scale);
  if (!(Math.abs(reach) > 1)) return verdict;
  const leans = (judgement?.difference?.p ?? 1) < LEAN;
  return leans || reachOf(known, scale) * Math.sign(reach) > AGAIN ? 'unusual' : verdict;
}

/** The value of an earlier figure as far as it may set limits: not at the edge of the export, and no lower bound. */
export const comparableValue = ({ value, status, isLowerBound }: Figure): number | null =>
  status === 'edge' || isLowerBound ? null : value;
