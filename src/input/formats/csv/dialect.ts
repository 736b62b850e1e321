import { Buffer } from 'node:buffer';
import { byteFlags } from '../../../model/byte-flags.ts';
import type { CellSink, Dialect } from '../../../model/source.ts';
import { CsvReader } from './csv-reader.ts';
import { hasFormulas } from './formulas.ts';
import { groupedNames, isGroupRow } from './header-groups.ts';
import { headerRowsAt } from './header-rows.ts';
import { hasPaddedQuotes, hasWrappedLines, unpacked } from './packing.ts';
import { readHeader } from './read-header.ts';
import { readingOf, splitterOf } from './reading.ts';
import {
  backslashByte,
  carriageReturn,
  lineFeed,
  quoteByte,
  type Reading,
  type RowSplitter,
} from './row-splitter.ts';

/** A row of the beginning of a file. */
interface HeadRow {
  readonly line: number;
  readonly start: number;
  /** How it is split. */
  readonly reading: Reading;
  /** Number of its cells. */
  readonly width: number;
  /** Number of cells that hold more than blanks; counted where a header is looked for. */
  readonly filled: number;
  /** True when nothing is on the line before it. */
  readonly isAfterBlank: boolean;
}

/** How a CSV file is written, by its beginning, and the header in it. */
export interface CsvBeginning {
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly headerNotes: readonly (readonly string[])[];
  /** Lines before the header that say something. */
  readonly preamble: readonly string[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const spaceByte = 0x20;
const rowsLooked = 300;
const bytesLooked = 1 << 19;

/**
 * Settles delimiter, quoting, line ends and header of a CSV file. The delimiter is the one under which most rows have
 * the same number of cells, fewest quotes are misplaced and the header has that number too; a first line `sep=;` names
 * it. Quotes are doubled inside quotes unless the text has reason for another way and it leaves fewer rows broken.
 */
export async function sniffCsv(head: Uint8Array, isWhole: boolean): Promise<CsvBeginning> {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, bytesLooked));
  const isAll = isWhole && text.length === head.length;
  const newline = newlineOf(text);
  const named = namedDelimiter(text);
  const firstLine = named ? 2 : 1;
  const tries = named ? [named] : delimiters;
  const best = bestOf(tries, { text, isAll, newline, firstLine });
  const unwrapped = hasWrappedLines(text) ? unpacked(text, { packing: 'lines', delimiter: ',' }) : null;
  const wrapped =
    unwrapped && bestOf(tries, { text: unwrapped, isAll, newline, firstLine, packing: 'lines' });
  const isBetter = wrapped && (wrapped.score > best.score + 1e-9 || isOneColumn(best));
  const chosen = isBetter && isTable(wrapped) ? wrapped : best;
  const { rows, usual, dialect: tried } = chosen;
  const cellsAt = (index: number): string[] | undefined =>
    index >= 0 && index < Math.min(headerWithin, rows.length) ? cellsOf(chosen.text, rows[index]) : undefined;
  const found = headerIndex(rows, usual);
  const hasGroupsAbove = rows[found]?.isAfterBlank === false && isGroupRow(cellsAt, found - 1);
  const headerAt = hasGroupsAbove ? found - 1 : found;
  const headerRow = rows[headerAt] ?? { line: named ? 2 : 1, start: 0 };
  const isGrouped =
    hasGroupsAbove || (rows[headerAt + 1]?.isAfterBlank === false && isGroupRow(cellsAt, headerAt));
  const headerRows = isGrouped ? 2 : headerRowsAt((index) => cellsAt(headerAt + index));
  const placed: Dialect = { ...tried, headerLine: headerRow.line, headerRows };
  const read = await readHeader({ text: chosen.text, dialect: placed, start: headerRow.start });
  const header = isGrouped
    ? { header: groupedNames(read.header, read.headerNotes[0]), headerNotes: [] }
    : read;
  const dialect = bestQuoting({ text, isAll, dialect: placed, columns: header.header.length });
  return {
    dialect: newline === 'lf' ? withoutNewline(dialect) : dialect,
    ...header,
    preamble: rows.slice(0, headerAt).map((row) =>
      cellsOf(chosen.text, row)
        .filter((cell) => cell !== '')
        .join(' '),
    ),
  };
}

/** The text of a beginning, and what is settled of it before its delimiter is. */
interface Beginning extends Pick<Dialect, 'packing'> {
  readonly text: Buffer;
  readonly isAll: boolean;
  readonly newline: 'lf' | 'cr';
  readonly firstLine: number;
}

/** The delimiter that fits best; blanks beside quotes are taken off where that makes it fit better. */
function bestOf(tries: readonly Dialect['delimiter'][], beginning: Beginning): Candidate {
  const { text, packing, newline } = beginning;
  let chosen: Candidate | null = null;
  for (const delimiter of tries) {
    if (chosen !== null && bestScore(text, delimiter) <= chosen.score + 1e-9) continue;
    const dialect: Dialect = { delimiter, quoting: 'doubled', headerLine: 1, headerRows: 1, newline };
    const candidate = trimmedOr(
      tryDelimiter({ ...beginning, dialect: packing ? { ...dialect, packing } : dialect }),
      beginning,
    );
    if (chosen === null || candidate.score > chosen.score + 1e-9) chosen = candidate;
  }
  return chosen as Candidate;
}

/**
 * The candidate with what its cells are wrapped in taken off: formulas, and blanks beside quotes where that makes it fit
 * better; else itself.
 */
function trimmedOr(candidate: Candidate, beginning: Beginning): Candidate {
  const { text, packing } = beginning;
  if (!packing && hasFormulas(text, candidate.dialect.delimiter)) {
    const dialect: Dialect = { ...candidate.dialect, packing: 'formulas' };
    return tryDelimiter({ ...beginning, text: unpacked(text, dialect), dialect });
  }
  if (packing || !hasPaddedQuotes(text, candidate.dialect.delimiter)) return candidate;
  const dialect: Dialect = { ...candidate.dialect, packing: 'blanks' };
  const trimmed = tryDelimiter({ ...beginning, text: unpacked(text, dialect), dialect });
  const gain = trimmed.score - candidate.score;
  if (gain <= 1e-9) return candidate;
  // Tabs beside quotes are no delimiters where taking them off mends most rows.
  return gain > 0.5 ? { ...trimmed, score: trimmed.score + 0.1 } : trimmed;
}

/** True when no more than one cell of a row holds anything. */
const isOneColumn = ({ rows }: Candidate): boolean =>
  rows.slice(0, headerWithin).every(({ filled }) => filled <= 1);

/** Lines that were unwrapped make a table when nearly all have the header's number of cells: sentences do not. */
function isTable({ rows, usual }: Candidate): boolean {
  const like = rows.filter(({ width }) => width === usual).length;
  return usual > 1 && like >= rows.length * 0.9 && rows[headerIndex(rows, usual)]?.width === usual;
}

/** Reads the beginning with every way of quoting that it gives reason for; the first one that breaks fewest rows. */
function bestQuoting(options: { text: Buffer; isAll: boolean; dialect: Dialect; columns: number }): Dialect {
  const { text, isAll, dialect, columns } = options;
  const ways = quotingsIn(text).map((quoting) => ({ ...dialect, quoting }));
  if (ways.length === 1) return ways[0];
  let best = ways[0];
  let least = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    let rejected = 0;
    const sink: CellSink = { cell: () => {}, endRow: () => undefined, rejectRow: () => rejected++ };
    const reader = new CsvReader({
      dialect: way,
      columns,
      wanted: [],
      sink,
      file: '',
      index: null,
      limit: rowsLooked,
    });
    reader.push(text);
    if (isAll) reader.end();
    let repaired = 0;
    for (const { code, count = 0 } of reader.problems()) {
      if (code === 'quote_lost') rejected += count;
      else if (code === 'quotes_repaired') repaired += count;
    }
    const broken = (rejected + repaired / 100) / Math.max(1, reader.rows + rejected);
    if (broken < least - 1e-9) {
      least = broken;
      best = way;
    }
  }
  return best;
}

const withoutNewline = ({ newline: _, ...dialect }: Dialect): Dialect => dialect;

interface Candidate {
  /** The text that rows lie in: unpacked. */
  readonly text: Buffer;
  readonly dialect: Dialect;
  readonly rows: readonly HeadRow[];
  /** The number of cells that most rows have. */
  readonly usual: number;
  readonly score: number;
}

/** The score that a delimiter cannot exceed, by how often it stands in the text. */
function bestScore(text: Buffer, delimiter: string): number {
  let times = 0;
  for (
    let at = text.indexOf(delimiter);
    at >= 0 && times < widestScored;
    at = text.indexOf(delimiter, at + 1)
  )
    times++;
  return (times > 0 ? 2 : 1) + (times + 1) * scoreOfCell;
}

/** Of two delimiters that fit alike, the one that makes more cells wins. */
const scoreOfCell = 1 / 1000;
const widestScored = 100;

interface Head {
  /** The text that rows lie in: unpacked. */
  readonly text: Buffer;
  readonly isAll: boolean;
  readonly dialect: Dialect;
  readonly firstLine: number;
}

function tryDelimiter(head: Head): Candidate {
  const { rows, broken } = headRows(head);
  const counts = new Map<number, number>();
  for (const { width } of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
  const usual = usualWidth(counts);
  const total = Math.max(1, rows.length);
  const headerCells = rows[headerIndex(rows, usual)]?.width ?? 0;
  const score =
    (counts.get(usual) ?? 0) / total +
    (usual > 1 ? 0.5 : 0) +
    (usual > 1 && headerCells === usual ? 0.5 : 0) -
    broken / total +
    Math.min(usual, widestScored) * scoreOfCell;
  return { text: head.text, dialect: head.dialect, rows, usual, score };
}

/** The first rows that are not blank, and how many rows among them were not well-formed. */
function headRows({ text, isAll, dialect, firstLine }: Head): { rows: HeadRow[]; broken: number } {
  const base = readingOf(dialect);
  const splitter = splitterOf(text);
  splitter.last = isAll;
  const rows: HeadRow[] = [];
  let line = firstLine;
  let at = firstLine === 1 ? 0 : text.indexOf(base.newline) + 1;
  let broken = 0;
  let isAfterBlank = false;
  while (at < text.length && rows.length < rowsLooked) {
    const start = at;
    const status = splitter.split(start, base);
    if (status === 'more') break;
    if (status !== 'whole') broken++;
    const reading = status === 'whole' ? base : splitBroken(splitter, start, base);
    if (reading === null) break;
    const filled = filledCells(splitter, rows.length < headerWithin ? splitter.count : 1);
    const isBlank = filled === 0;
    if (!isBlank) rows.push({ line, start, reading, width: splitter.count, filled, isAfterBlank });
    isAfterBlank = isBlank;
    at = splitter.next;
    line += splitter.lines;
  }
  return { rows, broken };
}

/** Splits a row that is not well-formed, stray quotes being text, and says how; null where that cannot be done. */
function splitBroken(splitter: RowSplitter, start: number, base: Reading): Reading | null {
  const kept: Reading = { ...base, strays: 'keep' };
  if (splitter.split(start, kept) === 'whole' && splitter.lines <= 20) return kept;
  // A quote that is never closed would swallow the rest: take the line literally.
  const literal: Reading = { ...base, quoting: 'none' };
  return splitter.split(start, literal) === 'whole' ? literal : null;
}

/** The number of cells that most rows have, one cell only where no row has more. */
function usualWidth(counts: ReadonlyMap<number, number>): number {
  let usual = 1;
  for (const [count, times] of counts) {
    if (count > 1 && (usual === 1 || times > (counts.get(usual) ?? 0))) usual = count;
  }
  return usual;
}

/** How many cells of the row split last hold more than blanks; counting ends at `most`. */
function filledCells(splitter: RowSplitter, most: number): number {
  let filled = 0;
  for (let i = 0; i < splitter.count && filled < most; i++) if (!isBlankCell(splitter, i)) filled++;
  return filled;
}

function isBlankCell(splitter: RowSplitter, index: number): boolean {
  splitter.cell(index);
  const { cellBytes, cellStart, cellEnd } = splitter;
  if (cellStart === cellEnd) return true;
  const first = cellBytes[cellStart];
  const isPlain = first > spaceByte && first < 0x7f;
  return !isPlain && cellBytes.toString('utf8', cellStart, cellEnd).trim() === '';
}

function cellsOf(text: Buffer, { start, reading }: HeadRow): string[] {
  const splitter = splitterOf(text);
  splitter.split(start, reading);
  return Array.from({ length: splitter.count }, (_, i) => splitter.text(i));
}

/** Rows at the beginning among which the header is looked for. */
const headerWithin = 60;

/**
 * The first row that can be a header: at least half as many filled cells as rows usually have, and two of them. When a
 * blank line follows and a fuller row stands behind it, that one is: what came before was a preamble.
 */
function headerIndex(rows: readonly HeadRow[], usual: number): number {
  const filled = rows.slice(0, headerWithin).map((row) => row.filled);
  const needed = usual > 1 ? Math.max(2, usual / 2) : 1;
  const found = filled.findIndex((count) => count >= needed);
  if (found < 0)
    return Math.max(
      0,
      rows.slice(0, headerWithin).findIndex(({ width }) => width === usual),
    );
  const fuller = filled.findIndex((count, i) => i > found && rows[i].isAfterBlank && count > filled[found]);
  return fuller > 0 && fuller <= found + 10 ? fuller : found;
}

/** `cr` when the text has line ends and none of them is an LF. */
function newlineOf(text: Buffer): 'lf' | 'cr' {
  if (!text.includes(carriageReturn)) return 'lf';
  let inQuotes = false;
  let returns = 0;
  for (const byte of text) {
    if (byte === quoteByte) inQuotes = !inQuotes;
    else if (byte === carriageReturn && !inQuotes) returns++;
    else if (byte === lineFeed && !inQuotes) return 'lf';
  }
  return returns > 0 ? 'cr' : 'lf';
}

/** Excel's `sep=;` line. */
function namedDelimiter(text: Buffer): Dialect['delimiter'] | null {
  const found = /^"?sep=([,;|\t])"?[,;|\t]*(?:\r\n|\r|\n)/i.exec(text.toString('latin1', 0, 24));
  return found ? (found[1] as Dialect['delimiter']) : null;
}

/** Doubled quotes always; backslashes where one stands before a quote; none where a quote seems to be text and none wraps a cell. */
function quotingsIn(text: Buffer): Dialect['quoting'][] {
  const quotings: Dialect['quoting'][] = ['doubled'];
  let isAfterBackslash = false;
  let isText = false;
  let isWrapping = false;
  let wasOpening = false;
  for (let at = text.indexOf(quoteByte); at >= 0; at = text.indexOf(quoteByte, at + 1)) {
    const isOpening = at === 0 || isOutside[text[at - 1]] === 1;
    const isClosing = at + 1 === text.length || isOutside[text[at + 1]] === 1;
    if (at > 0 && text[at - 1] === backslashByte) isAfterBackslash = true;
    else if (!isOpening && !isClosing) isText = true;
    if (wasOpening && isClosing && !isOpening) isWrapping = true;
    wasOpening = isOpening;
  }
  if (isAfterBackslash) quotings.push('backslash');
  if (isText && !isWrapping) quotings.push('none');
  return quotings;
}

/** 1 for bytes that may stand outside a cell, next to its quotes. */
const isOutside = byteFlags(`${delimiters.join('')}\r\n"`);
