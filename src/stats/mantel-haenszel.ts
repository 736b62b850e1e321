import { type Difference, differenceOf } from './difference.ts';
import { tQuantile, tTwoSided, z95 } from './distributions.ts';
import { shareOf } from './share.ts';

/** One row a customer and landmark, columns aligned. */
export interface StratifiedRows {
  /** 1 for exposed, 0 for not. */
  readonly exposed: Uint8Array;
  /** 1 for the outcome, 0 for none. */
  readonly outcome: Uint8Array;
  /** Stratum of each row, numbered from 0. */
  readonly stratum: Uint32Array;
  /** Customer of each row, any numbers; left out, every row stands for itself. */
  readonly cluster?: Uint32Array;
}

/** A risk difference over strata. */
export interface RiskDifference extends Difference {
  /** √ of the variance the interval rests on; null for one stratum, whose interval is Newcombe's. */
  readonly standardError: number | null;
  /** Rows in strata that hold exposed and unexposed ones; only they tell anything. */
  readonly n: number;
  readonly strata: number;
  readonly clusters: number;
}

/** Counts of one stratum. */
interface Stratum {
  /** Outcomes and rows among the exposed. */
  a: number;
  exposed: number;
  /** Outcomes and rows among the others. */
  b: number;
  unexposed: number;
}

/**
 * The Mantel–Haenszel risk difference, exposed − unexposed, over strata:
 * δ = Σ (a n₀ − b n₁) / N ÷ Σ n₁ n₀ / N (Greenland & Robins 1985). Interval, clipped to [−1, 1]:
 *
 * - rows without clusters: δ ± 1.96 √V with the variance of Sato, Greenland & Robins (1989),
 *   V = (δ ΣP + ΣQ) / (Σ n₁ n₀ / N)², P = [n₁² b − n₀² a + n₁ n₀ (n₀ − n₁) / 2] / N², Q = [a (n₀ − b) + b (n₁ − a)] / 2N,
 *   which holds for few large and for many small strata;
 * - rows of the same customer at several landmarks: δ is the coefficient of a least-squares regression of the outcome
 *   on exposure with an intercept a stratum, and its variance the cluster-robust one (Liang & Zeger 1986) with the usual
 *   factor C / (C − 1) · (N − 1) / (N − K), t with C − 1 degrees of freedom;
 * - one stratum: Newcombe's method 10, at n / deff with deff = clustered variance ÷ unclustered one.
 *
 * Null when no stratum holds both exposed and unexposed rows, or there are fewer than two clusters.
 *
 * @throws RangeError when columns differ in length
 * @example riskDifference({ exposed, outcome, stratum, cluster: customer }) // { value: -0.081, low: -0.13, high: -0.03, … }
 */
export function riskDifference(rows: StratifiedRows): RiskDifference | null {
  const strata = countStrata(rows);
  const used = strata.filter(({ exposed, unexposed }) => exposed > 0 && unexposed > 0);
  if (used.length === 0) return null;
  let [numerator, denominator, n] = [0, 0, 0];
  for (const { a, exposed, b, unexposed } of used) {
    const all = exposed + unexposed;
    numerator += (a * unexposed - b * exposed) / all;
    denominator += (exposed * unexposed) / all;
    n += all;
  }
  const value = numerator / denominator;
  const robust = rows.cluster ? clusterVariance({ rows, strata, value, denominator, n }) : null;
  const clusters = robust ? robust.clusters : n;
  if (clusters < 2) return null;
  const counts = { n, strata: used.length, clusters };
  const df = robust ? clusters - 1 : Infinity;
  const z = robust ? tQuantile(0.975, df) : z95;
  if (used.length === 1) {
    const independent = used.reduce((sum, stratum) => sum + newcombeVariance(stratum), 0);
    const deff = robust && independent > 0 ? Math.max(1, robust.variance / independent) : 1;
    const [{ a, exposed, b, unexposed }] = used;
    const after = shareOf({ hits: a, n: exposed, deff, z })!;
    const before = shareOf({ hits: b, n: unexposed, deff, z })!;
    return { ...differenceOf({ before, after, df }), standardError: null, ...counts };
  }
  const variance = robust ? robust.variance : satoVariance(used, value, denominator);
  const standardError = Math.sqrt(Math.max(0, variance));
  const half = z * standardError;
  return {
    value,
    low: Math.max(-1, value - half),
    high: Math.min(1, value + half),
    p: standardError === 0 ? (value === 0 ? 1 : 0) : tTwoSided(value / standardError, df),
    standardError,
    ...counts,
  };
}

function countStrata({ exposed, outcome, stratum, cluster }: StratifiedRows): Stratum[] {
  const n = exposed.length;
  if (outcome.length !== n || stratum.length !== n || (cluster && cluster.length !== n)) {
    throw new RangeError('columns of different length');
  }
  const strata: Stratum[] = [];
  for (let row = 0; row < n; row++) {
    const at = stratum[row];
    while (strata.length <= at) strata.push({ a: 0, exposed: 0, b: 0, unexposed: 0 });
    const hit = outcome[row] ? 1 : 0;
    if (exposed[row]) {
      strata[at].exposed += 1;
      strata[at].a += hit;
    } else {
      strata[at].unexposed += 1;
      strata[at].b += hit;
    }
  }
  return strata;
}

function satoVariance(strata: readonly Stratum[], value: number, denominator: number): number {
  let [p, q] = [0, 0];
  for (const { a, exposed, b, unexposed } of strata) {
    const all = exposed + unexposed;
    p +=
      (exposed ** 2 * b - unexposed ** 2 * a + (exposed * unexposed * (unexposed - exposed)) / 2) / all ** 2;
    q += (a * (unexposed - b) + b * (exposed - a)) / (2 * all);
  }
  return (value * p + q) / denominator ** 2;
}

/** Variance of the difference of two shares. */
function newcombeVariance({ a, exposed, b, unexposed }: Stratum): number {
  return (a * (exposed - a)) / exposed ** 3 + (b * (unexposed - b)) / unexposed ** 3;
}

/** The sandwich: squared sums of x̃ e over clusters, x̃ exposure less its stratum's mean, e the residual. */
function clusterVariance(input: {
  readonly rows: StratifiedRows;
  readonly strata: readonly Stratum[];
  readonly value: number;
  readonly denominator: number;
  readonly n: number;
}): { variance: number; clusters: number } {
  const { rows, strata, value, denominator, n } = input;
  // Rows of one cell of stratum, exposure and outcome have the same score: clusters hold counts, so sums are exact.
  const scores = new Map<number, Map<number, number>>();
  for (let row = 0; row < rows.exposed.length; row++) {
    const { exposed, unexposed } = strata[rows.stratum[row]];
    if (exposed === 0 || unexposed === 0) continue;
    const cell = rows.stratum[row] * 4 + (rows.exposed[row] ? 2 : 0) + (rows.outcome[row] ? 1 : 0);
    const cells = scores.get(rows.cluster![row]) ?? new Map<number, number>();
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
    scores.set(rows.cluster![row], cells);
  }
  const scoreOfCell = (cell: number) => {
    const { a, exposed, b, unexposed } = strata[cell >> 2];
    const all = exposed + unexposed;
    const centred = (cell & 2 ? 1 : 0) - exposed / all;
    return centred * ((cell & 1) - (a + b) / all - value * centred);
  };
  const squares: number[] = [];
  for (const cells of scores.values()) {
    let sum = 0;
    for (const [cell, count] of [...cells].sort((x, y) => x[0] - y[0])) sum += count * scoreOfCell(cell);
    squares.push(sum * sum);
  }
  const clusters = squares.length;
  const total = squares.sort((x, y) => x - y).reduce((sum, square) => sum + square, 0);
  const coefficients = strata.filter(({ exposed, unexposed }) => exposed > 0 && unexposed > 0).length + 1;
  const factor =
    clusters < 2 || n <= coefficients ? 1 : ((clusters / (clusters - 1)) * (n - 1)) / (n - coefficients);
  return { variance: (factor * total) / denominator ** 2, clusters };
}
