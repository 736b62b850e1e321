/**
 * The incomplete beta and gamma functions behind the distributions, to 1e-10 relative or better.
 *
 * Prefactors follow Loader (2000), "Fast and accurate computation of binomial probabilities": Stirling's error and
 * the deviance term, which do not cancel for large arguments as differences of log-gamma do. Continued fractions are
 * those of DLMF 8.17.22 (beta) and 8.9.2 (gamma), evaluated by Lentz's method.
 */

const tiny = 1e-300;
const epsilon = Number.EPSILON;
const rootTwoPi = Math.sqrt(2 * Math.PI);

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
export function betaTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return (Math.exp(exponent) / rootTwoPi) * Math.sqrt(n / a / b);
}

/** The regularised incomplete beta Iₓ(a, b); y = 1 − x is handed in so that it is exact near x = 1. */
export function betaFraction(a: number, b: number, x: number, y: number): number {
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
