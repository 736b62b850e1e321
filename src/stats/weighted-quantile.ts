import { deffOf, type Interval, noInterval, type Precision } from './interval.ts';
import { countUpTo, joinValues, quantileRanks, quantileSorted, sortValues } from './quantile.ts';

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
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile lies between 0 and 1: ${p}`);
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
 * The interval of a weighted quantile: the ranks of `quantileRanks` at the effective size n*, read off the summed weights.
 *
 * @throws RangeError as `weightedQuantile`, or when deff is below 1
 */
export function weightedQuantileInterval(
  groups: readonly WeightedGroup[],
  p: number,
  precision: Precision = {},
): Interval {
  const used = usedGroups(groups);
  const total = totalWeight(used);
  if (total === 0) return noInterval;
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
