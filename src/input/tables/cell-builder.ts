import type { Column } from '../../model/columns.ts';
import { foldValue, missingMarks } from '../../model/raw-value.ts';
import type { CellBatch } from '../../model/source.ts';

/** Collects the cells of one field. Either `add` or `skip` is called once a row. */
export interface CellBuilder {
  add(bytes: Uint8Array, start: number, end: number): void;
  skip(): void;
  /** As `add` for one cell after the other. Each builder has a loop of its own, which the engine can make plain code of. */
  addRun(run: CellRun): void;
  /**
   * Forgets the value of the row that has just been added, because the row is rejected; or because it is none at all (a
   * line of totals), so that nothing in it was a cell that cannot be read either.
   */
  drop(isNoRow: boolean): void;
  /**
   * Cells that were there and could not be read, with the row numbers of the first five; how many of them stood in rows
   * that are left out, which says it of all their cells.
   */
  readonly unreadable: { count: number; readonly ofLeftOut?: number; rows: number[] };
  readonly length: number;
  hasValue(row: number): boolean;
  done(): Column;
}

/** Cells of one column in consecutive rows. */
export interface CellRun {
  readonly batch: CellBatch;
  /** Where the column's cells begin in the lists of the batch. */
  readonly first: number;
  /** The rows of the run: from this one … */
  readonly from: number;
  /** … up to this one, which is no part of it. */
  readonly to: number;
}

/** Adds cells one by one. */
export function addEach(builder: CellBuilder, { batch, first, from, to }: CellRun): void {
  const { starts, ends, bytes, unescaped } = batch;
  for (let i = first + from; i < first + to; i++) {
    if (starts[i] < 0) builder.add(unescaped, ~starts[i], ~ends[i]);
    else builder.add(bytes, starts[i], ends[i]);
  }
}

const decoder = new TextDecoder();

/** True for cells that hold a missing mark. Longer cells cannot be one, so they are not decoded. */
export function isMissingMark(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === 0) return true;
  if (length > 20) return false;
  // Letters and digits that begin no missing mark, the usual case, are told apart without decoding.
  const first = bytes[start] | 0x20;
  if (first >= 0x30 && first <= 0x39 && length !== 10 && length !== 19 && length !== 20) return false;
  if (first >= 0x61 && first <= 0x7a && first !== 0x6e && first !== 0x75) return false;
  return missingMarks.has(foldValue(decoder.decode(bytes.subarray(start, end))));
}

/** First byte of a blank that does not break; what follows it and no less makes it one. */
const hardBlank = 0xc2;
const ofHardBlank = 0xa0;

/** Where a cell begins behind blanks, those that do not break among them. */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  for (;;) {
    while (from < end && bytes[from] <= 32) from++;
    if (bytes[from] !== hardBlank || from + 1 >= end || bytes[from + 1] !== ofHardBlank) return from;
    from += 2;
  }
}

/** Where it ends before such blanks. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let to = end;
  for (;;) {
    while (to > start && bytes[to - 1] <= 32) to--;
    if (bytes[to - 1] !== ofHardBlank || to - 2 < start || bytes[to - 2] !== hardBlank) return to;
    to -= 2;
  }
}
