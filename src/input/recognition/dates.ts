import type { CellFacts, DateOrder, InstantFormat, MixedOrders } from '../../model/mapping.ts';
import { type ColumnLook, type InstantLook, isInstant, readInstants } from './column-look.ts';
import { type Order, orderByCalendar, orderByIds, type Undecided } from './order-evidence.ts';
import { isSwappedByOrder, isSwappedBySpreadsheet, type SwapInput } from './swapped-dates.ts';

/** How a column's stamps are to be read, and why so where day and month could be taken for each other. */
export interface DateReading {
  readonly format: InstantFormat;
  /** `values`: the cells decide; the others are choices that should be said, surest first. */
  readonly decidedBy:
    | 'values'
    | 'pinned'
    | 'header'
    | 'table'
    | 'calendar'
    | 'ids'
    | 'sibling'
    | 'intervals'
    | 'preset'
    | 'clock'
    | 'default';
  readonly look: InstantLook | null;
  /** Every stamp carries its own zone. */
  readonly isZoned: boolean;
  /** Formats of cells that the first does not read. */
  readonly also?: readonly InstantFormat[];
  /** Set where the columns hold both orders of day and month. */
  readonly orders?: MixedOrders;
}

export interface DateDecisions {
  readonly columns: ReadonlyMap<number, DateReading>;
  /** Columns whose days and months were swapped wherever the day is 12 or less, as spreadsheets do. */
  readonly swapped: readonly string[];
}

/** What is known besides the cells. */
interface DateHints {
  readonly pinned: Order | null;
  /** The preset's format. */
  readonly preset: InstantFormat | null;
  /** The column of created_at and those of later stamps, if known. */
  readonly created: number | null;
  readonly later: readonly number[];
  /** The column of ids, if known. */
  readonly id: ColumnLook | null;
  /** The order in which another file with the same header is written. */
  readonly sibling: Order | null;
  /** What all cells said, by column. */
  readonly cells: ReadonlyMap<number, CellFacts>;
}

const lookOf = (look: ColumnLook, format: InstantFormat): InstantLook | undefined =>
  look.instants.find((one) => one.format === format);

/**
 * Decides how each column of stamps is written. Numeric dates are decided on the whole column, then by the other
 * columns of the table (one file has one order), then by the reading under which intervals make sense, then by what
 * the tool or a 12-hour clock suggests.
 */
export function decideDates(looks: readonly ColumnLook[], hints: DateHints): DateDecisions {
  const columns = new Map<number, DateReading>();
  const undecided: ColumnLook[] = [];
  const orders = new Set<Order>();
  const both = mixedOrders(hints) !== null;
  for (const look of looks) {
    if (!isInstant(look)) continue;
    const decided = decideAlone(look, hints);
    if (decided === null) undecided.push(look);
    else columns.set(look.index, readingBy(look, decided, hints));
    if (decided?.order && !both) orders.add(decided.order);
  }
  if (undecided.length > 0) {
    const [format, decidedBy] = chooseOrder({ undecided, orders, looks, hints });
    for (const look of undecided) columns.set(look.index, readingBy(look, { format, decidedBy }, hints));
  }
  readAllAlike(looks, columns);
  const start = hints.created === null ? null : (columns.get(hints.created)?.look ?? null);
  const swapped = looks
    .filter((look) => {
      const reading = columns.get(look.index);
      if (reading === undefined || reading.orders) return false;
      if (isSwappedBySpreadsheet(look)) {
        const text = lookOf(look, 'day_first') ?? null;
        if (lookOf(look, 'iso8601'))
          columns.set(look.index, { ...reading, format: 'day_first', also: ['year_day_month'], look: text });
        return true;
      }
      return isSwapped(look, reading, {
        start: look.index === hints.created ? null : start,
        id: look.index === hints.created ? hints.id : null,
      });
    })
    .map((look) => look.name);
  return { columns, swapped };
}

interface Decision extends Pick<DateReading, 'format' | 'decidedBy'> {
  /** Day or month first, where the column is one of numeric dates. */
  readonly order?: Order;
}

/** How a column is written by its own cells and what was pinned; null where they leave day and month open. */
function decideAlone(look: ColumnLook, { cells, pinned }: DateHints): Decision | null {
  const order = orderByCells(cells.get(look.index)) ?? orderByValues(look);
  if (order === 'none') return decideBeside(look, pinned);
  if (order === 'undecided') {
    const said = pinned === null ? look.header.order : null;
    return said === null ? null : { format: said, decidedBy: 'header', order: said };
  }
  if (order !== 'day_first' && order !== 'month_first') return { format: order, decidedBy: 'values' };
  // What was pinned overrules cells that say otherwise; those are counted while reading.
  if (pinned !== null && lookOf(look, pinned) !== undefined)
    return { format: pinned, decidedBy: 'pinned', order: pinned };
  return { format: order, decidedBy: 'values', order };
}

function readingBy(look: ColumnLook, decision: Decision, hints: DateHints): DateReading {
  const { format, decidedBy } = decision;
  const read = lookOf(look, format) ?? null;
  const isZoned = (read?.isZoned ?? false) && !hints.cells.get(look.index)?.hasLocal;
  const also = furtherFormats(look, decision, hints);
  const orders = isNumeric(format) || also.some(isNumeric) ? mixedOrders(hints) : null;
  return {
    ...{ format, decidedBy, look: read, isZoned },
    ...(also.length > 0 ? { also } : {}),
    ...(orders ? { orders } : {}),
  };
}

const isNumeric = (format: InstantFormat): format is DateOrder =>
  format === 'day_first' || format === 'month_first';

/** The forms of a table in which one column or more hold both orders; those that contradict each other tell nothing. */
function mixedOrders({ cells, pinned }: DateHints): MixedOrders | null {
  const found = [...cells.values()].flatMap(({ orders }) => (orders ? [orders] : []));
  if (found.length === 0) return null;
  const forms: Record<string, DateOrder> = {};
  const against = new Set<string>();
  for (const each of found)
    for (const [form, order] of Object.entries(each)) {
      if ((forms[form] ?? order) !== order) against.add(form);
      forms[form] = order;
    }
  for (const form of against) delete forms[form];
  return { forms, otherwise: pinned };
}

/** Formats in which cells are written that the one of most cells does not read, by the sample and by all cells. */
function furtherFormats(look: ColumnLook, { format, order }: Decision, hints: DateHints): InstantFormat[] {
  const said = hints.cells.get(look.index)?.also ?? [];
  const main = lookOf(look, format);
  const found = look.instants.filter((other) => {
    if (other.format === format || main === undefined || main.share === 1) return false;
    if (isNumeric(other.format) && (isNumeric(format) || other.format !== order)) return false;
    return other.values.some((value, row) => !Number.isNaN(value) && Number.isNaN(main.values[row]));
  });
  return [...new Set([...found.map((other) => other.format), ...said])].filter((other) => other !== format);
}

/** Of a table in which the day stands in the middle of some columns, it does so in those that do not tell. */
function readAllAlike(looks: readonly ColumnLook[], columns: Map<number, DateReading>): void {
  if (![...columns.values()].some(({ format }) => format === 'year_day_month')) return;
  for (const [index, reading] of columns) {
    if (reading.format !== 'iso8601' || reading.look === null) continue;
    const other = readInstants(looks[index].cells, 'year_day_month');
    if (other.read >= reading.look.read)
      columns.set(index, { ...reading, format: other.format, look: other });
  }
}

/** What all cells said when they were read, as far as it goes beyond the sample. */
const orderByCells = (facts: CellFacts | undefined): InstantFormat | null =>
  facts?.format ?? facts?.order ?? null;

/** Of a column of stamps among which numeric dates stand, too: how these are written; null where nobody knows. */
function decideBeside(look: ColumnLook, pinned: Order | null): Decision | null {
  const [{ format, share }] = look.instants;
  const [day, month] = [lookOf(look, 'day_first'), lookOf(look, 'month_first')];
  if (share === 1 || (!day && !month)) return { format, decidedBy: 'values' };
  const order = pinned ?? look.header.order;
  if (order !== null) return { format, decidedBy: 'values', order };
  if (day?.read === month?.read && !hasDots(look)) return null;
  return {
    format,
    decidedBy: 'values',
    order: (day?.read ?? 0) >= (month?.read ?? 0) ? 'day_first' : 'month_first',
  };
}

const hasDots = ({ cells }: ColumnLook): boolean =>
  cells.some((cell) => /^\s*\p{Nd}{1,2}\.\s*\p{Nd}{1,2}\./u.test(cell));

function orderByValues(look: ColumnLook): Order | 'none' | 'undecided' {
  const day = lookOf(look, 'day_first');
  const month = lookOf(look, 'month_first');
  const other = look.instants.find((one) => one.format !== 'day_first' && one.format !== 'month_first');
  const best = Math.max(day?.share ?? 0, month?.share ?? 0);
  if (other && other.share >= best) return 'none';
  if (!day || !month) return day ? 'day_first' : 'month_first';
  if (day.share !== month.share) return day.share > month.share ? 'day_first' : 'month_first';
  return hasDots(look) ? 'day_first' : 'undecided';
}

function pairOf(look: ColumnLook): Undecided | null {
  const day = lookOf(look, 'day_first');
  const month = lookOf(look, 'month_first');
  return day && month ? { day, month } : null;
}

function chooseOrder(state: {
  readonly undecided: readonly ColumnLook[];
  readonly orders: ReadonlySet<Order>;
  readonly looks: readonly ColumnLook[];
  readonly hints: DateHints;
}): [Order, DateReading['decidedBy']] {
  const { undecided, orders, looks, hints } = state;
  if (hints.pinned) return [hints.pinned, 'pinned'];
  if (orders.size === 1) return [[...orders][0], 'table'];
  const both = undecided.map((look) => ({ look, pair: pairOf(look) }));
  const pairs = both.flatMap(({ pair }) => pair ?? []);
  const created = both.find(({ look }) => look.index === hints.created)?.pair ?? null;
  const byCalendar = orderByCalendar(looks, pairs);
  if (byCalendar) return [byCalendar, 'calendar'];
  const byIds = orderByIds(hints.id, created);
  if (byIds) return [byIds, 'ids'];
  if (hints.sibling) return [hints.sibling, 'sibling'];
  const bySense = orderByIntervals(looks, hints) ?? orderBySpread(undecided);
  if (bySense) return [bySense, 'intervals'];
  if (hints.preset === 'day_first' || hints.preset === 'month_first') return [hints.preset, 'preset'];
  const hasHalfDays = undecided.some((look) => look.cells.some((cell) => /\d\s*[ap]\.?m\.?\b/i.test(cell)));
  return hasHalfDays ? ['month_first', 'clock'] : ['day_first', 'default'];
}

/** The order under which fewer things end before they begin; failing that, under which they take far less time. */
function orderByIntervals(looks: readonly ColumnLook[], hints: DateHints): Order | null {
  if (hints.created === null) return null;
  const cost = (order: Order): { negative: number; total: number; pairs: number } => {
    const start = looks[hints.created ?? 0];
    const from = lookOf(start, order) ?? start.instants[0];
    let negative = 0;
    let total = 0;
    let pairs = 0;
    for (const column of hints.later) {
      const to = lookOf(looks[column], order) ?? looks[column].instants[0];
      if (!from || !to) continue;
      for (let row = 0; row < from.values.length; row++) {
        const interval = to.values[row] - from.values[row];
        if (Number.isNaN(interval)) continue;
        pairs++;
        if (interval < 0) negative++;
        total += Math.abs(interval);
      }
    }
    return { negative, total, pairs };
  };
  const day = cost('day_first');
  const month = cost('month_first');
  const pairs = Math.min(day.pairs, month.pairs);
  if (pairs === 0) return null;
  const margin = Math.max(1, pairs * 0.02);
  if (Math.abs(day.negative - month.negative) >= margin)
    return day.negative < month.negative ? 'day_first' : 'month_first';
  if (day.total >= 2 * month.total && day.total > 0) return 'month_first';
  if (month.total >= 2 * day.total && month.total > 0) return 'day_first';
  return null;
}

/** Days of the month vary faster than months: of the two numbers, the one with far more different values is the day. */
function orderBySpread(undecided: readonly ColumnLook[]): Order | null {
  const firsts = new Set<string>();
  const seconds = new Set<string>();
  let cells = 0;
  for (const look of undecided) {
    for (const cell of look.cells) {
      const parts = /^\s*(\p{Nd}{1,2})\D+(\p{Nd}{1,2})\D/u.exec(cell);
      if (!parts) continue;
      cells++;
      firsts.add(parts[1].padStart(2, '0'));
      seconds.add(parts[2].padStart(2, '0'));
    }
  }
  if (cells < 10) return null;
  if (firsts.size >= 4 && seconds.size * 3 <= firsts.size) return 'day_first';
  if (seconds.size >= 4 && firsts.size * 3 <= seconds.size) return 'month_first';
  return null;
}

/** Whether the order of the file says that days and months stand swapped wherever both could be either. */
function isSwapped(look: ColumnLook, reading: DateReading, file: Pick<SwapInput, 'start' | 'id'>): boolean {
  if (!reading.look || reading.look.format === 'month_name') return false;
  return isSwappedByOrder({ look, read: reading.look, ...file });
}
