import { type DailySample, type DesignEffect, designEffect, type Pairing } from './design-effect.ts';
import { type Difference, differenceOf } from './difference.ts';
import { z95 } from './distributions.ts';
import type { Estimate, Precision } from './interval.ts';
import { quantileInterval, quantileSorted, sortValues } from './quantile.ts';
import { npsOf, scoreOf } from './score.ts';
import { shareOf } from './share.ts';
import { momentsOf } from './sums.ts';

/** Which figure of two samples is compared, and what the values stand for. */
export type ComparedFigure =
  /** Values of any unit; p between 0 and 1. */
  | { readonly kind: 'quantile'; readonly p: number }
  /** 1 for a hit, 0 for a miss. */
  | { readonly kind: 'share' }
  /** Scores on a scale. */
  | { readonly kind: 'score'; readonly scale: { readonly min: number; readonly max: number } }
  /** 1 for a promoter, −1 for a detractor, 0 for a passive. */
  | { readonly kind: 'nps' };

/** Two samples to be compared by one figure. */
export interface ComparisonInput {
  readonly before: DailySample;
  readonly after: DailySample;
  readonly figure: ComparedFigure;
  readonly pairing: Pairing;
}

/** Both figures with the intervals the comparison used, and their difference. */
export interface Comparison {
  readonly before: Estimate;
  readonly after: Estimate;
  /** Null under four days: then there is no difference to judge, only control limits. */
  readonly design: DesignEffect | null;
  readonly difference: Difference | null;
}

/**
 * Compares one figure of two samples as DEFINITIONS says: each side's interval at n / deff with t in place of 1.96,
 * their difference by MOVER. Deterministic, no resampling. Null when a side is empty.
 *
 * For a quantile the design effect is that of y = 1{x ≤ pooled quantile}.
 *
 * @throws RangeError when columns differ in length or a value is missing
 * @example compareSamples({ before: lastWeek, after: thisWeek, figure: { kind: 'quantile', p: 0.5 }, pairing: 'weekday' })
 */
export function compareSamples(input: ComparisonInput): Comparison | null {
  const { before, after, figure, pairing } = input;
  if (before.values.length === 0 || after.values.length === 0) return null;
  const sides = figure.kind === 'quantile' ? indicators(before, after, figure.p) : { before, after };
  const design = designEffect({ ...sides, pairing });
  const precision: Precision = design ? { deff: design.deff, z: design.z } : { z: z95 };
  const [first, second] = [before, after].map((side) => estimate(side.values, figure, precision));
  return {
    before: first,
    after: second,
    design,
    difference: design && differenceOf({ before: first, after: second, df: design.df }),
  };
}

/** Both samples as 1 where a value is at most the pooled quantile, else 0. */
function indicators(before: DailySample, after: DailySample, p: number) {
  const pooled = new Float64Array(before.values.length + after.values.length);
  pooled.set(before.values, 0);
  pooled.set(after.values, before.values.length);
  const cut = quantileSorted(sortValues(pooled), p)!;
  const below = (side: DailySample): DailySample => ({
    ...side,
    values: side.values.map((value) => (value <= cut ? 1 : 0)),
  });
  return { before: below(before), after: below(after) };
}

function estimate(values: Float64Array, figure: ComparedFigure, precision: Precision): Estimate {
  switch (figure.kind) {
    case 'quantile': {
      const sorted = sortValues(values);
      const { p } = figure;
      return { value: quantileSorted(sorted, p)!, ...quantileInterval({ sorted, p, ...precision }) };
    }
    case 'share':
      return shareOf({ hits: countEqual(values, 1), n: values.length, ...precision })!;
    case 'score':
      return scoreOf({ moments: momentsOf(values)!, scale: figure.scale, ...precision });
    case 'nps':
      return npsOf({
        promoters: countEqual(values, 1),
        detractors: countEqual(values, -1),
        n: values.length,
        ...precision,
      })!;
    default:
      return figure satisfies never;
  }
}

function countEqual(values: Float64Array, wanted: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === wanted) count += 1;
  return count;
}
