import { tQuantile, tTwoSided, z95 } from './distributions.ts';
import type { Estimate } from './interval.ts';
import { shareOf } from './share.ts';

/** A change from one estimate to another. */
export interface Difference {
  /** after − before, in the unit of the estimates. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /**
   * Two-sided p-value that belongs to the interval: below .05 exactly where the interval leaves out 0. Null where the
   * interval has no end on the side of 0.
   */
  readonly p: number | null;
}

/** Two estimates of the same figure and the degrees of freedom behind their intervals. */
export interface DifferenceInput {
  readonly before: Estimate;
  readonly after: Estimate;
  /** Degrees of freedom of the multiplier the intervals were made with; default Infinity (1.96). */
  readonly df?: number;
}

/**
 * The difference of two independent estimates from their own intervals, MOVER (Zou & Donner 2008, "Construction of
 * confidence limits about effect measures", Statistics in Medicine 27): with d = after − before,
 * low = d − √((after − after.low)² + (before.high − before)²), high = d + √((after.high − after)² + (before − before.low)²).
 * For Wilson intervals this is Newcombe's method 10 (1998). An end that needs a missing end is null.
 *
 * The p-value takes d over the half-width on the side of 0 as a t statistic: p = 2 P(T > t₀.₉₇₅ |d| / half-width).
 *
 * @throws RangeError when df is not positive
 * @example
 * // shares 56/70 and 48/80 (Newcombe 1998, table II a): difference −0.2 with limits −0.3339 and −0.0524
 * differenceOf({ before: shareOf({ hits: 56, n: 70 })!, after: shareOf({ hits: 48, n: 80 })! })
 */
export function differenceOf({ before, after, df = Infinity }: DifferenceInput): Difference {
  const value = after.value - before.value;
  const below = halfWidth(after.value, after.low, before.value, before.high);
  const above = halfWidth(after.value, after.high, before.value, before.low);
  const towardsZero = value > 0 ? below : above;
  return {
    value,
    low: below === null ? null : value - below,
    high: above === null ? null : value + above,
    p: towardsZero === null ? null : pValueOf(value, towardsZero, df),
  };
}

function halfWidth(a: number, aEnd: number | null, b: number, bEnd: number | null): number | null {
  return aEnd === null || bEnd === null ? null : Math.hypot(a - aEnd, bEnd - b);
}

function pValueOf(value: number, half: number, df: number): number {
  if (value === 0) return 1;
  if (half === 0) return 0;
  const multiplier = df === Infinity ? z95 : tQuantile(0.975, df);
  return tTwoSided((multiplier * value) / half, df);
}

/** Hits of n before and after. */
export interface ShareDifferenceInput {
  readonly before: { readonly hits: number; readonly n: number };
  readonly after: { readonly hits: number; readonly n: number };
  readonly deff?: number;
  readonly df?: number;
}

/**
 * The difference of two shares by Newcombe's method 10; null when a side is empty.
 *
 * @throws RangeError as `shareOf`
 * @example shareDifference({ before: { hits: 48, n: 80 }, after: { hits: 56, n: 70 } })
 * // { value: 0.2, low: 0.0524, high: 0.3339, p: 0.008 }
 */
export function shareDifference({ before, after, deff, df }: ShareDifferenceInput): Difference | null {
  const z = df === undefined || df === Infinity ? z95 : tQuantile(0.975, df);
  const [first, second] = [before, after].map((side) => shareOf({ ...side, deff, z }));
  return first && second ? differenceOf({ before: first, after: second, df }) : null;
}

/**
 * Whether a difference's 95 % interval leaves out 0.
 *
 * @example leavesOutZero({ value: 3, low: 1, high: 5, p: 0.01 }) // true
 */
export function leavesOutZero({ low, high }: Pick<Difference, 'low' | 'high'>): boolean {
  return (low !== null && low > 0) || (high !== null && high < 0);
}

/** A term of a weighted sum of differences. */
export interface WeightedDifference {
  readonly weight: number;
  readonly difference: Difference;
}

/**
 * MOVER for a weighted sum of independent differences Σ wᵢ dᵢ: each limit is the sum minus or plus
 * √Σ wᵢ² (dᵢ − limitᵢ)² (Zou & Donner 2008). Ends are null where one that is needed is null.
 *
 * @throws RangeError when a weight is negative
 * @example
 * const half = { value: 2, low: -1, high: 5, p: 0.19 };
 * sumDifferences([{ weight: 0.5, difference: half }, { weight: 0.5, difference: half }])
 * // { value: 2, low: 2 − 1.5 √2, high: 2 + 1.5 √2 }
 */
export function sumDifferences(terms: readonly WeightedDifference[], df = Infinity): Difference {
  let value = 0;
  let below: number | null = 0;
  let above: number | null = 0;
  for (const { weight, difference } of terms) {
    if (!(weight >= 0)) throw new RangeError(`a weight below zero: ${weight}`);
    if (weight === 0) continue;
    value += weight * difference.value;
    if (difference.low === null) below = null;
    else if (below !== null) below += (weight * (difference.value - difference.low)) ** 2;
    if (difference.high === null) above = null;
    else if (above !== null) above += (weight * (difference.high - difference.value)) ** 2;
  }
  const towardsZero = value > 0 ? below : above;
  return {
    value,
    low: below === null ? null : value - Math.sqrt(below),
    high: above === null ? null : value + Math.sqrt(above),
    p: towardsZero === null ? null : pValueOf(value, Math.sqrt(towardsZero), df),
  };
}

/**
 * P(X > Y) + ½ P(X = Y) for a random value X of `after` and Y of `before`: 0.5 means no difference, 1 that every value
 * after lies above every value before (Mann & Whitney's U over n m; Vargha & Delaney's A). Null when a side is empty.
 * One pass over both, O(n + m).
 *
 * @example effectSize({ before: Float64Array.of(1, 2), after: Float64Array.of(2, 3) }) // 0.875
 */
export function effectSize(sorted: {
  readonly before: Float64Array;
  readonly after: Float64Array;
}): number | null {
  const { before, after } = sorted;
  if (before.length === 0 || after.length === 0) return null;
  let less = 0;
  let upTo = 0;
  let twice = 0;
  for (let i = 0; i < after.length; i++) {
    while (less < before.length && before[less] < after[i]) less += 1;
    while (upTo < before.length && before[upTo] <= after[i]) upTo += 1;
    twice += less + upTo;
  }
  return twice / (2 * before.length * after.length);
}
