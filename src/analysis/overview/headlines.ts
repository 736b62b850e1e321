import type { Desk } from '../../model/desk.ts';
import type { Clock, Figure, Metric, Stat } from '../../model/metric.ts';
import type { FigureRef, HeadlineFigure, UnavailableMetric, WithOpen } from '../../model/overview.ts';
import type { Verdict } from '../../model/report.ts';
import type { Period } from '../../model/segment.ts';
import type { Sentence } from '../../model/sentence.ts';
import { contextOn, type Frame } from '../../time/frame.ts';
import { comparePeriods, type Judgement, settleVerdicts } from '../comparison/compare.ts';
import type { CountChange } from '../comparison/count-change.ts';
import type { DailyValues } from '../comparison/daily-values.ts';
import { besideLimits, comparableValue, judgeByLimits } from '../comparison/limits.ts';
import type { ObservedMetric } from '../comparison/observed.ts';
import { dailyValuesOf } from '../comparison/sides.ts';
import { expectedByWeekday } from '../comparison/weekday-expected.ts';
import { censoredStatistic, cohortOf, curvesOf } from '../metrics/censored.ts';
import { clocksFor } from '../metrics/clocks.ts';
import { LOWER_BOUND, scaleOf } from '../metrics/figures.ts';
import { metricOf } from '../metrics/index.ts';
import { edgeNoteOf } from '../metrics/known.ts';
import { withLeftOutColumn } from '../metrics/left-out-columns.ts';
import { ratingsOf } from '../metrics/ratings.ts';
import { splitBySurvey } from '../metrics/survey-views.ts';
import { isUnavailable, withoutHint } from '../metrics/unavailable.ts';
import { boundByUnrecorded } from '../metrics/unrecorded-answers.ts';
import type { Grouping } from '../segments/grouping.ts';
import { longerPeriodOf } from './longer-period.ts';
import { readingOf } from './reading.ts';
import type { CoursePeriod, Stretches } from './stretches.ts';

/** The figures at the top of a report, in the order in which they are read. */
const headlineStats: readonly (readonly [metric: string, stats: readonly Stat[]])[] = [
  ['created', ['count']],
  ['solved', ['count']],
  ['backlog', ['count']],
  ['backlog_days', ['mean']],
  ['unanswered', ['count']],
  ['first_response_time', ['p50', 'p90']],
  ['resolution_time', ['p50', 'p90']],
  ['sla_first_response', ['share']],
  ['sla_next_response', ['share']],
  ['sla_resolution', ['share']],
  ['sla_recorded', ['share']],
  ['csat', ['share']],
  ['csat_mean', ['mean']],
  ['csat_response_rate', ['share']],
  ['nps', ['score']],
  ['ces', ['share']],
  ['ces_mean', ['mean']],
  ['one_touch_rate', ['share']],
  ['reopen_rate', ['share']],
  ['repeat_contact_rate', ['share']],
];

/** Metrics that go unsaid where they are missing: few exports have them, and nobody misses them. */
const optional = new Set([
  'sla_first_response',
  'sla_next_response',
  'sla_resolution',
  'sla_recorded',
  'nps',
  'ces',
  'csat_mean',
  'ces_mean',
  'csat_response_rate',
  'backlog_days',
]);

export interface HeadlineOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly whole: Grouping;
  readonly clocks: readonly Clock[];
  readonly frame: Frame;
  readonly observe: (
    metric: Metric,
    clock: Clock | null,
    of?: Desk,
  ) => ReturnType<typeof import('../comparison/observed.ts').observeMetric>;
}

export interface Headlines {
  readonly figures: readonly HeadlineFigure[];
  readonly unavailable: readonly UnavailableMetric[];
}

/** The metrics that headlines read. */
export function headlineMetrics(): Metric[] {
  return headlineStats.map(([id]) => metricOf(id)).filter((metric) => metric !== undefined);
}

/** Headline figures with the figure before, the verdict on their change, and their course. */
export function headlinesOf(options: HeadlineOptions): Headlines {
  const drafts: Draft[] = [];
  const unavailable: UnavailableMetric[] = [];
  for (const [id, stats] of headlineStats) {
    const metric = metricOf(id);
    if (!metric) continue;
    const reasons: Sentence[] = [];
    let isThere = false;
    for (const { desk, survey } of viewsOf(metric, options.desk)) {
      for (const clock of clocksFor(metric, desk, { clocks: options.clocks, isAsked: false })) {
        const observed = options.observe(metric, clock, desk);
        if (isUnavailable(observed)) {
          reasons.push(withLeftOutColumn(desk, metric, observed.unavailable));
          continue;
        }
        isThere = true;
        if (saysNoMore(observed, desk)) continue;
        drafts.push(...draftsOf(observed, stats, { ...options, desk, survey }));
      }
    }
    if (!isThere && !optional.has(id)) unavailable.push({ metric: id, reason: withoutHint(reasons[0]) });
  }
  const verdicts = settleVerdicts(drafts.map(({ judgement }) => judgement));
  return {
    figures: drafts.map(({ figure, metric, judgement, limits, behind, isComparable, isBoundBefore }, i) => {
      const said = limits?.verdict ?? verdicts[i];
      const { value, n } = figure.now;
      const beforeN = figure.before?.n ?? 0;
      const verdict =
        said && besideLimits(said, { metric, judgement, now: value, n, beforeN, behind: () => behind });
      return { ...figure, verdict: verdictOf(figure, { verdict, isComparable, isBoundBefore }) };
    }),
    unavailable,
  };
}

/** The surveys of a metric's kind, where there are several; else the desk as it is. */
function viewsOf(metric: Metric, desk: Desk): readonly { readonly desk: Desk; readonly survey?: string }[] {
  return splitBySurvey(desk, { metric, by: [] }) ?? [{ desk }];
}

/**
 * No verdict without a figure before, and none on what knows no comparison (days of work). A figure by solve date whose slow tickets lie before the export began enters none
 * (DEFINITIONS 1).
 */
function verdictOf(
  { now, before, metric }: Omit<HeadlineFigure, 'verdict'>,
  {
    verdict,
    isComparable,
    isBoundBefore,
  }: { readonly verdict: Verdict | null } & Pick<Draft, 'isComparable' | 'isBoundBefore'>,
): Verdict | null {
  if (!before || before.value === null || now.value === null || metric === 'backlog_days') return null;
  if (now.status === 'edge' || before.status === 'edge') return null;
  if (now.isLowerBound || isBoundBefore || !isComparable) return null;
  return verdict ?? 'too_few';
}

/** The mean of a scale of two values is the share of the better one. */
function saysNoMore({ metric }: ObservedMetric, desk: Desk): boolean {
  const { min, max } = scaleOf({ desk, metric });
  return isMeanScore(metric) && max - min <= 1;
}

const isMeanScore = ({ id }: Pick<Metric, 'id'>): boolean => id === 'csat_mean' || id === 'ces_mean';

interface Draft {
  readonly figure: Omit<HeadlineFigure, 'verdict'>;
  readonly metric: Metric;
  readonly judgement: Judgement | null;
  /** Set where limits judge in place of an interval. */
  readonly limits: CountChange | null;
  /** The figure in the periods before, oldest first, where it may set limits. */
  readonly behind: readonly (number | null)[];
  /** What lies before says something of this period. */
  readonly isComparable: boolean;
  /** The figure before is a lower bound. */
  readonly isBoundBefore: boolean;
}

function draftsOf(
  observed: ObservedMetric,
  stats: readonly Stat[],
  options: HeadlineOptions & { readonly survey?: string },
): Draft[] {
  const { stretches, whole, desk, survey } = options;
  const { metric } = observed;
  const courses = byStat(
    observed.figures({ stats, grouping: whole, periods: stretches.course }).figures,
    stats,
  );
  const current = currentOf(courses[0], stretches);
  const own: CoursePeriod | null =
    current?.course ??
    (stretches.period && { period: stretches.period, knownUntil: Number.POSITIVE_INFINITY });
  const beforePeriod = current ? current.before : stretches.before;
  const bounded = (figures: readonly Figure[], at: CoursePeriod | null): readonly Figure[] =>
    boundByUnrecorded(figures, { desk, grouping: whole, period: at?.period ?? null, metric: metric.id });
  const found = observed.figures({ stats, grouping: whole, periods: own && [own] });
  const now = { ...found, figures: bounded(found.figures, own) };
  const before =
    beforePeriod &&
    bounded(observed.figures({ stats, grouping: whole, periods: [beforePeriod] }).figures, beforePeriod);
  const behind = byStat(
    before ? observed.figures({ stats, grouping: whole, periods: stretches.behind }).figures : [],
    stats,
  );
  const expected =
    !current && stretches.period
      ? expectedByWeekday({
          observed,
          grouping: whole,
          behind: stretches.behind,
          period: { ...stretches.period, end: Math.min(stretches.period.end, desk.asOf + 1) },
          zone: stretches.zone,
          isDayOff: desk.isDayOff,
        })
      : null;
  const sides =
    own && beforePeriod ? dailySides(observed, { stretches, whole, own, before: beforePeriod }) : null;
  return stats.map((stat, i): Draft => {
    const course = courses[i].map(readingOf);
    const reading = readingOf(now.figures[i]);
    const longer = current ? null : longerPeriodOf(observed, { now: reading, stat, whole, stretches });
    const scale = scaleOf({ desk, metric });
    const ref = { ...refOf(metric, stat, observed.clock), lowerIsBetter: directionOf(metric, desk) };
    const { precision } = observed.observations ?? {};
    const judgement = sides && comparePeriods({ kind: metric.kind, stat, scale, precision }, sides);
    // Where an older period stands in, its own course is not at hand.
    const known = current ? [] : (expected?.map(([value]) => value) ?? behind[i].map(comparableValue));
    const judged = { metric, judgement, behind: known, now: reading.value, mode: stretches.mode };
    const limits = before && judgeByLimits(judged);
    return {
      figure: {
        ...ref,
        period: own?.period ?? null,
        now: reading,
        before: before && readingOf(before[i]),
        limits: metric.kind === 'count' ? (limits?.limits ?? null) : null,
        course,
        open: now.figures[i].open,
        withOpen: stat === 'p50' ? withOpenOf(observed, { period: own?.period ?? null, options }) : null,
        leftOut: mostFirst(now.leftOut),
        notes: notesOf(now.figures[i], now.note),
        outOf: isMeanScore(metric) ? scale.max : null,
        ...besides({ survey, expected, longer }),
      },
      metric,
      judgement,
      limits,
      behind: known,
      isComparable: limits !== null || expected?.at(-1)?.[0] !== null,
      isBoundBefore: before?.[i].isLowerBound === true,
    };
  });
}

/** What only some figures have: a survey of their own, what was to be expected, a longer period that stands in. */
const besides = ({
  survey,
  expected,
  longer,
}: {
  readonly survey?: string;
  readonly expected: ReturnType<typeof expectedByWeekday> | null;
  readonly longer: ReturnType<typeof longerPeriodOf>;
}): Partial<HeadlineFigure> => ({
  ...(survey === undefined ? {} : { survey }),
  ...(expected ? { expected: expected.at(-1)?.[0] ?? null } : {}),
  ...(longer ? { ...longer, before: null, open: null, withOpen: null, leftOut: [] } : {}),
});

/** Counts that are not zero, the largest first. */
const mostFirst = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/**
 * Where the windows of the period's own tickets are still open (a reopen within 7 days, a contact within 30), the
 * newest period that has a figure stands in for it, with the one before.
 */
function currentOf(
  course: readonly Figure[],
  stretches: Stretches,
): { readonly course: CoursePeriod; readonly before: CoursePeriod | null } | null {
  if (!stretches.courseEndsInPeriod || course[course.length - 1].status !== 'window_open') return null;
  const at = course.findLastIndex(({ value, status }) => value !== null && status !== 'window_open');
  if (at < 0) return null;
  return {
    course: stretches.course[at],
    before: stretches.before ? (stretches.course[at - 1] ?? null) : null,
  };
}

function dailySides(
  { observations, arrivedAt, metric, hasLag }: ObservedMetric,
  options: {
    readonly stretches: Stretches;
    readonly whole: Grouping;
    readonly own: CoursePeriod;
    readonly before: CoursePeriod;
  },
): { readonly before: DailyValues; readonly after: DailyValues } | null {
  if (!observations || metric.kind === 'count') return null;
  const { stretches, whole, own, before } = options;
  const side = ({ period, knownUntil }: CoursePeriod): DailyValues =>
    dailyValuesOf({
      observations,
      grouping: whole,
      period,
      knownUntil: hasLag ? knownUntil : Number.POSITIVE_INFINITY,
      zone: stretches.zone,
      arrivedAt,
    })[0];
  return { before: side(before), after: side(own) };
}

/** Rows of periods × statistics as one list a statistic. */
function byStat(figures: readonly Figure[], stats: readonly Stat[]): Figure[][] {
  return stats.map((stat) => figures.filter((figure) => figure.stat === stat));
}

function notesOf(figure: Figure, note: string | null): string[] {
  const notes = note ? [note] : [];
  if (figure.clockSource === 'helpdesk') notes.push('measured_by_helpdesk');
  if (figure.status === 'edge') notes.push(edgeNoteOf(figure.reason));
  if (figure.isLowerBound) notes.push(figure.reason === LOWER_BOUND ? 'lower_bound' : 'answers_not_recorded');
  return notes;
}

const HAS_MEDIAN: ReadonlySet<string> = new Set(['first_response_time', 'resolution_time']);

/** The median of tickets created in the period with those still open counted in; null where none is, or too few are. */
function withOpenOf(
  { metric, clock }: ObservedMetric,
  { period, options }: { readonly period: Period | null; readonly options: HeadlineOptions },
): WithOpen | null {
  const { desk, whole, frame } = options;
  if (!HAS_MEDIAN.has(metric.id)) return null;
  const cohort = cohortOf(metric, desk, { ...contextOn(clock, frame), within: period });
  if (isUnavailable(cohort)) return null;
  const periods = period && [period];
  const [curve] = curvesOf({ cohort, grouping: whole, periods, knownUntil: null });
  const { value, low, high, status } = censoredStatistic(curve, 'km_p50');
  if (curve.censored === 0 || status !== 'ok') return null;
  return { value, low, high, status, n: curve.n, open: curve.censored };
}

/** Whether a low score is good depends on the question. */
function directionOf(metric: Metric, desk: Desk): boolean | null {
  if (metric.id === 'csat_mean') return ratingsOf(desk, 'csat')?.scale.lowIsGood ?? metric.lowerIsBetter;
  return metric.id === 'ces_mean' ? (ratingsOf(desk, 'ces')?.scale.lowIsGood ?? null) : metric.lowerIsBetter;
}

/** Which figure of a metric. */
export function refOf(metric: Metric, stat: Stat, clock: Clock | null): FigureRef {
  return { metric: metric.id, kind: metric.kind, stat, clock, lowerIsBetter: metric.lowerIsBetter };
}
