import { emptyBit, oddBit, settingNames } from '../../readers/vector/cell-layout.ts';
import type { CellMemory, CellViews } from '../../readers/vector/cell-memory.ts';
import { indexLists } from './simd-row-index.ts';

const placeOf = Object.fromEntries(settingNames.map((name, i) => [name, i])) as Record<
  (typeof settingNames)[number],
  number
>;

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

/** Takes plain rows from the vector index into the lists of a batch, by vector instructions. */
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
    views.settings[placeOf.rows] = rows;
    views.settings[placeOf.firstLine] = firstLine;
  }

  #describe({ settings, isOdd }: CellViews, headers: readonly { readonly length: number }[]): void {
    const { columns, wanted, trimsReturn, quote, oddStarts, emptyStarts } = this.#options;
    const { separatorsAt, rowEndsAt, rowLinesAt } = indexLists;
    const [header1 = -1, header2 = -1, header3 = -1] = headers.map(({ length }) => length);
    const fixed = {
      separatorsAt,
      rowEndsAt,
      rowLinesAt,
      columns,
      wanted: wanted.length,
      trimsReturn: trimsReturn ? 1 : 0,
      // A number that no byte has.
      quote: quote < 0 ? 256 : quote,
      header1,
      header2,
      header3,
    };
    for (const [name, value] of Object.entries(fixed)) settings[placeOf[name as keyof typeof fixed]] = value;
    settings.set(wanted, settingNames.length);
    for (let byte = 0; byte < 256; byte++)
      isOdd[byte] = oddStarts[byte] * oddBit + emptyStarts[byte] * emptyBit;
  }

  /** Takes rows as far as they are plain, into the places of the batch from `from` up to `to`. */
  take(at: RowPlace, from: number, to: number): void {
    const { cells } = this.#options;
    const { settings } = cells.views;
    settings[placeOf.row] = at.row;
    settings[placeOf.first] = at.first;
    settings[placeOf.start] = at.start;
    settings[placeOf.line] = at.line;
    settings[placeOf.place] = from;
    settings[placeOf.room] = to;
    settings[placeOf.shortRows] = 0;
    cells.takeRows();
    this.row = settings[placeOf.row];
    this.first = settings[placeOf.first];
    this.start = settings[placeOf.start];
    this.line = settings[placeOf.line];
    this.taken = settings[placeOf.place] - from;
    this.shortRows = settings[placeOf.shortRows];
  }
}
