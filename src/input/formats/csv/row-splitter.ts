import { Buffer } from 'node:buffer';

export const quoteByte = 0x22;
export const backslashByte = 0x5c;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
const spaceByte = 0x20;
const tabByte = 0x09;

/**
 * One way to read a row.
 *
 * `strays` says what a quote means that is neither at the beginning of a cell nor right before its end:
 * - `refuse`: the row is not well-formed; splitting stops with `stray`.
 * - `keep`: it is text, and the cell goes on inside its quotes (`"he said "hi" to me"` is one cell).
 * - `keep_prose`: the same, and a quote before a separator with a blank behind it is text as well
 *   (`"he said "hi", then left"` is one cell).
 * - `leave`: it is text, and the cell's opening quote was text too (`"Acme" GmbH` is one cell); as csv-parse reads it.
 */
export interface Reading {
  readonly delimiter: number;
  readonly newline: number;
  readonly quoting: 'doubled' | 'backslash' | 'none';
  readonly strays: 'refuse' | 'keep' | 'keep_prose' | 'leave';
  /** Blanks before an opening quote and behind a closing one belong to the separator. */
  readonly blanks: boolean;
}

/**
 * - `whole`: the row was read; - `more`: its end is not there yet; - `open`: the text ends inside quotes;
 * - `stray`: a quote stands where none may.
 */
export type RowStatus = 'whole' | 'more' | 'open' | 'stray';

const plain = 0;
const doubled = 1;
const escaped = 2;

/**
 * Splits rows of CSV one at a time: slower than the indexes and forgiving. Cells are ranges of the text; `cell` moves
 * those that hold escapes to a scratch buffer and gives their true bytes.
 */
export class RowSplitter {
  bytes: Buffer = Buffer.alloc(0);
  /** Behind the last byte that is there. */
  end = 0;
  /** True when nothing follows `end`. */
  last = false;
  /** Cells of the row split last. */
  count = 0;
  /** Where the next row begins. */
  next = 0;
  /** Line ends inside the row split last, its own included. */
  lines = 0;
  /** False when the row was ended by the end of the text. */
  ended = false;
  /** Bytes gone through so far in vain, for a closing quote that never came. */
  searched = 0;
  /** The part of them that repairs of broken rows have cost. */
  repairCost = 0;
  /** Set by `cell`: where the cell's bytes lie. */
  cellBytes: Buffer = this.bytes;
  cellStart = 0;
  cellEnd = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #kinds = new Uint8Array(64);
  #scratch = Buffer.alloc(256);

  split(start: number, reading: Reading): RowStatus {
    const { bytes, end } = this;
    this.count = 0;
    this.lines = 0;
    this.#at = start;
    for (;;) {
      const status = this.#splitCell(reading);
      if (status !== 'whole') return status;
      if (this.#at >= end || bytes[this.#at] !== reading.delimiter) break;
      this.#at++;
    }
    this.ended = this.#at < end;
    if (this.ended) this.lines++;
    this.next = Math.min(end, this.#at + 1);
    return 'whole';
  }

  /** Where the cell in hand goes on, then what is behind it. */
  #at = 0;
  /** How the quoted cell in hand is to be unescaped. */
  #kind = plain;

  /** Adds the cell that begins at `#at`. */
  #splitCell(reading: Reading): RowStatus {
    const from = this.#openingQuote(reading);
    if (from < 0) return this.#addPlain(this.#at, reading);
    const close = this.#closingQuote(from, reading);
    if (close >= 0) return this.#addQuoted({ from: from + 1, close }, reading);
    if (close === outside) return this.#addPlain(from, reading);
    return close === waiting ? 'more' : close === unclosed ? 'open' : 'stray';
  }

  /** The quote that the cell at `#at` opens with; −1 where it opens with none. */
  #openingQuote({ quoting, blanks, delimiter }: Reading): number {
    if (quoting === 'none') return -1;
    const { bytes, end } = this;
    const at = blanks ? behindBlanks(bytes, { at: this.#at, end, delimiter }) : this.#at;
    return at < end && bytes[at] === quoteByte ? at : -1;
  }

  /** Adds the cell from `from` on, of which no byte before `#at` ends it. */
  #addPlain(from: number, { delimiter, newline, quoting, strays }: Reading): RowStatus {
    const { bytes, end } = this;
    const refused = strays === 'refuse' && quoting !== 'none' ? quoteByte : -1;
    let at = this.#at;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === delimiter || byte === newline) break;
      if (byte === refused) return 'stray';
    }
    this.#at = at;
    const isRowEnd = at >= end || bytes[at] === newline;
    const isReturned = isRowEnd && newline === lineFeed && at > from && bytes[at - 1] === carriageReturn;
    return this.#addWhole(from, isReturned ? at - 1 : at, plain);
  }

  /** Adds the cell between two quotes. */
  #addQuoted(
    { from, close }: { from: number; close: number },
    { delimiter, newline, blanks }: Reading,
  ): RowStatus {
    const { bytes, end } = this;
    let at = close + 1;
    if (blanks) at = behindBlanks(bytes, { at, end, delimiter });
    if (at < end && bytes[at] === carriageReturn && newline === lineFeed) at++;
    this.#at = at;
    return this.#addWhole(from, close, this.#kind);
  }

  /** Adds a cell unless more of it may follow. */
  #addWhole(from: number, to: number, kind: number): RowStatus {
    if (this.#at >= this.end && !this.last) return 'more';
    this.#add(from, to, kind);
    return 'whole';
  }

  /** The closing quote of the cell whose opening quote is at `open`, or one of the negative marks below. */
  #closingQuote(open: number, reading: Reading): number {
    const { bytes, end } = this;
    const escapeByte = reading.quoting === 'backslash' ? backslashByte : -1;
    this.#kind = plain;
    for (let at = open + 1; ; at++) {
      at = this.#quoteFrom(at, { escapeByte, newline: reading.newline });
      if (at >= end) {
        this.searched += end - open;
        return this.last ? unclosed : waiting;
      }
      if (bytes[at] === escapeByte) {
        this.#kind = escaped;
        at++;
        if (at < end && bytes[at] === reading.newline) this.lines++;
        continue;
      }
      const meaning = this.#meaningOf(at, reading);
      if (meaning !== text) return meaning;
      if (this.#kind === plain) this.#kind = doubled;
      if (bytes[at + 1] === quoteByte) at++;
    }
  }

  /** The next quote or escape, or the end; counts the lines on the way. */
  #quoteFrom(from: number, { escapeByte, newline }: { escapeByte: number; newline: number }): number {
    const { bytes, end } = this;
    let at = from;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === quoteByte || byte === escapeByte) break;
      if (byte === newline) this.lines++;
    }
    return at;
  }

  /** What a quote inside a quoted cell is: `at` itself where it closes the cell, or one of the negative marks below. */
  #meaningOf(at: number, reading: Reading): number {
    const { bytes, end, last } = this;
    const { delimiter, newline, strays } = reading;
    if (at + 1 >= end) return last ? at : waiting;
    const follower = bytes[at + 1];
    if (reading.blanks && isBlank(follower, delimiter)) {
      const meaning = this.#meaningBeforeBlanks(at, reading);
      if (meaning !== text) return meaning;
    }
    if (follower === quoteByte) return text;
    const isProse = strays === 'keep_prose' && at + 2 < end && bytes[at + 2] === spaceByte;
    if (follower === newline || (follower === delimiter && !isProse)) return at;
    if (follower === carriageReturn && newline === lineFeed) {
      const meaning = this.#meaningBeforeReturn(at);
      if (meaning !== text) return meaning;
    }
    if (strays === 'refuse') return stray;
    return strays === 'leave' ? this.#leaveQuotes(at) : text;
  }

  #meaningBeforeBlanks(at: number, { delimiter, newline }: Reading): number {
    const { bytes, end, last } = this;
    const next = behindBlanks(bytes, { at: at + 1, end, delimiter });
    if (next >= end) return last ? at : waiting;
    const isEdge = bytes[next] === delimiter || bytes[next] === newline || bytes[next] === carriageReturn;
    return isEdge ? at : text;
  }

  /** A carriage return ends a row where a line feed, or nothing, follows it. */
  #meaningBeforeReturn(at: number): number {
    const { bytes, end, last } = this;
    if (at + 2 >= end) return last ? at : waiting;
    return bytes[at + 2] === lineFeed ? at : text;
  }

  /** The opening quote was text: the cell goes on behind the quote at `at` as a plain one. */
  #leaveQuotes(at: number): number {
    this.#at = at + 1;
    this.#kind = plain;
    return outside;
  }

  /** Makes `cellBytes`, `cellStart` and `cellEnd` the true bytes of a cell of the row split last. */
  cell(index: number): void {
    const start = this.#starts[index];
    const end = this.#ends[index];
    this.cellBytes = this.bytes;
    this.cellStart = start;
    this.cellEnd = end;
    const kind = this.#kinds[index];
    if (kind === plain) return;
    if (this.#scratch.length < end - start) this.#scratch = Buffer.allocUnsafeSlow((end - start) * 2);
    this.cellEnd = unescapeCell({
      from: this.bytes,
      start,
      end,
      into: this.#scratch,
      at: 0,
      backslash: kind === escaped,
    });
    this.cellStart = 0;
    this.cellBytes = this.#scratch;
  }

  text(index: number): string {
    this.cell(index);
    return this.cellBytes.toString('utf8', this.cellStart, this.cellEnd);
  }

  /** Behind the text of the row split last, its line end left out. */
  textEnd({ newline }: Reading): number {
    const end = this.next - (this.ended ? 1 : 0);
    return newline === lineFeed && this.bytes[end - 1] === carriageReturn ? end - 1 : end;
  }

  /** True when no cell from `index` on holds anything. */
  isEmptyFrom(index: number): boolean {
    for (let i = index; i < this.count; i++) if (this.#ends[i] > this.#starts[i]) return false;
    return true;
  }

  #add(start: number, end: number, kind: number): void {
    if (this.count === this.#starts.length) {
      const size = this.count * 2;
      this.#starts = grown(this.#starts, new Int32Array(size));
      this.#ends = grown(this.#ends, new Int32Array(size));
      this.#kinds = grown(this.#kinds, new Uint8Array(size));
    }
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#kinds[this.count++] = kind;
  }
}

const waiting = -1;
const unclosed = -2;
const stray = -3;
/** The quote is text of its cell. */
const text = -5;
/** The cell is none in quotes. */
const outside = -4;

const isBlank = (byte: number, delimiter: number): boolean =>
  byte === spaceByte || (byte === tabByte && byte !== delimiter);

function behindBlanks(bytes: Uint8Array, from: { at: number; end: number; delimiter: number }): number {
  let { at } = from;
  while (at < from.end && isBlank(bytes[at], from.delimiter)) at++;
  return at;
}

function grown<T extends Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Writes the bytes of a quoted cell without its escapes to `into`, from `at` on, and returns where they end. */
export function unescapeCell(cell: {
  from: Uint8Array;
  start: number;
  end: number;
  into: Uint8Array;
  at: number;
  backslash: boolean;
}): number {
  const { from, end, into, backslash } = cell;
  let to = cell.at;
  for (let at = cell.start; at < end; at++) {
    let byte = from[at];
    if (backslash && byte === backslashByte && at + 1 < end) byte = from[++at];
    else if (byte === quoteByte && at + 1 < end && from[at + 1] === quoteByte) at++;
    into[to++] = byte;
  }
  return to;
}
