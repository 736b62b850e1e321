import type { Desk } from '../../model/desk.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import type { ChangeReason, HeadlineFigure, Reading } from '../../model/overview.ts';
import { explainingLevels } from '../../stats/decompose.ts';
import { type ComparedStat, comparePeriods, settleVerdicts } from '../comparison/compare.ts';
import { type DailyValues, joinSides } from '../comparison/daily-values.ts';
import type { ObservedMetric, observeMetric } from '../comparison/observed.ts';
import { dailyValuesOf } from '../comparison/sides.ts';
import { scaleOf } from '../metrics/figures.ts';
import { metricOf } from '../metrics/index.ts';
import { statisticOf } from '../metrics/statistics.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import type { Grouping } from '../segments/grouping.ts';
import { canSplit, splitChange } from './change-split.ts';
import { type Level, levelsOf } from './levels.ts';
import { usualDimensions } from './segments.ts';
import type { Stretches } from './stretches.ts';

export interface ReasonOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly whole: Grouping;
  readonly mask: Uint8Array | null;
  readonly isCurrent: Uint8Array;
  readonly context: DimensionContext;
  readonly observe: (metric: Metric, clock: Clock | null) => ReturnType<typeof observeMetric>;
}

const MOST_LEVELS = 12;

/**
 * Why headline figures really changed (DEFINITIONS 8): mix and rate over each usual dimension; of several the one that
 * says most: a reversal, else the largest part by mix, else the largest mover.
 */
export function reasonsOf(headlines: readonly HeadlineFigure[], options: ReasonOptions): ChangeReason[] {
  const { stretches } = options;
  if (!stretches.before) return [];
  const said = new Set<string>();
  return headlines.flatMap((figure) => {
    const isOwn = figure.period?.start === stretches.period?.start;
    // Of several surveys of a kind only their own figures are said: what is observed here is the main one.
    if (figure.verdict !== 'real' || figure.survey !== undefined || !canSplit(figure)) return [];
    if (!isOwn || said.has(figure.metric)) return [];
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
  const { desk, stretches, mask, isCurrent, context, whole } = options;
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
  const [total] = partsOf(observed, whole, stretches);
  const parts = joinSmall(found.levels, partsOf(observed, found.grouping, stretches));
  if (!parts) return null;
  const { kind, stat } = figure;
  const scale = scaleOf({ desk, metric: observed.metric });
  const compared = { kind, stat, scale, precision: observed.observations?.precision };
  const judgement = comparePeriods(compared, total);
  const split = judgement && splitChange({ ...compared, parts, judgement });
  if (!split) return null;
  const verdicts = settleVerdicts(parts.map((part) => comparePeriods(compared, part)));
  const movers = parts
    .map((part, i) => ({ part, verdict: verdicts[i] }))
    .filter(({ part, verdict }) => part.level !== null && verdict === 'real')
    .map(({ part }) => ({
      ...moverOf(compared, part),
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

function partsOf(
  { observations, arrivedAt, hasLag }: ObservedMetric,
  grouping: Grouping,
  stretches: Stretches,
): Part[] {
  const { before, span, zone } = stretches;
  if (!observations || !before) return [];
  const common = { observations, arrivedAt, grouping, zone };
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
  return joinSides(parts.map((part) => part[side]));
}

function moverOf(compared: ComparedStat, { level, before, after }: Part) {
  const reading = ({ sorted }: DailyValues): Reading => ({
    ...statisticOf({ ...compared, sorted }),
    n: sorted.length,
  });
  return { label: (level as Level).label, before: reading(before), now: reading(after) };
}
