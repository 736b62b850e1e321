import type { FigurePeriod } from './analysis/metrics/figure-request.ts';
import { metrics } from './analysis/metrics/index.ts';
import { dimensionNames } from './analysis/segments/dimensions.ts';
import {
  defaultPeriod,
  type PeriodRequest,
  periodsOf,
  rangeOf,
  withCompleteness,
} from './analysis/segments/periods.ts';
import type { Answer, AskOptions, Question } from './cli/ask.ts';
import type { ProgressEvent } from './cli/io.ts';
import type { Desk } from './model/desk.ts';
import { type FieldId, fieldsOf } from './model/fields.ts';
import { groupProblems } from './model/group-problems.ts';
import type { RecognitionOverrides } from './model/mapping.ts';
import type { Clock, Figure, MeasureContext } from './model/metric.ts';
import { problemLine } from './model/problem.ts';
import { foldValue } from './model/raw-value.ts';
import type { Report } from './model/report.ts';
import type { Retention, RetentionKind } from './model/retention.ts';
import type { MetricRow } from './model/rows.ts';
import { englishLocale, loadLocale } from './output/locales/index.ts';
import * as formats from './output/renderers/index.ts';
import { type CheckRow, checkRow } from './output/report/check-row.ts';
import { figuresInOrder } from './output/report/figure-order.ts';
import { metricRow } from './output/report/metric-rows.ts';
import { parseExpectation } from './query/expectation.ts';
import { loadPatterns } from './query/pattern.ts';
import { checkDesk } from './questions/check.ts';
import { filterOf, measureDesk } from './questions/figures.ts';
import { deskIssues } from './questions/issues.ts';
import { metricInfos, parseMetricRequests } from './questions/metric-requests.ts';
import { readDesk } from './questions/read-desk.ts';
import { reportDesk } from './questions/report.ts';
import { businessDuration, compileCalendar } from './time/calendar.ts';
import { resolveAsOf } from './time/period.ts';
import { parseWeekday } from './time/weekday.ts';
import { parseHours } from './time/working-hours.ts';
import { formatInstant, type Zone, zone } from './time/zone.ts';

export { metrics } from './analysis/metrics/index.ts';
export type { Answer, AskOptions, Question } from './cli/ask.ts';
export type { ProgressEvent } from './cli/io.ts';
export type { CheckVerdict } from './model/check.ts';
export type { Desk } from './model/desk.ts';
export type { Figure, Metric } from './model/metric.ts';
export { DeskstatError, type Problem, problemBlock, problemLine } from './model/problem.ts';
export type { Block, Report } from './model/report.ts';
export type { Retention } from './model/retention.ts';
export type { MetricRow } from './model/rows.ts';
export type { CheckRow } from './output/report/check-row.ts';

declare const DESKSTAT_VERSION: string;

/**
 * Asks any question that a command answers (`report`, `metrics`, `agents`, `tickets`, `explain`, `waiting`, `check`,
 * `diff`, `retention`, `issues`, `inspect`) with its options and the settings of `deskstat.yaml`, and returns its JSON.
 *
 * @throws DeskstatError (2) for a mistake in options or settings, (3) for files that cannot be used
 * @example const { rows } = await ask('waiting', ['tickets.csv'], { options: { config: 'deskstat.yaml' } });
 */
export async function ask(
  question: Question,
  paths: readonly string[],
  options: AskOptions = {},
): Promise<Answer> {
  return (await import('./cli/ask.ts')).ask(question, paths, options);
}

/** How files are read; everything left out is recognised, as on the command line. */
export interface ReadTicketsOptions {
  /** Field → column, as `--map`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Field → raw value → meaning, as `--value`. */
  readonly value?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly preset?: string;
  /** Zone of stamps that carry none. */
  readonly sourceTz?: string;
  /** The report's zone. */
  readonly tz?: string;
  readonly asOf?: string;
  /** Share of a file's rows that may be unusable; 0.05 unless given. */
  readonly maxRejected?: number;
  /** Columns to keep as dimensions (`column:NAME`). */
  readonly columns?: readonly string[];
  /** Working hours and first day of a week that hold for this desk wherever a call does not say otherwise. */
  readonly hours?: string;
  readonly weekStarts?: string;
  /** Told now and then how far the reading is. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Zone, hours and first day of a week of desks that were read: what later calls go by unless they say otherwise. */
const defaults = new WeakMap<Desk, TimeOptions>();

/**
 * Reads ticket, survey, message and event exports into one desk, whose `problems` say what was guessed and left out.
 *
 * @throws DeskstatError (exit code 3) when a file cannot be used, (2) for a pin that names nothing
 * @example const desk = await readTickets(['tickets.csv', 'surveys.csv']);
 */
export async function readTickets(paths: readonly string[], options: ReadTicketsOptions = {}): Promise<Desk> {
  const { onProgress, signal } = options;
  signal?.throwIfAborted();
  const reportZone = zone(options.tz ?? 'UTC');
  let stage: Pick<ProgressEvent, 'stage' | 'totalBytes'> = { stage: '', totalBytes: null };
  const told = (read: { readonly bytes: number; readonly rows: number }): void => {
    signal?.throwIfAborted();
    onProgress?.({ ...stage, ...read });
  };
  const overrides: RecognitionOverrides = {
    columns: new Map(Object.entries(options.map ?? {})),
    values: new Map(
      Object.entries(options.value ?? {}).map(([field, values]) => [
        field,
        new Map(Object.entries(values).map(([raw, meaning]) => [foldValue(raw), meaning])),
      ]),
    ),
    preset: options.preset ?? null,
    zones: { all: options.sourceTz ?? null, byFile: new Map() },
    reportZone: options.tz ?? null,
    kinds: new Map(),
    scale: null,
    lowEffortIsGood: null,
    dateOrder: null,
  };
  // Filters of the calls that take this desk are compiled at once: what they need is loaded here.
  await loadPatterns();
  const { desk } = await readDesk({
    paths,
    overridesFor: () => overrides,
    sourceNameFor: () => null,
    fields: 'all' as ReadonlySet<FieldId> | 'all',
    columns: options.columns ?? [],
    allowGuesses: true,
    maxRejected: options.maxRejected ?? 0.05,
    strict: false,
    asOf: options.asOf === undefined ? null : resolveAsOf(options.asOf, reportZone),
    onStage: ({ label, bytes }) => {
      stage = { stage: label, totalBytes: bytes ?? null };
      told({ bytes: 0, rows: 0 });
    },
    onProgress: told,
  });
  const { tz, hours, weekStarts } = options;
  defaults.set(desk, { tz, hours, weekStarts });
  return desk;
}

/** How time is read; everything left out is as on the command line. */
export interface TimeOptions {
  /** Zone of days, weeks and hours; that with which the desk was read unless given, else UTC. */
  readonly tz?: string;
  /** That of the desk unless given, else `monday`. */
  readonly weekStarts?: string;
  /** `last-week`, `2026-W46`, `2026-10`, `last-30-days`, `all`, … */
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  /** Working hours, `Mon-Fri 09:00-18:00`; those of the desk unless given. Figures then come on both clocks. */
  readonly hours?: string;
}

interface TimeFrame {
  readonly zone: Zone;
  readonly weekStarts: number;
  readonly request: PeriodRequest;
  readonly businessTime: MeasureContext['businessTime'];
  readonly instant: (at: number) => string;
}

function timeFrame(desk: Desk, given: TimeOptions, every: PeriodRequest['every'] = null): TimeFrame {
  const own = defaults.get(desk) ?? {};
  const options: TimeOptions = {
    ...given,
    tz: given.tz ?? own.tz,
    hours: given.hours ?? own.hours,
    weekStarts: given.weekStarts ?? own.weekStarts,
  };
  const reportZone = zone(options.tz ?? 'UTC');
  const weekStarts = parseWeekday(options.weekStarts ?? 'monday') ?? 1;
  const { period = null, since = null, until = null, hours } = options;
  const calendar =
    hours === undefined
      ? null
      : compileCalendar({ zone: reportZone, weekly: parseHours(hours), holidays: [] });
  return {
    zone: reportZone,
    weekStarts,
    request: { period, since, until, every, zone: reportZone, weekStarts },
    businessTime: calendar && ((from, to) => businessDuration(calendar, from, to)),
    instant: (at) => formatInstant(at, reportZone, 'second'),
  };
}

/** Which figures are computed; everything left out is as on the command line. */
export interface ComputeMetricsOptions extends TimeOptions {
  /** `first_response_time`, `first_response_time.p90`, …; all metrics unless given. */
  readonly metrics?: readonly string[];
  readonly by?: readonly string[];
  readonly where?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly totals?: boolean;
  readonly top?: number;
}

/**
 * The figures of a desk, as `deskstat metrics --format json` prints them: durations in seconds, nothing rounded.
 *
 * @throws DeskstatError (2) for an unknown metric, dimension or period, (3) for a dimension that the data lacks
 * @example computeMetrics(desk, { metrics: ['first_response_time.p90'], by: ['group'], every: 'week' })
 */
export function computeMetrics(desk: Desk, options: ComputeMetricsOptions = {}): MetricRow[] {
  const { zone, request, businessTime, instant } = timeFrame(desk, options, options.every ?? null);
  const periods: readonly FigurePeriod[] | null = periodsOf(request, desk);
  const clocks: readonly Clock[] = businessTime ? ['calendar', 'business'] : ['calendar'];
  const figures: Figure[] = measureDesk(desk, {
    metrics: parseMetricRequests(options.metrics ?? metrics.map(({ id }) => id), []),
    by: options.by ?? [],
    totals: options.totals ?? false,
    top: options.top ?? null,
    where: filterOf(options.where),
    periods,
    clocks,
    zone,
    businessTime,
  }).flatMap((each) => each.figures);
  return figuresInOrder(figures).map((figure) => metricRow(figure, instant));
}

/** What expectations are held against; everything left out is as on the command line. */
export interface CheckExpectationsOptions extends TimeOptions {
  /** Only these tickets, besides the filter that an expectation brings. */
  readonly where?: string;
}

/**
 * Holds expectations against a desk, as `deskstat check --format json`: one row an expectation and segment. The period
 * is that of the expectation, else the one given, else the last whole week where the data spans two. SLA metrics and
 * baselines need the settings file: the first are `unavailable`, the second are refused.
 *
 * @throws DeskstatError (2) that points at the column of a mistake
 * @example checkExpectations(desk, ['first_response_time.p90 < 4h', 'csat >= 90% by group min 20'])
 */
export function checkExpectations(
  desk: Desk,
  expectations: readonly string[],
  options: CheckExpectationsOptions = {},
): CheckRow[] {
  const { zone, weekStarts, request, businessTime, instant } = timeFrame(desk, options);
  const dimensions = dimensionNames().filter((name) => name !== 'issue' && name !== 'topic');
  const fields = [...Object.keys(fieldsOf.tickets), 'agent', 'hour', 'weekday'];
  const where = filterOf(options.where);
  const asked = rangeOf(request, desk);
  const usual = options.period === undefined ? defaultPeriod(desk, { zone, weekStarts }) : null;
  const results = checkDesk(desk, {
    expectations: expectations.map((text) => {
      const expectation = parseExpectation(text, { metrics: metricInfos(), fields, dimensions });
      const { over, where: own } = expectation;
      const range = over
        ? rangeOf({ ...request, period: over.text, since: null, until: null }, desk)
        : (asked ?? usual);
      return {
        expectation,
        name: null,
        by: expectation.by.map(({ kind, name }) => (kind === 'column' ? `column:${name}` : name)),
        where: own && where ? { kind: 'and', nodes: [where, own], column: 1 } : (own ?? where),
        period: range && withCompleteness(range, desk),
      };
    }),
    expectedSegments: new Map(),
    baseline: null,
    zone,
    businessTime,
  });
  return results.map((result) => checkRow(result, instant));
}

/** A problem that keeps coming back, as `deskstat issues --format json` tells it. */
export interface RecurringIssue {
  readonly id: string;
  readonly label: string;
  /** Id and name of its topic, the heading over issues that belong together. */
  readonly topicId: string | null;
  readonly topic: string | null;
  /** True where its tickets have much less in common than those of other issues. */
  readonly mixed: boolean;
  readonly terms: readonly string[];
  /** Tickets. */
  readonly size: number;
  /** Of all tickets, 0–1. */
  readonly share: number;
  /** `too_few`: under 20 tickets or eight whole weeks. Null where tickets carry no dates. */
  readonly trend: 'new' | 'rising' | 'falling' | 'steady' | 'too_few' | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Median, seconds; on the business clock where `hours` are given. */
  readonly firstResponseTime: number | null;
  readonly resolutionTime: number | null;
  readonly csat: number | null;
  /** The most typical tickets, people and numbers masked. */
  readonly examples: readonly { readonly ticket: string | null; readonly text: string }[];
}

/** The recurring issues of a desk; `tickets` = `clustered` + `leftOut`. */
export interface RecurringIssues {
  readonly tickets: number;
  readonly clustered: number;
  readonly leftOut: number;
  /** The largest first. */
  readonly issues: readonly RecurringIssue[];
  /** Id of the issue of each ticket, in the order of the desk's tickets; null where it is in none. */
  readonly issueOf: readonly (string | null)[];
}

/**
 * Finds the problems that keep coming back in subjects and descriptions, as `deskstat issues`.
 *
 * @throws DeskstatError (3) where the tickets carry no text
 * @example const { issues } = await findIssues(desk, { period: 'last-quarter' });
 */
export async function findIssues(
  desk: Desk,
  options: TimeOptions & { readonly where?: string } = {},
): Promise<RecurringIssues> {
  const { zone, weekStarts, request, businessTime, instant } = timeFrame(desk, options);
  const found = await deskIssues(desk, {
    book: null,
    where: filterOf(options.where),
    range: rangeOf(request, desk),
    fixed: new Map(),
    zone,
    weekStarts,
    businessTime,
  });
  const stamp = (at: number): string | null => (Number.isFinite(at) ? instant(at) : null);
  const seconds = (value: number | null): number | null => (value === null ? null : value / 1000);
  return {
    tickets: found.tickets,
    clustered: found.clustered,
    leftOut: found.leftOut,
    issues: found.issues.map((issue) => ({
      id: issue.id,
      label: issue.label,
      topicId: issue.topic?.id ?? null,
      topic: issue.topic?.label ?? null,
      mixed: issue.mixed,
      terms: issue.terms,
      size: issue.size,
      share: issue.share,
      trend: issue.trend?.trend ?? null,
      firstSeen: stamp(issue.firstSeen),
      lastSeen: stamp(issue.lastSeen),
      firstResponseTime: seconds(issue.response.value),
      resolutionTime: seconds(issue.resolution.value),
      csat: issue.csat.value,
      examples: issue.examples,
    })),
    issueOf: Array.from(found.assignment.issueOf, (issue) => (issue < 0 ? null : found.issues[issue].id)),
  };
}

/** How retention is taken; everything left out is as on the command line. */
export interface RetentionOfOptions extends Pick<TimeOptions, 'tz' | 'weekStarts'> {
  /** Customers where they are known, else activity, else tickets (returning requesters, no loyalty). */
  readonly kind?: RetentionKind;
  readonly every?: 'week' | 'month' | 'quarter';
}

/**
 * Whether customers stay, by cohort and over time, as `deskstat retention`; null where the files do not tell.
 *
 * @example (await retentionOf(desk))?.kind // 'customers'
 */
export async function retentionOf(desk: Desk, options: RetentionOfOptions = {}): Promise<Retention | null> {
  const { retentionOf: ofDesk } = await import('./analysis/retention/index.ts');
  const { zone, weekStarts } = timeFrame(desk, options);
  return ofDesk(desk, { kind: options.kind ?? null, every: options.every ?? null, zone, weekStarts });
}

/** What a report is about; everything left out is as on the command line. */
export interface BuildReportOptions extends TimeOptions {
  readonly compare?: 'previous' | 'year-ago' | 'none';
  /** Dimensions to tell the desk apart by; the usual ones unless given. */
  readonly by?: readonly string[];
  readonly top?: number;
  /** Segments with fewer tickets are suppressed. */
  readonly minGroup?: number;
  readonly where?: string;
  /** False leaves recurring issues out, which take the most time. */
  readonly issues?: boolean;
}

/** A report as blocks, and what it was made from. */
export interface DeskReport extends Report {
  /** As-of, zone, sources and problems, as every JSON output begins with. */
  readonly about: Readonly<Record<string, unknown>>;
}

/**
 * The whole picture of one period, as `deskstat report`: headings, figures, tables, series and notes, for `renderReport`.
 * People and customer text in it are masked.
 *
 * @throws DeskstatError (2) for an unknown dimension or period
 * @example await renderReport(await buildReport(desk, { period: 'last-week' }), 'html')
 */
export async function buildReport(desk: Desk, options: BuildReportOptions = {}): Promise<DeskReport> {
  const { zone, weekStarts, request, businessTime, instant } = timeFrame(desk, options);
  const node = filterOf(options.where);
  const problems = groupProblems(desk.problems);
  const { input, report } = await reportDesk(desk, {
    period: request,
    compare: options.compare ?? 'previous',
    zone,
    weekStarts,
    by: options.by ?? [],
    top: options.top ?? null,
    minGroup: options.minGroup ?? null,
    where: node && { text: options.where as string, node },
    businessTime,
    sla: null,
    problems,
    ...(options.issues === false ? {} : { issueBook: null }),
  });
  const { period, before, tickets, filter } = input.overview;
  const shown = (each: typeof before) =>
    each && { start: instant(each.start), end: instant(each.end), label: each.label };
  const about = {
    schema: 'deskstat.report/1',
    version: DESKSTAT_VERSION,
    as_of: Number.isFinite(desk.asOf) ? instant(desk.asOf) : null,
    timezone: zone.id,
    sources: desk.sources,
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: problemLine(problem),
      count: problem.count ?? null,
      lines: problem.lines ?? [],
    })),
    period: period && { ...shown(period), complete: period.complete },
    before: shown(before),
    where: filter,
    tickets,
  };
  return { ...report, about };
}

/** How a report is written. */
export interface RenderReportOptions {
  /** Language of what people read; English unless given. */
  readonly lang?: 'en' | 'bn' | 'hi';
  /** Characters a line of the `table` format may take; 80 unless given. */
  readonly width?: number;
}

/**
 * Writes a report as `html`, `markdown`, `table` (plain text), `json`, `ndjson` or `csv`. Same report, same bytes.
 *
 * @example await renderReport(report, 'markdown', { lang: 'hi' })
 */
export async function renderReport(
  { about, ...report }: DeskReport,
  format: Exclude<formats.ReportFormat, 'xlsx'>,
  options: RenderReportOptions = {},
): Promise<string> {
  const english = Object.fromEntries(
    metrics.flatMap(({ id, name, definition }) => [
      [`metric.${id}`, name],
      [`metric.${id}.definition`, definition],
    ]),
  );
  const text = await formats.renderReport(report, format, {
    locale: await loadLocale(options.lang ?? 'en', { english }),
    machineLocale: englishLocale({ english }),
    width: options.width,
    envelope: about,
  });
  return text as string;
}
