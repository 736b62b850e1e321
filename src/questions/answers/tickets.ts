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
import type { MachineRow } from '../../model/rows.ts';
import type { Period } from '../../model/segment.ts';
import type { SlaTargets } from '../../model/sla.ts';
import type {
  OutputOptions,
  PeriodOptions,
  SessionOptions,
  SortOptions,
} from '../../settings/option-types.ts';
import type { Zone } from '../../time/zone.ts';
import { dimensionOf } from '../asked.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { needsOf, parseMetricRequests } from '../metric-requests.ts';
import { emptyFilterNote, emptyPeriodNote } from '../nothing-found.ts';
import { policiesOf } from '../policies.ts';
import type { Session } from '../session.ts';
import { sorted, sortKeys } from '../sorting.ts';
import {
  absent,
  cellsOf,
  chosenColumns,
  columnCalled,
  isOfExport,
  measureColumns,
  type TicketColumn,
  typeOfField,
} from '../ticket-columns.ts';
import { type TicketLink, ticketLink } from '../ticket-links.ts';
import type { Answer } from './answer.ts';

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

/** One row a ticket, and its columns with what tables and typed formats have to know of them. */
export interface TicketsAnswer extends Answer {
  readonly desk: Desk;
  readonly columns: readonly TicketColumn[];
  /** Rows of tickets, in their order. */
  readonly order: readonly number[];
  readonly link: TicketLink | null;
}

/** One row a ticket, its fields and every measure, by creation and id. */
export async function askTickets(
  session: Session,
  paths: readonly string[],
  options: TicketsOptions,
): Promise<TicketsAnswer> {
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
  const kept = [...asked, ...own];
  const { desk } = await session.read(paths, {
    fields: used.some((name) => textFields.includes(name))
      ? new Set([...fields, ...(used as FieldId[])])
      : fields,
    columns: kept,
    issues,
  });
  if (asksIssues && !desk.issues) throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  const frame = await frameOf(session, desk, { withTargets: true });
  const { businessTime, sla } = frame;
  const isTimed = businessTime !== null || metrics.some((metric) => isOnBusinessClockOnly(metric, desk));
  const clocks = isTimed ? (['calendar', 'business'] as const) : (['calendar'] as const);
  const measures = ticketMeasures(desk, { clocks, context: { businessTime } });
  const range = rangeOf({ ...session.run.asked, ...frame }, desk);
  const mask = where && compileFilter(where, { desk, zone: session.zone });
  const byCreation = inOrder(desk, rowsShown(desk, { metric: behind, range, mask, context: frame }));
  const found = columnsOf(desk, {
    clocks,
    measures,
    sla,
    zone: session.zone,
    withText: options.withText === true || used.some((name) => textFields.includes(name)),
    masksText: session.run.pseudonyms,
    sources: desk.sources.length > 1,
    // A desk that was read before may hold others.
  }).filter(({ key }) => !isOfExport(key) || kept.includes(key.slice('column:'.length)));
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
  return {
    desk,
    head: dataEnvelope('tickets', { desk, zone: session.zone }),
    columns,
    order,
    link,
    problems: [
      ...desk.problems,
      ...emptyPeriodNote(desk, session),
      ...emptyFilterNote(desk, { where, text: options.where, zone: session.zone }),
      ...(sla?.problems ?? []),
    ],
  };
}

/** The tickets as rows of these columns. */
export function* ticketRows(
  order: readonly number[],
  columns: readonly Pick<TicketColumn, 'key' | 'get'>[],
): Iterable<MachineRow> {
  for (const t of order) {
    const row: Record<string, unknown> = {};
    for (const { key, get } of columns) row[key] = get(t);
    yield row;
  }
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

/** Fields, columns of the export, measures, targets, issues and source, in this order. */
function columnsOf(desk: Desk, options: ColumnOptions): TicketColumn[] {
  const { tickets } = desk;
  const extra = [...tickets.extra].map(
    ([name, column]): TicketColumn => ({
      key: `column:${name}`,
      isShort: true,
      ...cellsOf(column, options.zone),
    }),
  );
  return [
    ...fieldColumns(desk, options),
    ...extra,
    ...durationColumns(options),
    ...targetColumns(desk, options),
    ...(desk.issues ? issueColumns(desk.issues) : []),
    ...(options.sources ? [sourceColumn(desk)] : []),
  ];
}

function fieldColumns(desk: Desk, { zone, withText, masksText }: ColumnOptions): TicketColumn[] {
  const columns = desk.tickets.columns as Readonly<Record<string, Column | undefined>>;
  return Object.entries(fieldsOf.tickets).flatMap(([field, type]): TicketColumn[] => {
    // What was removed is in no row.
    if (field === 'removed_as' || field.startsWith('reported_') || (type === 'text' && !withText)) return [];
    const column = columns[field];
    if (!column) return [absent(field, typeOfField(type))];
    const { get, ...typed } = cellsOf(column, zone);
    const shown = masksText && type === 'text' ? masked(get) : get;
    return [{ key: field, isShort: shortFields.has(field), ...typed, get: shown }];
  });
}

const masked =
  (get: TicketColumn['get']) =>
  (t: number): unknown => {
    const text = get(t);
    return typeof text === 'string' ? maskText(text) : text;
  };

function durationColumns({ clocks, measures }: ColumnOptions): TicketColumn[] {
  return ticketMeasureIds.flatMap(({ id, hasBusinessClock }) =>
    (hasBusinessClock ? clocks : (['calendar'] as const)).flatMap((clock) => {
      const measure = measures.find((each) => each.metric === id && each.clock === clock);
      return measureColumns({ id, clock, measure });
    }),
  );
}

function targetColumns({ tickets }: Desk, { sla }: ColumnOptions): TicketColumn[] {
  if (!sla) return [];
  return [...ticketTargets(sla, { rows: tickets.rows })].map(
    ([target, standing]): TicketColumn => ({
      key: `sla_${target}`,
      type: 'text',
      isShort: false,
      get: (t) => standing[t],
    }),
  );
}

/** The file that a ticket comes from. */
const sourceColumn = ({ tickets, sources }: Desk): TicketColumn => ({
  key: 'source',
  type: 'text',
  isShort: false,
  get: (t) => sources[tickets.source[t]]?.path ?? null,
});

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
