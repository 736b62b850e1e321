import type { CellSink, TableSample } from '../../model/source.ts';

/** Characters beyond which a cell is a text, of which the beginning is enough to see what it is. */
const LONGEST = 200;
/** Different values of a column up to which each is kept once. */
const FEW = 5000;

/** The cells of one column; values that come back are kept once. */
class TextColumn {
  readonly cells: string[] = [];
  #known: Map<string, string> | null = new Map();

  push(text: string): void {
    const known = this.#known;
    if (known === null) {
      this.cells.push(text);
      return;
    }
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    this.cells.push(before ?? text);
    if (known.size > FEW) this.#known = null;
  }
}

/** A number that depends on the text alone. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Keeps the cells of all rows of a table as text, as a sample is: or, of a table with too many cells for that, all rows
 * of one in so many of the values of one column, so that what comes back there does so here.
 */
export class RowSampler implements CellSink {
  readonly #table: TableSample;
  readonly #owner: number;
  readonly #mostCells: number;
  #columns: readonly TextColumn[];
  /** Rows are kept of one in so many owners. */
  #oneOf = 1;
  #rows = 0;
  #row: string[] = [];

  constructor({ table, owner, mostCells }: { table: TableSample; owner: number; mostCells: number }) {
    this.#table = table;
    this.#owner = owner;
    this.#mostCells = mostCells;
    this.#columns = table.columns.map(() => new TextColumn());
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    const text = (bytes as Buffer).toString('utf8', start, end);
    this.#row[column] = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  }

  endRow(): undefined {
    if (this.#isKept(this.#row[this.#owner] ?? '')) {
      for (const [i, column] of this.#columns.entries()) column.push(this.#row[i] ?? '');
      this.#rows++;
      if (this.#rows * this.#columns.length > this.#mostCells) this.#keepHalf();
    }
    this.#row = [];
  }

  rejectRow(): void {
    this.#row = [];
  }

  #isKept(owner: string): boolean {
    return this.#oneOf === 1 || hashOf(owner.trim()) % this.#oneOf === 0;
  }

  #keepHalf(): void {
    this.#oneOf *= 2;
    const owners = this.#columns[this.#owner].cells.map((owner) => this.#isKept(owner));
    this.#columns = this.#columns.map(({ cells }) => {
      const column = new TextColumn();
      for (const [row, cell] of cells.entries()) if (owners[row]) column.push(cell);
      return column;
    });
    this.#rows = this.#columns[this.#owner].cells.length;
  }

  /** The sample; call once, at the end of the source. */
  done(): TableSample {
    return {
      ...this.#table,
      values: this.#columns.map(({ cells }) => cells),
      rows: this.#rows,
      whole: this.#oneOf === 1,
    };
  }
}
