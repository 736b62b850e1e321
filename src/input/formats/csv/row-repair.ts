import {
  backslashByte,
  carriageReturn,
  lineFeed,
  quoteByte,
  type Reading,
  type RowSplitter,
} from './row-splitter.ts';

const manyCells = 4;

/** How a row that is not well-formed is to be read after all. */
export type Repair =
  /** Its stray quotes are text; it is as `reading` splits it. */
  | { readonly outcome: 'strays'; readonly reading: Reading }
  /** A quote is never closed: the line it is on is a row of its own, quotes being text. */
  | { readonly outcome: 'lost_quote'; readonly reading: Reading }
  /** The text was cut off inside quotes. */
  | { readonly outcome: 'cut' }
  /** Cannot be settled before more text is there. */
  | { readonly outcome: 'more' };

export interface BrokenRow {
  readonly start: number;
  /** Cells of the header. */
  readonly columns: number;
  /** How well-formed rows of the file are read. */
  readonly base: Reading;
}

/** Beyond these an unclosed quote is taken for a lost one, not for a text that was cut off. */
const longestOpen = { lines: 100, bytes: 1 << 16 };
/**
 * Broken rows are looked into this far; no believable cell with broken quotes is longer. So much has to be there
 * before anything is settled, so that what is settled does not depend on where chunks end.
 */
const farthest = 1 << 18;
/** A file that is nothing but broken quotes gets shorter looks once so many bytes have been looked at in vain. */
const patience = { bytes: 1 << 25, farthest: 1 << 11 };

/**
 * Settles how a row with misplaced or unclosed quotes is to be read. Every way of reading it is tried, the likeliest
 * first; the first that gives as many cells as the header wins. One that runs over line ends loses against one that
 * takes fewer lines, and against "one quote was lost" (the first line alone is a row, quotes being text), when what is
 * left over begins with a well-formed row.
 */
export function repairRow(splitter: RowSplitter, row: BrokenRow): Repair {
  const { end, last, searched } = splitter;
  const near = row.start + (splitter.repairCost > patience.bytes ? patience.farthest : farthest);
  if (near > end && !last) return { outcome: 'more' };
  splitter.end = Math.min(end, near);
  splitter.last = true;
  try {
    return settle(splitter, { ...row, isPart: near < end });
  } finally {
    splitter.end = end;
    splitter.last = last;
    splitter.repairCost += splitter.searched - searched;
  }
}

function settle(splitter: RowSplitter, row: BrokenRow & { readonly isPart: boolean }): Repair {
  const { start, columns, base, isPart } = row;
  let short: Reading | null = null;
  for (const reading of readingsOf(splitter, row)) {
    // A row that only ends because the part does has not been read to its end.
    if (splitter.split(start, reading) !== 'whole' || (isPart && !splitter.ended)) continue;
    if (hasLength(splitter, columns)) return settleOn(splitter, row, reading);
    const isLine = splitter.ended && linesOf(splitter) === 1;
    if (isLine && splitter.count < columns) short ??= reading;
  }
  if (isQuoteLost(splitter, row)) return lost(base);
  if (short) return { outcome: 'strays', reading: short };
  const isOpen = splitter.split(start, { ...base, strays: 'keep' }) === 'open';
  return isOpen && !isPart && isShort(splitter, row) ? { outcome: 'cut' } : lost(base);
}

/** The reading just tried, which gives the right number of cells, unless one that takes fewer lines is likelier. */
function settleOn(splitter: RowSplitter, row: BrokenRow, reading: Reading): Repair {
  const lines = linesOf(splitter);
  if (lines === 1) return { outcome: 'strays', reading };
  const shorter: Reading = { ...row.base, strays: 'leave' };
  if (standsAlone(splitter, { row, reading: shorter, lines: lines - 1 })) {
    return { outcome: 'strays', reading: shorter };
  }
  return isQuoteLost(splitter, row) ? lost(row.base) : { outcome: 'strays', reading };
}

/** Lines that the row split last stands on. */
const linesOf = ({ lines, ended }: RowSplitter): number => lines + (ended ? 0 : 1);

const literal = (base: Reading): Reading => ({ ...base, quoting: 'none', strays: 'refuse' });
const lost = (base: Reading): Repair => ({ outcome: 'lost_quote', reading: literal(base) });

/** The ways to read a row, the likeliest first; those that its bytes give no reason for are left out. */
function readingsOf(splitter: RowSplitter, row: BrokenRow): Reading[] {
  const { base } = row;
  const { backslash, blank } = quoteNeighbours(splitter, row);
  const readings: Reading[] = [];
  if (backslash && base.quoting === 'doubled') readings.push({ ...base, quoting: 'backslash' });
  if (blank) readings.push({ ...base, blanks: true });
  readings.push({ ...base, strays: 'keep' });
  if (blank) readings.push({ ...base, blanks: true, strays: 'keep' });
  readings.push({ ...base, strays: 'leave' }, { ...base, strays: 'keep_prose' });
  return readings;
}

/** Whether a quote of the row follows a backslash, or blanks lie between one and a separator. */
function quoteNeighbours(splitter: RowSplitter, row: BrokenRow): { backslash: boolean; blank: boolean } {
  const { bytes } = splitter;
  const status = splitter.split(row.start, { ...row.base, strays: 'keep' });
  const stop = status === 'whole' ? splitter.next : Math.min(splitter.end, row.start + 4096);
  let backslash = false;
  let blank = false;
  for (let at = row.start + 1; at < stop; at++) {
    if (bytes[at] !== quoteByte) continue;
    if (bytes[at - 1] === backslashByte) backslash = true;
    if (isPadded(splitter, row, at)) blank = true;
  }
  return { backslash, blank };
}

/** True when blanks lie between a quote and the separator beside it. */
function isPadded({ bytes, end }: RowSplitter, row: BrokenRow, quote: number): boolean {
  const { delimiter, newline } = row.base;
  for (const step of [-1, 1]) {
    let at = quote + step;
    while (bytes[at] === 0x20 || (bytes[at] === 0x09 && delimiter !== 0x09)) at += step;
    if (at === quote + step) continue;
    if (at < row.start || at >= end || bytes[at] === delimiter || bytes[at] === newline) return true;
  }
  return false;
}

/** True when the row split last has as many cells as the header, empty ones behind the last not counted. */
function hasLength(splitter: RowSplitter, columns: number): boolean {
  return splitter.count === columns || (splitter.count > columns && splitter.isEmptyFrom(columns));
}

/**
 * True when the first line alone, quotes being text, is a row, and a well-formed one is behind it. Where rows have many
 * cells, another such line behind it will do: text that runs on has as many separators hardly ever.
 */
function isQuoteLost(splitter: RowSplitter, row: BrokenRow): boolean {
  const { columns, base } = row;
  const reading = literal(base);
  if (columns < 2) return false;
  if (standsAlone(splitter, { row, reading, lines: 1 })) return true;
  return columns >= manyCells && standsAlone(splitter, { row, reading, lines: 1, next: reading });
}

/** True when a reading gives a whole row on at most so many lines, with a well-formed one (or one of the `next` reading) behind it. */
function standsAlone(
  splitter: RowSplitter,
  of: { row: BrokenRow; reading: Reading; lines: number; next?: Reading },
): boolean {
  const { start, columns, base } = of.row;
  if (splitter.split(start, of.reading) !== 'whole' || splitter.lines > of.lines) return false;
  if (!hasLength(splitter, columns)) return false;
  let { next } = splitter;
  while (next < splitter.end && isLineEnd(splitter.bytes[next])) next++;
  if (next >= splitter.end) return false;
  return splitter.split(next, of.next ?? base) === 'whole' && hasLength(splitter, columns);
}

const isLineEnd = (byte: number): boolean => byte === lineFeed || byte === carriageReturn;

function isShort(splitter: RowSplitter, row: BrokenRow): boolean {
  if (splitter.end - row.start > longestOpen.bytes) return false;
  let lines = 0;
  for (let at = row.start; at < splitter.end; at++) if (splitter.bytes[at] === row.base.newline) lines++;
  return lines <= longestOpen.lines;
}
