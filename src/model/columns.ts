import type { Dictionary } from './dictionary.ts';
import { nextSize } from './next-size.ts';

/** A mark of a measured time that stands there and cannot be read, see `NumberColumn.voided`. */
export const TIME_UNREAD = 2;

/** Whole epoch milliseconds, milliseconds, or plain numbers; NaN = missing. */
export interface NumberColumn {
  readonly type: 'instant' | 'duration' | 'number';
  readonly values: Float64Array;
  /**
   * 1 where a stamp stood that cannot be right: it happened, and nobody knows when. Of measured times 1 where a zero says
   * nothing, `TIME_UNREAD` where something took a time that nobody can read. Left out: nowhere.
   */
  readonly voided?: Uint8Array;
  /** How finely the stamps are written; left out: to the second. */
  readonly written?: Written;
}

/** How finely something is known: stamps, and what is computed from them. */
export const precisions = ['second', 'minute', 'day'] as const;
export type Precision = (typeof precisions)[number];

/** How finely the stamps of a column are written. */
export interface Written {
  readonly finest: Precision;
  /** 1 at dates without a time, which are some time that day; null where there are none. */
  readonly days: Uint8Array | null;
  /** The zone whose days these are. */
  readonly zone: string;
}

/** Dictionary codes; 0 = missing. */
export interface CodeColumn {
  readonly type: 'code';
  readonly codes: Uint32Array;
  readonly names: Dictionary;
}

/** Several codes a row: those of row r are `codes[offsets[r]] … codes[offsets[r + 1] − 1]`. */
export interface ListColumn {
  readonly type: 'list';
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
  readonly names: Dictionary;
}

export type Column = NumberColumn | CodeColumn | ListColumn;

/** A `Float64Array` that grows as values are pushed. */
export class GrowingFloats {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.room(1);
    this.#values[this.length++] = value;
  }

  /** The memory behind the values, with room for so many more; whoever writes there moves `length` on. */
  room(more: number): Float64Array {
    if (this.length + more > this.#values.length) {
      let size = nextSize(this.#values.length);
      while (size < this.length + more) size = nextSize(size);
      const next = new Float64Array(size);
      next.set(this.#values);
      this.#values = next;
    }
    return this.#values;
  }

  get(index: number): number {
    return this.#values[index];
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** The values pushed so far; a view, not a copy. */
  done(): Float64Array {
    return this.#values.subarray(0, this.length);
  }
}

/** A `Uint32Array` that grows as values are pushed. */
export class GrowingCodes {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.room(1);
    this.#values[this.length++] = value;
  }

  /** The memory behind the values, with room for so many more; whoever writes there moves `length` on. */
  room(more: number): Uint32Array {
    if (this.length + more > this.#values.length) {
      let size = nextSize(this.#values.length);
      while (size < this.length + more) size = nextSize(size);
      const next = new Uint32Array(size);
      next.set(this.#values);
      this.#values = next;
    }
    return this.#values;
  }

  get(index: number): number {
    return this.#values[index];
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** The values pushed so far; a view, not a copy. */
  done(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}
