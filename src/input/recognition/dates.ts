import type { CellFacts, InstantFormat } from '../../model/mapping.ts';
import { type ColumnLook, type InstantLook, isInstant } from './column-look.ts';
import { type Order, orderByCalendar, orderByIds, type Undecided } from './order-evidence.ts';
import { isSwappedByOrder, type SwapInput } from './swapped-dates.ts';

/** How a column's stamps are to be read, and why so where day and month could be taken for each other. */
export interface DateReading {
  readonly format: InstantFormat;
  /** `values`: the cells decide; the others are choices that should be said, surest first. */
  readonly decidedBy:
    | 'values'
    | 'pinned'
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
  for (const look of looks) {
    if (!isInstant(look)) continue;
    const decided = decideAlone(look, hints);
    if (decided === null) undecided.push(look);
    else columns.set(look.index, readingBy(look, decided, hints));
    if (decided?.order) orders.add(decided.order);
  }
  if (undecided.length > 0) {
    const [format, decidedBy] = chooseOrder({ undecided, orders, looks, hints });
    for (const look of undecided) columns.set(look.index, readingBy(look, { format, decidedBy }, hints));
  }
  const start = hints.created === null ? null : (columns.get(hints.created)?.look ?? null);
  const swapped = looks
    .filter((look) =>
      isSwapped(look, columns.get(look.index) ?? null, {
        start: look.index === hints.created ? null : start,
        id: look.index === hints.created ? hints.id : null,
      }),
    )
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
  if (order === 'undecided') return null;
  if (order === 'none') return { format: look.instants[0].format, decidedBy: 'values' };
  if (order !== 'day_first' && order !== 'month_first') return { format: order, decidedBy: 'values' };
  // What was pinned overrules cells that say otherwise; those are counted while reading.
  if (pinned !== null && lookOf(look, pinned) !== undefined)
    return { format: pinned, decidedBy: 'pinned', order: pinned };
  return { format: order, decidedBy: 'values', order };
}

function readingBy(look: ColumnLook, { format, decidedBy }: Decision, hints: DateHints): DateReading {
  const read = lookOf(look, format) ?? null;
  const isZoned = (read?.isZoned ?? false) && !hints.cells.get(look.index)?.hasLocal;
  return { format, decidedBy, look: read, isZoned };
}

/** What all cells said when they were read, as far as it goes beyond the sample. */
const orderByCells = (facts: CellFacts | undefined): InstantFormat | null =>
  facts?.format ?? facts?.order ?? null;

function orderByValues(look: ColumnLook): Order | 'none' | 'undecided' {
  const day = lookOf(look, 'day_first');
  const month = lookOf(look, 'month_first');
  const other = look.instants.find((one) => one.format !== 'day_first' && one.format !== 'month_first');
  const best = Math.max(day?.share ?? 0, month?.share ?? 0);
  if (!day || !month || (other && other.share >= best)) {
    if (other && other.share >= best) return 'none';
    return day ? 'day_first' : 'month_first';
  }
  if (day.share !== month.share) return day.share > month.share ? 'day_first' : 'month_first';
  return look.cells.some((cell) => /^\s*\p{Nd}{1,2}\.\s*\p{Nd}{1,2}\./u.test(cell))
    ? 'day_first'
    : 'undecided';
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

/**
 * Whether days and months stand swapped wherever both could be either, as when a day-first file went through a
 * spreadsheet set to month first: cells left as text all have a number over 12 in front while every cell that became
 * a date has a day of 12 or less; or the order of the file says so.
 */
function isSwapped(
  look: ColumnLook,
  reading: DateReading | null,
  file: Pick<SwapInput, 'start' | 'id'>,
): boolean {
  const iso = lookOf(look, 'iso8601');
  const day = lookOf(look, 'day_first');
  if (iso && day && iso.share < 1 && iso.read >= 5 && day.read >= 5) {
    const textDays = look.cells
      .map((cell) => /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(cell))
      .filter((one) => one !== null);
    const allOver = textDays.every((parts) => Number(parts[1]) > 12);
    let allUnder = true;
    for (const value of iso.values) if (new Date(value).getUTCDate() > 12) allUnder = false;
    if (textDays.length >= 5 && allOver && allUnder) return true;
  }
  if (!reading?.look || reading.look.format === 'month_name') return false;
  return isSwappedByOrder({ look, read: reading.look, ...file });
}
