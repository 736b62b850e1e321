import type { Buffer } from 'node:buffer';
import type { CellMemory } from '../../readers/vector/cell-memory.ts';
import { indexRoom, resultsAt, rowEndsAt, rowLinesAt, separatorsAt } from '../../readers/vector/layout.ts';
import { VectorMemory } from '../../readers/vector/vector-memory.ts';
import type { IndexDialect, RowIndex } from './row-index.ts';

/** A byte that never occurs in UTF-8 stands for "no such byte". */
const neverByte = 0xff;

/** The index made by the processor's vector instructions (`src/kernels/cells/separators.ts`); `PlainRowIndex` is its equal. */
export class SimdRowIndex implements RowIndex {
  separators: Uint32Array = new Uint32Array(0);
  rowEnds: Uint32Array = new Uint32Array(0);
  rowLines: Uint32Array = new Uint32Array(0);
  rows = 0;
  surprise = -1;
  isFull = false;
  readonly #memory: VectorMemory;
  readonly #dialect: IndexDialect;
  #results: Uint32Array = new Uint32Array(0);

  private constructor(memory: VectorMemory, dialect: IndexDialect) {
    this.#memory = memory;
    this.#dialect = dialect;
    this.#look();
  }

  /** An index for a dialect, or null where the machine has no such instructions. */
  static create(dialect: IndexDialect): SimdRowIndex | null {
    const memory = VectorMemory.take();
    return memory ? new SimdRowIndex(memory, dialect) : null;
  }

  get bytes(): Buffer {
    return this.#memory.bytes;
  }

  get cells(): CellMemory {
    return this.#memory.cells;
  }

  reserve(size: number): void {
    if (this.#memory.reserve(size)) this.#look();
  }

  release(): void {
    this.#memory.release();
  }

  scan(start: number, end: number): void {
    const { delimiter, quote, newline } = this.#dialect;
    const returnByte = newline === 0x0a ? 0x0d : neverByte;
    this.#memory.kernels.separators(
      start,
      end,
      delimiter,
      quote < 0 ? neverByte : quote,
      newline,
      returnByte,
    );
    this.rows = this.#results[0];
    this.surprise = this.#results[1] | 0;
    this.isFull = this.surprise < 0 && this.#results[2] !== 0;
  }

  /** Looks at the memory anew; growing it takes the old views away. */
  #look(): void {
    this.#results = this.#memory.numbers(resultsAt, 4);
    this.separators = this.#memory.numbers(separatorsAt, indexRoom);
    this.rowEnds = this.#memory.numbers(rowEndsAt, indexRoom);
    this.rowLines = this.#memory.numbers(rowLinesAt, indexRoom);
  }
}
