import { mean } from 'simple-statistics';

/** Fewest earlier periods from which limits are drawn. */
export const fewestPeriods = 8;

/** The limits within which an individual value is expected. */
export interface ControlLimits {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Limits of an individuals (XmR) chart: mean ± 2.66 · mean moving range |xᵢ − xᵢ₋₁|, where 2.66 = 3 / 1.128 turns the
 * mean range of two normal values into three standard deviations (NIST/SEMATECH e-Handbook 6.3.2.2). In the unit of
 * the values; the low limit of a count may be negative. Null below eight periods.
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
  const centre = mean(values);
  const reach = 2.66 * mean(values.slice(1).map((value, i) => Math.abs(value - values[i])));
  return { centre, low: centre - reach, high: centre + reach };
}

/**
 * Whether a value lies outside its limits; on a limit is inside.
 *
 * @example isOutside(17, { centre: 12, low: 7, high: 16.9 }) // true
 */
export function isOutside(value: number, { low, high }: ControlLimits): boolean {
  return value < low || value > high;
}
