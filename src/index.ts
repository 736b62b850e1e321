import type { FigurePeriod } from './analysis/metrics/figures.ts';
import { metrics } from './analysis/metrics/index.ts';
import { periodsOf } from './analysis/segments/periods.ts';
import type { Desk } from './model/desk.ts';
import type { FieldId } from './model/fields.ts';
import type { RecognitionOverrides } from './model/mapping.ts';
import type { Clock, Figure } from './model/metric.ts';
import { foldValue } from './model/raw-value.ts';
import { type MetricRow, metricRow } from './output/renderers/metric-rows.ts';
import { filterOf, measureDesk } from './pipeline/figures.ts';
import { parseMetricRequests } from './pipeline/metric-requests.ts';
import { readDesk } from './pipeline/read-desk.ts';
import { businessDuration, compileCalendar } from './time/calendar.ts';
import { resolveAsOf } from './time/period.ts';
import { parseWeekday } from './time/weekday.ts';
import { parseHours } from './time/working-hours.ts';
import { formatInstant, zone } from './time/zone.ts';

export { metrics } from './analysis/metrics/index.ts';
export type { Desk } from './model/desk.ts';
export type { Figure, Metric } from './model/metric.ts';
export { DeskstatError, type Problem, problemBlock, problemLine } from './model/problem.ts';
export type { MetricRow } from './output/renderers/metric-rows.ts';

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
}

/**
 * Reads ticket, survey, message and event exports into one desk, whose `problems` say what was guessed and left out.
 *
 * @throws DeskstatError (exit code 3) when a file cannot be used, (2) for a pin that names nothing
 * @example const desk = await readTickets(['tickets.csv', 'surveys.csv']);
 */
export async function readTickets(paths: readonly string[], options: ReadTicketsOptions = {}): Promise<Desk> {
  const reportZone = zone(options.tz ?? 'UTC');
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
    coverage: null,
  });
  return desk;
}

/** Which figures are computed; everything left out is as on the command line. */
export interface ComputeMetricsOptions {
  /** `first_response_time`, `first_response_time.p90`, …; all metrics unless given. */
  readonly metrics?: readonly string[];
  readonly by?: readonly string[];
  readonly where?: string;
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly weekStarts?: string;
  readonly totals?: boolean;
  readonly top?: number;
  readonly tz?: string;
  /** Working hours, `Mon-Fri 09:00-18:00`; figures then come on both clocks. */
  readonly hours?: string;
}

/**
 * The figures of a desk, as `deskstat metrics --format json` prints them: durations in seconds, nothing rounded.
 *
 * @throws DeskstatError (2) for an unknown metric, dimension or period, (3) for a dimension that the data lacks
 * @example computeMetrics(desk, { metrics: ['first_response_time.p90'], by: ['group'], every: 'week' })
 */
export function computeMetrics(desk: Desk, options: ComputeMetricsOptions = {}): MetricRow[] {
  const reportZone = zone(options.tz ?? 'UTC');
  const calendar =
    options.hours === undefined
      ? null
      : compileCalendar({ zone: reportZone, weekly: parseHours(options.hours), holidays: [] });
  const periods: readonly FigurePeriod[] | null = periodsOf(
    {
      period: options.period ?? null,
      since: options.since ?? null,
      until: options.until ?? null,
      every: options.every ?? null,
      zone: reportZone,
      weekStarts: parseWeekday(options.weekStarts ?? 'monday') ?? 1,
    },
    desk,
  );
  const clocks: readonly Clock[] = calendar ? ['calendar', 'business'] : ['calendar'];
  const figures: Figure[] = measureDesk(desk, {
    metrics: parseMetricRequests(options.metrics ?? metrics.map(({ id }) => id), []),
    by: options.by ?? [],
    totals: options.totals ?? false,
    top: options.top ?? null,
    where: filterOf(options.where),
    periods,
    clocks,
    zone: reportZone,
    businessTime: calendar && ((from, to) => businessDuration(calendar, from, to)),
  }).flatMap((each) => each.figures);
  return figures.map((figure) => metricRow(figure, (at) => formatInstant(at, reportZone, 'second')));
}
