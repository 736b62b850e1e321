import { isCensored } from '../analysis/metrics/censored.ts';
import type { FigurePeriod, FigureRequest, MetricFigures } from '../analysis/metrics/figure-request.ts';
import { computeFigures } from '../analysis/metrics/figures.ts';
import { withoutSmallGroups } from '../analysis/metrics/small-groups.ts';
import { SURVEY, withSurvey } from '../analysis/metrics/survey-views.ts';
import type { Grouping } from '../analysis/segments/grouping.ts';
import type { Desk } from '../model/desk.ts';
import type { Metric, Unavailable } from '../model/metric.ts';
import type { AskedMetric } from '../observations/asked.ts';
import {
  cohortOfRows,
  entriesOf,
  groupingLike,
  intervalsOf,
  type KeptRow,
  observationsOf,
  segmentsOf,
} from '../observations/kept-rows.ts';
import { factsOf, type Manifest } from '../observations/manifest.ts';
import { cohortPartition } from '../observations/schema.ts';

const NO_ROWS = {
  rows: 0,
  columns: {},
  extra: new Map(),
  source: new Uint16Array(0),
  line: new Uint32Array(0),
};

/** A desk as far as kept observations tell one: when it was, and what it covers; `created` are its tickets. */
export function deskOfObservations(
  { asOf, coverage, sourceCoverage }: Manifest,
  created: ArrayLike<number>,
): Desk {
  const values = Float64Array.from(created);
  return {
    tickets: { ...NO_ROWS, rows: values.length, columns: { created_at: { type: 'instant', values } } },
    csatScale: null,
    messages: null,
    events: null,
    spells: null,
    surveys: [],
    customers: null,
    activity: null,
    asOf,
    coverage,
    ...(sourceCoverage ? { sourceCoverage } : {}),
    removed: new Map(),
    sources: [],
    problems: [],
  };
}

export interface ObservedFigureOptions {
  readonly manifest: Manifest;
  readonly desk: Desk;
  readonly asked: readonly AskedMetric[];
  readonly by: readonly string[];
  readonly totals: boolean;
  readonly top: number | null;
  readonly periods: readonly FigurePeriod[] | null;
  readonly minGroup: number | null;
  /** Rows of tickets, and of answers that belong to none. */
  readonly tickets: readonly KeptRow[];
  /** The rows of a partition; one is held at a time. */
  readonly read: (partition: string) => Promise<readonly KeptRow[]>;
}

/** The figures of kept observations: the same as of the files that they were made from. */
export async function measureObservations(options: ObservedFigureOptions): Promise<MetricFigures[]> {
  const results: MetricFigures[] = [];
  let read: { readonly metric: string; readonly rows: readonly KeptRow[] } = { metric: '', rows: [] };
  for (const asked of options.asked) {
    const { id } = asked.metric;
    if (read.metric !== id) {
      const isThere = asked.observed.unavailable === null;
      read = { metric: id, rows: isThere ? await options.read(id) : [] };
    }
    const plain = asked.stats.filter((stat) => !isCensored(stat));
    const censored = asked.stats.filter(isCensored);
    if (plain.length > 0) results.push(figuresOf({ ...asked, stats: plain }, read.rows, options));
    if (censored.length > 0) {
      const rows = asked.observed.cohort?.unavailable === null ? await options.read(cohortPartition(id)) : [];
      results.push(figuresOf({ ...asked, stats: censored }, rows, options));
    }
  }
  return results.map((result) => withoutSmallGroups(result, options.minGroup));
}

function figuresOf(
  asked: AskedMetric,
  rows: readonly KeptRow[],
  options: ObservedFigureOptions,
): MetricFigures {
  const { manifest, desk, periods } = options;
  const { metric, stats, clock, observed } = asked;
  const own = rows.filter(
    (row) => row.clock === clock && (asked.survey === null || row.survey === asked.survey),
  );
  const entries = entriesOf(own);
  const isOfCohort = stats.every(isCensored);
  const cohort = observed.cohort?.unavailable
    ? { unavailable: observed.cohort.unavailable }
    : cohortOfRows(entries, { asOf: manifest.asOf, isInDays: observed.cohort?.isInDays ?? false });
  const request: FigureRequest = {
    desk,
    metric: keptMetric(metric, { asked, entries }),
    stats,
    clock,
    context: { clock: clock ?? 'calendar', businessTime: null },
    grouping: groupingOf(asked, { entries, options }),
    periods,
    kept: { facts: factsOf(manifest), scale: observed.scale, cohort: isOfCohort ? cohort : null },
  };
  return computeFigures(request);
}

/** The metric with its observations from the rows. */
function keptMetric(
  metric: Metric,
  {
    asked: { observed },
    entries,
  }: { readonly asked: AskedMetric; readonly entries: ReturnType<typeof entriesOf> },
): Metric {
  const none: Unavailable | null =
    observed.unavailable === null ? null : { unavailable: observed.unavailable };
  if (metric.shape === 'flow') return { ...metric, observe: () => none ?? observationsOf(entries, observed) };
  if (metric.shape === 'stock') return { ...metric, stock: () => none ?? intervalsOf(entries) };
  return metric;
}

function groupingOf(
  { survey, view }: AskedMetric,
  {
    entries,
    options,
  }: { readonly entries: ReturnType<typeof entriesOf>; readonly options: ObservedFigureOptions },
): Grouping {
  const { manifest, by, totals, top, periods, tickets } = options;
  const names = by.filter((name) => name !== SURVEY);
  const dimensions = names.flatMap((name) => manifest.dimensions.filter((each) => each.name === name));
  const looked = view
    ? tickets.filter(({ reason, survey: of }) => reason !== view.kind || of === view.survey)
    : tickets;
  const start = Math.min(...(periods ?? []).map((period) => period.start));
  const end = Math.max(...(periods ?? []).map((period) => period.end));
  const isCounted = (at: number): boolean => periods === null || (at >= start && at < end);
  const segments = segmentsOf(looked, { dimensions, totals, top, isCounted });
  const grouping = groupingLike(segments, entries, names);
  const isNamed = survey !== null || by.includes(SURVEY);
  if (!isNamed) return grouping;
  return { ...grouping, segments: grouping.segments.map((segment) => withSurvey(segment, { survey, by })) };
}
