import type { Buffer } from 'node:buffer';
import type { RowBatch } from '../../readers/row-batch.ts';
import { oddStarts } from './row-fates.ts';
import type { RowIndex } from './row-index.ts';
import { carriageReturn, lineFeed, quoteByte, type Reading, unescapeCell } from './row-splitter.ts';

export interface RowCollectorOptions {
  /** Cells of the header. */
  readonly columns: number;
  readonly wanted: readonly number[];
  readonly reading: Reading;
  readonly batch: RowBatch;
}

/** Puts the wanted cells of rows that an index found into a batch, one row at a time. */
export class RowCollector {
  /** The row looked at last: its text, its line end, its cells. */
  start = 0;
  end = 0;
  lineEnd = 0;
  count = 0;
  /** 1 for bytes that begin a row that is not to be taken as it is. */
  readonly oddStarts = new Uint8Array(256);
  /** 1 for bytes that begin a row whose first cell may be empty. */
  readonly emptyStarts = new Uint8Array(256);
  readonly #columns: number;
  readonly #wanted: Int32Array;
  readonly #batch: RowBatch;
  readonly #trimsReturn: boolean;
  readonly #hasQuotes: boolean;
  #headers: readonly number[] = [];
  #bytes: Buffer;
  #separators: Uint32Array = new Uint32Array(0);
  #rowEnds: Uint32Array = new Uint32Array(0);
  /** The row's first cell in the index, and its last. */
  #first = 0;
  #last = 0;

  constructor({ columns, wanted, reading, batch }: RowCollectorOptions) {
    this.#columns = columns;
    this.#wanted = Int32Array.from(wanted);
    this.#batch = batch;
    this.#bytes = batch.bytes;
    this.#trimsReturn = reading.newline === lineFeed;
    this.#hasQuotes = reading.quoting !== 'none';
    for (const byte of oddStarts) this.oddStarts[byte] = 1;
    for (const byte of [reading.delimiter, quoteByte]) this.emptyStarts[byte] = 1;
  }

  /** Turns to the rows that the index found last. */
  begin(index: RowIndex, bytes: Buffer, headers: readonly { readonly length: number }[]): void {
    this.#bytes = bytes;
    this.#separators = index.separators;
    this.#rowEnds = index.rowEnds;
    this.#headers = headers.map(({ length }) => length);
    this.#batch.aim(bytes);
  }

  /** Looks at a row that begins at `start`, with the cell `first`; where the next one begins in the index. */
  look(row: number, first: number, start: number): number {
    const last = this.#rowEnds[row];
    const lineEnd = this.#separators[last];
    const hasReturn = this.#trimsReturn && lineEnd > start && this.#bytes[lineEnd - 1] === carriageReturn;
    this.start = start;
    this.lineEnd = lineEnd;
    this.end = hasReturn ? lineEnd - 1 : lineEnd;
    this.count = last - first + 1;
    this.#first = first;
    this.#last = last;
    return last + 1;
  }

  /** True when the row may be something else than a row of cells, or has more cells than the header. */
  get isOdd(): boolean {
    const { count, start } = this;
    const length = this.end - start;
    const byte = this.#bytes[start];
    return (
      (count === 1 && this.#columns > 1) ||
      (length < count * 3 && (length < count || this.emptyStarts[byte] === 1)) ||
      this.oddStarts[byte] === 1 ||
      this.#headers.includes(length) ||
      this.#surplus > 0
    );
  }

  /** Bytes that stand in cells behind those of the header. */
  get #surplus(): number {
    if (this.count <= this.#columns) return 0;
    return this.end - this.#separators[this.#first + this.#columns - 1] - (this.count - this.#columns);
  }

  /** Puts the row's wanted cells into the batch. */
  put(line: number): void {
    const { start, end, count } = this;
    const wanted = this.#wanted;
    const separators = this.#separators;
    const bytes = this.#bytes;
    const batch = this.#batch;
    const { starts, ends, room } = batch;
    const first = this.#first;
    for (let i = 0, place = batch.rows; i < wanted.length; i++, place += room) {
      const column = wanted[i];
      let from = 0;
      let to = 0;
      if (column < count) {
        from = column === 0 ? start : separators[first + column - 1] + 1;
        to = first + column === this.#last ? end : separators[first + column];
        if (this.#hasQuotes && from < to && bytes[from] === quoteByte) {
          from++;
          to--;
          if (this.#putEscaped(place, from, to)) continue;
        }
      }
      starts[place] = from;
      ends[place] = to;
    }
    batch.endRow(line, start, end);
  }

  /** Puts a cell without its doubled quotes into the batch; false when it holds none. */
  #putEscaped(place: number, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let at = start;
    while (at < end && bytes[at] !== quoteByte) at++;
    if (at === end) return false;
    const batch = this.#batch;
    const room = batch.reserve(end - start);
    const into = batch.unescaped;
    batch.putUnescaped(place, unescapeCell({ from: bytes, start, end, into, at: room, backslash: false }));
    return true;
  }
}
