import { controlLimits, isOutside } from '../../stats/control-limits.ts';
import { relevance, type Verdict } from '../../stats/verdict.ts';

/** What a count of a period comes to beside the periods before it. */
export interface CountChange {
  readonly verdict: Verdict;
  /** Within which the periods before let the count be expected; null below eight of them. */
  readonly limits: { readonly low: number; readonly high: number } | null;
}

/**
 * A count against the XmR limits of the periods before it (DEFINITIONS 7): `noise` inside of them, outside `small`
 * where it changed by under 10 % since the period before, else `real`; `too_few` below eight earlier periods.
 *
 * @param counts oldest first, the last of them to be judged; all of the same length of time
 */
export function judgeCount(counts: readonly number[]): CountChange {
  const now = counts[counts.length - 1];
  const limits = controlLimits(Float64Array.from(counts.slice(0, -1)));
  if (!limits) return { verdict: 'too_few', limits: null };
  const range = { low: Math.max(0, limits.low), high: limits.high };
  if (!isOutside(now, limits)) return { verdict: 'noise', limits: range };
  return { verdict: isSmall(now - counts[counts.length - 2], counts[counts.length - 2]), limits: range };
}

/**
 * A stock against the limits of its own moves from one period's end to the next (its net flow): stocks drift, so their
 * level says nothing of what is usual.
 */
export function judgeStock(counts: readonly number[]): CountChange {
  const moves = counts.slice(1).map((count, i) => count - counts[i]);
  const limits = controlLimits(Float64Array.from(moves.slice(0, -1)));
  if (!limits) return { verdict: 'too_few', limits: null };
  const before = counts[counts.length - 2];
  const range = { low: Math.max(0, before + limits.low), high: before + limits.high };
  const move = moves[moves.length - 1];
  if (!isOutside(move, limits)) return { verdict: 'noise', limits: range };
  return { verdict: isSmall(move, before), limits: range };
}

function isSmall(change: number, before: number): Verdict {
  return Math.abs(change) < relevance.count.relative * Math.abs(before) ? 'small' : 'real';
}
