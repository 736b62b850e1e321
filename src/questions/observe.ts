import { isOnBusinessClockOnly } from '../analysis/metrics/clocks.ts';
import { areEndsTold } from '../analysis/metrics/customer-tenures.ts';
import { scaleOf } from '../analysis/metrics/figures.ts';
import { definitionsVersion } from '../analysis/metrics/index.ts';
import { knowledgeFacts } from '../analysis/metrics/known.ts';
import { withLeftOutColumn } from '../analysis/metrics/left-out-columns.ts';
import { leavesSomeUntouched } from '../analysis/metrics/stocks.ts';
import { surveyViews } from '../analysis/metrics/survey-views.ts';
import { isUnavailable, unavailable } from '../analysis/metrics/unavailable.ts';
import type { Dimension } from '../analysis/segments/dimension.ts';
import { compileDimension } from '../analysis/segments/dimensions.ts';
import { compileAnswersFilter, compileFilter } from '../analysis/segments/filter.ts';
import type { SourceCoverage } from '../model/coverage.ts';
import type { Desk } from '../model/desk.ts';
import type {
  Clock,
  CustomersMetric,
  Intervals,
  MeasureContext,
  Metric,
  Observations,
  Unavailable,
} from '../model/metric.ts';
import { DeskstatError } from '../model/problem.ts';
import type { RatingScale } from '../model/rating-scale.ts';
import { sentence } from '../model/sentence.ts';
import {
  cohortEntries,
  customerEntries,
  type Entries,
  flowEntries,
  namelessStretches,
  stockEntries,
  ticketEntries,
} from '../observations/entries.ts';
import { EntryRows, type Labels } from '../observations/entry-rows.ts';
import type { Manifest, ObservedMetric } from '../observations/manifest.ts';
import { columnsWith, TableBytes } from '../observations/partition.ts';
import {
  CUSTOMERS,
  cohortPartition,
  observationsSchema,
  type Shard,
  STRETCHES,
  TICKETS,
  WHOLE,
} from '../observations/schema.ts';
import type { FilterNode } from '../query/filter.ts';
import { contextOn, type Frame } from '../time/frame.ts';

export interface ObserveOptions {
  readonly metrics: readonly Metric[];
  readonly by: readonly string[];
  readonly where: FilterNode | null;
  readonly whereText: string | null;
  readonly frame: Frame;
  readonly shard: Shard | null;
  /** The name of each source of the desk. */
  readonly sources: readonly string[];
  readonly version: string;
  readonly notSharded: Manifest['notSharded'];
  readonly readAs: Manifest['readAs'];
  readonly holidays: Manifest['holidays'];
  readonly hours: Manifest['hours'];
}

/** The bytes of one partition, piece by piece, as they are made. */
export interface Partition {
  readonly metric: string;
  readonly bytes: Iterable<Uint8Array>;
}

/** What a desk's observations are written as: partitions one after the other, then what is to be known of them. */
export interface Observed {
  readonly partitions: Iterable<Partition>;
  /** Whole once the partitions have been gone through. */
  readonly manifest: () => Manifest;
}

/** The observations of a desk, metric by metric; none is held longer than it takes to write it. */
export function observeDesk(desk: Desk, options: ObserveOptions): Observed {
  const {
    frame: { zone },
    where,
    shard,
  } = options;
  const dimensions = options.by.map((name) => compileDimension(name, { desk, zone }));
  refuseSeveralLists(dimensions);
  const labels: Labels = {
    desk,
    dimensions,
    sources: options.sources,
    mask: where && compileFilter(where, { desk, zone }),
    answersMask: where && compileAnswersFilter(where, { desk, zone }),
    shard: shard ?? WHOLE,
  };
  const observed: ObservedMetric[] = [];
  const stretches = stretchesOf(desk, options);
  const partition = (metric: string, entries: Iterable<Entries>): Partition => ({
    metric,
    bytes: bytesOf(entries, { labels, by: options.by }),
  });
  function* partitions(): Iterable<Partition> {
    yield partition(TICKETS, [ticketEntries(desk)]);
    const ofCustomers = options.metrics.filter(({ shape }) => shape === 'customers');
    const customers = ofCustomers.length > 0 ? customerEntries(desk) : null;
    if (customers) yield partition(CUSTOMERS, [customers]);
    for (const metric of ofCustomers) observed.push(customersObserved(metric, customers));
    if (stretches && where) yield partition(STRETCHES, [namelessStretches(stretches)]);
    for (const metric of options.metrics) {
      if (metric.shape === 'customers') continue;
      const cohorts: Entries[] = [];
      yield partition(metric.id, entriesOf(metric, { desk, options, observed, cohorts }));
      if (cohorts.length > 0) yield partition(cohortPartition(metric.id), cohorts);
    }
  }
  return {
    partitions: partitions(),
    manifest: () => ({
      ...manifestOf(desk, { options, dimensions, observed }),
      stocks: {
        hasStretches: stretches !== null && where !== null,
        leavesUntouched:
          stretches !== null && desk.coverage.cut === 'touched' && leavesSomeUntouched(desk, stretches),
      },
    }),
  };
}

/** When tickets were open, where that decides whether a stock is a lower bound; null where nothing is to be decided. */
function stretchesOf(desk: Desk, { metrics, frame }: ObserveOptions): Intervals | null {
  const stock = metrics.find((metric) => metric.shape === 'stock' && metric.of !== 'created_count');
  if (stock?.shape !== 'stock' || desk.coverage.pinned) return null;
  const found = stock.stock(desk, contextOn('calendar', frame));
  return isUnavailable(found) ? null : found;
}

/** Every entry would stand once for each pair of values, and be counted so. */
function refuseSeveralLists(dimensions: readonly Dimension[]): void {
  const lists = dimensions.filter(({ offsets }) => offsets !== null).map(({ name }) => name);
  if (lists.length < 2) return;
  const message = sentence('mistake.two_lists', { lists: lists.join(' and ') });
  throw new DeskstatError({ code: 'usage', args: { message, try: `--by ${lists[0]}` } }, 2);
}

function* bytesOf(
  entries: Iterable<Entries>,
  { labels, by }: { readonly labels: Labels; readonly by: readonly string[] },
): Iterable<Uint8Array> {
  const table = new TableBytes(columnsWith(by), {
    schema: observationsSchema,
    definitions: `${definitionsVersion}`,
  });
  const rows = new EntryRows(labels, table);
  for (const each of entries) yield* rows.write(each);
  yield table.finish();
}

/** What is known of a metric of customers: whether there are some. The rest is told by their stretches. */
const customersObserved = ({ id }: Metric, customers: Entries | null): ObservedMetric => ({
  ...{ metric: id, clock: null, survey: null, clockSource: null, precision: null, note: null, cohort: null },
  unavailable: customers ? null : unavailable('no_customers').unavailable,
  scale: { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
});

/** A metric that has entries of its own. */
type MetricOfTickets = Exclude<Metric, CustomersMetric>;

interface EntriesInput {
  readonly desk: Desk;
  readonly options: ObserveOptions;
  readonly observed: ObservedMetric[];
  readonly cohorts: Entries[];
}

/** The entries of a metric on every clock it has, and of every survey. */
function* entriesOf(metric: MetricOfTickets, input: EntriesInput): Iterable<Entries> {
  const { desk, options, observed, cohorts } = input;
  for (const { survey, desk: of } of viewsOf(desk, metric)) {
    for (const clock of clocksOf(metric)) {
      const context = contextOn(clock, options.frame);
      const named = { clock, survey };
      const found = lookAt(metric, of, context);
      const cohort = cohortEntries(metric, { desk: of, context, named });
      observed.push({
        metric: metric.id,
        ...named,
        ...notesOf(found, { desk: of, metric }),
        scale: scaleOf({ desk: of, metric }),
        cohort: cohort && cohortNotes(cohort),
      });
      if (cohort && 'entries' in cohort) cohorts.push(cohort.entries);
      if (isUnavailable(found)) continue;
      yield 'state' in found ? flowEntries(found, { desk: of, metric, named }) : stockEntries(found, named);
    }
  }
}

const lookAt = (metric: MetricOfTickets, desk: Desk, context: MeasureContext) =>
  metric.shape === 'flow' ? metric.observe(desk, context) : metric.stock(desk, context);

function cohortNotes(found: NonNullable<ReturnType<typeof cohortEntries>>): ObservedMetric['cohort'] {
  return 'cohort' in found
    ? { unavailable: null, isInDays: found.cohort.isInDays }
    : { unavailable: found.unavailable, isInDays: false };
}

type Notes = Pick<ObservedMetric, 'unavailable' | 'clockSource' | 'precision' | 'note'>;

/** What observations say of themselves. */
function notesOf(
  found: Observations | Intervals | Unavailable,
  { desk, metric }: { readonly desk: Desk; readonly metric: Metric },
): Notes {
  const none: Notes = { unavailable: null, clockSource: null, precision: null, note: null };
  if (isUnavailable(found))
    return { ...none, unavailable: withLeftOutColumn(desk, metric, found.unavailable) };
  if (!('state' in found)) return none;
  const { clockSource = null, precision = null, note = null } = found;
  return { unavailable: null, clockSource, precision, note };
}

/** Metrics of ratings are measured of each survey by itself; the others are about none. */
function viewsOf(
  desk: Desk,
  metric: MetricOfTickets,
): readonly { readonly survey: string | null; readonly desk: Desk }[] {
  const kind = metric.shape === 'flow' ? metric.ofSurvey : undefined;
  const views = kind === undefined ? [] : surveyViews(desk, kind);
  return views.length > 0 ? views : [{ survey: null, desk }];
}

const clocksOf = (metric: Metric): readonly (Clock | null)[] => {
  if (metric.kind !== 'duration') return [null];
  return metric.hasBusinessClock ? ['calendar', 'business'] : ['calendar'];
};

const surveyKinds: readonly RatingScale['kind'][] = ['csat', 'nps', 'ces'];

function manifestOf(
  desk: Desk,
  {
    options,
    dimensions,
    observed,
  }: {
    readonly options: ObserveOptions;
    readonly dimensions: readonly Dimension[];
    readonly observed: readonly ObservedMetric[];
  },
): Manifest {
  const facts = knowledgeFacts(desk);
  const rests = options.metrics.flatMap((metric): [string, keyof SourceCoverage][] => {
    const on = facts.restsOn(metric);
    return on === null ? [] : [[metric.id, on]];
  });
  const surveys = surveyKinds.map(
    (kind) => [kind, surveyViews(desk, kind).map(({ survey }) => survey)] as const,
  );
  return {
    schema: observationsSchema,
    version: options.version,
    definitions: definitionsVersion,
    shard: options.shard,
    timezone: options.frame.zone.id,
    weekStarts: options.frame.weekStarts,
    asOf: desk.asOf,
    hasHours: options.frame.businessTime !== null,
    hours: options.hours,
    where: options.whereText,
    dimensions: dimensions.map(({ name, order, offsets }) => ({
      name,
      order: order ?? null,
      isList: offsets !== null,
    })),
    coverage: desk.coverage,
    sourceCoverage: desk.sourceCoverage ?? null,
    isEmpty: desk.problems.some(({ code }) => code === 'no_rows'),
    customerEnds: areEndsTold(desk),
    holidays: options.holidays,
    hasSurveys: desk.surveys.length > 0,
    slowEdge: facts.slowEdge,
    unsolvedEdge: facts.unsolvedEdge,
    restsOn: Object.fromEntries(rests),
    metrics: observed,
    businessOnly: options.metrics.filter((metric) => isOnBusinessClockOnly(metric, desk)).map(({ id }) => id),
    surveys: Object.fromEntries(surveys.filter(([, names]) => names.length > 0)),
    notSharded: options.notSharded,
    readAs: options.readAs,
  };
}
