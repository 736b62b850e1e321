/**
 * Where things lie in the memory that kernels work on. The compiler of kernels reads this file too (`src/kernels/`), so it
 * holds whole numbers alone: first the lists of an index, then what is known of cells, then the text.
 */

/** What a kernel has to say beside its lists. */
export const resultsAt = 0;

/** Cells that one scan over CSV can index; a row with more is read by the row splitter. */
export const indexRoom = 1 << 13;
export const separatorsAt = 64;
export const rowEndsAt = separatorsAt + indexRoom * 4;
export const rowLinesAt = rowEndsAt + indexRoom * 4;

/** Marks in JSON that are listed at once; enough for some tens of kilobytes of text, so that they stay near the processor. */
export const markRoom = 1 << 14;
export const marksAt = 64;
/** The last block of 64 bytes may go beyond the room. */
export const markList = markRoom + 64;

const listsSize = 1 << 17;

/**
 * Rows whose cells are collected before they are handed on: few enough that the lists stay near the processor, and no
 * multiple of its pages, so that the cells of a row, each in a list of its own, do not push one another out of its cache.
 */
export const batchRows = 1008;
/** Columns that there is room for. */
export const cellSlots = 48;

/** What rows are collected by, in the order in which it lies in the memory; the wanted columns follow. */
export enum Setting {
  rows,
  columns,
  wanted,
  trimsReturn,
  hasQuotes,
  header1,
  header2,
  header3,
  row,
  first,
  start,
  line,
  firstLine,
  place,
  room,
  shortRows,
  used,
  holdsUnescaped,
  isOdd,
  count,
}
export const settingsAt = listsSize;
export const wantedAt = settingsAt + Setting.count * 4;

/** A byte for each first byte of a row: whether the row may be something else, or its first cell empty. */
export const isOddAt = settingsAt + 1024;
export const oddBit = 1;
export const emptyBit = 2;

/** What was found of the cells of a column. */
export const outAt = isOddAt + 1024;
export const cellLinesAt = outAt + batchRows * 4;
export const cellRowStartsAt = cellLinesAt + batchRows * 4;
export const cellRowEndsAt = cellRowStartsAt + batchRows * 4;
export const cellStartsAt = cellRowEndsAt + batchRows * 4;
export const cellEndsAt = cellStartsAt + cellSlots * batchRows * 4;

/** Columns of few values that there is room for, and how many values each may have. */
export const valueTables = 16;
export const mostValues = 1 << 11;
/** Longest value of such a column. */
export const valueBytes = 32;
/** Bytes of a value in its table, and the places of a table. */
export const entryBytes = 48;
export const tablePlaces = mostValues * 2;
export const tablesAt = cellEndsAt + cellSlots * batchRows * 4;
/** In a table: the number of its values, then for each its code + 1, as far as it is known, then the values. */
export const codesAt = 64;
export const entriesAt = codesAt + (mostValues + 1) * 4 + 60;
export const tableBytes = entriesAt + tablePlaces * entryBytes;

/** Cells in which quotes stood doubled, without the second ones. */
export const unescapedAt = tablesAt + valueTables * tableBytes;
export const unescapedRoom = 1 << 16;

export const textAt = unescapedAt + unescapedRoom + 64;
