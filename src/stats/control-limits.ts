import { mean, median } from 'simple-statistics';
import { poissonQuantile } from './poisson.ts';

/** Fewest earlier periods from which limits are drawn. */
export const fewestPeriods = 8;

/** The limits within which an individual value is expected. */
export interface ControlLimits {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

/** From so many earlier periods on the medians are steady enough. */
const PERIODS_FOR_MEDIANS = 12;

/**
 * Limits of an individuals (XmR) chart. From twelve earlier periods on: median ± 3.14 · median moving range
 * |xᵢ − xᵢ₋₁|, which one wild period hardly moves (3.14 = 3 / 0.954; Wheeler, Understanding Variation); of eight to
 * eleven: mean ± 2.66 · mean moving range, where 2.66 = 3 / 1.128 turns the mean range of two normal values into three
 * standard deviations (NIST/SEMATECH e-Handbook 6.3.2.2). In the unit of the values; the low limit of a count may be
 * negative. Null below eight periods.
 *
 * @param earlier values of earlier periods, oldest first, without the one to be judged
 * @throws RangeError when a value is missing
 * @example
 * controlLimits(Float64Array.of(10, 12, 11, 13, 12, 14, 11, 13))
 * // mean 12, moving ranges 2 1 2 1 2 3 2, mean 13/7: { centre: 12, low: 7.06, high: 16.94 }
 */
export function controlLimits(earlier: Float64Array): ControlLimits | null {
  const n = earlier.length;
  if (n < fewestPeriods) return null;
  if (earlier.includes(Number.NaN)) throw new RangeError('a missing value among the earlier periods');
  const values = Array.from(earlier);
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]));
  const isMany = n >= PERIODS_FOR_MEDIANS;
  const centre = isMany ? median(values) : mean(values);
  const reach = isMany ? 3.14 * median(ranges) : 2.66 * mean(ranges);
  return { centre, low: centre - reach, high: centre + reach };
}

/** Below this mean a count is too small for a scale of moving ranges. */
const SMALL_MEAN = 10;
/** What lies outside three standard deviations of a normal value, on each side. */
const TAIL = 0.00135;

/**
 * The same of counts: where they are small (a mean under 10), or where half of them do not move at all, exact Poisson
 * limits at .00135 and .99865, widened by the root of φ = variance ÷ mean where that is above 1. Never below 0.
 *
 * @example countLimits(new Float64Array(8).fill(13)) // { centre: 13, low: 4, high: 26 }
 */
export function countLimits(earlier: Float64Array): ControlLimits | null {
  const limits = controlLimits(earlier);
  if (!limits) return null;
  const values = Array.from(earlier);
  const average = mean(values);
  if (average >= SMALL_MEAN && limits.high > limits.low && medianRange(values) > 0) {
    return { ...limits, low: Math.max(0, limits.low) };
  }
  const widening = Math.sqrt(dispersionOf(values));
  const [low, high] = [poissonQuantile(TAIL, average), poissonQuantile(1 - TAIL, average)];
  return {
    centre: average,
    low: Math.max(0, average - widening * (average - low)),
    high: average + widening * (high - average),
  };
}

const medianRange = (values: readonly number[]): number =>
  median(values.slice(1).map((value, i) => Math.abs(value - values[i])));

/** φ = variance ÷ mean of counts, at least 1: how much more they vary than chance alone would have it. */
export function dispersionOf(counts: readonly number[]): number {
  if (counts.length < 2) return 1;
  const average = mean([...counts]);
  if (!(average > 0)) return 1;
  const squares = counts.reduce((sum, count) => sum + (count - average) ** 2, 0);
  return Math.max(1, squares / (counts.length - 1) / average);
}

/**
 * The earlier values that say what is usual now. Those that stand alone outside the limits of what lay before them are
 * left out (an outage is no part of what is usual). Where the next one lies outside on the same side, the level has
 * changed: both stay, and as soon as the new level has eight periods it alone counts, for what was usual before it is
 * so no longer.
 *
 * @example usualPeriods(Float64Array.of(...twelve of about 3 days, ...twelve of about 22), controlLimits) // the last twelve
 */
export function usualPeriods(
  earlier: Float64Array,
  limitsOf: (values: Float64Array) => ControlLimits | null,
): Float64Array {
  const kept: number[] = [];
  /** Where the level of now begins, and the one before it. */
  let level = 0;
  let former = 0;
  for (let i = 0; i < earlier.length; i++) {
    const isNew = level > former && kept.length - level < fewestPeriods;
    const limits = limitsOf(Float64Array.from(isNew ? kept.slice(former, level) : kept.slice(level)));
    const side = sideOf(earlier[i], limits);
    const next = sideOf(earlier[i + 1], limits);
    const last = isNew ? sideOf(kept[kept.length - 1], limits) : 0;
    // It came back before it was a level.
    if (isNew && side === 0) level = former;
    else if (side !== 0 && next !== side && last !== side) continue;
    else if (side !== 0 && !isNew) [former, level] = [level, kept.length];
    kept.push(earlier[i]);
  }
  const now = kept.slice(kept.length - level < fewestPeriods ? 0 : level);
  return now.length >= fewestPeriods ? Float64Array.from(now) : earlier;
}

/** 1 above the limits, −1 below them; 0 within, and where there are none or no value. */
const sideOf = (value: number | undefined, limits: ControlLimits | null): number =>
  limits === null || value === undefined ? 0 : Number(value > limits.high) - Number(value < limits.low);

/**
 * Whether a value lies outside its limits; on a limit is inside.
 *
 * @example isOutside(17, { centre: 12, low: 7, high: 16.9 }) // true
 */
export function isOutside(value: number, { low, high }: ControlLimits): boolean {
  return value < low || value > high;
}
