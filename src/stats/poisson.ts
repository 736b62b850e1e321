import { normalQuantile } from './distributions.ts';

/** From this mean on the normal distribution is as good. */
const LARGE_MEAN = 500;

/**
 * The smallest k with P(X ≤ k) ≥ q of a Poisson count with this mean (R `qpois`).
 *
 * @example poissonQuantile(0.99865, 13) // 25
 */
export function poissonQuantile(q: number, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean > LARGE_MEAN) return Math.max(0, Math.round(mean + normalQuantile(q) * Math.sqrt(mean)));
  let probability = Math.exp(-mean);
  let sum = probability;
  let k = 0;
  while (sum < q && k < 10 * LARGE_MEAN) {
    k++;
    probability *= mean / k;
    sum += probability;
  }
  return k;
}
