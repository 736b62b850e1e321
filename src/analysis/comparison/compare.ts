import type { Precision } from '../../model/columns.ts';
import type { MetricKind, Stat } from '../../model/metric.ts';
import { compareSamples } from '../../stats/comparison.ts';
import type { DailySample, DesignEffect, Pairing } from '../../stats/design-effect.ts';
import { type Difference, differenceOf, effectSize, shareDifference } from '../../stats/difference.ts';
import { benjaminiHochberg } from '../../stats/multiple.ts';
import { promoterSide } from '../../stats/promoters.ts';
import { quantileInterval, quantileOccurring, quantileSorted } from '../../stats/quantile.ts';
import { isTooFew, type ThresholdStat } from '../../stats/too-few.ts';
import { judge, type Relevance, relevance, scoreRelevance, type Verdict } from '../../stats/verdict.ts';
import { busyDays, type DailyValues, onDays, tallyUpTo, type ValuesByDay } from './daily-values.ts';
import { type DayTally, designOfTallies, subtractTally } from './day-tally.ts';
import { mergeSorted, subtractSorted } from './sorted-sets.ts';

/** Which figure is compared. */
export interface ComparedStat {
  readonly kind: MetricKind;
  readonly stat: Stat;
  /** Ends of the rating scale, for mean scores. */
  readonly scale: { readonly min: number; readonly max: number };
  /** Durations known to the day have quantiles that occur, of type 1 (DEFINITIONS 14). */
  readonly precision?: Precision;
}

/** A comparison before its verdict, which depends on the others of the same run. */
export interface Judgement {
  readonly tooFew: boolean;
  readonly difference: Difference | null;
  readonly before: number;
  readonly relevance: Relevance;
  /** What the intervals were widened by; null under four days. */
  readonly design: DesignEffect | null;
  /** P(value after > value before) + ½ P(they are equal): how far the whole lies apart, whatever statistic is asked for. */
  readonly effect?: number | null;
}

export const quantileOfStat: Readonly<Partial<Record<Stat, number>>> = {
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

/**
 * One figure of two periods (DEFINITIONS 7): each side's interval at n / deff with t in place of 1.96, days paired by
 * weekday, the difference by MOVER. Null where a side is empty, or where the statistic knows no such comparison.
 */
export function comparePeriods(asked: ComparedStat, sides: BothSides): Judgement | null {
  const { before, after } = sides;
  if (before.sorted.length === 0 || after.sorted.length === 0) return null;
  const judgement = judgementOf(asked, sides);
  return judgement && { ...judgement, effect: effectSize({ before: before.sorted, after: after.sorted }) };
}

interface BothSides {
  readonly before: DailyValues;
  readonly after: DailyValues;
}

function judgementOf({ kind, stat, scale, precision }: ComparedStat, sides: BothSides): Judgement | null {
  const { before, after } = sides;
  const tooFew = [before, after].some(({ sorted }) => isTooFew(stat as ThresholdStat, sorted.length));
  const p = quantileOfStat[stat];
  if (kind === 'share') {
    const tallies = { before: hitsOf(before), after: hitsOf(after) };
    const design = designOf({ ...sides, tally: hitsOf, pairing: 'weekday' });
    return { tooFew, ...shareJudgement(tallies, design), relevance: relevance.share };
  }
  if (p !== undefined && kind === 'duration') {
    const cut = quantileSorted(mergeSorted(before.sorted, after.sorted), p) as number;
    const design = designOf({ ...sides, tally: (side) => tallyUpTo(side, cut), pairing: 'weekday' });
    return {
      tooFew,
      ...quantileJudgement({ before: before.sorted, after: after.sorted, p, design, precision }),
    };
  }
  if (kind === 'points' || (kind === 'score' && stat === 'mean')) {
    const compared = compareSamples({
      before: sampleOf(before, kind),
      after: sampleOf(after, kind),
      figure: kind === 'points' ? { kind: 'nps' } : { kind: 'score', scale },
      pairing: 'weekday',
    });
    return {
      tooFew,
      difference: compared?.difference ?? null,
      design: compared?.design ?? null,
      before: compared?.before.value ?? 0,
      relevance: kind === 'points' ? relevance.nps : scoreRelevance(scale),
    };
  }
  return null;
}

/**
 * One figure of segments, each against that of all other values of the same days, paired by date. Where a side has too
 * few values the verdict says so, whatever the difference, which is left out then.
 */
export function contrastsWithRest(
  { kind, stat, precision }: ComparedStat,
  whole: DailyValues,
): (part: DailyValues) => (Judgement & { readonly rest: Float64Array }) | null {
  const p = quantileOfStat[stat];
  const isShare = kind === 'share';
  if (!isShare && (p === undefined || kind !== 'duration')) return () => null;
  const cut = isShare ? null : (quantileSorted(whole.sorted, p as number) as number);
  const tally = (side: ValuesByDay): DayTally => (cut === null ? hitsOf(side) : tallyUpTo(side, cut));
  // Days on which nothing of the whole counts pair nothing: few tickets over two years have hundreds of them.
  const counted = busyDays(whole);
  const arrived = whole.arrivals && busyDays(whole.arrivals);
  const talliedOn = (side: DailyValues): Tallied => ({
    counted: tally(onDays(side, counted)),
    arrived: arrived && side.arrivals && tally(onDays(side.arrivals, arrived)),
  });
  let known: Tallied | null = null;
  return (part) => {
    const n = part.sorted.length;
    const others = whole.sorted.length - n;
    if (n === 0 || others <= 0) return null;
    const rest = subtractSorted(whole.sorted, part.sorted);
    const relevant = isShare ? relevance.share : relevance.duration;
    if ([n, others].some((each) => isTooFew(stat as ThresholdStat, each)))
      return { tooFew: true, rest, difference: null, design: null, before: Number.NaN, relevance: relevant };
    known ??= talliedOn(whole);
    const own = talliedOn(part);
    const tallies = { before: subtractTally(known.counted, own.counted), after: own.counted };
    const arrivals = known.arrived &&
      own.arrived && { before: subtractTally(known.arrived, own.arrived), after: own.arrived };
    const design = largerDesign({ tallies, arrivals, pairing: 'date' });
    return {
      tooFew: false,
      rest,
      ...(isShare
        ? shareJudgement(tallies, design)
        : quantileJudgement({ before: rest, after: part.sorted, p: p as number, design, precision })),
      relevance: relevant,
    };
  };
}

/** A side by the days on which its values count and by those on which their tickets came. */
interface Tallied {
  readonly counted: DayTally;
  readonly arrived: DayTally | null;
}

/** Verdicts of all comparisons of one kind in a run: Benjamini–Hochberg at 5 % over those that have a p-value. */
export function settleVerdicts(judgements: readonly (Judgement | null)[]): (Verdict | null)[] {
  const p = Float64Array.from(judgements, (each) =>
    each === null || each.tooFew ? Number.NaN : (each.difference?.p ?? Number.NaN),
  );
  const { rejected } = benjaminiHochberg(p);
  return judgements.map((each, i) => each && judge({ ...each, rejected: rejected[i] }));
}

interface DesignSides {
  readonly before: DailyValues;
  readonly after: DailyValues;
  readonly tally: (side: ValuesByDay) => DayTally;
  readonly pairing: Pairing;
}

/**
 * How far days differ beyond chance: the days on which values count or, where that is more, those on which their tickets
 * came (a desk that had not changed was called changed in 23 of 120 comparisons of its resolution median by four weeks,
 * taken by solve date alone).
 */
function designOf({ before, after, tally, pairing }: DesignSides): DesignEffect | null {
  const tallies = { before: tally(before), after: tally(after) };
  const arrivals = before.arrivals &&
    after.arrivals && { before: tally(before.arrivals), after: tally(after.arrivals) };
  return largerDesign({ tallies, arrivals, pairing });
}

interface Tallies {
  readonly before: DayTally;
  readonly after: DayTally;
}

function largerDesign({
  tallies,
  arrivals,
  pairing,
}: {
  readonly tallies: Tallies;
  readonly arrivals: Tallies | null;
  readonly pairing: Pairing;
}): DesignEffect | null {
  const design = designOfTallies({ ...tallies, pairing });
  const byArrival = arrivals && designOfTallies({ ...arrivals, pairing });
  return design && byArrival ? { ...design, deff: Math.max(design.deff, byArrival.deff) } : design;
}

/** Values of shares are 0 and 1: a day's hits are those above a half. */
function hitsOf(values: ValuesByDay): DayTally {
  const { from, n, hits } = tallyUpTo(values, 0.5);
  for (let day = 0; day < n.length; day++) hits[day] = n[day] - hits[day];
  return { from, n, hits };
}

function shareJudgement(
  { before, after }: Tallies,
  design: DesignEffect | null,
): Pick<Judgement, 'difference' | 'before' | 'design'> {
  const [first, second] = [before, after].map(({ n, hits }) => ({ n: sumOf(n), hits: sumOf(hits) }));
  return {
    design,
    before: first.n === 0 ? 0 : first.hits / first.n,
    difference: design && shareDifference({ before: first, after: second, deff: design.deff, df: design.df }),
  };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

interface QuantileSides {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly p: number;
  readonly design: DesignEffect | null;
  readonly precision?: Precision;
}

function quantileJudgement({
  before,
  after,
  p,
  design,
  precision,
}: QuantileSides): Omit<Judgement, 'tooFew'> {
  const [first, second] = [before, after].map((sorted) => ({
    value: (precision === 'day' ? quantileOccurring(sorted, p) : quantileSorted(sorted, p)) as number,
    ...quantileInterval({ sorted, p, ...(design ? { deff: design.deff, z: design.z } : {}) }),
  }));
  return {
    design,
    before: first.value,
    difference: design && differenceOf({ before: first, after: second, df: design.df }),
    relevance: relevance.duration,
  };
}

function sampleOf({ from, values, starts }: DailyValues, kind: MetricKind): DailySample {
  const days = new Int32Array(values.length);
  for (let day = 0; day + 1 < starts.length; day++) days.fill(from + day, starts[day], starts[day + 1]);
  return {
    values: kind === 'points' ? values.map(promoterSide) : values,
    days,
    span: { from, until: from + starts.length - 1 },
  };
}
