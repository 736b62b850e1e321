import { z95 } from './distributions.ts';
import { deffOf, type Estimate, type Precision } from './interval.ts';

/** `hits` of `n`, with hits ≤ n. */
export interface ShareInput extends Precision {
  readonly hits: number;
  readonly n: number;
}

/**
 * A share hits / n with Wilson's interval (Wilson 1927), clamped to [0, 1]; null when n = 0.
 * With m = n / deff: (p + z²/2m ± z √(p (1 − p)/m + z²/4m²)) / (1 + z²/m).
 * None or all hits put that end exactly on 0 or 1.
 *
 * @throws RangeError when hits is outside [0, n] or deff is below 1
 * @example shareOf({ hits: 81, n: 263 }) // { value: 0.3080, low: 0.2553, high: 0.3662 } (Newcombe 1998)
 */
export function shareOf(input: ShareInput): Estimate | null {
  const { hits, n } = input;
  if (!(hits >= 0 && hits <= n && Number.isFinite(n))) throw new RangeError(`${hits} of ${n} is not a share`);
  const m = n / deffOf(input);
  if (n === 0) return null;
  const z = input.z ?? z95;
  const value = hits / n;
  const square = (z * z) / m;
  const half = z * Math.sqrt((value * (1 - value)) / m + square / (4 * m));
  const low = (value + square / 2 - half) / (1 + square);
  const high = (value + square / 2 + half) / (1 + square);
  return {
    value,
    low: hits === 0 ? 0 : Math.min(value, Math.max(0, low)),
    high: hits === n ? 1 : Math.max(value, Math.min(1, high)),
  };
}
