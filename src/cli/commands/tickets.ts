import { isOnBusinessClockOnly } from '../../analysis/metrics/clocks.ts';
import { metrics } from '../../analysis/metrics/index.ts';
import { type TicketMeasure, ticketMeasureIds, ticketMeasures } from '../../analysis/metrics/per-ticket.ts';
import { type BehindOptions, ticketsBehind } from '../../analysis/metrics/tickets-behind.ts';
import { isUnavailable } from '../../analysis/metrics/unavailable.ts';
import { compileFilter } from '../../analysis/segments/filter.ts';
import { rangeOf } from '../../analysis/segments/periods.ts';
import { ticketTargets } from '../../analysis/sla/ticket-targets.ts';
import type { Column } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import { type FieldId, fieldsOf } from '../../model/fields.ts';
import { maskText } from '../../model/mask.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Value } from '../../model/report.ts';
import type { Period } from '../../model/segment.ts';
import type { SlaTargets } from '../../model/sla.ts';
import type { Locale } from '../../output/locales/index.ts';
import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import type { MachineRow, RowColumn } from '../../output/renderers/rows.ts';
import { sheetHead } from '../../output/renderers/sheet-head.ts';
import { emptyPeriodNote } from '../../questions/empty-period.ts';
import { dataEnvelope } from '../../questions/envelope.ts';
import { filterOf } from '../../questions/figures.ts';
import { withDimensions } from '../../questions/filters.ts';
import { needsOf, parseMetricRequests } from '../../questions/metric-requests.ts';
import { policiesOf, slaOf } from '../../questions/policies.ts';
import { sorted, sortKeys } from '../../questions/sorting.ts';
import {
  absent,
  cellsOf,
  chosenColumns,
  columnCalled,
  isOfExport,
  measureColumns,
  type TicketColumn,
  typeOfField,
} from '../../questions/ticket-columns.ts';
import { type TicketLink, ticketLink } from '../../questions/ticket-links.ts';
import type { OutputOptions, PeriodOptions, SortOptions } from '../../settings/option-types.ts';
import type { Zone } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { rowOutputs } from '../output-formats.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { wordsOf } from '../words.ts';
import { dimensionOf } from './metrics.ts';

export interface TicketsOptions extends SessionOptions, PeriodOptions, SortOptions, OutputOptions {
  readonly where?: string;
  readonly in?: string;
  readonly withText?: boolean;
  readonly columns?: readonly string[];
  readonly issues?: boolean;
  readonly book?: string;
}

const textFields: readonly string[] = Object.entries(fieldsOf.tickets)
  .filter(([, type]) => type === 'text')
  .map(([field]) => field);

/** `deskstat tickets [files…]`: one row a ticket, its fields and every measure, by creation and id. */
export async function run(args: readonly string[], options: TicketsOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'tickets', options, io, paths: args });
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const behind = options.in === undefined ? null : parseMetricRequests([options.in], [])[0].metric;
  const asksIssues = options.issues === true || options.book !== undefined;
  const needs = needsOf({
    metrics: behind ? [behind] : [],
    by: asksIssues ? ['issue'] : [],
    where,
    filters: policiesOf(session).map(({ when }) => when),
  });
  const fields = new Set<FieldId>([
    ...(Object.keys(fieldsOf.tickets) as FieldId[]).filter(
      (field) => options.withText || !textFields.includes(field) || needs.fields.has(field),
    ),
    ...needsOf({ metrics: [...metrics], by: [], where: null }).fields,
  ]);
  const { columns: asked, issues } = needs;
  const wanted = (options.columns ?? []).map((name) => dimensionOf(name, session));
  const sortedBy = (options.sort ?? []).map((name) => name.replace(/^-/, ''));
  const used = [...wanted, ...sortedBy.map((name) => dimensionOf(name, session))];
  const own = used.filter(isOfExport).map((name) => name.slice('column:'.length));
  const { desk } = await session.read(args, {
    fields: used.some((name) => textFields.includes(name))
      ? new Set([...fields, ...(used as FieldId[])])
      : fields,
    columns: [...asked, ...own],
    issues,
  });
  if (asksIssues && !desk.issues) throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  const businessTime = await session.businessTime(desk);
  const isTimed = businessTime !== null || metrics.some((metric) => isOnBusinessClockOnly(metric, desk));
  const clocks = isTimed ? (['calendar', 'business'] as const) : (['calendar'] as const);
  const measures = ticketMeasures(desk, { clocks, context: { businessTime } });
  const request = { ...session.run.asked, zone: session.zone, weekStarts: session.weekStarts };
  const range = rangeOf(request, desk);
  const mask = where && compileFilter(where, { desk, zone: session.zone });
  const sla = await slaOf(session, desk);
  const byCreation = inOrder(
    desk,
    rowsShown(desk, { metric: behind, range, mask, context: { businessTime, sla } }),
  );
  const found = columnsOf(desk, {
    clocks,
    measures,
    sla,
    zone: session.zone,
    withText: options.withText === true || used.some((name) => textFields.includes(name)),
    masksText: session.run.pseudonyms,
    sources: desk.sources.length > 1,
  });
  const link = ticketLink(session.run.ticketUrl);
  if (link) found.splice(1, 0, addressColumn(found[0], link));
  const columns = chosenColumns(
    found,
    wanted.map((name, index) => ({ name, typed: options.columns?.[index] ?? name })),
  );
  const keys = sortKeys(options.sort ?? [], [
    ...found.map(({ key }) => key),
    ...session.config.dimensions.keys(),
  ]);
  const order = sorted(byCreation, keys, (t, key) => {
    const { at, get } = columnCalled(dimensionOf(key, session), found);
    return (at ?? get)(t);
  });
  const { locale } = await wordsOf(session.run);
  await emit({
    options,
    formats: rowOutputs,
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) => {
      const isForPeople = format === 'table' || format === 'markdown';
      const isTyped = format === 'parquet';
      const cells = isTyped
        ? columns.map((column) => ({ ...column, get: column.at ?? column.get }))
        : columns;
      const rows = await renderRows(rowsOf(order, cells), format as SheetFormat, {
        ...sheetHead('rows.tickets', { rows: order.length, desk, zone: session.zone, locale }),
        columns:
          isForPeople || format === 'html'
            ? tableColumns(
                columns.filter(({ isAbsent, isAsked }) => isAsked || !isAbsent),
                { locale, zone: session.zone, link },
              )
            : columns.map(({ key, type }) => ({ key, type })),
        knowsLinks: stdout && io.stdout.isTTY,
        envelope: dataEnvelope('tickets', { desk, zone: session.zone }),
        excel: options.excel,
        ...(format === 'table' ? { width: stdout ? widthOf(io.stdout) : 80 } : {}),
      });
      const isOnBusinessClock = columns.some(({ key }) => key.endsWith('_business_seconds'));
      return isForPeople && isOnBusinessClock ? behindClock(rows as Iterable<string>, locale) : rows;
    },
  });
  await printProblems([...desk.problems, ...emptyPeriodNote(desk, session), ...(sla?.problems ?? [])], {
    io,
    locale,
  });
  return exitCodes.done;
}

/** The tickets to be listed: those behind a figure, else those created in the period. */
function rowsShown(
  desk: Desk,
  options: BehindOptions & { readonly metric: Metric | null },
): readonly number[] {
  const { metric, range, mask } = options;
  if (!metric) return rowsCreated(desk, range).filter((t) => mask?.[t] !== 0);
  const rows = ticketsBehind(metric, desk, options);
  if (!isUnavailable(rows)) return rows;
  throw new DeskstatError(
    { code: 'metric_unavailable', args: { id: metric.id, reason: rows.unavailable } },
    3,
  );
}

function rowsCreated(desk: Desk, range: Period | null): number[] {
  const created = desk.tickets.columns.created_at;
  const rows: number[] = [];
  for (let t = 0; t < desk.tickets.rows; t++) {
    const at = created?.type === 'instant' ? created.values[t] : Number.NaN;
    if (!range || (at >= range.start && at < range.end)) rows.push(t);
  }
  return rows;
}

/** By creation, then id (numbers by value), then file and line: the same in whatever order the rows stood. */
function inOrder(desk: Desk, rows: readonly number[]): number[] {
  const created = desk.tickets.columns.created_at;
  const at = created?.type === 'instant' ? created.values : new Float64Array(desk.tickets.rows);
  const ids = desk.tickets.columns.id;
  const idOf = (t: number): string => (ids?.type === 'code' ? ids.names.name(ids.codes[t]) : '');
  return [...rows].sort((a, b) => {
    if (at[a] !== at[b]) return at[a] - at[b];
    const [left, right] = [idOf(a), idOf(b)];
    if (left !== right) return left.length - right.length || (left < right ? -1 : 1);
    return desk.tickets.source[a] - desk.tickets.source[b] || desk.tickets.line[a] - desk.tickets.line[b];
  });
}

interface ColumnOptions {
  readonly clocks: readonly Clock[];
  readonly measures: readonly TicketMeasure[];
  readonly sla: SlaTargets | null;
  readonly zone: Zone;
  readonly withText: boolean;
  /** Addresses and numbers in texts are masked, as people go by pseudonyms. */
  readonly masksText: boolean;
  readonly sources: boolean;
}

function columnsOf(
  desk: Desk,
  { clocks, measures, sla, zone, withText, masksText, sources }: ColumnOptions,
): TicketColumn[] {
  const { tickets } = desk;
  const columns: TicketColumn[] = [];
  for (const [field, type] of Object.entries(fieldsOf.tickets)) {
    const column = (tickets.columns as Record<string, Column | undefined>)[field];
    // What was removed is in no row.
    if (field === 'removed_as' || field.startsWith('reported_') || (type === 'text' && !withText)) continue;
    if (!column) {
      columns.push(absent(field, typeOfField(type)));
      continue;
    }
    const { get, ...typed } = cellsOf(column, zone);
    const masked = (t: number): unknown => {
      const text = get(t);
      return typeof text === 'string' ? maskText(text) : text;
    };
    const isMasked = masksText && type === 'text';
    columns.push({ key: field, isShort: shortFields.has(field), ...typed, get: isMasked ? masked : get });
  }
  for (const [name, column] of tickets.extra)
    columns.push({ key: `column:${name}`, isShort: true, ...cellsOf(column, zone) });
  for (const { id, hasBusinessClock } of ticketMeasureIds) {
    for (const clock of hasBusinessClock ? clocks : (['calendar'] as const)) {
      const measure = measures.find((each) => each.metric === id && each.clock === clock);
      columns.push(...measureColumns({ id, clock, measure }));
    }
  }
  for (const [target, standing] of sla ? ticketTargets(sla, { rows: tickets.rows }) : [])
    columns.push({ key: `sla_${target}`, type: 'text', isShort: false, get: (t) => standing[t] });
  if (desk.issues) columns.push(...issueColumns(desk.issues));
  if (sources)
    columns.push({
      key: 'source',
      type: 'text',
      isShort: false,
      get: (t) => desk.sources[tickets.source[t]]?.path ?? null,
    });
  return columns;
}

/** Where a ticket is looked up. */
const addressColumn = ({ get }: TicketColumn, link: TicketLink): TicketColumn => ({
  key: 'url',
  type: 'text',
  isShort: false,
  get: (t) => link(get(t)),
});

/** Id and name of the recurring issue and of its topic, empty for tickets in none. */
function issueColumns({ codes, ids, labels, topics }: NonNullable<Desk['issues']>): TicketColumn[] {
  const of =
    (values: readonly (string | null)[]) =>
    (t: number): string | null =>
      codes[t] === 0 ? null : values[codes[t] - 1];
  const topicsOf = (values: readonly string[]): (string | null)[] =>
    Array.from(topics.codes, (topic) => (topic === 0 ? null : values[topic - 1]));
  return [
    { key: 'issue_id', type: 'text', isShort: false, get: of(ids) },
    { key: 'issue', type: 'text', isShort: true, get: of(labels) },
    { key: 'topic_id', type: 'text', isShort: false, get: of(topicsOf(topics.ids)) },
    { key: 'topic', type: 'text', isShort: false, get: of(topicsOf(topics.labels)) },
  ];
}

const shortFields: ReadonlySet<string> = new Set([
  'id',
  'created_at',
  'status',
  'priority',
  'channel',
  'group',
]);

function* rowsOf(order: readonly number[], columns: readonly TicketColumn[]): Iterable<MachineRow> {
  for (const t of order) {
    const row: Record<string, unknown> = {};
    for (const { key, get } of columns) row[key] = get(t);
    yield row;
  }
}

/** Heads have no room for the clock, so it is said once. */
function* behindClock(rows: Iterable<string>, locale: Locale): Iterable<string> {
  yield `${locale.message('report.clock', { clock: { code: 'clock.business' } })}\n\n`;
  yield* rows;
}

/** Columns for people: heads and values in words, stamps to the minute, durations as people write them. */
function tableColumns(
  columns: readonly TicketColumn[],
  { locale, zone, link }: { readonly locale: Locale; readonly zone: Zone; readonly link: TicketLink | null },
): RowColumn[] {
  const shown = columns.filter(({ isShort }) => isShort);
  const hasHours = shown.some(({ key }) => key.endsWith('_business_seconds'));
  return shown.map(({ key, inDays = false }): RowColumn => {
    const isBeside = shown.some((other) => other.key === key.replace(/_seconds$/, '_business_seconds'));
    if (key.endsWith('_seconds')) return durationColumn(key, { locale, hasHours, isBeside, inDays });
    const label = headOf(key, locale);
    const priority = priorities[key] ?? 3;
    if (key === 'id')
      return { key, label, isWhole: true, ...(link ? { link: (row: MachineRow) => link(row.id) } : {}) };
    if (key !== 'created_at') return { key, label, priority, word: (value) => valueWord(key, value, locale) };
    return {
      key,
      label,
      isWhole: true,
      word: (value) => locale.formatValue(createdValue(value, zone)),
    };
  });
}

/** What gives way first on a narrow terminal: columns of the data's own, then by which clock besides the main one. */
const priorities: Readonly<Record<string, number>> = { status: 1, group: 1, priority: 2, channel: 2 };

/** Length of a date without a time. */
const DATE = 10;

const createdValue = (value: unknown, zone: Zone): Value => ({
  type: 'instant',
  value: typeof value === 'string' ? Date.parse(value) : null,
  zone: zone.id,
  precision: typeof value === 'string' && value.length === DATE ? 'day' : 'minute',
});

function headOf(key: string, locale: Locale): string {
  if (key === 'id') return locale.message('column.ticket');
  if (key === 'created_at') return locale.message('column.created');
  return locale.has(`dimension.${key}`) ? locale.message(`dimension.${key}`) : key.replace(/^column:/, '');
}

/** Canonical values in the words of the language; all others as they stand in the data. */
function valueWord(key: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return locale.message('value.none');
  const code = `${key}.${value}`;
  return locale.has(code) ? locale.message(code) : String(value);
}

function durationColumn(
  key: string,
  {
    locale,
    hasHours,
    isBeside,
    inDays,
  }: {
    readonly locale: Locale;
    readonly hasHours: boolean;
    readonly isBeside: boolean;
    readonly inDays: boolean;
  },
): RowColumn {
  const isBusiness = key.endsWith('_business_seconds');
  const metric = key.replace(/_(business_)?seconds$/, '');
  const name = locale.message(`short.${metric}`);
  const clock = isBusiness ? 'business' : 'calendar';
  return {
    key,
    // With working hours the main clock is theirs, as in a report; the other one is named.
    label: hasHours && !isBusiness ? `${name} (${locale.message('clock.calendar')})` : name,
    align: 'right',
    // It gives way where the same is there on the main clock.
    priority: isBeside ? 4 : 1,
    word: (value) =>
      locale.formatValue({
        type: 'duration',
        value: typeof value === 'number' ? value * 1000 : null,
        clock,
        ...(inDays ? { precision: 'day' } : {}),
      }),
  };
}
