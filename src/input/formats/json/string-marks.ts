import type { Buffer } from 'node:buffer';
import type { ByteRoom } from '../../readers/byte-window.ts';
import type { CellMemory } from '../../readers/vector/cell-memory.ts';
import { markList, marksAt, resultsAt } from '../../readers/vector/layout.ts';
import { VectorMemory } from '../../readers/vector/vector-memory.ts';

/** The bytes of a text that matter to strings, found a stretch at a time by `src/kernels/cells/marks.ts`; the cursor finds them byte by byte without it. */
export class StringMarks implements ByteRoom {
  marks: Uint32Array;
  count = 0;
  /** Bytes before this have been looked at. */
  end = 0;
  readonly #memory: VectorMemory;
  #results: Uint32Array;
  #textEnd = 0;

  private constructor(memory: VectorMemory) {
    this.#memory = memory;
    this.marks = memory.numbers(marksAt, markList);
    this.#results = memory.numbers(resultsAt, 2);
  }

  /** Null where the machine has no such instructions. */
  static create(): StringMarks | null {
    const memory = VectorMemory.take();
    return memory ? new StringMarks(memory) : null;
  }

  get bytes(): Buffer {
    return this.#memory.bytes;
  }

  get cells(): CellMemory {
    return this.#memory.cells;
  }

  reserve(size: number): void {
    if (!this.#memory.reserve(size)) return;
    this.marks = this.#memory.numbers(marksAt, markList);
    this.#results = this.#memory.numbers(resultsAt, 2);
  }

  /** The marks are no longer needed. */
  release(): void {
    this.#memory.release();
  }

  /** Lists the marks from `start` on as far as there is room. */
  look(start: number): void {
    this.#memory.kernels.marks(start, this.#textEnd);
    this.end = Math.min(this.#textEnd, this.#results[0]);
    this.count = this.#results[1];
  }

  /** Index of the mark at `position`, which is one, tried from `guess` on first. */
  find(position: number, guess: number): number {
    if (position >= this.end || this.count === 0 || position < this.marks[0]) {
      this.look(position);
      return 0;
    }
    let low = 0;
    let high = this.count - 1;
    if (guess < this.count && this.marks[guess] <= position) {
      // Line ends and the like lie between two strings.
      for (let i = guess; i < Math.min(this.count, guess + 8); i++) if (this.marks[i] === position) return i;
      low = guess;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.marks[middle] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The text has changed and now ends at `textEnd`. */
  forget(textEnd: number): void {
    this.#textEnd = textEnd;
    this.count = 0;
    this.end = 0;
  }
}
