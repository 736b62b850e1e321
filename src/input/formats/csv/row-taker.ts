import type { CellMemory, CellViews } from '../../readers/vector/cell-memory.ts';
import { emptyBit, oddBit, Setting } from '../../readers/vector/layout.ts';
import type { RowCollector } from './row-collector.ts';
import { lineFeed, type Reading } from './row-splitter.ts';

/** What is the same for every row of a file. */
export interface RowTakerOptions {
  readonly cells: CellMemory;
  readonly columns: number;
  readonly wanted: readonly number[];
  readonly reading: Reading;
  /** What the first byte of a row says of it, as for rows that are collected one by one. */
  readonly bytes: Pick<RowCollector, 'oddStarts' | 'emptyStarts'>;
}

/** Where the next row is. */
export interface RowPlace {
  /** Number of the row and of its first cell in the index. */
  readonly row: number;
  readonly first: number;
  /** Its first byte. */
  readonly start: number;
  readonly line: number;
}

/** Takes plain rows from the vector index into the lists of a batch (`src/kernels/cells/rows.ts`), as `RowCollector` does one by one. */
export class RowTaker {
  /** Rows that the index found last; of the next one its number, its first cell, its first byte and its line. */
  rows = 0;
  row = 0;
  first = 0;
  start = 0;
  line = 0;
  /** Rows taken last, and those of them that have fewer cells than the header. */
  taken = 0;
  shortRows = 0;
  /** Bytes of unescaped cells in the batch. */
  used = 0;
  /** The row is not plain: it is to be read otherwise. */
  isOdd = false;
  readonly #options: RowTakerOptions;
  /** The views that hold what is the same for every row. */
  #views: CellViews | null = null;

  constructor(options: RowTakerOptions) {
    this.#options = options;
  }

  /** Sets up for the rows that the index found last. */
  begin(rows: number, firstLine: number, headers: readonly { readonly length: number }[]): void {
    const views = this.#options.cells.look();
    if (views !== this.#views) {
      this.#views = views;
      this.#describe(views, headers);
    }
    this.rows = rows;
    views.settings[Setting.rows] = rows;
    views.settings[Setting.firstLine] = firstLine;
  }

  #describe(views: CellViews, headers: readonly { readonly length: number }[]): void {
    const { settings, isOdd } = views;
    const { columns, wanted, reading, bytes } = this.#options;
    const [header1 = -1, header2 = -1, header3 = -1] = headers.map(({ length }) => length);
    settings[Setting.columns] = columns;
    settings[Setting.wanted] = wanted.length;
    settings[Setting.trimsReturn] = reading.newline === lineFeed ? 1 : 0;
    settings[Setting.hasQuotes] = reading.quoting === 'none' ? 0 : 1;
    settings[Setting.header1] = header1;
    settings[Setting.header2] = header2;
    settings[Setting.header3] = header3;
    views.wanted.set(wanted);
    for (let byte = 0; byte < 256; byte++)
      isOdd[byte] = bytes.oddStarts[byte] * oddBit + bytes.emptyStarts[byte] * emptyBit;
  }

  /** Takes rows as far as they are plain, into the places of a batch from its rows on up to `to`. */
  take(at: RowPlace, batch: { readonly rows: number; readonly used: number }, to: number): void {
    const { cells } = this.#options;
    const { settings } = cells.views;
    settings[Setting.row] = at.row;
    settings[Setting.first] = at.first;
    settings[Setting.start] = at.start;
    settings[Setting.line] = at.line;
    settings[Setting.place] = batch.rows;
    settings[Setting.room] = to;
    settings[Setting.shortRows] = 0;
    settings[Setting.used] = batch.used;
    cells.takeRows();
    this.row = settings[Setting.row];
    this.first = settings[Setting.first];
    this.start = settings[Setting.start];
    this.line = settings[Setting.line];
    this.taken = settings[Setting.place] - batch.rows;
    this.shortRows = settings[Setting.shortRows];
    this.used = settings[Setting.used];
    this.isOdd = settings[Setting.isOdd] !== 0;
  }
}
