import type { MetricKind, Stat } from '../../model/metric.ts';
import { decomposeMean, decomposeQuantile, isReversal } from '../../stats/decompose.ts';
import { type Difference, differenceOf, shareDifference, sumDifferences } from '../../stats/difference.ts';
import type { Precision } from '../../stats/interval.ts';
import { promotersOf } from '../../stats/promoters.ts';
import { npsOf, scoreOf } from '../../stats/score.ts';
import { momentsOf, sumValues } from '../../stats/sums.ts';
import { type Judgement, quantileOfStat } from '../comparison/compare.ts';
import type { DailyValues } from '../comparison/daily-values.ts';

/** A figure whose change is split, and the values of each segment on both sides. */
export interface SplitRequest {
  readonly kind: MetricKind;
  readonly stat: Stat;
  /** Ends of the rating scale, for mean scores. */
  readonly scale: { readonly min: number; readonly max: number };
  readonly parts: readonly {
    readonly before: Pick<DailyValues, 'sorted'>;
    readonly after: Pick<DailyValues, 'sorted'>;
  }[];
  readonly judgement: Pick<Judgement, 'difference' | 'design'>;
}

/** The parts of a change, in the unit of the figure; mix + rate = change. */
export interface ChangeSplit {
  readonly change: number;
  readonly mix: number;
  readonly rate: number;
  /** The whole went one way, the segments at equal mix the other, both beyond chance. */
  readonly isReversal: boolean;
}

/** Whether a figure's change can be split: quantiles of durations, shares, mean scores and NPS. */
export function canSplit({ kind, stat }: Pick<SplitRequest, 'kind' | 'stat'>): boolean {
  if (kind === 'duration') return quantileOfStat[stat] !== undefined;
  return kind === 'share' || kind === 'points' || (kind === 'score' && stat === 'mean');
}

/**
 * Splits a change into mix and rate (DEFINITIONS 8): quantiles by reweighting; shares, mean scores and NPS, which is
 * 100 times the mean of +1, 0 and −1, after Kitagawa. Null where the change itself has no interval, as then nothing is
 * to be explained, or a side is empty.
 */
export function splitChange(request: SplitRequest): ChangeSplit | null {
  const { kind, stat, parts, judgement } = request;
  const { difference, design } = judgement;
  if (!difference || !design) return null;
  const p = quantileOfStat[stat];
  if (kind === 'duration' && p !== undefined) {
    const segments = parts.map(({ before, after }, i) => ({
      key: String(i),
      before: before.sorted,
      after: after.sorted,
    }));
    const split = decomposeQuantile({ segments, p, deff: design.deff, z: design.z, df: design.df });
    return split && splitOf(split, { change: difference, rate: split.rateDifference });
  }
  const segments = parts.map(({ before, after }, i) => ({
    key: String(i),
    before: meanOf(before.sorted, kind),
    after: meanOf(after.sorted, kind),
  }));
  const split = decomposeMean(segments);
  if (!split) return null;
  const terms = split.contributions.flatMap(({ key, weight }) => {
    const own = differenceOfPart(request, Number(key));
    return own ? [{ weight, difference: own }] : [];
  });
  return splitOf(split, { change: difference, rate: sumDifferences(terms, design.df) });
}

const splitOf = (
  { change, mix, rate }: Omit<ChangeSplit, 'isReversal'>,
  intervals: { readonly change: Difference; readonly rate: Difference },
): ChangeSplit => ({ change, mix, rate, isReversal: isReversal(intervals) });

function meanOf(sorted: Float64Array, kind: MetricKind): { n: number; value: number } {
  const n = sorted.length;
  if (n === 0) return { n, value: Number.NaN };
  if (kind !== 'points') return { n, value: sumValues(sorted) / n };
  const { promoters, detractors } = promotersOf(sorted);
  return { n, value: (100 * (promoters - detractors)) / n };
}

/** A segment's own change with its interval at n / deff; null for one that is absent on a side. */
function differenceOfPart({ kind, scale, parts, judgement }: SplitRequest, part: number): Difference | null {
  const { design } = judgement;
  const [before, after] = [parts[part].before.sorted, parts[part].after.sorted];
  if (!design || before.length === 0 || after.length === 0) return null;
  const { deff, df, z } = design;
  if (kind === 'share') {
    const hits = (sorted: Float64Array) => ({ n: sorted.length, hits: Math.round(sumValues(sorted)) });
    return shareDifference({ before: hits(before), after: hits(after), deff, df });
  }
  const precision: Precision = { deff, z };
  const estimate = (sorted: Float64Array) =>
    kind === 'points'
      ? npsOf({ ...promotersOf(sorted), n: sorted.length, ...precision })
      : scoreOf({
          moments: momentsOf(sorted) as NonNullable<ReturnType<typeof momentsOf>>,
          scale,
          ...precision,
        });
  const [first, second] = [estimate(before), estimate(after)];
  return first && second ? differenceOf({ before: first, after: second, df }) : null;
}
