import type { Figure, Metric } from '../../model/metric.ts';
import { fewestPeriods } from '../../stats/control-limits.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import { isSmallChange, relevance, type Verdict } from '../../stats/verdict.ts';
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
  // What the period it is compared with says nothing of (a week without a day off, of one with some) is no want of tickets.
  if (behind.at(-1) === null && known.length < fewestPeriods) return null;
  const counts = [...known, now];
  const isStock = metric.shape === 'stock' && metric.of === 'count';
  if (isStock && mode === 'year-ago') return { verdict: 'too_few', limits: null };
  return isStock ? judgeStock(counts) : judgeCount(counts);
}

const scaleOf = ({ kind }: Metric): LimitScale =>
  kind === 'duration' ? 'log' : kind === 'share' ? 'logit' : 'plain';

/** Days that differ beyond 5 % where this figure is looked at alone: among all the others they do not settle it. */
const LEAN = 0.05;
/** Two standard deviations, where the limits are three: twice in a row on one side is as rare as once outside of them. */
const AGAIN = 2 / 3;
/** A figure this many times its limits away is no chance, whatever its days say. */
const FAR = 1.5;
/** The period before speaks for this one if it rests on so large a part of as many tickets. */
const LEAST_WITNESS = 0.25;

/**
 * The verdict on a figure that the days of two periods leave within chance, or say nothing of (all of it lies on one or
 * two of them): `unusual` where the periods before it say
 * otherwise. It lies far outside their limits; or outside, and its days lean that way; or on the same side as the period
 * before, both beyond two thirds of the limits (the second Western Electric rule, NIST handbook 6.3.2). A week has few
 * days to be sure by (DEFINITIONS 7), and a dozen weeks make uncertain limits: limits alone call something unusual in 16
 * first reports of 100 of a steady desk of 250 tickets a week, these rules leave fewer than 5 (`docs/trust.md`).
 *
 * @param n tickets or answers that it rests on, and `beforeN` the figure of the period before
 * @param behind the figure in the periods before, oldest first; asked for only where it can matter
 */
export function besideLimits(
  verdict: Verdict,
  {
    metric,
    judgement,
    now,
    behind,
    n,
    beforeN,
  }: Pick<LimitsRequest, 'metric' | 'judgement' | 'now'> & {
    readonly behind: () => LimitsRequest['behind'];
    readonly n: number;
    readonly beforeN: number;
  },
): Verdict {
  const isMeasured = metric.kind === 'duration' || metric.kind === 'share';
  const isOfFewDays = verdict === 'too_few' && judgement?.tooFew === false;
  if ((verdict !== 'noise' && !isOfFewDays) || !isMeasured || now === null) return verdict;
  const known = behind().filter((value) => value !== null);
  if (isNear(now, known, metric)) return verdict;
  const scale = scaleOf(metric);
  const reach = reachOf([...known, now], scale, n);
  const away = Math.abs(reach);
  const isOutside = away > 1 && (judgement?.difference?.p ?? 1) < LEAN;
  // A handful of tickets, in a week in which nearly nothing came, are no witness.
  const isWitness = beforeN >= LEAST_WITNESS * n;
  const isAgain = isWitness && away > AGAIN && reachOf(known, scale, beforeN) * Math.sign(reach) > AGAIN;
  return away > FAR || isOutside || isAgain ? 'unusual' : verdict;
}

/** Under a tenth of a duration, or two points of a share: a large desk varies so little that its limits lie nearer. */
const near = { duration: { relative: 0.1 }, share: relevance.share } as const;

/** Whether a figure lies so near the middle of the periods before that nobody would call it unusual. */
function isNear(now: number, known: readonly number[], { kind }: Metric): boolean {
  const usual = quantileSorted(Float64Array.from(known).sort(), 0.5);
  const isMeasured = kind === 'duration' || kind === 'share';
  return usual !== null && isMeasured && isSmallChange(now - usual, { before: usual, relevance: near[kind] });
}

/** The value of an earlier figure as far as it may set limits: not at the edge of the export, and no lower bound. */
export const comparableValue = ({ value, status, isLowerBound }: Figure): number | null =>
  status === 'edge' || isLowerBound ? null : value;
