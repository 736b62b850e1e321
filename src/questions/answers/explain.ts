import { created } from '../../analysis/metrics/created.ts';
import { tenuresOf } from '../../analysis/metrics/customer-tenures.ts';
import type { MetricFigures } from '../../analysis/metrics/figure-request.ts';
import { knownSpan } from '../../analysis/metrics/known.ts';
import { restsOn } from '../../analysis/metrics/rests-on.ts';
import { SURVEY } from '../../analysis/metrics/survey-views.ts';
import { rangeOf, withCompleteness } from '../../analysis/segments/periods.ts';
import { type Desk, numbersOf } from '../../model/desk.ts';
import type { KnownStep } from '../../model/mapping.ts';
import type { Metric } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { sentence } from '../../model/sentence.ts';
import { metricRow } from '../../output/report/metric-rows.ts';
import type { FilterNode } from '../../query/filter.ts';
import type { OutputOptions, PeriodOptions, SessionOptions } from '../../settings/option-types.ts';
import { kindOptions } from '../../settings/option-types.ts';
import { usageError } from '../../settings/option-values.ts';
import { formatInstant } from '../../time/zone.ts';
import { clocksOf } from '../asked.ts';
import { dataEnvelope, resultHead } from '../envelope.ts';
import { filterOf, measureDesk } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { messageReceipt } from '../message-receipt.ts';
import {
  clocksOfMetric,
  isFileName,
  isMetricName,
  type MetricRequest,
  needsOf,
  parseMetricRequests,
  statsOf,
} from '../metric-requests.ts';
import { emptyFilterNote, emptyPeriodNote } from '../nothing-found.ts';
import { policiesOf } from '../policies.ts';
import { scaleReceipt } from '../scale-receipt.ts';
import type { Session } from '../session.ts';
import type { DocumentAnswer } from './answer.ts';

export interface ExplainOptions extends SessionOptions, PeriodOptions, OutputOptions {
  readonly where?: string;
  readonly clock?: 'calendar' | 'business' | 'both';
}

/** The receipt of a figure. */
export interface ExplainAnswer extends DocumentAnswer {
  readonly document: ReturnType<typeof rulesOf> & {
    readonly receipt: Awaited<ReturnType<typeof receiptOf>>['document'] | null;
  };
  /** What of the receipt is told in words: null without files. */
  readonly told: Omit<Awaited<ReturnType<typeof receiptOf>>, 'document' | 'problems'> | null;
}

/** The definition of a metric, and the receipt of its figure where there are files. */
export async function askExplain(
  session: Session,
  args: readonly string[],
  options: ExplainOptions,
): Promise<ExplainAnswer> {
  const request = metricExplained(args);
  const files = args.slice(1);
  const hasFiles = files.length > 0 || kindOptions.some((kind) => options[kind] !== undefined);
  const receipt = hasFiles ? await receiptOf(request, { files, options, session }) : null;
  const head = resultHead('explain');
  return {
    head,
    document: { ...head, ...rulesOf(request), receipt: receipt?.document ?? null },
    told: receipt,
    problems: receipt?.problems ?? [],
  };
}

function rulesOf({ metric }: MetricRequest) {
  return {
    metric: metric.id,
    name: metric.name,
    kind: metric.kind,
    definition: metric.definition,
    source: metric.source,
    period_of: metric.periodOf,
    clocks: clocksOfMetric(metric),
    statistics: statsOf(metric),
    method: methods[metric.kind],
  };
}

/**
 * The one metric that is explained.
 *
 * @throws DeskstatError (2) for one that there is not, several, or a file in its place
 */
export function metricExplained([name, ...files]: readonly string[]): MetricRequest {
  const others = files.find((each) => isMetricName(each));
  const shown = files.filter((each) => each !== others);
  if (isFileName(name)) {
    const line = ['deskstat explain', others ?? 'first_response_time', name, ...shown].join(' ');
    throw usageError(sentence('mistake.file_for_metric', { name }), line);
  }
  const names = name.split(',').map((each) => each.trim());
  const [request, ...more] = parseMetricRequests(name === 'all' ? [] : names, []);
  if (more.length === 0) return request;
  const first = name === 'all' ? 'first_response_time' : names[0];
  throw usageError(sentence('mistake.one_metric', { name }), ['deskstat explain', first, ...files].join(' '));
}

const methods = {
  count: 'a count',
  share: 'hits ÷ n, with Wilson’s 95 % interval',
  duration:
    'exact quantiles, R type 7 (PERCENTILE.INC), with order-statistic 95 % intervals; the mean has none',
  score: 'arithmetic mean, with a t interval clipped to the scale from ten answers on',
  points: '% promoters − % detractors, with an adjusted Wald interval',
} as const;

interface ReceiptInput {
  readonly files: readonly string[];
  readonly options: ExplainOptions;
  readonly session: Session;
}

async function receiptOf({ metric, stats, clock }: MetricRequest, { files, options, session }: ReceiptInput) {
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const isAboutSla = metric.periodOf === 'due instant';
  const filters = isAboutSla ? policiesOf(session).map(({ when }) => when) : [];
  const { desk } = await session.read(files, needsOf({ metrics: [metric], by: [], where, filters }));
  const frame = await frameOf(session, desk, { withTargets: isAboutSla });
  const range = rangeOf({ ...session.run.asked, ...frame }, desk);
  const measure: Measure = ({ of = metric, where: filter, period }) =>
    measureDesk(desk, {
      metrics: [
        { metric: of, stats: of === metric ? stats : of.defaultStats, clock: of === metric ? clock : null },
      ],
      by: [],
      totals: false,
      top: null,
      where: filter,
      periods: period && [withCompleteness(period, desk)],
      clocks: clocksOf(options.clock, frame.businessTime !== null),
      isClockAsked: options.clock !== undefined,
      frame,
    });
  const results = measure({ where, period: range });
  const instant = (at: number): string => formatInstant(at, session.zone, 'second');
  const counts = countEntries(overSurveys(results), { metric, where, period: range, measure });
  const leftOut = Object.fromEntries([...counts.leftOut].sort(([a], [b]) => (a < b ? -1 : 1)));
  const figures = results.flatMap((each) => each.figures);
  const used = usedOf(overSurveys(results));
  const { schema: _, version: __, ...rested } = dataEnvelope('explain', { desk, zone: session.zone });
  return {
    asOf: endOf(desk.asOf, session.zone.id),
    covered: coverageReceipt(desk, metric),
    figures,
    problems: [
      ...desk.problems,
      ...emptyPeriodNote(desk, session),
      ...emptyFilterNote(desk, { where, text: options.where, zone: session.zone }),
    ],
    document: {
      ...rested,
      period: range && { start: instant(range.start), end: instant(range.end), label: range.label },
      where: options.where ?? null,
      tickets: desk.tickets.rows,
      removed: Object.fromEntries(desk.removed),
      entries: counts.entries,
      used,
      left_out: leftOut,
      clock_source: figures[0]?.clockSource ?? null,
      note: results[0].note,
      messages: messageReceipt(desk, metric),
      steps: stepReceipt(desk, metric),
      scales: scaleReceipt(desk, metric),
      coverage: coverageDocument(desk, metric, instant),
      figures: figures.map((figure) => metricRow(figure, instant)),
    },
  };
}

const endOf = (value: number, zone: string) =>
  ({ type: 'instant', value, zone, precision: 'minute', isEnd: true }) as const;

const readBySteps: readonly string[] = [
  'first_response_at',
  'first_solved_at',
  'solved_at',
  'closed_at',
  'status',
];

/** The steps of the logs that a metric rests on: which answered, which ended a ticket. */
function stepReceipt(desk: Desk, { reads }: Metric): readonly KnownStep[] {
  return reads.some((field) => readBySteps.includes(field)) ? (desk.steps ?? []) : [];
}

/** What the export covers, in which stretch of it the metric can be known, and how many tickets came outside of that. */
function coverageReceipt(desk: Desk, metric: Metric) {
  const customers = metric.shape === 'customers' ? customersReceipt(desk) : null;
  if (customers) return customers;
  const { cut, from, to } = desk.coverage;
  const source = restsOn(desk, metric);
  const span = knownSpan(desk, metric);
  const known = span && { from: Math.max(span.from, from), to: Math.min(span.to, desk.asOf) };
  const created = numbersOf(desk.tickets, 'created_at');
  // What has rows there of its own is told, though it came shortly before the first of them.
  const told = source === 'messages' || source === 'events' ? desk[source]?.offsets : undefined;
  const isTold = (t: number): boolean => told !== undefined && told[t] < told[t + 1];
  let outside = 0;
  for (let t = 0; known && created && t < created.length; t++)
    if ((created[t] < known.from || created[t] > known.to) && !isTold(t)) outside++;
  const of = source === 'csat' || source === 'nps' || source === 'ces' ? 'surveys' : (source ?? 'tickets');
  return { of, cut, from, to, known: known && known.from <= known.to ? known : null, outside } as const;
}

/** What the list of customers covers, and how many of its customers began or left where it is not known who leaves. */
function customersReceipt(desk: Desk) {
  const tenures = tenuresOf(desk);
  const span = tenures?.coverage;
  if (!tenures || !span || tenures.endless) return null;
  const { from, to, bulkFrom, bulkTo } = span;
  const known = { from: Math.max(from, bulkFrom), to: Math.min(bulkTo, desk.asOf) };
  const outside = tenures.startedAt.filter((at) => at < known.from || at > known.to).length;
  return { of: 'customers', cut: null, from, to, known, outside } as const;
}

function coverageDocument(desk: Desk, metric: Metric, instant: (at: number) => string) {
  const { of, cut, from, to, known, outside } = coverageReceipt(desk, metric);
  return {
    ...{ of, cut, from: instant(from), to: instant(to) },
    known: known && { from: instant(known.from), to: instant(known.to) },
    outside,
  };
}

type Measure = (request: {
  readonly of?: Metric;
  readonly where: FilterNode | null;
  readonly period: Period | null;
}) => readonly MetricFigures[];

/** Entries that were used or left out for a reason of the metric's own; null where it cannot be computed. */
function totalOf({ figures, leftOut }: MetricFigures): number | null {
  if (figures.length === 0 || figures[0].status === 'unavailable') return null;
  return [...leftOut.values()].reduce((sum, count) => sum + count, usedOf({ figures }));
}

/** Entries behind the figures, each once: surveys beside each other add up, statistics of the same entries do not. */
function usedOf({ figures }: Pick<MetricFigures, 'figures'>): number {
  const bySegment = new Map(figures.map(({ segment, n }) => [segment[SURVEY], n] as const).reverse());
  return [...bySegment.values()].reduce((sum, n) => sum + n, 0);
}

/** The figures of the first clock; of a metric that is measured of several surveys, those of all of them together. */
function overSurveys(results: readonly MetricFigures[]): MetricFigures {
  const all = results.filter(({ figures }) => figures.some(({ segment }) => SURVEY in segment));
  if (all.length === 0) return results[0];
  const leftOut = new Map<string, number>();
  for (const each of all)
    for (const [reason, count] of each.leftOut) leftOut.set(reason, (leftOut.get(reason) ?? 0) + count);
  return { figures: all.flatMap(({ figures }) => figures), leftOut, note: results[0].note };
}

/**
 * What a figure was chosen from, and why each entry that it does not use was left out: used + left out = entries.
 * Entries are tickets, or what the metric counts instead: waits, answers, customers. A stock is chosen from all tickets.
 */
function countEntries(
  measured: MetricFigures,
  request: {
    readonly metric: Metric;
    readonly where: FilterNode | null;
    readonly period: Period | null;
    readonly measure: Measure;
  },
): { readonly entries: number | null; readonly leftOut: ReadonlyMap<string, number> } {
  const { metric, where, period, measure } = request;
  const own = totalOf(measured);
  if (own === null) return { entries: null, leftOut: measured.leftOut };
  const isStock = metric.shape === 'stock';
  const of = isStock ? created : metric;
  const total = (filter: FilterNode | null): number =>
    totalOf(overSurveys(measure({ of, where: filter, period: null }))) ?? own;
  const entries = where === null && period === null && !isStock ? own : total(null);
  const matching = where === null ? entries : total(where);
  const leftOut = new Map(measured.leftOut);
  const add = (reason: string, count: number): void => {
    if (count > 0) leftOut.set(reason, count);
  };
  add('not_matching', entries - matching);
  add(isStock ? 'not_counted_then' : 'not_in_period', matching - own);
  return { entries, leftOut };
}
