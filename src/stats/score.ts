import { tQuantile, z95 } from './distributions.ts';
import { deffOf, type Estimate, type Precision } from './interval.ts';
import type { Moments } from './sums.ts';

/** Below this many answers a mean score has no interval. */
export const fewestForScoreInterval = 10;

/** A mean score and the scale it lives on. */
export interface ScoreInput extends Precision {
  readonly moments: Moments;
  readonly scale: { readonly min: number; readonly max: number };
}

/**
 * A mean score with Student's interval, mean ± t₀.₉₇₅,ₙ₋₁ · s √(deff / n), clipped to the scale. Scores are bounded,
 * so t is sound where it is not for durations. No interval below ten answers, nor where all answers are equal.
 *
 * @throws RangeError when deff is below 1
 * @example
 * // five 4s and five 5s: 4.5 ± 2.262 · 0.527 / √10
 * scoreOf({ moments: { n: 10, mean: 4.5, variance: 2.5 / 9 }, scale: { min: 1, max: 5 } })
 * // { value: 4.5, low: 4.123, high: 4.877 }
 */
export function scoreOf(input: ScoreInput): Estimate {
  const { moments, scale } = input;
  const deff = deffOf(input);
  const { n, mean, variance } = moments;
  if (n < fewestForScoreInterval || variance === 0) return { value: mean, low: null, high: null };
  const half = (input.z ?? tQuantile(0.975, n - 1)) * Math.sqrt((variance * deff) / n);
  return {
    value: mean,
    low: Math.max(scale.min, mean - half),
    high: Math.min(scale.max, mean + half),
  };
}

/** Answers of a 0–10 survey: promoters gave 9–10, detractors 0–6, n counts everybody. */
export interface NpsInput extends Precision {
  readonly promoters: number;
  readonly detractors: number;
  readonly n: number;
}

/**
 * Net promoter score 100 (p − d) in points from −100 to 100, null without answers. Interval by adjusted Wald
 * (Rocks 2016, "Interval estimation for the Net Promoter Score", The American Statistician 70(4)): three answers are
 * added, ¾ promoter, ¾ detractor, 1½ passive; then Δ̂ ± z √((p̂ + d̂ − Δ̂²) / (n + 3)), clipped, and stretched to
 * take in the score itself, which the adjustment can leave out when all answers are promoters.
 *
 * With a design effect the answers are first scaled to n / deff.
 *
 * @throws RangeError when the counts do not fit together or deff is below 1
 * @example npsOf({ promoters: 50, detractors: 20, n: 100 }) // { value: 30, low: 14.05, high: 44.20 }
 */
export function npsOf(input: NpsInput): Estimate | null {
  const { promoters, detractors, n } = input;
  if (!(promoters >= 0 && detractors >= 0 && promoters + detractors <= n && Number.isFinite(n))) {
    throw new RangeError(`${promoters} promoters and ${detractors} detractors of ${n} answers`);
  }
  const deff = deffOf(input);
  if (n === 0) return null;
  const z = input.z ?? z95;
  const size = n / deff + 3;
  const p = (promoters / deff + 0.75) / size;
  const d = (detractors / deff + 0.75) / size;
  const centre = p - d;
  const half = z * Math.sqrt((p + d - centre * centre) / size);
  const value = (100 * (promoters - detractors)) / n;
  return {
    value,
    low: Math.min(value, Math.max(-100, 100 * (centre - half))),
    high: Math.max(value, Math.min(100, 100 * (centre + half))),
  };
}
