import type { Desk } from '../../model/desk.ts';
import type { Clock } from '../../model/metric.ts';
import type { Value } from '../../model/report.ts';
import type { CellType, MachineRow } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import type { RenderOptions } from './options.ts';
import { renderRows, type SheetFormat } from './row-report.ts';
import type { RowColumn } from './rows.ts';
import { sheetHead } from './sheet-head.ts';

/** What a table for people has to know of a column of tickets. */
interface ShownTicketColumn {
  readonly key: string;
  readonly isShort: boolean;
  readonly type: CellType;
  /** The duration that it holds. */
  readonly measure?: { readonly metric: string; readonly clock: Clock };
  /** A duration between dates without a time, told in days. */
  readonly inDays?: boolean;
}

/** A column of tickets, with what formats for programs have to know of it. */
interface TicketColumn extends ShownTicketColumn {
  readonly isAbsent?: boolean;
  readonly isAsked?: boolean;
  readonly get: (ticket: number) => unknown;
  /** The cell of an instant, as formats with types have it. */
  readonly at?: (ticket: number) => number | null;
}

/** Tickets in their order, and the rows that columns make of them. */
interface TicketList {
  readonly desk: Desk;
  readonly columns: readonly TicketColumn[];
  readonly order: readonly number[];
  readonly link: ((id: unknown) => string | null) | null;
  readonly head: Readonly<Record<string, unknown>>;
}

export interface TicketPage extends Pick<RenderOptions, 'locale' | 'width' | 'knowsLinks' | 'excel'> {
  readonly zone: { readonly id: string };
  readonly rows: (
    order: readonly number[],
    columns: readonly { readonly key: string; readonly get: (ticket: number) => unknown }[],
  ) => Iterable<MachineRow>;
}

/** Writes one row a ticket: every column for programs, short ones in words for people. */
export async function renderTickets(
  { desk, columns, order, link, head }: TicketList,
  format: SheetFormat,
  { locale, zone, rows, width, knowsLinks, excel }: TicketPage,
): Promise<Iterable<string | Uint8Array>> {
  const isPlain = format === 'table' || format === 'markdown';
  const present = columns.filter(({ isAsked, isAbsent }) => isAsked || !isAbsent);
  const cells =
    format === 'parquet' ? columns.map((column) => ({ ...column, get: column.at ?? column.get })) : columns;
  const written = await renderRows(rows(order, cells), format, {
    ...sheetHead('rows.tickets', { rows: order.length, desk, zone, locale }),
    columns:
      isPlain || format === 'html'
        ? ticketTableColumns(present, { locale, zone: zone.id, link })
        : columns.map(({ key, type, measure }) => ({ key, type, clock: measure?.clock })),
    envelope: head,
    ...{ knowsLinks, excel },
    ...(format === 'table' ? { width } : {}),
  });
  const isOnBusinessClock = columns.some(({ measure }) => measure?.clock === 'business');
  return isPlain && isOnBusinessClock ? behindClock(written as Iterable<string>, locale) : written;
}

/** Heads have no room for the clock, so it is said once. */
function* behindClock(rows: Iterable<string>, locale: Locale): Iterable<string> {
  yield `${locale.message('report.clock', { clock: { code: 'clock.business' } })}\n\n`;
  yield* rows;
}

/** Columns for people: heads and values in words, stamps to the minute, durations as people write them. */
function ticketTableColumns(
  columns: readonly ShownTicketColumn[],
  {
    locale,
    zone,
    link,
  }: {
    readonly locale: Locale;
    readonly zone: string;
    readonly link: ((id: unknown) => string | null) | null;
  },
): RowColumn[] {
  const shown = columns.filter(({ isShort }) => isShort);
  const timed = shown.flatMap(({ measure }) => (measure?.clock === 'business' ? [measure.metric] : []));
  return shown.map(({ key, type, measure, inDays = false }): RowColumn => {
    if (measure) {
      const isBeside = measure.clock === 'calendar' && timed.includes(measure.metric);
      return durationColumn(key, { locale, measure, hasHours: timed.length > 0, isBeside, inDays });
    }
    const label = headOf(key, locale);
    const priority = priorities[key] ?? 3;
    if (key === 'id')
      return {
        key,
        type,
        label,
        isWhole: true,
        ...(link ? { link: (row: MachineRow) => link(row.id) } : {}),
      };
    if (key !== 'created_at')
      return { key, type, label, priority, word: (value) => valueWord(key, value, locale) };
    return {
      key,
      type,
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

const createdValue = (value: unknown, zone: string): Value => ({
  type: 'instant',
  value: typeof value === 'string' ? Date.parse(value) : null,
  zone,
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
    measure: { metric, clock },
    hasHours,
    isBeside,
    inDays,
  }: {
    readonly locale: Locale;
    readonly measure: NonNullable<ShownTicketColumn['measure']>;
    readonly hasHours: boolean;
    readonly isBeside: boolean;
    readonly inDays: boolean;
  },
): RowColumn {
  const name = locale.message(`short.${metric}`);
  return {
    key,
    type: 'duration',
    clock,
    // With working hours the main clock is theirs, as in a report; the other one is named.
    label: hasHours && clock === 'calendar' ? `${name} (${locale.message('clock.calendar')})` : name,
    align: 'right',
    // It gives way where the same is there on the main clock.
    priority: isBeside ? 4 : 1,
    word: (value) =>
      locale.formatValue({
        type: 'duration',
        value: typeof value === 'number' ? value : null,
        clock,
        ...(inDays ? { precision: 'day' } : {}),
      }),
  };
}
