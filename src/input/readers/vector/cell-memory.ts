import { Buffer } from 'node:buffer';
import type { CellValues, ValueRun } from '../../../model/source.ts';
import type { Kernels } from './kernels.ts';
import {
  batchRows,
  cellEndsAt,
  cellLinesAt,
  cellRowEndsAt,
  cellRowStartsAt,
  cellSlots,
  cellStartsAt,
  codesAt,
  isOddAt,
  mostValues,
  outAt,
  Setting,
  settingsAt,
  tableBytes,
  tablesAt,
  unescapedAt,
  unescapedRoom,
  valueTables,
  wantedAt,
} from './layout.ts';

/** Views of the lists of cells; made anew when the memory has grown. */
export class CellViews {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lines: Uint32Array;
  readonly rowStarts: Uint32Array;
  readonly rowEnds: Uint32Array;
  /** By `Setting`. */
  readonly settings: Int32Array;
  readonly wanted: Int32Array;
  readonly isOdd: Uint8Array;
  readonly values: Int32Array;
  readonly codes: Uint32Array;
  readonly unescaped: Buffer;

  constructor(buffer: ArrayBuffer) {
    this.starts = new Int32Array(buffer, cellStartsAt, cellSlots * batchRows);
    this.ends = new Int32Array(buffer, cellEndsAt, cellSlots * batchRows);
    this.lines = new Uint32Array(buffer, cellLinesAt, batchRows);
    this.rowStarts = new Uint32Array(buffer, cellRowStartsAt, batchRows);
    this.rowEnds = new Uint32Array(buffer, cellRowEndsAt, batchRows);
    this.settings = new Int32Array(buffer, settingsAt, Setting.count);
    this.wanted = new Int32Array(buffer, wantedAt, cellSlots);
    this.isOdd = new Uint8Array(buffer, isOddAt, 256);
    this.values = new Int32Array(buffer, outAt, batchRows);
    this.codes = new Uint32Array(buffer, outAt, batchRows);
    this.unescaped = Buffer.from(buffer, unescapedAt, unescapedRoom);
  }
}

/** What kernels know of the cells of one batch, in the memory that the text is in. */
export class CellMemory implements CellValues {
  views: CellViews;
  readonly #memory: { readonly buffer: ArrayBuffer };
  readonly #kernels: Kernels;
  #isTaken = false;
  #tables = 0;
  /** Tables that were used before. */
  #mostTables = 0;

  constructor(memory: { readonly buffer: ArrayBuffer }, kernels: Kernels) {
    this.#memory = memory;
    this.#kernels = kernels;
    this.views = new CellViews(memory.buffer);
  }

  /** Takes the lists for a batch of so many columns; false when they are taken or too small. */
  take(columns: number): boolean {
    if (this.#isTaken || columns > cellSlots) return false;
    this.#isTaken = true;
    this.#tables = 0;
    this.views.settings[Setting.holdsUnescaped] = 1;
    return true;
  }

  /** Nobody needs the lists any more. */
  release(): void {
    this.#isTaken = false;
  }

  /** Whether what the batch unescapes lies in this memory. */
  get holdsUnescaped(): boolean {
    return this.views.settings[Setting.holdsUnescaped] !== 0;
  }

  /** It was too much for this memory, and lies elsewhere from here on. */
  leaveUnescaped(): void {
    this.views.settings[Setting.holdsUnescaped] = 0;
  }

  /** Looks at the memory anew after it has grown, which takes the old views away. */
  look(): CellViews {
    if (this.views.starts.length === 0) this.views = new CellViews(this.#memory.buffer);
    return this.views;
  }

  /** Takes plain rows of an index, as the settings say. */
  takeRows(): void {
    this.#kernels.rows();
  }

  openTable(): number {
    if (this.#tables === valueTables) return -1;
    const table = this.#tables++;
    // Memory that nobody has used yet holds zeros, and is not to be touched for nothing.
    if (table < this.#mostTables) this.#table(table).fill(0);
    else this.#mostTables = this.#tables;
    return table;
  }

  codes({ first, count, table, into, at }: ValueRun): Int32Array | null {
    const strangers = this.#kernels.values(first * 4, count, tablesAt + table * tableBytes);
    const { codes, values } = this.views;
    if (strangers > 0) return values;
    into.set(count === batchRows ? codes : codes.subarray(0, count), at);
    return null;
  }

  learn({ table, number, code }: { table: number; number: number; code: number }): void {
    new Uint32Array(this.#memory.buffer, tablesAt + table * tableBytes + codesAt, mostValues + 1)[number] =
      code + 1;
  }

  #table(table: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, tablesAt + table * tableBytes, tableBytes);
  }
}
