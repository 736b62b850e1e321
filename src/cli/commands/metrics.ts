import { hasCensoredStats, isCensored } from '../../analysis/metrics/censored.ts';
import { metrics } from '../../analysis/metrics/index.ts';
import { SURVEY } from '../../analysis/metrics/survey-views.ts';
import { periodsOf } from '../../analysis/segments/periods.ts';
import { type Clock, censoredStats } from '../../model/metric.ts';
import type { Locale } from '../../output/locales/index.ts';
import { wrap } from '../../output/renderers/display-width.ts';
import { figuresInOrder } from '../../output/renderers/figure-order.ts';
import {
  changeCells,
  changeColumns,
  changeLegend,
  type MetricRow,
  metricColumns,
  metricRow,
  metricTableColumns,
  wideRows,
} from '../../output/renderers/metric-rows.ts';
import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import { type MachineRow, type RowColumn, type RowFormat, writeRows } from '../../output/renderers/rows.ts';
import { sheetHead } from '../../output/renderers/sheet-head.ts';
import { emptyPeriodNote } from '../../questions/empty-period.ts';
import { dataEnvelope } from '../../questions/envelope.ts';
import { type FigureOptions, filterOf, measureChanges, measureDesk } from '../../questions/figures.ts';
import { withDimensions } from '../../questions/filters.ts';
import { type MetricRequest, needsOf, parseMetricRequests } from '../../questions/metric-requests.ts';
import { type OwnNames, ownNames, segmentByOwnNames } from '../../questions/own-names.ts';
import { policiesOf, slaOf } from '../../questions/policies.ts';
import { sorted, sortKeys } from '../../questions/sorting.ts';
import type {
  OutputOptions,
  PeriodOptions,
  SegmentOptions,
  SortOptions,
} from '../../settings/option-types.ts';
import { usageError } from '../../settings/option-values.ts';
import { formatInstant } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { rowOutputs } from '../output-formats.ts';
import { carriesRecipe, recipeOf } from '../recipe.ts';
import { openSession, type Session, type SessionOptions } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

export interface MetricsOptions
  extends SessionOptions,
    SegmentOptions,
    PeriodOptions,
    SortOptions,
    OutputOptions {
  readonly metric?: readonly string[];
  readonly stat?: readonly string[];
  readonly clock?: 'calendar' | 'business' | 'both';
  /** Statistics in which tickets still open count too. */
  readonly censored?: boolean;
  readonly list?: boolean;
  readonly wide?: boolean;
}

/** `--list` is about no data, so there is nothing to sort or to add up. */
const listFormats = ['table', 'csv', 'json', 'ndjson', 'markdown'] as const;

/** `deskstat metrics [files…]`: tidy figures, one a row. */
export async function run(args: readonly string[], options: MetricsOptions, io: Io): Promise<ExitCode> {
  if (!options.list) refuseIdle(options);
  const session = await openSession({ command: 'metrics', options, io, paths: args });
  if (options.list) return listMetrics(options, session);
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const requests = withCensored(parseMetricRequests(options.metric ?? [], options.stat ?? []), options);
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const isAboutSla =
    session.config.sla.length > 0 && requests.some(({ metric }) => metric.periodOf === 'due instant');
  const needs = needsOf({
    metrics: requests.map(({ metric }) => metric),
    by,
    where,
    filters: isAboutSla ? policiesOf(session).map(({ when }) => when) : [],
  });
  const digests = carriesRecipe(options, rowOutputs);
  const { desk } = await session.read(args, { ...needs, digests, mayBeEmpty: true });
  const recipe = digests ? await recipeOf({ command: 'metrics', args, session, asOf: desk.asOf }) : {};
  const businessTime = await session.businessTime(desk);
  const sla = isAboutSla ? await slaOf(session, desk) : null;
  const period = { ...session.run.asked, zone: session.zone, weekStarts: session.weekStarts };
  const periods = periodsOf(period, desk);
  const figureOptions: FigureOptions = {
    metrics: requests,
    by,
    totals: options.totals ?? false,
    top: options.top ?? null,
    where,
    periods,
    clocks: clocksOf(options.clock, businessTime !== null),
    isClockAsked: options.clock !== undefined,
    zone: session.zone,
    businessTime,
    sla,
    minGroup: session.run.minGroup,
  };
  const { compare } = session.run;
  const { results, changes } =
    compare !== 'none' && periods
      ? measureChanges(desk, { ...figureOptions, compare, weekStarts: session.weekStarts })
      : { results: measureDesk(desk, figureOptions), changes: null };
  const figures = figuresInOrder(results.flatMap(({ figures: each }) => each));
  const isBySurvey = !by.includes(SURVEY) && figures.some(({ segment }) => SURVEY in segment);
  const columnsBy = isBySurvey ? [SURVEY, ...by] : by;
  const instant = (at: number): string => formatInstant(at, session.zone, 'second');
  const computed = figures.map((figure): MachineRow => {
    const row = metricRow(figure, instant);
    const unit = metrics.find(({ id }) => id === figure.metric) as { unit?: string } | undefined;
    const settled = unit?.unit === undefined ? row : { ...row, unit: unit.unit };
    return changes ? { ...settled, ...changeCells(figure, changes.get(figure)) } : settled;
  });
  const own = ownNames(session.config);
  const namesBy = columnsBy.map((name) => own.get(name) ?? name);
  const machineColumns = [...metricColumns(namesBy), ...(changes ? changeColumns : [])];
  const named = (row: MachineRow): MetricRow => withOwnNames(row as MetricRow, own);
  const pivoted = options.wide ? wideRows(computed.map(named), namesBy) : null;
  const order = sortKeys(
    options.sort ?? [],
    (pivoted?.columns ?? machineColumns).map(({ key }) => key),
  );
  const wide = pivoted && { ...pivoted, rows: sorted(pivoted.rows, order, (row, key) => row[key]) };
  const rows = wide ? computed : sorted(computed, order, cellNamed(machineColumns, named));
  const locale = await localeOf(session.run);
  await emit({
    options,
    formats: rowOutputs,
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) => {
      const isPlain = format === 'table' || format === 'markdown';
      const names = Object.fromEntries(metrics.map(({ id }) => [id, locale.message(`metric.${id}`)]));
      const notes = isPlain ? footnotes(rows) : null;
      const columns: readonly (RowColumn | string)[] =
        isPlain || format === 'html'
          ? metricTableColumns(columnsBy, locale, {
              periods: periods !== null && options.every !== undefined,
              names,
              compared: changes !== null,
              notes: (notes?.rows ?? rows).some(({ reason }) => reason !== null),
            })
          : machineColumns;
      const shown = isPlain || format === 'html' ? (notes?.rows ?? rows) : rows.map(named);
      const written = await renderRows(wide?.rows ?? shown, format as SheetFormat, {
        columns: wide?.columns ?? columns,
        ...sheetHead('rows.metrics', { rows: rows.length, desk, zone: session.zone, locale }),
        envelope: {
          ...dataEnvelope('metrics', { desk, zone: session.zone }),
          ...recipe,
        },
        excel: options.excel,
        ...(format === 'table' ? { width: stdout ? widthOf(io.stdout) : 80 } : {}),
      });
      const legend = notes && changes ? changeLegend(notes.rows, locale) : [];
      const width = stdout ? widthOf(io.stdout) : 80;
      return notes && !wide
        ? withNotes(written as Iterable<string>, { notes, legend, names, width, locale })
        : written;
    },
  });
  await printProblems([...desk.problems, ...emptyPeriodNote(desk, session), ...(sla?.problems ?? [])], {
    io,
    locale,
  });
  return exitCodes.done;
}

function withOwnNames(row: MetricRow, own: OwnNames): MetricRow {
  return { ...row, segment: segmentByOwnNames(row.segment, own) };
}

/** The cell of a row in the column that CSV calls so. */
function cellNamed(
  columns: readonly RowColumn[],
  named: (row: MachineRow) => MetricRow,
): (row: MachineRow, key: string) => unknown {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return (row, key) => {
    const column = byKey.get(key);
    return column?.get ? column.get(named(row)) : row[key];
  };
}

/** With `--censored` the statistics in which tickets still open count too, for the metrics that have them. */
function withCensored(
  requests: readonly MetricRequest[],
  { censored, stat }: MetricsOptions,
): readonly MetricRequest[] {
  if (!censored) return requests;
  return requests.map(({ metric, stats }) => {
    if (!hasCensoredStats(metric)) return { metric, stats };
    const plain = stat === undefined ? stats : stats.filter((each) => !isCensored(each));
    return { metric, stats: [...plain, ...censoredStats] };
  });
}

/**
 * For people: reasons as numbered notes, too long for a column and mostly the same; what cannot be computed is named
 * once, below, with why.
 */
function footnotes(rows: readonly MachineRow[]): {
  readonly rows: readonly MachineRow[];
  readonly texts: readonly string[];
  readonly missing: ReadonlyMap<string, readonly string[]>;
} {
  const texts: string[] = [];
  const missing = new Map<string, string[]>();
  const kept: MachineRow[] = [];
  for (const row of rows) {
    const reason = typeof row.reason === 'string' ? row.reason : null;
    if (row.status === 'unavailable') {
      const names = missing.get(reason ?? '') ?? [];
      if (!names.includes(String(row.metric))) names.push(String(row.metric));
      missing.set(reason ?? '', names);
      continue;
    }
    if (reason !== null && !texts.includes(reason)) texts.push(reason);
    kept.push(reason === null ? row : { ...row, reason: `[${texts.indexOf(reason) + 1}]` });
  }
  return { rows: kept, texts, missing };
}

interface NoteOptions {
  readonly notes: ReturnType<typeof footnotes>;
  /** What the marks in the rows mean. */
  readonly legend: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly width: number;
  readonly locale: Locale;
}

function* withNotes(
  written: Iterable<string>,
  { notes, legend, names, width, locale }: NoteOptions,
): Iterable<string> {
  if (notes.rows.length > 0) yield* written;
  if (legend.length > 0) yield `\n${legend.join('   ')}\n`;
  const put = (mark: string, text: string): string =>
    wrap(text, width - 5)
      .map((line, i) => `${(i === 0 ? mark : '').padEnd(5)}${line}\n`)
      .join('');
  if (notes.texts.length + notes.missing.size > 0 && notes.rows.length > 0) yield '\n';
  for (const [index, text] of notes.texts.entries()) yield put(`[${index + 1}]`, locale.sentence(text));
  for (const [reason, ids] of notes.missing) {
    const missing = ids.map((id) => names[id] ?? id).join(', ');
    const because = locale.sentence(reason);
    yield put('–', locale.message('said.not_available', { names: missing, reason: because }));
  }
}

/** What was typed and could have no effect is a mistake: nothing is ignored. */
function refuseIdle({
  by = [],
  top,
  totals,
  minGroup,
  compare,
  wide,
  period,
  since,
  until,
  every,
}: MetricsOptions): void {
  const idle = [
    top !== undefined && '--top',
    totals && '--totals',
    minGroup !== undefined && '--min-group',
  ].find((flag) => typeof flag === 'string');
  if (idle && by.length === 0)
    throw usageError(`${idle} needs --by: it is about segments`, `--by group ${idle}`);
  if (wide && compare !== undefined && compare !== 'none')
    throw usageError('--wide has one column a figure, and --compare adds eight', 'one of the two');
  const hasPeriod = [period, since, until, every].some((given) => given !== undefined);
  if (compare !== undefined && compare !== 'none' && !hasPeriod) {
    throw usageError(
      '--compare needs a period to compare with the one before it',
      `--period last-week --compare ${compare}`,
    );
  }
}

/** A dimension of `--by`: a canonical one, a column, or a name that the settings give to a column. */
export function dimensionOf(name: string, { config }: Pick<Session, 'config'>): string {
  const column = config.dimensions.get(name);
  return column === undefined ? name : `column:${column}`;
}

/** Clocks to compute on: what was asked for, else both where working hours are set. */
export function clocksOf(asked: MetricsOptions['clock'], hasBusiness: boolean): readonly Clock[] {
  if (asked === 'both') return ['calendar', 'business'];
  if (asked !== undefined) return [asked];
  return hasBusiness ? ['calendar', 'business'] : ['calendar'];
}

/** `--list`: every metric with its definition, from the registry. */
async function listMetrics(options: MetricsOptions, { run, io }: Session): Promise<ExitCode> {
  const rows = metrics.map(
    (metric): MachineRow => ({
      metric: metric.id,
      kind: metric.kind,
      name: metric.name,
      definition: metric.definition,
      period: metric.periodOf,
      clocks: metric.hasBusinessClock ? 'calendar, business' : '',
      source: metric.source,
    }),
  );
  const isTable = (options.format ?? 'table') === 'table';
  const locale = await localeOf(run);
  await emit({
    options,
    formats: listFormats,
    inputs: [],
    io,
    render: async (format) => {
      if (isTable && format === 'table') return listText(widthOf(io.stdout), locale);
      return writeRows(rows, format as RowFormat, {
        columns: ['metric', 'kind', 'name', 'definition', 'period', 'clocks', 'source'],
        envelope: { schema: 'deskstat.metric-list/1' },
      });
    },
  });
  return exitCodes.done;
}

function* listText(width: number, locale: Locale): Iterable<string> {
  for (const metric of metrics) {
    yield `${metric.id}\n`;
    yield `${wrap(locale.message(`metric.${metric.id}.definition`), width - 4)
      .map((line) => `    ${line}\n`)
      .join('')}`;
    const field = locale.sentence(metric.periodOf);
    const kind = { code: `list.kind.${metric.kind}` };
    yield `    ${locale.message('list.metric', { kind, field })}\n`;
  }
}
