import { betaFraction, betaTerm } from './special-functions.ts';

/**
 * The distributions behind the intervals and tests, to 1e-10 relative or better: normal, Student's t, binomial. No
 * tables, no simulation. Tails are computed on their own side, never as one minus the other.
 */

/** The 97.5 % point of the standard normal, the default multiplier of every 95 % interval. */
export const z95 = 1.959963984540054;

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** P(Z > x) for x ≥ 0, accurate in relative terms far into the tail. */
function normalUpperTail(x: number): number {
  const density = Math.exp(-0.5 * x * x) / rootTwoPi;
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let k = 3; ; k += 2) {
      term *= (x * x) / k;
      const next = sum + term;
      if (next === sum) break;
      sum = next;
    }
    return 0.5 - density * sum;
  }
  if (density === 0) return 0;
  // Mills' ratio 1 / (x + 1 / (x + 2 / (x + 3 / …))), from the back.
  let fraction = x;
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction;
  return density / fraction;
}

/**
 * Standard normal cumulative probability Φ(x).
 *
 * @example normalCdf(1.96) // 0.9750021048517795
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  return x > 0 ? 1 - normalUpperTail(x) : normalUpperTail(-x);
}

/**
 * Standard normal quantile: the x with Φ(x) = p. ±Infinity at 1 and 0.
 * Start: Abramowitz & Stegun 26.2.23 (error below 4.5e-4); three Halley steps.
 *
 * @throws RangeError when p is not within [0, 1]
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  assertProbability(p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const s = Math.sqrt(-2 * Math.log(tail));
  let x =
    s -
    (2.515517 + 0.802853 * s + 0.010328 * s * s) /
      (1 + 1.432788 * s + 0.189269 * s * s + 0.001308 * s * s * s);
  for (let step = 0; step < 3; step++) {
    const density = Math.exp(-0.5 * x * x) / rootTwoPi;
    if (density === 0) break;
    const newton = (normalUpperTail(x) - tail) / density;
    x += newton / (1 - (newton * x) / 2);
  }
  return p < 0.5 ? -x : x;
}

/** P(T > t) and the density at t, for t > 0. */
function tUpperTail(t: number, df: number): { tail: number; density: number } {
  const square = t * t;
  const x = df / (df + square);
  const y = square / (df + square);
  const a = df / 2;
  const tail = betaFraction(a, 0.5, x, y) / 2;
  const density = (betaTerm(a, 0.5, x, y) * a * 0.5) / (a + 0.5) / t;
  return { tail, density };
}

/**
 * Student's t cumulative probability with `df` degrees of freedom (any positive number; Infinity is the normal).
 *
 * @throws RangeError when df is not positive
 * @example tCdf(2.228138851986274, 10) // 0.975
 */
export function tCdf(t: number, df: number): number {
  assertDegrees(df);
  if (Number.isNaN(t)) return Number.NaN;
  if (df === Infinity) return normalCdf(t);
  if (t === 0) return 0.5;
  if (t === Infinity) return 1;
  if (t === -Infinity) return 0;
  const { tail } = tUpperTail(Math.abs(t), df);
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t: Newton's method on the logarithm of the tail, kept inside a bracket.
 *
 * @throws RangeError when p is not within [0, 1] or df is not positive
 * @example tQuantile(0.975, 10) // 2.228138851986274
 */
export function tQuantile(p: number, df: number): number {
  assertProbability(p);
  assertDegrees(df);
  if (df === Infinity) return normalQuantile(p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  const ofP = knownQuantiles.get(p) ?? new Map<number, number>();
  const known = ofP.get(df);
  if (known !== undefined) return known;
  const found = findTQuantile(p, df);
  if (ofP.size === MOST_KNOWN) ofP.clear();
  knownQuantiles.set(p, ofP.set(df, found));
  return found;
}

/** Comparisons ask for few degrees of freedom, each many times. */
const knownQuantiles = new Map<number, Map<number, number>>();
const MOST_KNOWN = 1024;

function findTQuantile(p: number, df: number): number {
  const tail = Math.min(p, 1 - p);
  const goal = Math.log(tail);
  let low = 0;
  let high = Infinity;
  let t = -normalQuantile(tail) * Math.sqrt(df > 2.5 ? df / (df - 2) : 3);
  for (let step = 0; step < 200; step++) {
    const at = tUpperTail(t, df);
    const miss = Math.log(at.tail) - goal;
    if (miss > 0) low = t;
    else high = t;
    let next = t * Math.exp((miss * at.tail) / (at.density * t));
    if (!(next > low && next < high)) next = high === Infinity ? t * 2 : (low + high) / 2;
    if (Math.abs(next - t) <= 2 * Number.EPSILON * t) {
      t = next;
      break;
    }
    t = next;
  }
  return p < 0.5 ? -t : t;
}

/**
 * Two-sided p-value of a t statistic.
 *
 * @throws RangeError when df is not positive
 * @example tTwoSided(2.228138851986274, 10) // 0.05
 */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/**
 * Binomial probability P(X = k) of k successes in n trials.
 *
 * @throws RangeError when n is not a whole number ≥ 0 or p is not within [0, 1]
 * @example binomialPmf(3, 10, 0.5) // 0.1171875
 */
export function binomialPmf(k: number, n: number, p: number): number {
  assertTrials(n);
  assertProbability(p);
  if (k < 0 || k > n || !Number.isInteger(k)) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  return betaTerm(k, n - k, p, 1 - p);
}

/**
 * Binomial cumulative probability P(X ≤ k) = I₁₋ₚ(n − k, k + 1).
 *
 * @throws RangeError when n is not a whole number ≥ 0 or p is not within [0, 1]
 * @example binomialCdf(3, 10, 0.5) // 0.171875
 */
export function binomialCdf(k: number, n: number, p: number): number {
  assertTrials(n);
  assertProbability(p);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return betaFraction(n - whole, whole + 1, 1 - p, p);
}

/**
 * Binomial quantile: the smallest k with P(X ≤ k) ≥ q. As R's `qbinom`, a cumulative probability that misses q by
 * rounding alone (64 units in the last place) counts as reached.
 * Starts at the Cornish–Fisher approximation and walks on exact probabilities, so it costs one incomplete beta.
 *
 * @throws RangeError when n is not a whole number ≥ 0, or q or p is not within [0, 1]
 * @example binomialQuantile(0.025, 50, 0.5) // 18
 */
export function binomialQuantile(q: number, n: number, p: number): number {
  assertTrials(n);
  assertProbability(q);
  assertProbability(p);
  if (p === 0 || n === 0 || q === 0) return 0;
  if (p === 1 || q === 1) return n;
  const goal = q * (1 - 64 * Number.EPSILON);
  const spread = Math.sqrt(n * p * (1 - p));
  const z = normalQuantile(q);
  const start = Math.round(n * p + spread * (z + ((1 - 2 * p) / spread) * ((z * z - 1) / 6)));
  let k = Math.max(0, Math.min(n, start));
  let below = binomialCdf(k, n, p);
  if (below >= goal) {
    while (k > 0) {
      const without = below - binomialPmf(k, n, p);
      // Subtraction loses digits in the far tail; there the sum is taken afresh.
      const exact = without < 1e-3 * below ? binomialCdf(k - 1, n, p) : without;
      if (exact < goal) break;
      below = exact;
      k -= 1;
    }
    return k;
  }
  while (k < n && below < goal) {
    k += 1;
    below += binomialPmf(k, n, p);
  }
  return k;
}

function assertProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a probability: ${p}`);
}

function assertDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be positive: ${df}`);
}

function assertTrials(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a whole number of trials: ${n}`);
}
