import { binomialQuantile, normalCdf, z95 } from './distributions.ts';
import { deffOf, type Interval, noInterval, type Precision } from './interval.ts';

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

/** Shares are told in thousandths at most: p50, p90, p99.9. As such they are exact, which 0.9 as a double is not. */
const THOUSAND = 1000;

/** Quantile by R's type 1, the inverse of the empirical distribution: a value that occurs, x₍⌈np⌉₎. Null for none. */
export function quantileOccurring(sorted: Float64Array, p: number): number | null {
  const n = sorted.length;
  return n === 0 ? null : sorted[Math.max(0, Math.ceil(n * p) - 1)];
}

/**
 * Quantile by R's type 7, which is also PERCENTILE.INC, NumPy's default and DuckDB's `quantile_cont`:
 * with h = (n − 1) p, x₍⌊h⌋₎ + (h − ⌊h⌋) (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counted from 0 (Hyndman & Fan 1996).
 * In the unit of the values; null for none.
 *
 * Where p is a number of thousandths and both neighbours are whole (milliseconds are), the fraction is one of
 * integers, (x₍⌊h⌋₎ (1000 − r) + x₍⌊h⌋₊₁₎ r) ÷ 1000 with r = 1000 p (n − 1) mod 1000, so that the result is the
 * double nearest to the true quantile: 79269600, where doubles throughout give 79269600.00000003.
 *
 * @param sorted ascending, without NaN
 * @throws RangeError when p is not within [0, 1]
 * @example quantileSorted(Float64Array.of(10, 20, 30, 40), 0.5) // 25
 */
export function quantileSorted(sorted: Float64Array, p: number): number | null {
  assertShare(p);
  const n = sorted.length;
  if (n === 0) return null;
  const { whole, thousandths, fraction } = positionOf(n, p);
  const low = sorted[whole];
  const high = sorted[Math.min(whole + 1, n - 1)];
  return thousandths === null ? between(low, high, fraction) : blend(low, high, thousandths);
}

/** Position (n − 1) p, counted from 0: its whole part, and the rest, in thousandths where p is told in them. */
function positionOf(n: number, p: number): { whole: number; fraction: number; thousandths: number | null } {
  const share = Math.round(p * THOUSAND);
  if (share / THOUSAND !== p) return { ...splitPosition((n - 1) * p), thousandths: null };
  const thousandths = ((n - 1) * share) % THOUSAND;
  const whole = ((n - 1) * share - thousandths) / THOUSAND;
  return { whole, fraction: thousandths / THOUSAND, thousandths };
}

/** low + rest / 1000 · (high − low), in integers where both are whole. */
function blend(low: number, high: number, rest: number): number {
  const largest = Math.max(Math.abs(low), Math.abs(high)) * THOUSAND;
  if (!(Number.isInteger(low) && Number.isInteger(high) && largest <= Number.MAX_SAFE_INTEGER))
    return between(low, high, rest / THOUSAND);
  return (low * (THOUSAND - rest) + high * rest) / THOUSAND;
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

/** Ranks at 95 %, by quantile and size: a table asks for the same ones in every group and of several figures. */
const usualRanks = new Map<number, Map<number, Ranks>>();

function binomialRanks(n: number, p: number, z: number): Ranks {
  if (z !== z95) return ranksOfTails(n, p, z);
  const bySize = usualRanks.get(p) ?? new Map<number, Ranks>();
  const ranks = bySize.get(n) ?? ranksOfTails(n, p, z);
  bySize.set(n, ranks);
  usualRanks.set(p, bySize);
  return ranks;
}

function ranksOfTails(n: number, p: number, z: number): Ranks {
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
  if (n === 0) return noInterval;
  const ranks = quantileRanks(n, p, input);
  const value = quantileSorted(sorted, p)!;
  return {
    low: ranks.low < 1 ? null : Math.min(value, sorted[ranks.low - 1]),
    high: ranks.high > n ? null : Math.max(value, sorted[ranks.high - 1]),
  };
}

/**
 * The ranks (from 0) of n ascending values that a quantile and its interval look at; those off the sample are left out.
 *
 * @throws RangeError when p is not within [0, 1]
 * @example ranksOfQuantile(50, 0.5) // [24, 25, 17, 32]
 */
export function ranksOfQuantile(n: number, p: number): number[] {
  if (n === 0) return [];
  const { whole } = positionOf(n, p);
  const { low, high } = quantileRanks(n, p);
  return [whole, whole + 1, low - 1, high - 1].filter((rank) => rank >= 0 && rank < n);
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
