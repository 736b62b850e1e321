import { metrics } from '../../analysis/metrics/index.ts';
import { type TicketMeasure, ticketMeasures } from '../../analysis/metrics/per-ticket.ts';
import { type BehindOptions, ticketsBehind } from '../../analysis/metrics/tickets-behind.ts';
import { isUnavailable } from '../../analysis/metrics/unavailable.ts';
import { compileFilter } from '../../analysis/segments/filter.ts';
import { rangeOf } from '../../analysis/segments/periods.ts';
import type { Column } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import { type FieldId, fieldsOf } from '../../model/fields.ts';
import { maskText } from '../../model/mask.ts';
import type { Metric } from '../../model/metric.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Period } from '../../model/segment.ts';
import { type Locale, loadLocale } from '../../output/locales/index.ts';
import { type MachineRow, type RowColumn, type RowFormat, writeRows } from '../../output/renderers/rows.ts';
import { filterOf } from '../../pipeline/figures.ts';
import { needsOf, parseMetricRequests } from '../../pipeline/metric-requests.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { dataEnvelope } from '../envelope.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { withDimensions } from '../filters.ts';
import { type Io, widthOf } from '../io.ts';
import { languageOf } from '../language.ts';
import type { OutputOptions, PeriodOptions } from '../options.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { policiesOf, slaOf } from '../sla.ts';
import { printProblems } from '../warnings.ts';
import { periodRequest } from './metrics.ts';

export interface TicketsOptions extends SessionOptions, PeriodOptions, OutputOptions {
  readonly where?: string;
  readonly in?: string;
  readonly withText?: boolean;
}

export const ticketsFormats = ['table', 'csv', 'json', 'ndjson', 'markdown'] as const;

const textFields: readonly string[] = Object.entries(fieldsOf.tickets)
  .filter(([, type]) => type === 'text')
  .map(([field]) => field);

/** `deskstat tickets [files…]`: one row a ticket, its fields and every measure, by creation and id. */
export async function run(args: readonly string[], options: TicketsOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(options, io);
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const behind = options.in === undefined ? null : parseMetricRequests([options.in], [])[0].metric;
  const policies = behind?.periodOf === 'due instant' ? policiesOf(session) : [];
  const needs = needsOf({ metrics: [], by: [], where, filters: policies.map(({ when }) => when) });
  const fields = new Set<FieldId>([
    ...(Object.keys(fieldsOf.tickets) as FieldId[]).filter(
      (field) => options.withText || !textFields.includes(field) || needs.fields.has(field),
    ),
    ...needsOf({ metrics: [...metrics], by: [], where: null }).fields,
  ]);
  const { desk } = await session.read(args, { fields, columns: needs.columns });
  const businessTime = await session.businessTime(desk);
  const clocks = businessTime ? (['calendar', 'business'] as const) : (['calendar'] as const);
  const measures = ticketMeasures(desk, { clocks, context: { businessTime } });
  const request = { ...periodRequest(options, session), zone: session.zone, weekStarts: session.weekStarts };
  const range = rangeOf(request, desk);
  const mask = where && compileFilter(where, { desk, zone: session.zone });
  const sla = policies.length > 0 ? await slaOf(session, desk) : null;
  const order = inOrder(
    desk,
    rowsShown(desk, { metric: behind, range, mask, context: { businessTime, sla } }),
  );
  const columns = columnsOf(desk, {
    measures,
    zone: session.zone,
    withText: options.withText ?? false,
    masksText: options.pseudonyms ?? session.config.pseudonyms ?? false,
    sources: desk.sources.length > 1,
  });
  const locale = await loadLocale(languageOf(options, session.config));
  await emit({
    options,
    formats: ticketsFormats,
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      writeRows(rowsOf(order, columns), format as RowFormat, {
        columns:
          format === 'table' || format === 'markdown'
            ? tableColumns(columns, locale)
            : columns.map(({ key }) => key),
        envelope: dataEnvelope('tickets', { desk, zone: session.zone }),
        excel: options.excel,
        ...(format === 'table' ? { width: stdout ? widthOf(io.stdout) : 80 } : {}),
      }),
  });
  await printProblems(desk.problems, io);
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

interface TicketColumn {
  readonly key: string;
  /** Shown in the table for people. */
  readonly isShort: boolean;
  readonly get: (t: number) => unknown;
}

interface ColumnOptions {
  readonly measures: readonly TicketMeasure[];
  readonly zone: Zone;
  readonly withText: boolean;
  /** Addresses and numbers in texts are masked, as people go by pseudonyms. */
  readonly masksText: boolean;
  readonly sources: boolean;
}

function columnsOf(
  desk: Desk,
  { measures, zone, withText, masksText, sources }: ColumnOptions,
): TicketColumn[] {
  const { tickets } = desk;
  const columns: TicketColumn[] = [];
  for (const [field, type] of Object.entries(fieldsOf.tickets)) {
    const column = (tickets.columns as Record<string, Column | undefined>)[field];
    if (!column || field.startsWith('reported_') || (type === 'text' && !withText)) continue;
    const get = getter(column, zone);
    const masked = (t: number): unknown => {
      const text = get(t);
      return typeof text === 'string' ? maskText(text) : text;
    };
    const isMasked = masksText && type === 'text';
    columns.push({ key: field, isShort: shortFields.has(field), get: isMasked ? masked : get });
  }
  for (const [name, column] of tickets.extra)
    columns.push({ key: `column:${name}`, isShort: true, get: getter(column, zone) });
  for (const { metric, clock, values } of measures) {
    columns.push({
      key: clock === 'business' ? `${metric}_business_seconds` : `${metric}_seconds`,
      isShort: metric === 'first_response_time' || metric === 'resolution_time',
      get: (t) => (Number.isNaN(values[t]) ? null : values[t] / 1000),
    });
  }
  if (sources)
    columns.push({
      key: 'source',
      isShort: false,
      get: (t) => desk.sources[tickets.source[t]]?.path ?? null,
    });
  return columns;
}

const shortFields: ReadonlySet<string> = new Set([
  'id',
  'created_at',
  'status',
  'priority',
  'channel',
  'group',
]);

function getter(column: Column, zone: Zone): (t: number) => unknown {
  if (column.type === 'code') {
    return (t) =>
      column.codes[t] === 0 ? null : (column.names.name(column.codes[t]).split('\u0000').at(-1) ?? null);
  }
  if (column.type === 'list') {
    return (t) => {
      const names: string[] = [];
      for (let i = column.offsets[t]; i < column.offsets[t + 1]; i++)
        names.push(column.names.name(column.codes[i]));
      return names.length === 0 ? null : names.join(', ');
    };
  }
  const { values, type } = column;
  if (type === 'instant')
    return (t) =>
      Number.isNaN(values[t])
        ? null
        : formatInstant(values[t], zone, values[t] % 1000 === 0 ? 'second' : 'millisecond');
  return (t) => (Number.isNaN(values[t]) ? null : type === 'duration' ? values[t] / 1000 : values[t]);
}

function* rowsOf(order: readonly number[], columns: readonly TicketColumn[]): Iterable<MachineRow> {
  for (const t of order) {
    const row: Record<string, unknown> = {};
    for (const { key, get } of columns) row[key] = get(t);
    yield row;
  }
}

/** Columns for people: short heads, stamps to the minute, durations in words. */
function tableColumns(columns: readonly TicketColumn[], locale: Locale): RowColumn[] {
  return columns
    .filter(({ isShort }) => isShort)
    .map(({ key }): RowColumn => {
      if (key === 'created_at')
        return {
          key,
          label: 'created',
          word: (value) =>
            String(value ?? '')
              .slice(0, 16)
              .replace('T', ' '),
        };
      if (!key.endsWith('_seconds')) return { key };
      const clock = key.endsWith('_business_seconds') ? 'business' : 'calendar';
      return {
        key,
        label: shortHeads[key] ?? key.replace(/_(business_)?seconds$/, ''),
        align: 'right',
        word: (value) =>
          locale.formatValue({
            type: 'duration',
            value: value === null ? null : (value as number) * 1000,
            clock,
          }),
      };
    });
}

const shortHeads: Readonly<Record<string, string>> = {
  first_response_time_seconds: 'response',
  resolution_time_seconds: 'resolution',
  first_response_time_business_seconds: 'response (bus.)',
  resolution_time_business_seconds: 'resolution (bus.)',
};
