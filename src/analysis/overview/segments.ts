import type { Desk } from '../../model/desk.ts';
import type { Clock, Metric, Stat } from '../../model/metric.ts';
import type { Contrast, FigureRef, Reading, SegmentRow, SegmentTable } from '../../model/overview.ts';
import { comparePeriods, contrastsWithRest, type Judgement, settleVerdicts } from '../comparison/compare.ts';
import type { DailyValues } from '../comparison/daily-values.ts';
import type { ObservedMetric, observeMetric } from '../comparison/observed.ts';
import { dailyValuesOf } from '../comparison/sides.ts';
import { clocksFor } from '../metrics/clocks.ts';
import { fewOf } from '../metrics/figures.ts';
import { metricOf } from '../metrics/index.ts';
import { statisticOf } from '../metrics/statistics.ts';
import { splitBySurvey } from '../metrics/survey-views.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import type { Grouping } from '../segments/grouping.ts';
import { refOf } from './headlines.ts';
import { type Levels, levelsOf } from './levels.ts';
import type { Stretches } from './stretches.ts';
import { againstSameWork, kindsOfWork, workStrata } from './within-work.ts';

/** The figures of a segment table. */
const columns: readonly (readonly [metric: string, stats: readonly Stat[]])[] = [
  ['first_response_time', ['p50', 'p90']],
  ['resolution_time', ['p50']],
  ['csat', ['share']],
];

/** Dimensions that get a table where the data has them. */
export const usualDimensions = ['group', 'channel', 'priority', 'type'] as const;

const TOP = 8;

export interface SegmentOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly whole: Grouping;
  readonly mask: Uint8Array | null;
  readonly clock: Clock;
  /** Asked for beyond the usual ones. */
  readonly by: readonly string[];
  readonly top: number | null;
  readonly minGroup: number | null;
  readonly context: DimensionContext;
  readonly observe: (metric: Metric, clock: Clock | null) => ReturnType<typeof observeMetric>;
}

/** A table a dimension, each segment held against all other tickets and against its own period before. */
export function segmentTables(options: SegmentOptions): SegmentTable[] {
  const drafts = dimensionsOf(options).flatMap((name) => {
    const dimension = compileDimension(name, options.context);
    const levels = levelsOf({
      dimension,
      rows: options.desk.tickets.rows,
      mask: options.mask,
      isCurrent: isCreatedIn(options.desk, options.stretches.span),
      top: options.top ?? TOP,
      isTopAsked: options.top !== null,
      fewest: options.minGroup ?? 1,
    });
    return levels ? [{ name, overlaps: dimension.offsets !== null, levels }] : [];
  });
  const tables = drafts.map((draft) => ({ draft, cells: cellsOf(draft.levels) }));
  const refs: FigureRef[] = [];
  const observedOfRef: ObservedMetric[] = [];
  for (const [id, stats] of columns) {
    const observed = observedOf(id, options);
    if (!observed) continue;
    for (const stat of stats) {
      refs.push({
        ...refOf(observed.metric, stat, observed.clock),
        ...mainSurvey(observed.metric, options.desk),
      });
      observedOfRef.push(observed);
    }
    const whole = sidesOf(observed, options.whole, options.stretches);
    for (const { draft, cells } of tables) {
      const parts = sidesOf(observed, draft.levels.grouping, options.stretches);
      const showsFew = options.minGroup === null && namesNobody.has(draft.name);
      fillRow(cells, { observed, stats, whole, parts, desk: options.desk, showsFew });
    }
  }
  const all = tables.flatMap(({ cells }) => cells.flat());
  const contrasts = settleVerdicts(all.map(({ contrast }) => contrast));
  const changes = settleVerdicts(all.map(({ change }) => change));
  let at = 0;
  const sameWork = sameWorkOf(options);
  return tables.map(({ draft, cells }) => ({
    dimension: draft.name,
    overlaps: draft.overlaps,
    columns: refs,
    others: draft.levels.others,
    rows: draft.levels.levels.map((level, row): SegmentRow => {
      const own = cells[row].map((cell, column) => {
        const i = at++;
        const within =
          contrasts[i] === 'real' ? sameWork(draft, { row, observed: observedOfRef[column] }) : null;
        const held = (other: Reading | null, verdict: (typeof contrasts)[number]): Contrast | null =>
          other && verdict && { with: other, verdict };
        return {
          reading: cell.reading,
          contrast: withSameWork(held(cell.rest, contrasts[i]), within),
          change: held(cell.before, changes[i]),
        };
      });
      return {
        ...level,
        readings: own.map(({ reading }) => reading),
        contrasts: own.map(({ contrast }) => contrast),
        changes: own.map(({ change }) => change),
      };
    }),
  }));
}

const withSameWork = (contrast: Contrast | null, sameWork: Contrast['sameWork'] | null): Contrast | null =>
  contrast && sameWork != null ? { ...contrast, sameWork } : contrast;

interface WorkDraft {
  readonly name: string;
  readonly levels: Levels;
}

/** Holds a segment of those who do the work against others with the same work; null for kinds of work themselves. */
function sameWorkOf({ stretches, context }: SegmentOptions) {
  const past = { ...stretches.span, start: stretches.behind[0]?.period.start ?? stretches.span.start };
  const strataOf = new Map<string, Float64Array>();
  const known = new Map<string, -1 | 0 | 1>();
  return (
    { name, levels }: WorkDraft,
    { row, observed }: { readonly row: number; readonly observed: ObservedMetric },
  ): -1 | 0 | 1 | null => {
    if (kindsOfWork.has(name)) return null;
    const key = `${name} ${row} ${observed.metric.id}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const strata = strataOf.get(name) ?? workStrata(context, { except: name });
    strataOf.set(name, strata);
    const { grouping } = levels;
    const found = againstSameWork({ observed, grouping, level: row, past, strata });
    known.set(key, found);
    return found;
  };
}

/** The usual dimensions that the data has, then those asked for. */
function dimensionsOf({ desk, by }: SegmentOptions): string[] {
  const usual = usualDimensions.filter(
    (name) => (desk.tickets.columns as Record<string, unknown>)[name] !== undefined,
  );
  return [...new Set([...by, ...usual])];
}

function observedOf(id: string, options: SegmentOptions): ObservedMetric | null {
  const metric = metricOf(id);
  if (!metric) return null;
  const asked = { clocks: [options.clock], isAsked: false };
  const clocks = [
    ...clocksFor(metric, options.desk, asked),
    metric.kind === 'duration' ? 'calendar' : null,
  ] as const;
  for (const clock of clocks) {
    const observed = options.observe(metric, clock);
    if (!isUnavailable(observed)) return observed;
  }
  return null;
}

/** 1 for tickets created in a stretch of time. */
export function isCreatedIn(
  desk: Desk,
  { start, end }: { readonly start: number; readonly end: number },
): Uint8Array {
  const flags = new Uint8Array(desk.tickets.rows);
  const created = desk.tickets.columns.created_at;
  if (created?.type !== 'instant') return flags;
  for (let t = 0; t < flags.length; t++)
    if (created.values[t] >= start && created.values[t] < end) flags[t] = 1;
  return flags;
}

interface Cell {
  readonly reading: Reading;
  readonly rest: Reading | null;
  readonly before: Reading | null;
  readonly contrast: Judgement | null;
  readonly change: Judgement | null;
}

const cellsOf = ({ levels }: Levels): Cell[][] => levels.map(() => []);

interface Sides {
  readonly now: readonly DailyValues[];
  readonly before: readonly DailyValues[] | null;
}

function sidesOf(
  { observations, arrivedAt }: ObservedMetric,
  grouping: Grouping,
  stretches: Stretches,
): Sides | null {
  if (!observations) return null;
  const { zone, span, before } = stretches;
  const side = (period: { start: number; end: number; label: string }, knownUntil: number): DailyValues[] =>
    dailyValuesOf({ observations, arrivedAt, grouping, period, knownUntil, zone });
  return {
    now: side(span, Number.POSITIVE_INFINITY),
    before: before && side(before.period, before.knownUntil),
  };
}

/** Dimensions whose values are no people. */
const namesNobody: ReadonlySet<string> = new Set([
  ...['group', 'channel', 'priority', 'type', 'language', 'status', 'tags', 'issue', 'hour', 'weekday'],
]);

interface FillOptions {
  readonly observed: ObservedMetric;
  readonly stats: readonly Stat[];
  readonly whole: Sides | null;
  readonly parts: Sides | null;
  readonly desk: Desk;
  /** Whether values of few tickets are shown: never of one person, nor where small groups are left out. */
  readonly showsFew: boolean;
}

function fillRow(cells: Cell[][], { observed, stats, whole, parts, desk, showsFew }: FillOptions): void {
  if (!whole || !parts) return;
  const { kind } = observed.metric;
  const precision = observed.observations?.precision;
  const scale = desk.surveys[0]?.scale ?? desk.csatScale ?? { min: 0, max: 1 };
  const readingOf = (stat: Stat, sorted: Float64Array): Reading => ({
    ...statisticOf({ kind, stat, sorted, scale, precision }),
    n: sorted.length,
    ...(precision === 'day' ? { precision } : {}),
  });
  const few = (reading: Reading, sorted: Float64Array): Reading =>
    showsFew && reading.status === 'too_few' ? { ...reading, ...fewOf(sorted) } : reading;
  const asked = stats.map((stat) => {
    const figure = { kind, stat, scale, precision };
    return { figure, contrastOf: contrastsWithRest(figure, whole.now[0]) };
  });
  cells.forEach((row, level) => {
    const part = parts.now[level];
    const earlier = parts.before?.[level] ?? null;
    for (const { figure, contrastOf } of asked) {
      const { stat } = figure;
      const contrast = contrastOf(part);
      row.push({
        reading: few(readingOf(stat, part.sorted), part.sorted),
        rest: contrast && readingOf(stat, contrast.rest),
        before: earlier && readingOf(stat, earlier.sorted),
        contrast,
        change: earlier && comparePeriods(figure, { before: earlier, after: part }),
      });
    }
  });
}

/** Where there are several surveys of a metric's kind, the one that the table is about. */
function mainSurvey(metric: Metric, desk: Desk): { readonly survey?: string } {
  const views = splitBySurvey(desk, { metric, by: [] });
  return views ? { survey: views[0].survey } : {};
}
