import { type ByteRoom, PlainRoom } from '../../readers/byte-window.ts';
import type { CellMemory } from '../../readers/vector/cell-memory.ts';
import { indexRoom } from '../../readers/vector/layout.ts';

/**
 * Where the cells and rows of a stretch of CSV end. Quotes must be doubled or mean nothing; the first quote that
 * stands where none may stops the scan (`surprise`), and everything before the row it is in is right.
 */
export interface RowIndex extends ByteRoom {
  /** Positions of delimiters and line ends outside quotes, in order. */
  readonly separators: Uint32Array;
  /** Number of rows that end in the stretch. */
  readonly rows: number;
  /** For each of them: the index of its line end in `separators`. */
  readonly rowEnds: Uint32Array;
  /** For each of them: line ends, quoted ones included, from the beginning of the stretch to its end. */
  readonly rowLines: Uint32Array;
  /** Position of the first misplaced quote, −1 for none. */
  readonly surprise: number;
  /** True when the room was used up before the stretch was. */
  readonly isFull: boolean;
  /** Reads the cells many at once, in the memory that the index works in; null where it works in none of its own. */
  readonly cells: CellMemory | null;
  /** The index is no longer needed. */
  release(): void;
  /** Indexes the bytes from `start`, the beginning of a row, to `end`. */
  scan(start: number, end: number): void;
}

export interface IndexDialect {
  readonly delimiter: number;
  /** −1 when quotes mean nothing. */
  readonly quote: number;
  readonly newline: number;
}

/** The index without any help from the processor: a loop over bytes. */
export class PlainRowIndex extends PlainRoom implements RowIndex {
  readonly cells = null;
  readonly separators = new Uint32Array(indexRoom);
  readonly rowEnds = new Uint32Array(indexRoom);
  readonly rowLines = new Uint32Array(indexRoom);
  rows = 0;
  surprise = -1;
  isFull = false;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #newline: number;
  /** 1 for bytes that end or may spoil an unquoted cell. */
  readonly #isMark = new Uint8Array(256);
  /** Line ends so far in the stretch in hand. */
  #lines = 0;

  constructor(dialect: IndexDialect) {
    super();
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.quote;
    this.#newline = dialect.newline;
    for (const byte of [dialect.delimiter, dialect.newline]) this.#isMark[byte] = 1;
    if (dialect.quote >= 0) this.#isMark[dialect.quote] = 1;
  }

  release(): void {}

  scan(start: number, end: number): void {
    const { bytes, separators, rowEnds, rowLines } = this;
    const quote = this.#quote;
    const newline = this.#newline;
    const room = separators.length;
    let cells = 0;
    let rows = 0;
    let at = start;
    this.#lines = 0;
    this.surprise = -1;
    this.isFull = false;
    while (at < end && cells < room) {
      at = bytes[at] === quote ? this.#behindQuoted(at, end) : this.#behindPlain(at, end);
      if (at >= end) break;
      if (bytes[at] === newline) {
        rowEnds[rows] = cells;
        rowLines[rows++] = ++this.#lines;
      } else if (bytes[at] !== this.#delimiter) {
        this.surprise = at;
        break;
      }
      separators[cells++] = at++;
    }
    this.rows = rows;
    this.isFull = this.surprise < 0 && cells >= room && at < end;
  }

  /** The next delimiter, line end or quote; `end` where there is none. */
  #behindPlain(from: number, end: number): number {
    const { bytes } = this;
    const isMark = this.#isMark;
    let at = from;
    while (at < end && isMark[bytes[at]] === 0) at++;
    return at;
  }

  /** Behind a cell in quotes, on the LF where a CRLF follows it; `end` where the cell is not closed before it. */
  #behindQuoted(open: number, end: number): number {
    const { bytes } = this;
    const quote = this.#quote;
    const newline = this.#newline;
    let at = open + 1;
    for (;;) {
      while (at < end && bytes[at] !== quote) if (bytes[at++] === newline) this.#lines++;
      if (at + 1 >= end) return end;
      if (bytes[at + 1] !== quote) break;
      at += 2;
    }
    at++;
    if (bytes[at] !== 0x0d || newline !== 0x0a) return at;
    if (at + 1 >= end) return end;
    return bytes[at + 1] === newline ? at + 1 : at;
  }
}
