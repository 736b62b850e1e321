import { binomialQuantile, normalCdf, z95 } from './distributions.ts';
import { deffOf, type Interval, type Precision } from './interval.ts';

/**
 * A sorted copy of present values, ascending, as every function here wants them.
 *
 * @throws RangeError when a value is NaN: missing values are left out by the caller
 * @example sortValues(Float64Array.of(3, 1, 2)) // Float64Array [1, 2, 3]
 */
export function sortValues(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  if (Number.isNaN(sorted[sorted.length - 1]))
    throw new RangeError('a missing value among the values to sort');
  return sorted;
}

/** Whole and fractional part of a position, where a fraction that is rounding alone counts as none. */
function splitPosition(position: number): { whole: number; fraction: number } {
  const nearest = Math.round(position);
  if (Math.abs(position - nearest) <= 4 * Number.EPSILON * Math.max(1, nearest)) {
    return { whole: nearest, fraction: 0 };
  }
  const whole = Math.floor(position);
  return { whole, fraction: position - whole };
}

/** low + fraction · (high − low), never outside [low, high]. */
function between(low: number, high: number, fraction: number): number {
  if (fraction === 0 || low === high) return low;
  return Math.min(high, low + (high - low) * fraction);
}

/**
 * Quantile by R's type 7, which is also PERCENTILE.INC, NumPy's default and DuckDB's `quantile_cont`:
 * with h = (n − 1) p, x₍⌊h⌋₎ + (h − ⌊h⌋) (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counted from 0 (Hyndman & Fan 1996).
 * In the unit of the values; null for none.
 *
 * @param sorted ascending, without NaN
 * @throws RangeError when p is not within [0, 1]
 * @example quantileSorted(Float64Array.of(10, 20, 30, 40), 0.5) // 25
 */
export function quantileSorted(sorted: Float64Array, p: number): number | null {
  assertShare(p);
  const n = sorted.length;
  if (n === 0) return null;
  const { whole, fraction } = splitPosition((n - 1) * p);
  return between(sorted[whole], sorted[Math.min(whole + 1, n - 1)], fraction);
}

/**
 * Several quantiles of values in any order; sorts once. Null for each when there are no values.
 *
 * @throws RangeError when a p is not within [0, 1] or a value is NaN
 * @example quantiles(Float64Array.of(40, 10, 30, 20), [0, 0.5, 1]) // [10, 25, 40]
 */
export function quantiles(values: Float64Array, ps: readonly number[]): (number | null)[] {
  const sorted = sortValues(values);
  return ps.map((p) => quantileSorted(sorted, p));
}

/** A sample and where its quantile's interval is wanted. */
export interface QuantileIntervalInput extends Precision {
  /** Ascending, without NaN. */
  readonly sorted: Float64Array;
  readonly p: number;
}

/** Ranks (from 1) of the order statistics that enclose a quantile; 0 and n + 1 lie off the sample. */
export interface Ranks {
  readonly low: number;
  readonly high: number;
}

/**
 * Ranks of the distribution-free interval of a quantile: qbinom(α/2, n, p) and qbinom(1 − α/2, n, p) + 1
 * (Hahn & Meeker 1991, section 5.2). Above 10,000 values n p ± z √(n p (1 − p)), rounded outward.
 *
 * With a design effect the ranks are those of m = ⌊n / deff⌋ values, stretched by n / m and rounded outward, which
 * widens the interval by √deff.
 *
 * @throws RangeError when p is not within [0, 1] or deff is below 1
 * @example quantileRanks(50, 0.5) // { low: 18, high: 33 }
 */
export function quantileRanks(n: number, p: number, precision: Precision = {}): Ranks {
  assertShare(p);
  const size = Math.floor(n / deffOf(precision) + 1e-9);
  if (size < 1) return { low: 0, high: n + 1 };
  const z = precision.z ?? z95;
  const ranks = size > 10_000 ? normalRanks(size, p, z) : binomialRanks(size, p, z);
  if (size === n) return ranks;
  const stretch = n / size;
  return {
    low: Math.max(0, Math.floor(ranks.low * stretch)),
    high: ranks.high > size ? n + 1 : Math.ceil(ranks.high * stretch),
  };
}

function binomialRanks(n: number, p: number, z: number): Ranks {
  const tail = z === z95 ? 0.025 : normalCdf(-z);
  return { low: binomialQuantile(tail, n, p), high: binomialQuantile(1 - tail, n, p) + 1 };
}

function normalRanks(n: number, p: number, z: number): Ranks {
  const half = z * Math.sqrt(n * p * (1 - p));
  return { low: Math.max(0, Math.floor(n * p - half)), high: Math.min(n + 1, Math.ceil(n * p + half)) };
}

/**
 * The order-statistic interval of a quantile, in the unit of the values. An end whose rank lies off the sample is
 * null: ten values say nothing about how high a p99 may be. For p near 0 or 1 in a small sample type 7 can fall
 * outside its own order statistics (n = 2, p = .99: both ranks are past the value); such an end is drawn to the value.
 *
 * @throws RangeError when p is not within [0, 1] or deff is below 1
 * @example
 * const sorted = Float64Array.from({ length: 50 }, (_, i) => i + 1);
 * quantileInterval({ sorted, p: 0.5 }) // { low: 18, high: 33 }
 */
export function quantileInterval(input: QuantileIntervalInput): Interval {
  const { sorted, p } = input;
  const n = sorted.length;
  if (n === 0) return { low: null, high: null };
  const ranks = quantileRanks(n, p, input);
  const value = quantileSorted(sorted, p)!;
  return {
    low: ranks.low < 1 ? null : Math.min(value, sorted[ranks.low - 1]),
    high: ranks.high > n ? null : Math.max(value, sorted[ranks.high - 1]),
  };
}

/** Values of one segment, each counting `weight` times. */
export interface WeightedGroup {
  /** Ascending, without NaN. */
  readonly sorted: Float64Array;
  readonly weight: number;
}

/**
 * Weighted type 7 (Akinshin 2023, "Weighted quantile estimators", section 3): with n* = (Σw)² / Σw² the effective size
 * (Kish 1965) and h = p (n* − 1) + 1, the mean of the weighted inverse distribution function over the window from
 * (h − 1) / n* to h / n*. Equal weights, of any size, give `quantileSorted` to the last digit; multiplying all weights
 * changes nothing. In the unit of the values; null when no group has weight.
 *
 * Groups carry one weight each, as reweighting by segment does; that makes the summed weights products of counts, so
 * that the order of tickets cannot move them.
 *
 * @throws RangeError when p is not within [0, 1] or a weight is negative or not finite
 * @example
 * // n* = 16/10 = 1.6, h = 1.3: the window from 0.1875 to 0.8125 holds 10 up to 0.75, then 20
 * weightedQuantile([{ sorted: Float64Array.of(10), weight: 3 }, { sorted: Float64Array.of(20), weight: 1 }], 0.5) // 11
 */
export function weightedQuantile(groups: readonly WeightedGroup[], p: number): number | null {
  assertShare(p);
  const used = usedGroups(groups);
  const total = totalWeight(used);
  if (total === 0) return null;
  if (used.every(({ weight }) => Math.abs(weight - used[0].weight) <= 1e-12 * weight)) {
    return quantileSorted(sortValues(joinValues(used.map(({ sorted }) => sorted))), p);
  }
  const size = effectiveSize(used, total);
  const start = (p * (size - 1) * total) / size;
  return windowMean(used, { start, end: start + total / size, total });
}

/** (Σw)² / Σw². */
function effectiveSize(groups: readonly WeightedGroup[], total: number): number {
  let squares = 0;
  for (const { sorted, weight } of groups) squares += weight * weight * sorted.length;
  return (total * total) / squares;
}

/** The mean of the values between two summed weights, each value as far as it lies between them. */
function windowMean(
  groups: readonly WeightedGroup[],
  { start, end, total }: { readonly start: number; readonly end: number; readonly total: number },
): number {
  let value = valueAtWeight(groups, start, total);
  const first = value;
  const next = groups.map(({ sorted }) => countUpTo(sorted, value));
  let reached = Math.min(end, weightUpTo(groups, value));
  // Differences from the first value, so that equal values give themselves.
  let sum = 0;
  while (reached < end) {
    value = Infinity;
    groups.forEach(({ sorted }, g) => {
      if (next[g] < sorted.length) value = Math.min(value, sorted[next[g]]);
    });
    if (value === Infinity) break;
    let upTo = 0;
    groups.forEach(({ sorted, weight }, g) => {
      while (next[g] < sorted.length && sorted[next[g]] <= value) next[g] += 1;
      upTo += weight * next[g];
    });
    const until = Math.min(end, upTo);
    sum += Math.max(0, until - reached) * (value - first);
    reached = Math.max(reached, until);
  }
  return first + sum / (end - start);
}

/**
 * Several columns as one.
 *
 * @example joinValues([Float64Array.of(1, 2), Float64Array.of(3)]) // Float64Array [1, 2, 3]
 */
export function joinValues(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The interval of a weighted quantile: the ranks of `quantileRanks` at the effective size n*, read off the summed weights.
 *
 * @throws RangeError as `weightedQuantile`, or when deff is below 1
 */
export function weightedQuantileInterval(
  groups: readonly WeightedGroup[],
  p: number,
  precision: Precision = {},
): Interval {
  assertShare(p);
  const used = usedGroups(groups);
  const total = totalWeight(used);
  if (total === 0) return { low: null, high: null };
  const size = Math.floor(effectiveSize(used, total) / deffOf(precision) + 1e-9);
  const ranks = quantileRanks(size, p, { z: precision.z });
  const value = weightedQuantile(used, p)!;
  return {
    low: ranks.low < 1 ? null : Math.min(value, valueAtWeight(used, (ranks.low / size) * total, total)),
    high: ranks.high > size ? null : Math.max(value, valueAtWeight(used, (ranks.high / size) * total, total)),
  };
}

function usedGroups(groups: readonly WeightedGroup[]): WeightedGroup[] {
  for (const { weight } of groups) {
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`not a weight: ${weight}`);
  }
  return groups.filter((group) => group.weight > 0 && group.sorted.length > 0);
}

function totalWeight(groups: readonly WeightedGroup[]): number {
  let total = 0;
  for (const { sorted, weight } of groups) total += weight * sorted.length;
  return total;
}

/** The smallest value whose summed weight reaches `goal`; the largest value when rounding leaves it short. */
function valueAtWeight(groups: readonly WeightedGroup[], goal: number, total: number): number {
  const enough = Math.min(goal, total) - 1e-9 * Math.max(1, total * 1e-3);
  let best = Infinity;
  let largest = -Infinity;
  for (const { sorted } of groups) {
    largest = Math.max(largest, sorted[sorted.length - 1]);
    let from = 0;
    let until = sorted.length;
    while (from < until) {
      const middle = (from + until) >>> 1;
      if (weightUpTo(groups, sorted[middle]) >= enough) until = middle;
      else from = middle + 1;
    }
    if (from < sorted.length) best = Math.min(best, sorted[from]);
  }
  return best === Infinity ? largest : best;
}

function weightUpTo(groups: readonly WeightedGroup[], value: number): number {
  let sum = 0;
  for (const { sorted, weight } of groups) sum += weight * countUpTo(sorted, value);
  return sum;
}

/**
 * How many of ascending values are ≤ `value`, by bisection.
 *
 * @example countUpTo(Float64Array.of(1, 2, 2, 3), 2) // 3
 */
export function countUpTo(sorted: Float64Array, value: number): number {
  let from = 0;
  let until = sorted.length;
  while (from < until) {
    const middle = (from + until) >>> 1;
    if (sorted[middle] <= value) from = middle + 1;
    else until = middle;
  }
  return from;
}

/**
 * How many of ascending values are < `value`, by bisection.
 *
 * @example countBelow(Float64Array.of(1, 2, 2, 3), 2) // 1
 */
export function countBelow(sorted: Float64Array, value: number): number {
  let from = 0;
  let until = sorted.length;
  while (from < until) {
    const middle = (from + until) >>> 1;
    if (sorted[middle] < value) from = middle + 1;
    else until = middle;
  }
  return from;
}

function assertShare(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile lies between 0 and 1: ${p}`);
}
