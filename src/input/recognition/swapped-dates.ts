import type { ColumnLook, InstantLook } from './column-look.ts';
import { risesIn, rowsById, wanderOf } from './order-evidence.ts';

/**
 * Whether days and months stand swapped wherever both could be either, as when a day-first file went through a
 * spreadsheet set to month first. The file's own order tells: steps of a ticket that run backwards, ids that stop
 * rising, or months without any of the days 1 to 12. A heap on the first of a month alone tells nothing.
 */
export interface SwapInput {
  readonly look: ColumnLook;
  /** How the column is read. */
  readonly read: InstantLook;
  /** How the column of creations is read, where this one is another. */
  readonly start: InstantLook | null;
  readonly id: ColumnLook | null;
}

const DOUBTFUL = 10;

/** A value with day and month in each other's places; the value itself where its day is over 12. */
function swap(value: number): number {
  const date = new Date(value);
  const day = date.getUTCDate();
  if (Number.isNaN(value) || day > 12) return value;
  const time = value - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day);
  return Date.UTC(date.getUTCFullYear(), day - 1, date.getUTCMonth() + 1) + time;
}

/** Cells of each kind from which on a spreadsheet's hand is seen. */
const FEWEST = 5;

/**
 * Whether a day-first file went through a spreadsheet that is set to month first: cells that it left as text all have a number
 * over 12 in front, while every cell that it took for a date has a day of 12 or less. Two exports that follow each other in
 * time, one below the other, may look so by chance.
 */
export function isSwappedBySpreadsheet(look: ColumnLook): boolean {
  const iso = look.instants.find(({ format }) => format === 'iso8601' || format === 'excel_serial');
  const text = look.instants.find(({ format }) => format === 'day_first');
  if (!iso || !text || iso.share === 1 || iso.read < FEWEST || text.read < FEWEST) return false;
  for (const value of iso.values) if (new Date(value).getUTCDate() > 12) return false;
  for (const value of text.values) if (new Date(value).getUTCDate() <= 12) return false;
  return !lieApart(iso.values, text.values);
}

/** True where all of one lie before or behind all of the other. */
function lieApart(a: Float64Array, b: Float64Array): boolean {
  const [first, second] = [a, b].map((values) => {
    const present = values.filter((value) => !Number.isNaN(value));
    return { from: Math.min(...present), to: Math.max(...present) };
  });
  return first.to < second.from || second.to < first.from;
}

export function isSwappedByOrder({ look, read, start, id }: SwapInput): boolean {
  const { values } = read;
  let doubtful = 0;
  let certain = 0;
  const days = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    const date = new Date(values[row]);
    const day = date.getUTCDate();
    if (day > 12) certain++;
    else if (day !== date.getUTCMonth() + 1) {
      doubtful++;
      days.add(day);
    }
  }
  if (doubtful < DOUBTFUL || certain < DOUBTFUL) return false;
  const rows = start === null ? rowsById(id) : null;
  if (rows) {
    const asRead = wanderOf(values, rows);
    // Ids that rise as the dates are read say that they are read rightly, whatever else looks odd.
    if (risesIn(asRead)) return false;
    const ifSwapped = wanderOf(values.map(swap), rows);
    if (risesIn(ifSwapped) && asRead.way >= ifSwapped.way * 3) return true;
  }
  if (start && runsBackwards(values, start)) return true;
  // What lies on the first of months alone is a heap, or January: nobody can tell.
  return !(days.size === 1 && days.has(1)) && look.filled > 0 && hasEmptyMonthBeginnings(values);
}

/** Whether many ends lie before their beginnings as read, and hardly any with days and months changed. */
function runsBackwards(values: Float64Array, { values: from }: InstantLook): boolean {
  let asRead = 0;
  for (let row = 0; row < values.length; row++) if (values[row] < from[row]) asRead++;
  if (asRead < 5 || asRead < values.length * 0.05) return false;
  let ifSwapped = 0;
  for (let row = 0; row < values.length; row++) if (swap(values[row]) < swap(from[row])) ifSwapped++;
  return ifSwapped <= asRead / 5;
}

/** Doubtful dates of one month, with day and month changed, lie in as many months as it has days up to 12. */
const SCATTERED = 6;

/** Months since the year 0. */
const monthOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** A day and a month that could be each other. */
const isDoubtful = (date: Date): boolean =>
  date.getUTCDate() <= 12 && date.getUTCDate() !== date.getUTCMonth() + 1;

/**
 * Whether months hold days over 12 and none of the days before, while the doubtful dates lie elsewhere, and fall into
 * those months with day and month changed. One such month tells only where the doubtful dates are scattered over many.
 */
function hasEmptyMonthBeginnings(values: Float64Array): boolean {
  const late = new Map<number, number>();
  const begun = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    const date = new Date(values[row]);
    const month = monthOf(date);
    if (date.getUTCDate() > 12) late.set(month, (late.get(month) ?? 0) + 1);
    else if (isDoubtful(date)) begun.add(month);
  }
  const empty = [...late].filter(([month, count]) => count >= 3 && !begun.has(month));
  if (empty.length === 0 || (empty.length === 1 && begun.size < SCATTERED)) return false;
  const doubtful = [...values].map((value) => new Date(value)).filter(isDoubtful);
  const inLate = (month: number): boolean => late.has(month);
  return (
    doubtful.filter((date) => inLate(date.getUTCFullYear() * 12 + date.getUTCDate() - 1)).length >=
      doubtful.length * 0.95 &&
    doubtful.filter((date) => inLate(monthOf(date))).length <= doubtful.length * 0.5
  );
}
