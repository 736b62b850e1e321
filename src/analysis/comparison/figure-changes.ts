import type { FigureChange } from '../../model/figure-change.ts';
import type { Figure, Metric, Stat } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { shareDifference } from '../../stats/difference.ts';
import { z95 } from '../../stats/distributions.ts';
import { cumulativeIncidence } from '../../stats/survival.ts';
import { isTooFew } from '../../stats/too-few.ts';
import { relevance } from '../../stats/verdict.ts';
import { type CurveRows, cohortOf, curveRowsOf, isCensored } from '../metrics/censored.ts';
import { figuresOfCurve } from '../metrics/censored-figures.ts';
import type { FigureRequest } from '../metrics/figure-request.ts';
import { scaleOf } from '../metrics/figures.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { Grouping } from '../segments/grouping.ts';
import { type Comparison, type ComparisonOptions, periodsBehind } from '../segments/periods.ts';
import { comparePeriods, type Judgement, settleVerdicts } from './compare.ts';
import { compareCurves } from './compare-curves.ts';
import type { CountChange } from './count-change.ts';
import { besideLimits, comparableValue, judgeByLimits } from './limits.ts';
import { type ObservedMetric, observeMetric } from './observed.ts';
import { dailyValuesOf } from './sides.ts';
import { expectedByWeekday } from './weekday-expected.ts';

/** A change before its verdict, which depends on the others of the same run. */
export interface ChangeDraft {
  readonly figure: Figure;
  readonly before: Figure | null;
  readonly judgement: Judgement | null;
  readonly limits: CountChange | null;
  readonly metric: Metric;
  /** The figure in the periods behind, oldest first. */
  behind(): readonly (number | null)[];
}

export interface ChangeRequest extends FigureRequest, Omit<ComparisonOptions, 'desk'> {
  /** What `computeFigures` made of the request: every period, segment and statistic. */
  readonly figures: readonly Figure[];
}

/** Periods behind a figure that set its limits. */
const BEHIND = 26;

/**
 * Each figure of a metric held against the period before it (DEFINITIONS 1 and 7), every segment against itself: as it
 * stood at the same lag, shares, quantiles and scores by the interval of their difference, counts by control limits.
 * Figures of periods without one before are left out.
 */
export function draftChanges(request: ChangeRequest): ChangeDraft[] {
  const { metric, stats, figures } = request;
  const byPeriod = new Map<Period, Figure[]>();
  for (const figure of figures) {
    if (!figure.period) continue;
    const there = byPeriod.get(figure.period);
    if (there) there.push(figure);
    else byPeriod.set(figure.period, [figure]);
  }
  if (byPeriod.size === 0) return [];
  const plain = stats.filter((stat) => !isCensored(stat));
  const censored = stats.filter(isCensored);
  const compare = [
    ...(plain.length > 0 ? [plainComparer(request, plain)] : []),
    ...(censored.length > 0 ? [curveComparer(request, censored)] : []),
  ];
  return [...byPeriod].flatMap(([period, own]) => {
    const behind = periodsBehind(period, { ...request, most: BEHIND });
    if (behind.length === 0) return [];
    const sides: Sides = { period, behind, base: behind[behind.length - 1] };
    const compared = compare.map((each) => each(sides));
    const isOf = new Map(request.grouping.segments.map((segment, s) => [segment, s]));
    return own.map((figure): ChangeDraft => {
      const s = isOf.get(figure.segment) ?? 0;
      const pair = compared.map((each) => each(figure.stat, s)).find((each) => each !== null);
      const before = pair?.before ?? null;
      if (!pair || !before || !isComparable(figure) || !isComparable(before))
        return { figure, before, judgement: null, limits: null, metric, behind: () => [] };
      const judgement = pair.judge(figure);
      const limits = judgeByLimits({
        metric,
        judgement,
        behind: needsLimits(metric, judgement) ? pair.behind() : [],
        now: figure.value,
        mode: request.mode,
      });
      return { figure, before, judgement, limits, metric, behind: () => pair.behind() };
    });
  });
}

/** A figure that the export knows in part only, or a lower bound, enters no comparison (DEFINITIONS 1). */
const isComparable = (figure: Figure): boolean => comparableValue(figure) !== null;

const needsLimits = ({ kind }: Metric, judgement: Judgement | null): boolean =>
  kind === 'count' || judgement?.design === null;

/** Changes with their verdicts: Benjamini–Hochberg over all drafts of a run. */
export function settleChanges(drafts: readonly ChangeDraft[]): Map<Figure, FigureChange> {
  const verdicts = settleVerdicts(drafts.map(({ judgement, limits }) => (limits ? null : judgement)));
  return new Map(
    drafts.map(({ figure, before, judgement, limits, metric, behind }, i) => {
      const said = limits?.verdict ?? verdicts[i];
      const isKnown = before !== null && isComparable(before);
      const isCompared = isKnown && isComparable(figure);
      return [
        figure,
        {
          before: isKnown ? before.value : null,
          beforeN: isKnown ? before.n : null,
          change: isCompared ? (figure.value as number) - (before.value as number) : null,
          low: judgement?.difference?.low ?? null,
          high: judgement?.difference?.high ?? null,
          verdict:
            said &&
            besideLimits(said, {
              ...{ metric, judgement, now: figure.value, behind },
              ...{ n: figure.n, beforeN: before?.n ?? 0 },
            }),
          limits: limits?.limits ?? null,
          effect: judgement?.effect ?? null,
        },
      ];
    }),
  );
}

interface Sides {
  readonly period: Period;
  readonly base: Comparison;
  /** The base as the last, and those before it. */
  readonly behind: readonly Comparison[];
}

/** What a figure is held against. */
interface Pair {
  readonly before: Figure;
  judge(figure: Figure): Judgement | null;
  /** The figure in the periods behind, oldest first. */
  behind(): (number | null)[];
}
type Comparer = (sides: Sides) => (stat: Stat, segment: number) => Pair | null;

function plainComparer(request: ChangeRequest, stats: readonly Stat[]): Comparer {
  const { desk, metric, clock, context, grouping, zone, kept } = request;
  const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const frame = { businessTime: context.businessTime, sla: context.sla ?? null };
  const observed = observeMetric({ desk, metric, clock, frame, window: everything, kept });
  if (isUnavailable(observed)) return () => () => null;
  const find = figureFinder(observed, { grouping, stats });
  const sidesOf = (period: Period, knownUntil: number) => {
    const { observations, arrivedAt } = observed.between(period.start, period.end);
    return observations && dailyValuesOf({ observations, arrivedAt, grouping, period, knownUntil, zone });
  };
  const scale = scaleOf(request);
  return ({ period, base, behind }) => {
    let days: {
      readonly before: ReturnType<typeof sidesOf>;
      readonly after: ReturnType<typeof sidesOf>;
    } | null = null;
    let expected: { readonly values: (number | null)[][] | null } | null = null;
    return (stat, segment) => {
      const before = stats.includes(stat) ? find(base, stat, segment) : null;
      if (!before) return null;
      return {
        before,
        behind: () => {
          expected ??= {
            values: expectedByWeekday({
              observed,
              grouping,
              behind,
              period: { ...period, end: Math.min(period.end, desk.asOf + 1) },
              zone,
              isDayOff: desk.isDayOff,
            }),
          };
          if (expected.values) return expected.values.map((values) => values[segment]);
          return behind.map((each) => {
            const figure = find(each, stat, segment);
            return figure && comparableValue(figure);
          });
        },
        judge: (figure) => {
          if (metric.kind === 'count') return null;
          if (metric.shape === 'customers') return compareCustomers(before, figure);
          const knownUntil = observed.hasLag ? base.knownUntil : Number.POSITIVE_INFINITY;
          days ??= {
            before: sidesOf(base.period, knownUntil),
            after: sidesOf(period, Number.POSITIVE_INFINITY),
          };
          const [was, is] = [days.before?.[segment], days.after?.[segment]];
          return was && is
            ? comparePeriods(
                { kind: metric.kind, stat, scale, precision: observed.observations?.precision },
                { before: was, after: is },
              )
            : null;
        },
      };
    };
  };
}

/** The figures of a period, computed when one of them is asked for the first time. */
function figureFinder(
  observed: ObservedMetric,
  { grouping, stats }: { readonly grouping: Grouping; readonly stats: readonly Stat[] },
): (at: Comparison, stat: Stat, segment: number) => Figure | null {
  const known = new Map<string, readonly Figure[]>();
  return (at, stat, segment) => {
    const { start, end } = at.period;
    const isYoung = observed.observations !== null && observed.hasLag;
    const key = `${start} ${end} ${isYoung ? at.knownUntil : ''}`;
    let figures = known.get(key);
    if (!figures) {
      ({ figures } = observed.between(start, end).figures({ stats, grouping, periods: [at] }));
      known.set(key, figures);
    }
    return figures[segment * stats.length + stats.indexOf(stat)] ?? null;
  };
}

/** Customers count as independent: each of them stays or leaves once a period. */
function compareCustomers(before: Figure, after: Figure): Judgement | null {
  const sideOf = ({ value, n }: Figure) => ({ hits: Math.round((value as number) * n), n });
  const sides = { before: sideOf(before), after: sideOf(after) };
  return {
    tooFew: [before, after].some(({ n }) => isTooFew('share', n)),
    difference: shareDifference(sides),
    before: before.value as number,
    relevance: relevance.share,
    design: { deff: 1, df: Number.POSITIVE_INFINITY, z: z95 },
  };
}

/** Statistics with open tickets counted in. */
function curveComparer(request: ChangeRequest, stats: readonly Stat[]): Comparer {
  const { desk, metric, context, grouping, zone } = request;
  const cohort = request.kept?.cohort ?? cohortOf(metric, desk, context);
  if (isUnavailable(cohort)) return () => () => null;
  const rowsOf = (period: Period, knownUntil: number): CurveRows[] =>
    curveRowsOf({ cohort, grouping, periods: [period], knownUntil: [knownUntil] });
  const figuresOf = ({ period, knownUntil }: Comparison): Figure[] =>
    rowsOf(period, knownUntil).flatMap((rows, s) =>
      figuresOfCurve(cumulativeIncidence(rows), { ...request, stats, period, segment: grouping.segments[s] }),
    );
  return ({ period, base, behind }) => {
    const before = rowsOf(base.period, base.knownUntil);
    const after = rowsOf(period, Number.POSITIVE_INFINITY);
    const figures = figuresOf(base);
    return (stat, segment) => {
      const at = segment * stats.length + stats.indexOf(stat);
      if (!stats.includes(stat)) return null;
      return {
        before: figures[at],
        behind: () => behind.map((each) => figuresOf(each)[at].value),
        judge: () =>
          compareCurves(stat, {
            before: { rows: before[segment], period: base.period },
            after: { rows: after[segment], period },
            zone,
          }),
      };
    };
  };
}
