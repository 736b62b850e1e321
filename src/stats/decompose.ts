import { type Difference, differenceOf, leavesOutZero } from './difference.ts';
import type { Estimate, Precision } from './interval.ts';
import { joinValues, quantileInterval, quantileSorted, sortValues } from './quantile.ts';
import { type WeightedGroup, weightedQuantile, weightedQuantileInterval } from './weighted-quantile.ts';

/** The mean (or share) of one segment on one side; `value` is not read where n = 0. */
export interface SegmentMean {
  readonly n: number;
  readonly value: number;
}

/** One segment before and after. */
export interface SegmentChange {
  readonly key: string;
  readonly before: SegmentMean;
  readonly after: SegmentMean;
}

/** What one segment adds to a change. */
export interface Contribution {
  readonly key: string;
  /** By weighing more or less than before. */
  readonly mix: number;
  /** By being different than before. */
  readonly rate: number;
  /** w̄, the mean of its weights on both sides: the factor of its own difference in the rate part. */
  readonly weight: number;
}

/** A change of a whole and its two parts. */
export interface Decomposition {
  readonly before: number;
  readonly after: number;
  /** after − before = mix + rate. */
  readonly change: number;
  readonly mix: number;
  readonly rate: number;
}

/** A change of a mean, by segment. */
export interface MeanDecomposition extends Decomposition {
  /** Largest first, by |mix + rate|, then by key. */
  readonly contributions: readonly Contribution[];
}

/**
 * Why a mean or a share changed (Kitagawa 1955): with w the segment's share of tickets, r its mean, bars for the mean of
 * both sides and R for the whole, mix = Δw (r̄ − R̄), rate = w̄ Δr. They add up to the change. A segment that is absent
 * on one side has Δr = 0 there: all it does is mix. In the unit of the means; null when a side is empty.
 *
 * @throws RangeError when an n is negative or a mean that is needed is missing
 * @example
 * decomposeMean([
 *   { key: 'chat', before: { n: 50, value: 10 }, after: { n: 25, value: 10 } },
 *   { key: 'email', before: { n: 50, value: 30 }, after: { n: 75, value: 30 } },
 * ]) // change 5, mix 5, rate 0
 */
export function decomposeMean(segments: readonly SegmentChange[]): MeanDecomposition | null {
  let [nBefore, nAfter] = [0, 0];
  for (const { key, before, after } of segments) {
    for (const side of [before, after]) {
      if (!(side.n >= 0)) throw new RangeError(`segment ${key}: n is ${side.n}`);
      if (side.n > 0 && !Number.isFinite(side.value)) throw new RangeError(`segment ${key} has no mean`);
    }
    nBefore += before.n;
    nAfter += after.n;
  }
  if (nBefore === 0 || nAfter === 0) return null;
  const present = segments
    .filter(({ before, after }) => before.n > 0 || after.n > 0)
    .map(({ key, before, after }) => ({
      key,
      weights: [before.n / nBefore, after.n / nAfter] as const,
      values: [before.n > 0 ? before.value : after.value, after.n > 0 ? after.value : before.value] as const,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  let [wholeBefore, wholeAfter] = [0, 0];
  for (const { weights, values } of present) {
    wholeBefore += weights[0] * values[0];
    wholeAfter += weights[1] * values[1];
  }
  const centre = (wholeBefore + wholeAfter) / 2;
  let [mix, rate] = [0, 0];
  const contributions = present.map(({ key, weights, values }): Contribution => {
    const weight = (weights[0] + weights[1]) / 2;
    const own = {
      key,
      mix: (weights[1] - weights[0]) * ((values[0] + values[1]) / 2 - centre),
      rate: weight * (values[1] - values[0]),
      weight,
    };
    mix += own.mix;
    rate += own.rate;
    return own;
  });
  contributions.sort((a, b) => Math.abs(b.mix + b.rate) - Math.abs(a.mix + a.rate));
  return {
    before: wholeBefore,
    after: wholeAfter,
    change: wholeAfter - wholeBefore,
    mix,
    rate,
    contributions,
  };
}

/** Values of one segment on both sides, each ascending, without NaN. */
export interface SegmentValues {
  readonly key: string;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** A quantile and the segments it is explained by. */
export interface QuantileDecompositionInput extends Precision {
  readonly segments: readonly SegmentValues[];
  readonly p: number;
  /** Degrees of freedom behind `z`. */
  readonly df?: number;
}

/** A change of a quantile, its parts, and the interval of the rate part. */
export interface QuantileDecomposition extends Decomposition {
  readonly rateDifference: Difference;
}

/**
 * Why a quantile changed, by reweighting (DiNardo, Fortin & Lemieux 1996). With Q(w, F) the quantile of the segments'
 * distributions F mixed with weights w, A = Q(w₁, F₀) what it would have been with the new mix alone and B = Q(w₀, F₁)
 * with the new speeds alone: mix = ½[(A − Q₀) + (Q₁ − B)], rate = ½[(B − Q₀) + (Q₁ − A)], which add up to Q₁ − Q₀.
 * Quantiles are weighted type 7. A segment that is absent on one side takes its distribution from the other, so that it
 * can only be mix, as in `decomposeMean`. In the unit of the values; null when a side is empty.
 *
 * The rate part's interval takes the mean of the intervals of B − Q₀ and Q₁ − A (MOVER, each at its effective n); as the
 * two rest on the same tickets, that is at least as wide as the interval of their mean.
 *
 * @throws RangeError when p is not within [0, 1] or deff is below 1
 * @example
 * // twice as many e-mails, nobody slower: the median's rise is all mix
 * decomposeQuantile({ p: 0.5, segments: [{ key: 'chat', before: c, after: c }, { key: 'email', before: e, after: ee }] })
 */
export function decomposeQuantile(input: QuantileDecompositionInput): QuantileDecomposition | null {
  const { p, deff, z, df } = input;
  const segments = [...input.segments].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const nBefore = segments.reduce((sum, { before }) => sum + before.length, 0);
  const nAfter = segments.reduce((sum, { after }) => sum + after.length, 0);
  if (nBefore === 0 || nAfter === 0) return null;
  const wholeBefore = sortValues(joinValues(segments.map(({ before }) => before)));
  const wholeAfter = sortValues(joinValues(segments.map(({ after }) => after)));
  const before = quantileSorted(wholeBefore, p)!;
  const after = quantileSorted(wholeAfter, p)!;
  const newMix = segments.map((segment): WeightedGroup => {
    const sorted = segment.before.length > 0 ? segment.before : segment.after;
    return groupOf(sorted, (nBefore / nAfter) * segment.after.length);
  });
  const newSpeeds = segments.map((segment): WeightedGroup => {
    const sorted = segment.after.length > 0 ? segment.after : segment.before;
    return groupOf(sorted, (nAfter / nBefore) * segment.before.length);
  });
  const a = weightedQuantile(newMix, p)!;
  const b = weightedQuantile(newSpeeds, p)!;
  const precision = { deff, z };
  const estimates = {
    before: { value: before, ...quantileInterval({ sorted: wholeBefore, p, ...precision }) },
    after: { value: after, ...quantileInterval({ sorted: wholeAfter, p, ...precision }) },
    a: { value: a, ...weightedQuantileInterval(newMix, p, precision) },
    b: { value: b, ...weightedQuantileInterval(newSpeeds, p, precision) },
  };
  return {
    before,
    after,
    change: after - before,
    mix: (a - before + (after - b)) / 2,
    rate: (b - before + (after - a)) / 2,
    rateDifference: meanDifference(estimates, df),
  };
}

/** A segment whose values together weigh `total`. */
function groupOf(sorted: Float64Array, total: number): WeightedGroup {
  return { sorted, weight: sorted.length === 0 ? 0 : total / sorted.length };
}

function meanDifference(
  { before, after, a, b }: Readonly<Record<'before' | 'after' | 'a' | 'b', Estimate>>,
  df?: number,
): Difference {
  const one = differenceOf({ before, after: b, df });
  const other = differenceOf({ before: a, after, df });
  const middle = (x: number | null, y: number | null) => (x === null || y === null ? null : (x + y) / 2);
  return {
    value: (one.value + other.value) / 2,
    low: middle(one.low, other.low),
    high: middle(one.high, other.high),
    p: one.p === null || other.p === null ? null : Math.max(one.p, other.p),
  };
}

/**
 * Whether a change is a Simpson reversal: the whole went one way while the segments, at equal mix, went the other, and
 * both intervals leave out 0.
 *
 * @example
 * isReversal({
 *   change: { value: 0.04, low: 0.01, high: 0.07, p: 0.01 },
 *   rate: { value: -0.05, low: -0.08, high: -0.02, p: 0.001 },
 * }) // true
 */
export function isReversal({
  change,
  rate,
}: {
  readonly change: Difference;
  readonly rate: Difference;
}): boolean {
  return change.value * rate.value < 0 && leavesOutZero(change) && leavesOutZero(rate);
}

/** Fewest tickets a level needs on both sides to stand for itself in a decomposition. */
export const fewestInLevel = 20;
const mostLevels = 12;

/** One level of a dimension and its tickets on both sides. */
export interface LevelCount {
  readonly key: string;
  readonly before: number;
  readonly after: number;
}

/**
 * The levels of a dimension that a decomposition may use: those with at least 20 tickets on both sides, at most the
 * twelve largest; all others are taken together. Null when fewer than two remain: then the dimension explains nothing.
 *
 * @returns keys, largest first
 * @example
 * explainingLevels([{ key: 'a', before: 30, after: 40 }, { key: 'b', before: 90, after: 20 }, { key: 'c', before: 5, after: 9 }])
 * // ['b', 'a']; c goes with the others
 */
export function explainingLevels(levels: readonly LevelCount[]): readonly string[] | null {
  const large = levels.filter(({ before, after }) => before >= fewestInLevel && after >= fewestInLevel);
  if (large.length < 2) return null;
  return large
    .sort((a, b) => b.before + b.after - (a.before + a.after) || (a.key < b.key ? -1 : 1))
    .slice(0, mostLevels)
    .map(({ key }) => key);
}
