/** Rows whose cells are collected before they are handed on: few enough that the lists stay near the processor. */
export const batchRows = 1024;
/** Columns that there is room for. */
export const cellSlots = 48;
/** Columns of few values that there is room for, and how many values each may have. */
export const valueTables = 16;
export const mostValues = 128;
/** Longest value of such a column. */
export const valueBytes = 32;

/** Where things lie in a memory: an index's own lists, then what is known of cells, then the text. */
const listsSize = 1 << 17;
const settingsAt = listsSize;
const isOddAt = settingsAt + 1024;
const outAt = isOddAt + 256 + 768;
const linesAt = outAt + batchRows * 8;
const rowStartsAt = linesAt + batchRows * 4;
const rowEndsAt = rowStartsAt + batchRows * 4;
const startsAt = rowEndsAt + batchRows * 4;
const endsAt = startsAt + cellSlots * batchRows * 4;
const tablesAt = endsAt + cellSlots * batchRows * 4;
/** Bytes of a value in its table, and the places of a table. */
export const entryBytes = 48;
export const tablePlaces = mostValues * 2;
const tableBytes = 64 + tablePlaces * entryBytes;
export const textAt = tablesAt + valueTables * tableBytes;

/** What rows are collected by, in the order in which it lies in the memory; the wanted columns follow. */
export const settingNames = [
  'separatorsAt',
  'rowEndsAt',
  'rowLinesAt',
  'rows',
  'columns',
  'wanted',
  'trimsReturn',
  'quote',
  'header1',
  'header2',
  'header3',
  'row',
  'first',
  'start',
  'line',
  'firstLine',
  'place',
  'room',
  'shortRows',
] as const;
export type Setting = (typeof settingNames)[number];

export const cellLayout = {
  settingsAt,
  wantedAt: settingsAt + settingNames.length * 4,
  isOddAt,
  outAt,
  linesAt,
  rowStartsAt,
  rowEndsAt,
  startsAt,
  endsAt,
  tablesAt,
  tableBytes,
} as const;

/** Bits of the table of odd first bytes. */
export const oddBit = 1;
export const emptyBit = 2;
