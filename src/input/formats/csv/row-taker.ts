import type { CellMemory, CellViews } from '../../readers/vector/cell-memory.ts';
import { emptyBit, oddBit, Setting } from '../../readers/vector/layout.ts';

/** What is the same for every row of a file. */
export interface RowTakerOptions {
  readonly cells: CellMemory;
  readonly columns: number;
  readonly wanted: readonly number[];
  /** Carriage returns before line ends do not count. */
  readonly trimsReturn: boolean;
  /** −1 when quotes mean nothing. */
  readonly quote: number;
  /** Bytes that begin a row that is not to be taken as it is. */
  readonly oddStarts: Uint8Array;
  /** Bytes that begin a row whose first cell may be empty. */
  readonly emptyStarts: Uint8Array;
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

/** Takes plain rows from the vector index into the lists of a batch (`kernels/cells/rows.ts`), as `RowCollector` does one by one. */
export class RowTaker {
  row = 0;
  first = 0;
  start = 0;
  line = 0;
  /** Rows taken last, and those of them that have fewer cells than the header. */
  taken = 0;
  shortRows = 0;
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
    views.settings[Setting.rows] = rows;
    views.settings[Setting.firstLine] = firstLine;
  }

  #describe(views: CellViews, headers: readonly { readonly length: number }[]): void {
    const { settings, isOdd } = views;
    const { columns, wanted, trimsReturn, quote, oddStarts, emptyStarts } = this.#options;
    const [header1 = -1, header2 = -1, header3 = -1] = headers.map(({ length }) => length);
    settings[Setting.columns] = columns;
    settings[Setting.wanted] = wanted.length;
    settings[Setting.trimsReturn] = trimsReturn ? 1 : 0;
    // A number that no byte has.
    settings[Setting.quote] = quote < 0 ? 256 : quote;
    settings[Setting.header1] = header1;
    settings[Setting.header2] = header2;
    settings[Setting.header3] = header3;
    views.wanted.set(wanted);
    for (let byte = 0; byte < 256; byte++)
      isOdd[byte] = oddStarts[byte] * oddBit + emptyStarts[byte] * emptyBit;
  }

  /** Takes rows as far as they are plain, into the places of the batch from `from` up to `to`. */
  take(at: RowPlace, from: number, to: number): void {
    const { cells } = this.#options;
    const { settings } = cells.views;
    settings[Setting.row] = at.row;
    settings[Setting.first] = at.first;
    settings[Setting.start] = at.start;
    settings[Setting.line] = at.line;
    settings[Setting.place] = from;
    settings[Setting.room] = to;
    settings[Setting.shortRows] = 0;
    cells.takeRows();
    this.row = settings[Setting.row];
    this.first = settings[Setting.first];
    this.start = settings[Setting.start];
    this.line = settings[Setting.line];
    this.taken = settings[Setting.place] - from;
    this.shortRows = settings[Setting.shortRows];
  }
}
