import type { MixedOrders } from '../model/mapping.ts';
import { missingMarks } from '../model/raw-value.ts';
import { FoldedCell, hasWideBytes, LONGEST_CELL, trimEnd, trimStart } from './cell-bytes.ts';
import { DAY, dayNumber, daysInMonth } from './civil.ts';
import { plainEastAsian } from './east-asian-dates.ts';
import { OrderTally, orderByForm } from './mixed-dates.ts';
import { parseCount } from './numeric-dates.ts';
import { writtenPlainly } from './other-forms.ts';
import { isPersianYear, persianDay } from './persian-dates.ts';
import { digit, letter, Stamp } from './stamp.ts';
import { utc, type Zone } from './zone.ts';
import { splitZone } from './zone-tail.ts';

/** Stamps before 1971 or from 2101 on are mistakes or marks, never data of a helpdesk. */
const EARLIEST_INSTANT = Date.UTC(1971, 0, 1);
const LATEST_INSTANT = Date.UTC(2101, 0, 1);

/** Last letters of `SA`, `CH`, `PG` and `PTG`. */
const namesHalfOfDay: ReadonlySet<number> = new Set([...'AHG'].map((letter) => letter.charCodeAt(0)));

const SLASH = 47;
const MINUS = 45;
const COLON = 58;
const CLOSING = 41;
const CLOSING_SQUARE = 93;
/** A time stands within so many characters of a stamp that begins with its date. */
const FARTHEST_TIME = 32;

/** Whether a cell of plain ASCII is worth a second look: few are, and columns of other things are asked too. */
const mayBeWrittenOtherwise = (bytes: Uint8Array, start: number, end: number): boolean =>
  namesHalfOfDay.has(bytes[end - 1]) ||
  (end - start >= 19 && (bytes[start] === SLASH || bytes[start + 10] === MINUS)) ||
  mayNameZone(bytes, start, end);

/** Whether a cell ends in a word or a bracket and has a time (`8:00`) among its first characters. */
function mayNameZone(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1];
  if (letter(last) === 0 && last !== CLOSING && last !== CLOSING_SQUARE) return false;
  const stop = Math.min(end, start + FARTHEST_TIME);
  for (let at = start + 1; at + 1 < stop; at++)
    if (bytes[at] === COLON && digit(bytes[at - 1]) >= 0 && digit(bytes[at + 1]) >= 0) return true;
  return false;
}

/** Reads the cells of one instant column, and counts what is worth saying about them. */
export interface InstantReader {
  /** Whole epoch milliseconds; NaN when the cell is missing or cannot be read (`isMissing` says which). */
  read(bytes: Uint8Array, start: number, end: number): number;
  /**
   * Whether a cell says "nothing here": a missing mark, or a stand-in date (1900-01-01, 0000-00-00, 0001-01-01,
   * 9999-12-31, the epoch itself in any zone). Slower than `read`; meant for cells that gave NaN.
   */
  isMissing(bytes: Uint8Array, start: number, end: number): boolean;
  /** Stamps with an offset of their own, and stamps read in the column's zone. */
  readonly zoned: number;
  readonly local: number;
  /** Local stamps in a repeated hour (read as the earlier instant) and in a skipped one (shifted forward). */
  readonly repeated: number;
  readonly skipped: number;
  /** Cells that are no date in this order of day and month and would be one in the other. */
  readonly contradictions: number;
  /** What numeric dates say of the order of day and month; null where the column is written otherwise. */
  readonly tally: OrderTally | null;
  /** Cells that could be either, in a column that holds both orders and tells nothing of them. */
  readonly either: number;
  /** How finely the cell that was read last is written: 0 a date without a time, 1 to the minute, 2 to the second. */
  readonly fineness: number;
}

export type Parse = (bytes: Uint8Array, start: number, end: number, stamp: Stamp) => boolean;

/** Turns local wall clocks into instants and counts the doubtful ones; keeps the last unambiguous stretch. */
class LocalClock {
  zoned = 0;
  local = 0;
  repeated = 0;
  skipped = 0;
  readonly #zone: Zone;
  #from = 0;
  #to = 0;
  #offset = 0;

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  instantOf(local: number): number {
    this.local++;
    if (local >= this.#from && local < this.#to) return local - this.#offset;
    const plain = this.#zone.plainStretch(local);
    if (plain) {
      this.#from = plain.from;
      this.#to = plain.to;
      this.#offset = plain.offset;
      return local - plain.offset;
    }
    const { at, note } = this.#zone.localToInstant(local);
    if (note === 'repeated') this.repeated++;
    else if (note === 'skipped') this.skipped++;
    return at;
  }
}

const inRange = (instant: number): boolean => instant >= EARLIEST_INSTANT && instant < LATEST_INSTANT;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Whether the cell is one of the marks that every field knows. */
function isMark(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 20) return false;
  return missingMarks.has(decoder.decode(bytes.subarray(start, end)).normalize('NFKC').trim().toLowerCase());
}

/** Years that stand for "no date" in databases and spreadsheets, besides the epoch. */
const standInYears: ReadonlySet<number> = new Set([0, 1, 1753, 1899, 1900, 1901, 9999]);

const epochDay = /^1970-01-01(?:[ t]0?0:00(?::00(?:\.0+)?)?(?: ?z| utc| ?[+-]00:?00)?)?$/i;

/** The epoch as databases write it, which says "no date" in a column of whatever other form. */
const isWrittenEpoch = (bytes: Uint8Array, start: number, end: number): boolean =>
  bytes[start] === 0x31 && end - start <= 29 && epochDay.test(decoder.decode(bytes.subarray(start, end)));

/** A local stamp within a day of the epoch, on a quarter of an hour: the epoch itself, written in some zone. */
function isEpoch(local: number): boolean {
  return Math.abs(local) <= DAY && local % 900_000 === 0;
}

/** Where the parser puts day and month: where they belong, the other way round, or by name. */
type Order = 'given' | 'swapped' | 'named';

export class DateReader extends LocalClock implements InstantReader {
  contradictions = 0;
  either = 0;
  fineness = 2;
  readonly tally: OrderTally | null;
  readonly #orders: MixedOrders | null;
  readonly #parse: Parse;
  readonly #order: Order;
  readonly #stamp = new Stamp();
  #folded: FoldedCell | null = null;
  /** The zone whose name stands in the cell, and what was read of each zone so named. */
  #named: Zone | null = null;
  #clocks: Map<Zone, LocalClock> | null = null;
  /** The last date read, as year · 512 + month · 32 + day, and its day's start. */
  #lastDate = -1;
  #lastDay = 0;

  constructor(parse: Parse, zone: Zone, order: Order, orders: MixedOrders | 'counted' | null = null) {
    super(zone);
    this.#parse = parse;
    this.#order = order;
    this.tally = orders === 'counted' ? new OrderTally() : null;
    this.#orders = orders === 'counted' ? null : orders;
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (from === to || to - from > LONGEST_CELL) return Number.NaN;
    const stamp = this.#stamp;
    this.#named = null;
    if (!this.#parse(bytes, from, to, stamp) && !this.#parseFolded(bytes, from, to)) return Number.NaN;
    if (this.tally !== null) this.#count(bytes, from, to);
    const isSwapped = this.#orders === null ? this.#order === 'swapped' : this.#isMonthFirst(bytes, from, to);
    if (isSwapped === null) return Number.NaN;
    const month = isSwapped ? stamp.day : stamp.month;
    const day = isSwapped ? stamp.month : stamp.day;
    const date = stamp.year * 512 + month * 32 + day;
    if (date !== this.#lastDate) {
      if (isPersianYear(stamp.year)) return this.#instantAt(persianDay(stamp.year, month, day) * DAY);
      if (stamp.year < 1970 || day < 1 || day > daysInMonth(stamp.year, month)) {
        if (month > 12 && month <= daysInMonth(stamp.year, day)) this.contradictions++;
        return Number.NaN;
      }
      this.#lastDate = date;
      this.#lastDay = dayNumber(stamp.year, month, day) * DAY;
    }
    return this.#instantAt(this.#lastDay);
  }

  /** The instant of the stamp that was parsed, whose day begins at so many milliseconds of the local clock. */
  #instantAt(day: number): number {
    const stamp = this.#stamp;
    this.fineness = stamp.fineness;
    const local = day + stamp.time;
    let instant: number;
    if (stamp.hasOffset) {
      this.zoned++;
      instant = local - stamp.offset;
    } else instant = this.#named === null ? this.instantOf(local) : this.#instantIn(this.#named, local);
    return inRange(instant) ? instant : Number.NaN;
  }

  #instantIn(zone: Zone, local: number): number {
    this.#clocks ??= new Map();
    const clock = this.#clocks.get(zone) ?? new LocalClock(zone);
    this.#clocks.set(zone, clock);
    const [repeated, skipped] = [clock.repeated, clock.skipped];
    const instant = clock.instantOf(local);
    this.zoned++;
    this.repeated += clock.repeated - repeated;
    this.skipped += clock.skipped - skipped;
    return instant;
  }

  #count(bytes: Uint8Array, start: number, end: number): void {
    const { day, month } = this.#stamp;
    if (day > 12 !== month > 12) this.tally!.note(bytes, start, end, day > 12);
  }

  /** The order of a date in a column that holds both; null where it could be either and nothing tells. */
  #isMonthFirst(bytes: Uint8Array, start: number, end: number): boolean | null {
    const { day, month } = this.#stamp;
    if (day > 12 || month > 12 || day === month) return month > 12;
    const order = orderByForm(this.#orders!, bytes, start, end);
    if (order === null) this.either++;
    return order === null ? null : order === 'month_first';
  }

  isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (from === to || isMark(bytes, from, to)) return true;
    const stamp = this.#stamp;
    if (to - from > LONGEST_CELL) return false;
    if (isWrittenEpoch(bytes, from, to)) return true;
    if (!this.#parse(bytes, from, to, stamp) && !this.#parseFolded(bytes, from, to)) return false;
    if (standInYears.has(stamp.year)) return true;
    const [month, day] = this.#order === 'swapped' ? [stamp.day, stamp.month] : [stamp.month, stamp.day];
    const local = dayNumber(stamp.year, month, day) * DAY + stamp.time;
    return isEpoch(stamp.hasOffset ? local - stamp.offset : local);
  }

  #parseFolded(bytes: Uint8Array, start: number, end: number): boolean {
    if (!hasWideBytes(bytes, start, end) && !mayBeWrittenOtherwise(bytes, start, end)) return false;
    this.#folded ??= new FoldedCell();
    const cell = this.#folded.fold(bytes, start, end);
    if (cell.start >= cell.end) return false;
    if (this.#parse(cell.bytes, cell.start, cell.end, this.#stamp)) return true;
    const text = decoder.decode(cell.bytes.subarray(cell.start, cell.end));
    const split = splitZone(text);
    if (split) this.#named = split.zone;
    const plain = split?.stamp ?? plainEastAsian(text) ?? writtenPlainly(text);
    if (plain === null) return false;
    const { written } = encoder.encodeInto(plain, cell.bytes);
    return this.#parse(cell.bytes, 0, written, this.#stamp);
  }
}

/** Reads instants written as a count of time since an origin; fractions of a millisecond are cut off. */
export class CountReader extends LocalClock implements InstantReader {
  readonly contradictions = 0;
  readonly either = 0;
  readonly tally = null;
  fineness = 2;
  readonly #perUnit: number;
  readonly #origin: number;
  readonly #isLocal: boolean;
  readonly #stamp = new Stamp();
  #folded: FoldedCell | null = null;

  constructor(count: { readonly perUnit: number; readonly origin: number; readonly zone: Zone | null }) {
    super(count.zone ?? utc);
    this.#perUnit = count.perUnit;
    this.#origin = count.origin;
    this.#isLocal = count.zone !== null;
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    const count = this.#count(bytes, start, end);
    if (Number.isNaN(count)) return Number.NaN;
    if (!this.#isLocal) {
      if (!inRange(count)) return Number.NaN;
      this.zoned++;
      return count;
    }
    // A serial without a fraction is a date, as spreadsheets keep it.
    this.fineness = this.#stamp.fraction === 0 && !writesSeconds(bytes, start, end) ? 0 : 2;
    return inRange(count) ? this.instantOf(count) : Number.NaN;
  }

  isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (from === to || isMark(bytes, from, to)) return true;
    const count = this.#count(bytes, from, to);
    return count === this.#origin || count === this.#origin + DAY || isMinusOne(bytes, from, to);
  }

  /** Milliseconds since the epoch (of the local clock for serials), NaN for what is no number. */
  #count(bytes: Uint8Array, start: number, end: number): number {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (from === to || to - from > LONGEST_CELL) return Number.NaN;
    const stamp = this.#stamp;
    if (!parseCount(bytes, from, to, stamp) && !this.#parseFolded(bytes, from, to)) return Number.NaN;
    const perUnit = this.#perUnit;
    if (this.#isLocal) return this.#origin + stamp.whole * perUnit + Math.round(stamp.fraction * perUnit);
    if (perUnit < 1) return Math.floor(stamp.whole / 1000);
    return stamp.whole * perUnit + Math.floor(stamp.fraction * perUnit + 1e-6);
  }

  #parseFolded(bytes: Uint8Array, start: number, end: number): boolean {
    if (!hasWideBytes(bytes, start, end) && !mayBeWrittenOtherwise(bytes, start, end)) return false;
    this.#folded ??= new FoldedCell();
    const cell = this.#folded.fold(bytes, start, end);
    return cell.start < cell.end && parseCount(cell.bytes, cell.start, cell.end, this.#stamp);
  }
}

/** Reads a column whose cells are written in several ways, each as the first of them that reads it. */
export class SeveralReader implements InstantReader {
  readonly #readers: readonly InstantReader[];
  #last: InstantReader;

  constructor(readers: readonly InstantReader[]) {
    this.#readers = readers;
    this.#last = readers[0];
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    for (const reader of this.#readers) {
      const value = reader.read(bytes, start, end);
      if (Number.isNaN(value)) continue;
      this.#last = reader;
      return value;
    }
    return Number.NaN;
  }

  isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#readers.some((reader) => reader.isMissing(bytes, start, end));
  }

  get fineness(): number {
    return this.#last.fineness;
  }

  get tally(): OrderTally | null {
    return this.#readers.find(({ tally }) => tally !== null)?.tally ?? null;
  }

  get zoned(): number {
    return this.#sum('zoned');
  }
  get local(): number {
    return this.#sum('local');
  }
  get repeated(): number {
    return this.#sum('repeated');
  }
  get skipped(): number {
    return this.#sum('skipped');
  }
  get contradictions(): number {
    return this.#sum('contradictions');
  }
  get either(): number {
    return this.#sum('either');
  }

  #sum(what: 'zoned' | 'local' | 'repeated' | 'skipped' | 'contradictions' | 'either'): number {
    return this.#readers.reduce((sum, reader) => sum + reader[what], 0);
  }
}

/** Decimals that tell seconds of a day apart: `46085.00000` is midnight, `46085.0` the day as a program writes numbers. */
const DECIMALS_OF_SECONDS = 5;

function writesSeconds(bytes: Uint8Array, start: number, end: number): boolean {
  let decimals = 0;
  let at = trimEnd(bytes, start, end);
  while (at > start && bytes[at - 1] >= 48 && bytes[at - 1] <= 57) {
    at--;
    decimals++;
  }
  return at > start && decimals >= DECIMALS_OF_SECONDS && (bytes[at - 1] === 46 || bytes[at - 1] === 44);
}

const isMinusOne = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 2 && bytes[start] === 45 && bytes[start + 1] === 49;
