import { Buffer } from 'node:buffer';
import type { CellBatch, CellSink } from '../../model/source.ts';
import type { CellMemory } from './vector/cell-memory.ts';
import { batchRows } from './vector/layout.ts';

/** Collects where the cells of well-formed rows lie, and hands many rows at once to a sink. */
export class RowBatch implements CellBatch {
  readonly columns: readonly number[];
  readonly room: number = batchRows;
  rows = 0;
  bytes: Buffer = Buffer.alloc(0);
  unescaped: Buffer;
  starts: Int32Array;
  ends: Int32Array;
  lines: Uint32Array;
  /** The lists lie in the text's own memory, where vector instructions can get at them; null for ordinary memory. */
  readonly values: CellMemory | null;
  #rowStarts: Uint32Array;
  #rowEnds: Uint32Array;
  readonly #sink: CellSink;
  /** Bytes of `unescaped` that the rows in hand use. */
  used = 0;

  constructor(columns: readonly number[], sink: CellSink, memory: CellMemory | null = null) {
    this.columns = columns;
    this.#sink = sink;
    this.values = memory?.take(columns.length) ? memory : null;
    const size = this.values ? 0 : columns.length * batchRows;
    this.unescaped = this.values ? this.values.views.unescaped : Buffer.alloc(4096);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.lines = new Uint32Array(this.values ? 0 : batchRows);
    this.#rowStarts = new Uint32Array(this.lines.length);
    this.#rowEnds = new Uint32Array(this.lines.length);
    this.#look();
  }

  /** The cells collected from here on lie in this text. To be called with nothing collected. */
  aim(bytes: Buffer): void {
    if (this.bytes === bytes) return;
    this.bytes = bytes;
    this.#look();
  }

  #look(): void {
    const views = this.values?.look();
    if (!views) return;
    if (this.values?.holdsUnescaped) this.unescaped = views.unescaped;
    this.starts = views.starts;
    this.ends = views.ends;
    this.lines = views.lines;
    this.#rowStarts = views.rowStarts;
    this.#rowEnds = views.rowEnds;
  }

  /** Where `size` bytes of a cell of the row at hand may be written; `putUnescaped` then says how many they were. */
  reserve(size: number): number {
    if (this.used + size > this.unescaped.length) {
      const larger = Buffer.allocUnsafeSlow((this.used + size) * 2);
      this.unescaped.copy(larger, 0, 0, this.used);
      this.unescaped = larger;
      this.values?.leaveUnescaped();
    }
    return this.used;
  }

  /** The cell at `place` of the lists is the text that was written up to `end`. */
  putUnescaped(place: number, end: number): void {
    this.starts[place] = ~this.used;
    this.ends[place] = ~end;
    this.used = end;
  }

  /** The row is whole; it lies between two positions. */
  endRow(line: number, start: number, end: number): void {
    const row = this.rows++;
    this.lines[row] = line;
    this.#rowStarts[row] = start;
    this.#rowEnds[row] = end;
    if (this.rows === batchRows) this.flush();
  }

  /** Hands over what was collected; to be called before the bytes change and before anything else is pushed. */
  flush(): void {
    if (this.rows === 0) return;
    if (!this.#sink.takeRows?.(this)) this.#pushOneByOne();
    this.rows = 0;
    this.used = 0;
  }

  raw(row: number): string {
    return this.bytes.toString('utf8', this.#rowStarts[row], this.#rowEnds[row]);
  }

  #pushOneByOne(): void {
    const sink = this.#sink;
    const { columns, starts, ends, bytes, unescaped, lines } = this;
    for (let row = 0; row < this.rows; row++) {
      for (let slot = 0; slot < columns.length; slot++) {
        const start = starts[slot * batchRows + row];
        const end = ends[slot * batchRows + row];
        if (start < 0) sink.cell(columns[slot], unescaped, ~start, ~end);
        else sink.cell(columns[slot], bytes, start, end);
      }
      const reason = sink.endRow(lines[row]);
      if (reason) sink.rejectRow(lines[row], reason, this.raw(row));
    }
  }
}
