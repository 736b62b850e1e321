import { isCensored } from '../analysis/metrics/censored.ts';
import type { FigurePeriod, FigureRequest } from '../analysis/metrics/figure-request.ts';
import { SURVEY, withSurvey } from '../analysis/metrics/survey-views.ts';
import type { Grouping } from '../analysis/segments/grouping.ts';
import type { Desk } from '../model/desk.ts';
import type { Clock, Intervals, Metric, Unavailable } from '../model/metric.ts';
import type { Problem } from '../model/problem.ts';
import { isSentence } from '../model/sentence.ts';
import type { AskedMetric } from '../observations/asked.ts';
import {
  arrivalsOf,
  cohortOfRows,
  customersOf,
  entriesOf,
  groupingLike,
  intervalsOf,
  type KeptRow,
  observationsOf,
  segmentsOf,
} from '../observations/kept-rows.ts';
import { factsOf, type Manifest } from '../observations/manifest.ts';
import { CUSTOMERS, cohortPartition, STRETCHES } from '../observations/schema.ts';
import { businessDuration, compileCalendar } from '../time/calendar.ts';
import { daysOff } from '../time/holiday.ts';
import { zone as zoneOf } from '../time/zone.ts';
import { notShardedProblems } from './observe-shard.ts';

const NO_ROWS = {
  rows: 0,
  columns: {},
  extra: new Map(),
  source: new Uint16Array(0),
  line: new Uint32Array(0),
};

/** A desk as far as kept observations tell one: when it was, and what it covers; `created` are its tickets. */
export function deskOfObservations(manifest: Manifest, created: ArrayLike<number>): Desk {
  const { asOf, coverage, sourceCoverage, holidays } = manifest;
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
    ...(holidays.length > 0 ? { isDayOff: daysOff(holidays) } : {}),
    problems: problemsOf(manifest),
  };
}

/** What is to be said of observations whenever they are read. */
export function problemsOf({ isEmpty, notSharded }: Manifest): readonly Problem[] {
  const apart = Object.entries(notSharded).filter(
    ([, reason]) => isSentence(reason) && reason.code === 'why.parts_disagree',
  );
  return [
    ...(isEmpty ? [{ code: 'no_rows', severity: 'note', args: {} } as const] : []),
    ...notShardedProblems(Object.fromEntries(apart)),
  ];
}

export interface ObservedFigureOptions {
  readonly manifest: Manifest;
  readonly desk: Desk;
  readonly asked: readonly AskedMetric[];
  readonly by: readonly string[];
  readonly totals: boolean;
  readonly top: number | null;
  readonly periods: readonly FigurePeriod[] | null;
  /** Rows of tickets, and of answers that belong to none. */
  readonly tickets: readonly KeptRow[];
  /** The rows of a partition; one is held at a time. */
  readonly read: (partition: string) => Promise<readonly KeptRow[]>;
}

/**
 * What each metric is measured with: the same figures come of it as of the files that the observations were made from.
 * Rows are read as they are asked for, one partition after the other.
 */
export async function* observedRequests(options: ObservedFigureOptions): AsyncIterable<FigureRequest> {
  let read: { readonly partition: string; readonly rows: readonly KeptRow[] } = { partition: '', rows: [] };
  const rowsOf = async (partition: string): Promise<readonly KeptRow[]> => {
    if (read.partition !== partition) read = { partition, rows: await options.read(partition) };
    return read.rows;
  };
  const stretches = await stretchesOf(options);
  for (const asked of options.asked) {
    const { observed, stats, metric } = asked;
    const own = metric.shape === 'customers' ? CUSTOMERS : metric.id;
    const plain = stats.filter((stat) => !isCensored(stat));
    const censored = stats.filter(isCensored);
    if (plain.length > 0) {
      const rows = observed.unavailable === null ? await rowsOf(own) : [];
      yield requestOf({ ...asked, stats: plain }, rows, { ...options, stretches });
    }
    if (censored.length > 0) {
      const rows = observed.cohort?.unavailable === null ? await rowsOf(cohortPartition(metric.id)) : [];
      yield requestOf({ ...asked, stats: censored }, rows, { ...options, stretches });
    }
  }
}

/** When any ticket was open, where a filter let some of them through and a stock is asked for. */
async function stretchesOf({ asked, manifest, read }: ObservedFigureOptions): Promise<Intervals | null> {
  const isAsked = asked.some(({ metric }) => metric.shape === 'stock');
  if (!isAsked || manifest.stocks?.hasStretches !== true) return null;
  return intervalsOf(entriesOf(await read(STRETCHES)));
}

function requestOf(
  asked: AskedMetric,
  rows: readonly KeptRow[],
  options: ObservedFigureOptions & { readonly stretches: Intervals | null },
): FigureRequest {
  const { manifest, desk, periods, stretches } = options;
  const { metric, stats, clock, observed } = asked;
  const own = rows.filter(
    (row) => row.clock === clock && (asked.survey === null || row.survey === asked.survey),
  );
  const entries = entriesOf(own);
  const isOfCohort = stats.every(isCensored);
  const cohort = observed.cohort?.unavailable
    ? { unavailable: observed.cohort.unavailable }
    : cohortOfRows(entries, {
        asOf: manifest.asOf,
        isInDays: observed.cohort?.isInDays ?? false,
        between: timeOn(clock, manifest),
      });
  const isOfCustomers = metric.shape === 'customers' && observed.unavailable === null;
  return {
    desk: isOfCustomers ? { ...desk, ...customersOf(own, manifest) } : desk,
    metric: keptMetric(metric, { asked, entries }),
    stats,
    clock,
    context: { clock: clock ?? 'calendar', businessTime: null },
    grouping: groupingOf(asked, { entries, options }),
    periods,
    kept: {
      facts: factsOf(manifest),
      scale: observed.scale,
      cohort: isOfCohort ? cohort : null,
      arrivedAt: arrivalsOf(entries),
      ...(stretches ? { stretches } : {}),
      ...(manifest.stocks ? { leavesUntouched: manifest.stocks.leavesUntouched } : {}),
    },
  };
}

/** The time between two instants on a clock; NaN where groups have working hours of their own. */
function timeOn(clock: Clock | null, { hours }: Manifest): (from: number, to: number) => number {
  if (clock !== 'business') return (from, to) => to - from;
  const calendar = hours && compileCalendar({ ...hours, zone: zoneOf(hours.zone) });
  return (from, to) => (calendar ? businessDuration(calendar, from, to) : Number.NaN);
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
  // What the filter let through of the tickets says nothing of customers.
  const orphan = names.length === 0 && manifest.where === null ? 0 : -1;
  const grouping = { ...groupingLike(segments, entries, names), orphan };
  const isNamed = survey !== null || by.includes(SURVEY);
  if (!isNamed) return grouping;
  return { ...grouping, segments: grouping.segments.map((segment) => withSurvey(segment, { survey, by })) };
}
