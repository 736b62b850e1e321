/**
 * From how many values on a statistic is shown to people. Below it they read "too few (n=3)"; machine rows carry the
 * value and its n all the same, with `status: "too_few"`. A quantile wants about ten values beyond it before a single
 * ticket stops deciding it, and five values are the least anything is said about.
 */
const fewest = {
  mean: 5,
  share: 5,
  score: 5,
  min: 5,
  max: 5,
  p50: 5,
  p75: 8,
  p90: 20,
  p95: 40,
  p99: 200,
  km_p50: 5,
  km_p75: 8,
  km_p90: 20,
  km_p95: 40,
  km_p99: 200,
} as const;

/** Statistics that have a threshold; `share` covers every share, also `solved_within_…`. */
export type ThresholdStat = keyof typeof fewest;

/**
 * The least n from which on a statistic is shown to people.
 *
 * @example fewestFor('p90') // 20
 */
export function fewestFor(stat: ThresholdStat): number {
  return fewest[stat];
}

/**
 * Whether n values are too few for a statistic.
 *
 * @example isTooFew('p90', 19) // true
 * @example isTooFew('p90', 20) // false
 */
export function isTooFew(stat: ThresholdStat, n: number): boolean {
  return n < fewest[stat];
}
