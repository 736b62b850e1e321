import { type ByteRoom, PlainRoom } from '../../readers/byte-window.ts';
import type { CellMemory } from '../../readers/vector/cell-memory.ts';

/** Cells that one scan can index; a row with more is read by the row splitter. */
export const indexRoom = 1 << 13;

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
    const isMark = this.#isMark;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const newline = this.#newline;
    const room = separators.length;
    let cells = 0;
    let rows = 0;
    let lines = 0;
    let at = start;
    this.surprise = -1;
    this.isFull = false;
    while (at < end && cells < room) {
      if (bytes[at] === quote) {
        at++;
        for (;;) {
          while (at < end && bytes[at] !== quote) if (bytes[at++] === newline) lines++;
          if (at + 1 >= end) {
            at = end;
            break;
          }
          if (bytes[at + 1] !== quote) {
            at++;
            break;
          }
          at += 2;
        }
        if (at >= end) break;
        let byte = bytes[at];
        if (byte === 0x0d && newline === 0x0a) {
          if (++at >= end) break;
          byte = bytes[at] === newline ? newline : -1;
        }
        if (byte !== delimiter && byte !== newline) {
          this.surprise = at;
          break;
        }
      }
      while (at < end && isMark[bytes[at]] === 0) at++;
      if (at >= end) break;
      const byte = bytes[at];
      if (byte === quote) {
        this.surprise = at;
        break;
      }
      if (byte === newline) {
        rowEnds[rows] = cells;
        rowLines[rows++] = ++lines;
      }
      separators[cells++] = at++;
    }
    this.rows = rows;
    this.isFull = this.surprise < 0 && cells >= room && at < end;
  }
}
