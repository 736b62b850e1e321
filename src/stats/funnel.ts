import { countBelow, countUpTo, quantileSorted, sortValues } from './quantile.ts';

/** Tickets of one cell (group × priority × channel × issue) and whose they are. */
export interface CellTickets {
  readonly values: Float64Array;
  /** Owner of each ticket, any numbers. */
  readonly owners: Uint32Array;
  /** Fewest tickets of others that a ticket is held against. */
  readonly fewestOthers: number;
}

/**
 * The mid-rank percentile of each ticket among the tickets of *others* in the same cell: 100 (less + ½ equal) / others,
 * 50 where it is as long as usual. NaN where others have too few tickets. The mean over a cell in which owners do not
 * differ is 50.
 *
 * @throws RangeError when columns differ in length
 * @example
 * midRankPercentiles({ values: Float64Array.of(1, 2, 3), owners: Uint32Array.of(0, 1, 1), fewestOthers: 1 })
 * // [0, 100, 100]: the first ticket among {2, 3}, the others among {1}
 */
export function midRankPercentiles({ values, owners, fewestOthers }: CellTickets): Float64Array {
  const n = values.length;
  if (owners.length !== n) throw new RangeError('columns of different length');
  const all = sortValues(values);
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < n; row++) {
    const rows = rowsOf.get(owners[row]);
    if (rows) rows.push(row);
    else rowsOf.set(owners[row], [row]);
  }
  const percentiles = new Float64Array(n).fill(Number.NaN);
  for (const rows of rowsOf.values()) {
    const others = n - rows.length;
    if (others < Math.max(1, fewestOthers)) continue;
    const own = sortValues(Float64Array.from(rows, (row) => values[row]));
    for (const row of rows) {
      const value = values[row];
      const below = countBelow(all, value) - countBelow(own, value);
      const upTo = countUpTo(all, value) - countUpTo(own, value);
      percentiles[row] = (50 * (below + upTo)) / others;
    }
  }
  return percentiles;
}

/** One agent's figure and its standard error. */
export interface FunnelUnit {
  readonly value: number;
  readonly standardError: number;
}

/** All agents and the value that would be par (50 for percentiles, 0 for observed − expected). */
export interface FunnelInput {
  readonly units: readonly FunnelUnit[];
  readonly par: number;
}

/** One agent's place in the funnel. */
export interface FunnelPlace {
  /** (value − par) / (standard error √φ). */
  readonly z: number;
  /** |z| above 3.09 (one in 500 by chance), and at least five agents. */
  readonly outside: boolean;
  /** par + τ² / (τ² + s²) (value − par): what is to be expected of the agent. */
  readonly shrunk: number;
}

/** A funnel over agents. */
export interface Funnel {
  /** How much more agents vary than chance, at least 1. */
  readonly dispersion: number;
  /** Variance of true differences between agents. */
  readonly tauSquared: number;
  /** In the order given. */
  readonly places: readonly FunnelPlace[];
}

/** Fewest agents among whom anybody is named. */
export const fewestUnits = 5;
/** Φ(−3.09) = .001: Spiegelhalter's 99.8 % limits. */
export const funnelLimit = 3.09;

/**
 * Funnel limits with allowance for what chance does not explain (Spiegelhalter 2005, "Handling over-dispersion of
 * performance indicators", Quality and Safety in Health Care 14): z = (value − par) / s; φ = mean of z², the z first
 * winsorised at their 10 % and 90 % quantiles (type 7), at least 1; limits at |z| / √φ > 3.09. Shrinkage by
 * DerSimonian & Laird's (1986) τ² = max(0, (Q − (I − 1)) / (Σw − Σw² / Σw)), w = 1 / s², Q about the weighted mean.
 *
 * @throws RangeError when a standard error is not positive or a value is missing
 * @example judgeFunnel({ par: 50, units: [{ value: 61, standardError: 2 }, …] }).places[0].outside
 */
export function judgeFunnel({ units, par }: FunnelInput): Funnel {
  for (const { value, standardError } of units) {
    if (!(standardError > 0 && Number.isFinite(value))) {
      throw new RangeError(`not a figure with a standard error: ${value}, ${standardError}`);
    }
  }
  const zs = units.map(({ value, standardError }) => (value - par) / standardError);
  const dispersion = Math.max(1, winsorisedDispersion(zs));
  const tauSquared = betweenVariance(units);
  const places = units.map(({ value, standardError }, i): FunnelPlace => {
    const z = zs[i] / Math.sqrt(dispersion);
    const kept = tauSquared / (tauSquared + standardError ** 2);
    return {
      z,
      outside: units.length >= fewestUnits && Math.abs(z) > funnelLimit,
      shrunk: par + kept * (value - par),
    };
  });
  return { dispersion, tauSquared, places };
}

function winsorisedDispersion(zs: readonly number[]): number {
  if (zs.length === 0) return 1;
  const sorted = sortValues(Float64Array.from(zs));
  const low = quantileSorted(sorted, 0.1)!;
  const high = quantileSorted(sorted, 0.9)!;
  let sum = 0;
  for (const z of sorted) sum += Math.min(high, Math.max(low, z)) ** 2;
  return sum / zs.length;
}

/** Terms are summed in ascending order of their size, so that the order of agents cannot move a digit. */
function betweenVariance(units: readonly FunnelUnit[]): number {
  if (units.length < 2) return 0;
  const ordered = units
    .map(({ value, standardError }) => ({ value, weight: 1 / standardError ** 2 }))
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  let [weights, squares, weighted] = [0, 0, 0];
  for (const { value, weight } of ordered) {
    weights += weight;
    squares += weight * weight;
    weighted += weight * value;
  }
  const mean = weighted / weights;
  let q = 0;
  for (const { value, weight } of ordered) q += weight * (value - mean) ** 2;
  return Math.max(0, (q - (units.length - 1)) / (weights - squares / weights));
}
