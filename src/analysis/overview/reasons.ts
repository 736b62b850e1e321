import type { Desk } from '../../model/desk.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import type { ChangeReason, HeadlineFigure, Reading } from '../../model/overview.ts';
import { decomposeMean, decomposeQuantile, explainingLevels, isReversal } from '../../stats/decompose.ts';
import { type Difference, shareDifference, sumDifferences } from '../../stats/difference.ts';
import { joinValues } from '../../stats/quantile.ts';
import { sumValues } from '../../stats/sums.ts';
import { comparePeriods, type Judgement, quantileOfStat, settleVerdicts } from '../comparison/compare.ts';
import type { DailyValues } from '../comparison/daily-values.ts';
import { metricOf } from '../metrics/index.ts';
import { statisticOf } from '../metrics/statistics.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import type { Grouping } from '../segments/grouping.ts';
import type { Frame } from './frame.ts';
import { type Level, levelsOf } from './levels.ts';
import type { ObservedMetric, observeMetric } from './observed.ts';
import { usualDimensions } from './segments.ts';
import { dailyValuesOf } from './sides.ts';

export interface ReasonOptions {
  readonly desk: Desk;
  readonly frame: Frame;
  readonly whole: Grouping;
  readonly mask: Uint8Array | null;
  readonly isCurrent: Uint8Array;
  readonly context: DimensionContext;
  readonly observe: (metric: Metric, clock: Clock | null) => ReturnType<typeof observeMetric>;
}

const MOST_LEVELS = 12;

/**
 * Why headline figures really changed (DEFINITIONS 8): Kitagawa for shares, reweighting for quantiles, over each usual
 * dimension; of several the one that says most: a reversal, else the largest part by mix, else the largest mover.
 */
export function reasonsOf(headlines: readonly HeadlineFigure[], options: ReasonOptions): ChangeReason[] {
  const { frame } = options;
  if (!frame.before) return [];
  const said = new Set<string>();
  return headlines.flatMap((figure) => {
    const isMeasured = figure.kind === 'duration' || figure.kind === 'share';
    const isOwn = figure.period?.start === frame.period?.start;
    if (figure.verdict !== 'real' || !isMeasured || !isOwn || said.has(figure.metric)) return [];
    said.add(figure.metric);
    const metric = metricOf(figure.metric);
    const observed = metric && options.observe(metric, figure.clock);
    if (!observed || isUnavailable(observed)) return [];
    const candidates = usualDimensions.flatMap(
      (name) => candidateOf(name, { figure, observed, options }) ?? [],
    );
    const best = candidates.sort((a, b) => b.score - a.score)[0];
    return best ? [best.reason] : [];
  });
}

interface Candidate {
  readonly reason: ChangeReason;
  readonly score: number;
}

interface CandidateOptions {
  readonly figure: HeadlineFigure;
  readonly observed: ObservedMetric;
  readonly options: ReasonOptions;
}

/** One dimension's account of a change; null where it has too few large levels to explain anything. */
function candidateOf(name: string, { figure, observed, options }: CandidateOptions): Candidate | null {
  const { desk, frame, mask, isCurrent, context, whole } = options;
  if ((desk.tickets.columns as Record<string, unknown>)[name] === undefined) return null;
  const found = levelsOf({
    dimension: compileDimension(name, context),
    rows: desk.tickets.rows,
    mask,
    isCurrent,
    top: MOST_LEVELS,
    fewest: 1,
  });
  if (!found) return null;
  const [total] = partsOf(observed, whole, frame);
  const parts = joinSmall(found.levels, partsOf(observed, found.grouping, frame));
  if (!parts) return null;
  const { kind, stat } = figure;
  const compared = { kind, stat, scale: { min: 0, max: 1 } };
  const judgement = comparePeriods(compared, total);
  const split = judgement && splitChange(figure, { parts, judgement });
  if (!split) return null;
  const verdicts = settleVerdicts(parts.map((part) => comparePeriods(compared, part)));
  const movers = parts
    .map((part, i) => ({ part, verdict: verdicts[i] }))
    .filter(({ part, verdict }) => part.level !== null && verdict === 'real')
    .map(({ part }) => ({
      ...moverOf(figure, part),
      weight: part.before.sorted.length + part.after.sorted.length,
    }))
    .filter(
      ({ before, now }) => Math.sign((now.value ?? 0) - (before.value ?? 0)) === Math.sign(split.change),
    )
    .sort((a, b) => shift(b) - shift(a));
  const size = Math.abs(split.change);
  const everything = total.before.sorted.length + total.after.sorted.length;
  const largest = movers.length > 0 ? Math.min(1, shift(movers[0]) / everything / size) : 0;
  const byMix = Math.sign(split.mix) === Math.sign(split.change) ? Math.abs(split.mix) / size : 0;
  return {
    score: split.isReversal ? 3 : Math.min(1, byMix) + largest,
    reason: {
      figure: { metric: figure.metric, kind, stat, clock: figure.clock, lowerIsBetter: figure.lowerIsBetter },
      dimension: name,
      ...split,
      movers: movers.map(({ label, before, now }) => ({ label, before, now })),
    },
  };
}

const shift = ({ before, now, weight }: { before: Reading; now: Reading; weight: number }): number =>
  weight * Math.abs((now.value ?? 0) - (before.value ?? 0));

interface Part {
  /** Null for levels that stand together as the others. */
  readonly level: Level | null;
  readonly before: DailyValues;
  readonly after: DailyValues;
}

function partsOf({ observations, hasLag }: ObservedMetric, grouping: Grouping, frame: Frame): Part[] {
  const { before, span, zone } = frame;
  if (!observations || !before) return [];
  const common = { observations, grouping, zone };
  const [befores, afters] = [
    dailyValuesOf({
      ...common,
      period: before.period,
      knownUntil: hasLag ? before.knownUntil : Number.POSITIVE_INFINITY,
    }),
    dailyValuesOf({ ...common, period: span, knownUntil: Number.POSITIVE_INFINITY }),
  ];
  return befores.map((side, i) => ({ level: null, before: side, after: afters[i] }));
}

/** Levels with at least twenty values on both sides stand for themselves, the rest together. */
function joinSmall(levels: readonly Level[], parts: readonly Part[]): Part[] | null {
  const keys = explainingLevels(
    parts
      .map(({ before, after }, i) => ({
        key: String(i),
        before: before.sorted.length,
        after: after.sorted.length,
      }))
      .filter((_, i) => levels[i].kind === 'value'),
  );
  if (!keys) return null;
  const kept = new Set(keys);
  const rest = parts.filter((_, i) => !kept.has(String(i)));
  const large = parts.flatMap((part, i) => (kept.has(String(i)) ? [{ ...part, level: levels[i] }] : []));
  return rest.length === 0
    ? large
    : [...large, { level: null, before: join(rest, 'before'), after: join(rest, 'after') }];
}

function join(parts: readonly Part[], side: 'before' | 'after'): DailyValues {
  const sides = parts.map((part) => part[side]);
  const days = sides[0].days.map((_, day) => joinValues(sides.map((each) => each.days[day])).sort());
  return { from: sides[0].from, days, sorted: joinValues(sides.map(({ sorted }) => sorted)).sort() };
}

type Split = Pick<ChangeReason, 'change' | 'mix' | 'rate' | 'isReversal'>;

function splitChange(
  { kind, stat }: HeadlineFigure,
  { parts, judgement }: { readonly parts: readonly Part[]; readonly judgement: Judgement },
): Split | null {
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
    return (
      split && {
        ...partsOfChange(split),
        isReversal: isReversal({ change: difference, rate: split.rateDifference }),
      }
    );
  }
  const segments = parts.map(({ before, after }, i) => ({
    key: String(i),
    before: meanOf(before.sorted),
    after: meanOf(after.sorted),
  }));
  const split = decomposeMean(segments);
  if (!split) return null;
  const terms = split.contributions.flatMap(({ key, weight }) => {
    const { before, after } = segments[Number(key)];
    const change =
      before.n === 0 || after.n === 0
        ? null
        : shareDifference({
            before: { n: before.n, hits: Math.round(before.value * before.n) },
            after: { n: after.n, hits: Math.round(after.value * after.n) },
            deff: design.deff,
            df: design.df,
          });
    return change ? [{ weight, difference: change }] : [];
  });
  const rate: Difference = sumDifferences(terms, design.df);
  return { ...partsOfChange(split), isReversal: isReversal({ change: difference, rate }) };
}

const partsOfChange = ({ change, mix, rate }: Omit<Split, 'isReversal'>) => ({ change, mix, rate });

const meanOf = (sorted: Float64Array): { n: number; value: number } => ({
  n: sorted.length,
  value: sorted.length === 0 ? Number.NaN : sumValues(sorted) / sorted.length,
});

function moverOf({ kind, stat }: HeadlineFigure, { level, before, after }: Part) {
  const reading = ({ sorted }: DailyValues): Reading => ({
    ...statisticOf({ kind, stat, sorted, scale: { min: 0, max: 1 } }),
    n: sorted.length,
  });
  return { label: (level as Level).label, before: reading(before), now: reading(after) };
}
