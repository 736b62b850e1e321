import { controlLimits, isOutside } from '../../stats/control-limits.ts';
import { isSmallChange, type Relevance, relevance, type Verdict } from '../../stats/verdict.ts';

/** What a figure of a period comes to beside those of the periods before it. */
export interface CountChange {
  readonly verdict: Verdict;
  /** Within which the periods before let the figure be expected; null below eight of them. */
  readonly limits: { readonly low: number; readonly high: number } | null;
}

/**
 * A figure against the XmR limits of the periods before it (DEFINITIONS 7): `noise` inside of them, outside `small`
 * where its change since the last of them is below every bound of relevance, else `real`; `too_few` below eight.
 *
 * @param values oldest first, the last of them to be judged; all of the same length of time, none missing
 */
export function judgeValue(values: readonly number[], bounds: Relevance): CountChange {
  const now = values[values.length - 1];
  const limits = controlLimits(Float64Array.from(values.slice(0, -1)));
  if (!limits) return { verdict: 'too_few', limits: null };
  const range = { low: limits.low, high: limits.high };
  if (!isOutside(now, limits)) return { verdict: 'noise', limits: range };
  return { verdict: sizeOf(now, { before: values[values.length - 2], relevance: bounds }), limits: range };
}

/** `judgeValue` of a count, whose change is small under 10 % and whose limits do not reach below 0. */
export function judgeCount(counts: readonly number[]): CountChange {
  const { verdict, limits } = judgeValue(counts, relevance.count);
  return { verdict, limits: limits && { low: Math.max(0, limits.low), high: limits.high } };
}

/**
 * A stock against the limits of its own moves from one period's end to the next (its net flow): stocks drift, so their
 * level says nothing of what is usual. The move to be judged is that from the last of the earlier periods.
 */
export function judgeStock(counts: readonly number[]): CountChange {
  const moves = counts.slice(1).map((count, i) => count - counts[i]);
  const limits = controlLimits(Float64Array.from(moves.slice(0, -1)));
  if (!limits) return { verdict: 'too_few', limits: null };
  const before = counts[counts.length - 2];
  const range = { low: Math.max(0, before + limits.low), high: before + limits.high };
  const now = counts[counts.length - 1];
  if (!isOutside(now - before, limits)) return { verdict: 'noise', limits: range };
  return { verdict: sizeOf(now, { before, relevance: relevance.count }), limits: range };
}

function sizeOf(
  now: number,
  compared: { readonly before: number; readonly relevance: Relevance },
): Extract<Verdict, 'small' | 'real'> {
  return isSmallChange(now - compared.before, compared) ? 'small' : 'real';
}
