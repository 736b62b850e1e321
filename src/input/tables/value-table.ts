import type { CellValues } from '../../model/source.ts';
import type { CellRun } from './cell-builder.ts';

/**
 * Codes of cells that depend on their bytes alone, so that equal cells need to be looked at once: the reader numbers
 * equal cells where it can, and here each is given its code, once.
 */
export class ValueTable {
  readonly #codeOf: (bytes: Uint8Array, start: number, end: number) => number;
  #values: CellValues | null = null;
  #table = -1;

  constructor(codeOf: (bytes: Uint8Array, start: number, end: number) => number) {
    this.#codeOf = codeOf;
  }

  /** Puts the codes of a run of cells into a list, from `at` on; false, with nothing done, where the reader cannot. */
  fill({ batch, first, from, to }: CellRun, into: Uint32Array, at: number): boolean {
    const table = this.#tableOf(batch.values ?? null);
    if (this.#values === null || table < 0) return false;
    const values = this.#values;
    const count = to - from;
    const found = values.codes({ first: first + from, count, table, into, at });
    if (found === null) return true;
    const { starts, ends, bytes, unescaped } = batch;
    let strangers = 0;
    for (let i = 0; i < count; i++) {
      let code = found[i];
      if (code < 0) {
        const number = -1 - code;
        const start = starts[first + from + i];
        const end = ends[first + from + i];
        code = start < 0 ? this.#codeOf(unescaped, ~start, ~end) : this.#codeOf(bytes, start, end);
        if (number === 0) strangers++;
        else values.learn({ table, number, code });
      }
      into[at + i] = code;
    }
    // A column of many values is read faster without the table.
    if (strangers * 2 > count) this.#table = -1;
    return true;
  }

  #tableOf(values: CellValues | null): number {
    if (values !== this.#values) {
      this.#values = values;
      this.#table = values?.openTable() ?? -1;
    }
    return this.#table;
  }
}
