import {
  type ControlLimits,
  controlLimits,
  countLimits,
  dispersionOf,
  isOutside,
  usualPeriods,
} from '../../stats/control-limits.ts';
import { z95 } from '../../stats/distributions.ts';
import { isSmallChange, type Relevance, relevance, type Verdict } from '../../stats/verdict.ts';

/** What a figure of a period comes to beside those of the periods before it. */
export interface CountChange {
  readonly verdict: Verdict;
  /** Within which the periods before let the figure be expected; null below eight of them. */
  readonly limits: { readonly low: number; readonly high: number } | null;
}

/** On which scale a figure varies evenly: durations by ratio, shares by odds. */
export type LimitScale = 'plain' | 'log' | 'logit';

/** A second, so that an answer at once has a logarithm. */
const SECOND = 1000;
/** Shares nearer to 0 or 1 than this have no odds. */
const LEAST_SHARE = 0.001;

const scales: Readonly<
  Record<LimitScale, { readonly to: (value: number) => number; readonly back: (value: number) => number }>
> = {
  plain: { to: (value) => value, back: (value) => value },
  log: { to: (value) => Math.log(value + SECOND), back: (value) => Math.exp(value) - SECOND },
  logit: {
    to: (value) => {
      const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, value));
      return Math.log(share / (1 - share));
    },
    back: (value) => 1 / (1 + Math.exp(-value)),
  },
};

/**
 * A figure without an interval against the limits of the periods before it (DEFINITIONS 7): `noise` inside of them,
 * `unusual` outside, for no test says that it is more; `too_few` below eight.
 *
 * @param values oldest first, the last of them to be judged; all of the same length of time, none missing
 */
export function judgeValue(values: readonly number[], scale: LimitScale = 'plain'): CountChange {
  const { to, back } = scales[scale];
  const scaled = values.map(to);
  const now = scaled[scaled.length - 1];
  const limits = controlLimits(usualPeriods(Float64Array.from(scaled.slice(0, -1)), controlLimits));
  if (!limits) return { verdict: 'too_few', limits: null };
  const range = { low: back(limits.low), high: back(limits.high) };
  return { verdict: isOutside(now, limits) ? 'unusual' : 'noise', limits: range };
}

/**
 * How many times as far above the middle of the periods before it as its limits a figure lies, below it less than 0; NaN
 * below eight periods.
 *
 * @param values oldest first, the last of them to be measured, as for `judgeValue`
 * @param answers how many a share rests on: its limits are never narrower than chance makes them for so many, as a few
 * weeks that happened to agree would have them
 */
export function reachOf(values: readonly number[], scale: LimitScale, answers?: number): number {
  const scaled = values.map(scales[scale].to);
  const limits = controlLimits(usualPeriods(Float64Array.from(scaled.slice(0, -1)), controlLimits));
  if (!limits || limits.high === limits.low) return Number.NaN;
  const width = Math.max(
    limits.high - limits.centre,
    scale === 'logit' ? byChance(limits.centre, answers) : 0,
  );
  return (scaled[scaled.length - 1] - limits.centre) / width;
}

/** Three standard errors of the odds of a share of so many answers: 1 / √(n p (1 − p)) each. */
function byChance(centre: number, answers: number | undefined): number {
  const share = scales.logit.back(centre);
  return answers ? 3 / Math.sqrt(answers * share * (1 - share)) : 0;
}

/**
 * A count against the limits of the periods before it: `noise` inside of them; outside `unusual`, and where it differs
 * from the last of them beyond chance too (quasi-Poisson at 5 %), `small` under 10 %, else `real`.
 */
export function judgeCount(counts: readonly number[]): CountChange {
  const earlier = usualPeriods(Float64Array.from(counts.slice(0, -1)), countLimits);
  const limits = countLimits(earlier);
  if (!limits) return { verdict: 'too_few', limits: null };
  const range = { low: Math.max(0, limits.low), high: limits.high };
  const now = counts[counts.length - 1];
  if (!isOutside(now, limits)) return { verdict: 'noise', limits: range };
  const before = counts[counts.length - 2];
  const error = Math.sqrt(dispersionOf([...earlier]) * (now + before));
  const isBeyondChance = Math.abs(now - before) > z95 * error;
  return {
    verdict: isBeyondChance ? sizeOf(now, { before, relevance: relevance.count }) : 'unusual',
    limits: range,
  };
}

/**
 * A stock against the limits of its own moves from one period's end to the next (its net flow): stocks drift, so their
 * level says nothing of what is usual. The move to be judged is that from the last of the earlier periods. Moves that
 * are all alike say nothing of what chance brings: three roots of the level are allowed for then.
 */
export function judgeStock(counts: readonly number[]): CountChange {
  const moves = counts.slice(1).map((count, i) => count - counts[i]);
  const found = controlLimits(usualPeriods(Float64Array.from(moves.slice(0, -1)), controlLimits));
  if (!found) return { verdict: 'too_few', limits: null };
  const before = counts[counts.length - 2];
  const limits = found.high > found.low ? found : around(found.centre, 3 * Math.sqrt(Math.max(1, before)));
  const range = { low: Math.max(0, before + limits.low), high: before + limits.high };
  const now = counts[counts.length - 1];
  if (!isOutside(now - before, limits)) return { verdict: 'noise', limits: range };
  return { verdict: sizeOf(now, { before, relevance: relevance.count }), limits: range };
}

const around = (centre: number, reach: number): ControlLimits => ({
  centre,
  low: centre - reach,
  high: centre + reach,
});

function sizeOf(
  now: number,
  compared: { readonly before: number; readonly relevance: Relevance },
): Extract<Verdict, 'small' | 'real'> {
  return isSmallChange(now - compared.before, compared) ? 'small' : 'real';
}
