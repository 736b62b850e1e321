/** What a correction for many comparisons made of each p-value, in the order given. */
export interface MultipleComparisons {
  /** Whether it still counts at the false discovery rate asked for. */
  readonly rejected: readonly boolean[];
  /** Smallest rate at which it would count; NaN where there was no p-value. */
  readonly adjusted: Float64Array;
}

/**
 * Benjamini & Hochberg (1995): with m p-values ascending, those up to the largest i with p₍ᵢ₎ ≤ i q / m count; then on
 * average at most the share q of what is named is a false alarm. Adjusted values as R's `p.adjust(p, "BH")`.
 * NaN marks a comparison that could not be made: it is not rejected and not counted in m.
 *
 * @throws RangeError when a p-value or the rate is outside [0, 1]
 * @example benjaminiHochberg(Float64Array.of(0.01, 0.04, 0.03, 0.5)).rejected // [true, false, false, false]
 */
export function benjaminiHochberg(pValues: Float64Array, rate = 0.05): MultipleComparisons {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`not a rate: ${rate}`);
  const order: number[] = [];
  pValues.forEach((p, i) => {
    if (p < 0 || p > 1) throw new RangeError(`not a p-value: ${p}`);
    if (!Number.isNaN(p)) order.push(i);
  });
  order.sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const i = order[rank - 1];
    least = Math.min(least, (order.length / rank) * pValues[i]);
    adjusted[i] = least;
  }
  return { rejected: Array.from(adjusted, (value) => value <= rate), adjusted };
}
