/**
 * The distributions behind the intervals and tests, to 1e-10 relative or better: normal, Student's t, chi-square,
 * binomial. No tables, no simulation. Tails are computed on their own side, never as one minus the other.
 *
 * Prefactors follow Loader (2000), "Fast and accurate computation of binomial probabilities": Stirling's error and
 * the deviance term, which do not cancel for large arguments as differences of log-gamma do. Continued fractions are
 * those of DLMF 8.17.22 (beta) and 8.9.2 (gamma), evaluated by Lentz's method.
 */

/** The 97.5 % point of the standard normal, the default multiplier of every 95 % interval. */
export const z95 = 1.959963984540054;

const tiny = 1e-300;
const epsilon = 2.220446049250313e-16;
const rootTwoPi = 2.5066282746310002;

/** ln Γ(z + 1) − [(z + ½) ln z − z + ½ ln 2π], for z > 0. */
function stirlingError(z: number): number {
  let shift = 0;
  let at = z;
  while (at < 16) {
    shift += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const r = 1 / (at * at);
  const series =
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360)))))) / at;
  return series + shift;
}

/** The deviance x ln(x / m) + m − x, without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  const square = v * v;
  let term = 2 * x * v;
  let sum = (x - m) * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · xᵃ yᵇ with y = 1 − x, for a, b > 0. */
function betaTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return (Math.exp(exponent) / rootTwoPi) * Math.sqrt(n / a / b);
}

/** The regularised incomplete beta Iₓ(a, b); y = 1 − x is handed in so that it is exact near x = 1. */
function betaFraction(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaFractionLow(b, a, y, x);
  return betaFractionLow(a, b, x, y);
}

function betaFractionLow(a: number, b: number, x: number, y: number): number {
  const front = (betaTerm(a, b, x, y) * b) / (a + b);
  if (front === 0) return 0;
  const limit = 500 + 20 * Math.sqrt(a + b);
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m < limit; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 4 * epsilon) break;
  }
  return front * value;
}

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
    if (Math.abs(next - t) <= 2 * epsilon * t) {
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
 * Chi-square cumulative probability: the regularised incomplete gamma P(df / 2, x / 2).
 *
 * @throws RangeError when df is not positive
 * @example chiSquareCdf(3.841458820694124, 1) // 0.95
 */
export function chiSquareCdf(x: number, df: number): number {
  return 1 - chiSquareUpperTail(x, df, true);
}

/**
 * Chi-square upper tail, the p-value of a chi-square statistic, accurate in relative terms.
 *
 * @throws RangeError when df is not positive
 */
export function chiSquareTail(x: number, df: number): number {
  return chiSquareUpperTail(x, df, false);
}

/** Upper tail; with `complement`, one minus the lower tail where the series gives the lower tail anyway. */
function chiSquareUpperTail(x: number, df: number, complement: boolean): number {
  assertDegrees(df);
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const a = df / 2;
  const half = x / 2;
  const front = Math.exp(-stirlingError(a) - deviance(a, half)) / (rootTwoPi * Math.sqrt(a));
  if (half < a + 1 || complement) {
    let term = 1;
    let sum = 1;
    for (let k = 1; k < 1e7; k++) {
      term *= half / (a + k);
      sum += term;
      if (term < sum * epsilon * 0.5) break;
    }
    return 1 - Math.min(1, front * sum);
  }
  let b = half + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 1e6; k++) {
    const factor = -k * (k - a);
    b += 2;
    d = factor * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + factor / c;
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    if (Math.abs(d * c - 1) < 4 * epsilon) break;
  }
  return front * a * value;
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
  const goal = q * (1 - 64 * epsilon);
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
