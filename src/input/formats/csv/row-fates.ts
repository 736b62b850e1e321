import type { Buffer } from 'node:buffer';
import type { RowSplitter } from './row-splitter.ts';

/** What becomes of a row: pushed, passed over, held back, rejected, or taken for the place where the file is cut. */
export type Fate =
  | 'row'
  | 'blank'
  | 'held'
  | 'cut'
  | 'conflict_markers'
  | 'headers_repeated'
  | 'open_quote'
  | 'too_many_cells';

const conflictBytes = [0x3c, 0x3d, 0x3e];
const conflictLength = 7;
const byteOrderMark = [0xef, 0xbb, 0xbf];
export const markLength = byteOrderMark.length;

/** Bytes that begin a row which may be a conflict marker, or the beginning of a file appended to another. */
export const oddStarts: readonly number[] = [...conflictBytes, byteOrderMark[0]];

/** True when a byte order mark stands at a position. */
export function isMarked(bytes: Uint8Array, at: number): boolean {
  return byteOrderMark.every((byte, i) => bytes[at + i] === byte);
}

export interface SplitRow {
  /** The row's text, its line end left out. */
  readonly start: number;
  readonly end: number;
  /** True when quotes were taken for text because one was never closed. */
  readonly isLost: boolean;
  /** True when no row has been pushed yet. */
  readonly isFirst: boolean;
  /** True when rows before it are held back. */
  readonly isBehindHeld: boolean;
}

/** Decides what becomes of rows, by their cells and by the rows before them. */
export class RowFates {
  /** The header rows as they are written. */
  readonly headers: Buffer[] = [];
  /** Rows so far with fewer cells than the header, lines of one cell among several left out. */
  shortRows = 0;
  /** True when nothing but blank rows has come since the last blank one. */
  isAfterBlank = false;
  readonly #columns: number;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** The fate of the row that was split last. */
  fateOf(splitter: RowSplitter, row: SplitRow): Fate {
    const columns = this.#columns;
    const { bytes, count } = splitter;
    const isBlankLine = count === 1 && columns > 1 && isBlank(bytes, row);
    if (isBlankLine || splitter.isEmptyFrom(0)) return 'blank';
    if (isConflictMarker(bytes, row)) return 'conflict_markers';
    if (this.#isHeader(bytes, row)) return 'headers_repeated';
    if (count > columns && !splitter.isEmptyFrom(columns)) return 'too_many_cells';
    if (count >= columns) return 'row';
    if (row.isLost) return 'open_quote';
    if (this.#mayBeFooter(splitter, row)) return 'held';
    // A last row that is shorter than all the others and has no line end was cut off between two cells.
    return !splitter.ended && this.shortRows === 0 && !row.isFirst ? 'cut' : 'row';
  }

  /** A row of one cell where rows have several: a footer, if no further row comes. */
  #mayBeFooter(splitter: RowSplitter, row: SplitRow): boolean {
    if (this.#columns < 2) return false;
    const isApart = this.isAfterBlank || row.isBehindHeld;
    return splitter.count === 1 ? this.#columns > 2 || isApart : isApart && splitter.isEmptyFrom(1);
  }

  #isHeader(bytes: Buffer, row: SplitRow): boolean {
    const { start, end } = row;
    return this.headers.some(
      (header) => header.length === end - start && header.compare(bytes, start, end) === 0,
    );
  }
}

/** `<<<<<<< name`, `=======`, `>>>>>>> name`. */
function isConflictMarker(bytes: Uint8Array, row: SplitRow): boolean {
  const { start, end } = row;
  const mark = bytes[start];
  if (end - start < conflictLength || !conflictBytes.includes(mark)) return false;
  for (let at = start; at < start + conflictLength; at++) if (bytes[at] !== mark) return false;
  return end - start === conflictLength || (bytes[start + conflictLength] === 0x20 && mark !== 0x3d);
}

function isBlank(bytes: Uint8Array, row: SplitRow): boolean {
  for (let at = row.start; at < row.end; at++) if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  return true;
}
