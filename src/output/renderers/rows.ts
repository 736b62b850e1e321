import Papa from 'papaparse';
import { type MachineRow, machineRows, type TypedColumn, toMachine, typeOfCell } from '../../model/rows.ts';
import { displayWidth, pad, shorten } from './display-width.ts';
import { pipeTable } from './markdown.ts';
import { escapeMarkdown, neutraliseFormula, oneLine } from './neutralise.ts';
import { terminalLink } from './terminal-link.ts';

/** Rows for machines, and the same rows as a plain table for people. */
export type RowFormat = 'csv' | 'tsv' | 'ndjson' | 'json' | 'table' | 'markdown';

/** A column of the flat formats (CSV, table, Markdown). */
export interface RowColumn extends TypedColumn {
  /** Head in the table and Markdown formats; the key where none is given. CSV always carries the key. */
  readonly label?: string;
  /** The cell for people, in the table and Markdown formats only. */
  readonly word?: (value: unknown, row: MachineRow) => string;
  /** The address that a cell leads to, in formats that know links. */
  readonly link?: (row: MachineRow) => string | null;
  readonly align?: 'left' | 'right';
  /** In the table format: 1 = always shown; higher numbers give way first where the line is too narrow. */
  readonly priority?: number;
  /** In the table format: never shortened, as a stamp or an id that is cut says nothing. */
  readonly isWhole?: boolean;
}

export interface RowOptions {
  readonly columns: readonly (RowColumn | string)[];
  /** Keys before the rows of the JSON format. */
  readonly envelope?: Readonly<Record<string, unknown>>;
  /** A byte order mark before CSV, so that Excel reads it as UTF-8. */
  readonly excel?: boolean;
  /** Cells a line of the table format may take; unlimited where none is given. */
  readonly width?: number;
  /** The table is for a terminal, which knows links. */
  readonly knowsLinks?: boolean;
}

/** Rows of a table are measured on the first of them; a longer cell further down is shortened. */
const measured = 1000;
/** Rows joined into one chunk: few enough to stay small, enough not to write a line at a time. */
const chunkRows = 500;
/** A word of a table is cut at so many cells, however wide the terminal. */
const longest = 200;

/**
 * Writes rows in a format, as chunks of text, so that a million rows never make one string. JSON and NDJSON carry
 * the row objects whole; the flat formats carry the columns. NaN and infinite numbers are missing: null in
 * JSON, empty in CSV. Numbers are written in the shortest form that reads back as the same number.
 */
export function writeRows(
  rows: Iterable<MachineRow>,
  format: RowFormat,
  options: RowOptions,
): Iterable<string> {
  const columns = options.columns.map((column) => (typeof column === 'string' ? { key: column } : column));
  switch (format) {
    case 'csv':
      return csvChunks(rows, columns, options.excel ? '\ufeff' : '');
    case 'tsv':
      return chunks(tsvLines(rows, columns), options.excel ? '\ufeff' : '');
    case 'ndjson':
      return chunks(ndjsonLines(machineRows(rows, columns)), '');
    case 'json':
      return jsonChunks(machineRows(rows, columns), options.envelope ?? {});
    case 'table':
      return chunks(tableLines(rows, columns, options), '');
    case 'markdown':
      return chunks(markdownLines(rows, columns), '');
    default:
      return format satisfies never;
  }
}

function* chunks(lines: Iterable<string>, start: string): Iterable<string> {
  let chunk = start;
  let held = 0;
  for (const line of lines) {
    chunk += `${line}\n`;
    held += 1;
    if (held === chunkRows) {
      yield chunk;
      chunk = '';
      held = 0;
    }
  }
  if (chunk !== '') yield chunk;
}

export const cellOf = (row: MachineRow, column: RowColumn): unknown =>
  column.get ? column.get(row) : row[column.key];

/** A cell in the units of data. */
export const machineCellOf = (row: MachineRow, column: RowColumn): unknown =>
  toMachine(cellOf(row, column), typeOfCell(column, row));

function* csvChunks(
  rows: Iterable<MachineRow>,
  columns: readonly RowColumn[],
  start: string,
): Iterable<string> {
  const head = start + csvText([columns.map((column) => csvCell(column.key))]);
  let held: unknown[][] = [];
  let isFirst = true;
  for (const row of rows) {
    held.push(columns.map((column) => csvCell(machineCellOf(row, column))));
    if (held.length < chunkRows) continue;
    yield (isFirst ? head : '') + csvText(held);
    isFirst = false;
    held = [];
  }
  if (isFirst || held.length > 0) yield (isFirst ? head : '') + (held.length > 0 ? csvText(held) : '');
}

/** Text between tabs knows no quotes: tabs and line ends within a cell become blanks. */
function* tsvLines(rows: Iterable<MachineRow>, columns: readonly RowColumn[]): Iterable<string> {
  const text = (cell: unknown): string => String(cell ?? '').replace(/[\t\r\n]+/g, ' ');
  yield columns.map(({ key }) => text(csvCell(key))).join('\t');
  for (const row of rows) yield columns.map((column) => text(csvCell(machineCellOf(row, column)))).join('\t');
}

/** CSV after RFC 4180, with a line end behind every row. */
function csvText(rows: readonly unknown[][]): string {
  // A lone empty cell would be an empty line, which readers skip; quoted it is a row. Papa quotes no null.
  const isAlone = rows[0]?.length === 1;
  const data = isAlone ? rows.map(([cell]) => [cell ?? '']) : rows;
  const quotes = isAlone ? (value: unknown) => value === '' : false;
  return `${Papa.unparse(data as unknown[][], { newline: '\n', quotes })}\n`;
}

/** What a cell holds: nothing, a number as it is, or text that begins no formula. */
function csvCell(value: unknown): unknown {
  if (isMissing(value)) return null;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return numberText(value);
  return neutraliseFormula(typeof value === 'string' ? value : JSON.stringify(value));
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value));
}

/** `String` gives the shortest digits that read back as the same double (ECMA-262, Number::toString); −0 is 0. */
function numberText(value: number | bigint | boolean): string {
  return String(value);
}

function* ndjsonLines(rows: Iterable<MachineRow>): Iterable<string> {
  for (const row of rows) yield JSON.stringify(row);
}

function* jsonChunks(
  rows: Iterable<MachineRow>,
  envelope: Readonly<Record<string, unknown>>,
): Iterable<string> {
  const keys = Object.entries(envelope).filter(([key, value]) => key !== 'rows' && value !== undefined);
  const head = keys.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value, null, 2)},\n`);
  let chunk = `{\n${head.join('')}"rows":[`;
  let held = 0;
  for (const row of rows) {
    chunk += `${held === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
    held += 1;
    if (held % chunkRows === 0) {
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}${held === 0 ? '' : '\n'}]\n}\n`;
}

/** A cell for people. */
function wordOf(row: MachineRow, column: RowColumn): string {
  const value = cellOf(row, column);
  if (column.word) return column.word(value, row);
  if (isMissing(value)) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

interface FittedColumn {
  readonly column: RowColumn;
  readonly index: number;
  readonly side: 'left' | 'right';
  /** Never shortened. */
  readonly isFixed: boolean;
  readonly width: number;
}

const totalOf = (columns: readonly Pick<FittedColumn, 'width'>[]): number =>
  columns.reduce((sum, { width }) => sum + width + 2, -2);

function* tableLines(
  rows: Iterable<MachineRow>,
  all: readonly RowColumn[],
  { width = Number.POSITIVE_INFINITY, knowsLinks = false }: Pick<RowOptions, 'width' | 'knowsLinks'>,
): Iterable<string> {
  const iterator = rows[Symbol.iterator]();
  const first: MachineRow[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    first.push(next.value);
    if (first.length === measured) break;
  }
  const heads = all.map((column) => column.label ?? column.key);
  const everything = first.map((row) => all.map((column) => oneLine(wordOf(row, column))));
  const drafts = all.map((column, index): FittedColumn => {
    const side = column.align ?? (first.some((row) => isNumber(cellOf(row, column))) ? 'right' : 'left');
    const natural = Math.max(
      displayWidth(heads[index]),
      ...everything.map((row) => displayWidth(row[index] ?? '')),
    );
    return {
      column,
      index,
      side,
      // Words may be cut; a figure never is, as a cut figure is a wrong one.
      isFixed: side === 'right' || column.isWhole === true,
      width: side === 'left' ? Math.min(natural, longest) : natural,
    };
  });
  const kept = fitted(drafts, width);
  const cells = (row: MachineRow): string[] => kept.map(({ column }) => oneLine(wordOf(row, column)));
  const fit = (text: string, at: number): string => {
    const { isFixed, width: room, side } = kept[at];
    return pad(isFixed ? text : shorten(text, room), room, side);
  };
  const line = (texts: readonly string[], row?: MachineRow): string => {
    const fitted = texts.map(fit);
    if (!knowsLinks || !row) return fitted.join('  ').trimEnd();
    const linked = fitted.map((text, at) => terminalLink(text, kept[at].column.link?.(row) ?? null));
    return linked.join('  ').trimEnd();
  };
  yield line(kept.map(({ index }) => heads[index]));
  yield '─'.repeat(Math.max(0, totalOf(kept)));
  for (const [at, row] of everything.entries())
    yield line(
      kept.map(({ index }) => row[index]),
      first[at],
    );
  if (first.length < measured) return;
  for (let next = iterator.next(); !next.done; next = iterator.next())
    yield line(cells(next.value), next.value);
}

/** Words keep so many cells while there is a column that may go. */
const comfortable = 12;
const narrowest = 4;

/**
 * Columns that fit the line: those that may go do, the least important first, as long as words would otherwise be
 * squeezed; then the widest columns of words are narrowed, a cell at a time, none below four.
 */
function fitted(columns: readonly FittedColumn[], room: number): FittedColumn[] {
  const kept = [...columns];
  const least = (each: FittedColumn): number =>
    each.isFixed ? each.width : Math.min(each.width, comfortable);
  while (totalOf(kept.map((each) => ({ width: least(each) }))) > room) {
    const lowest = Math.max(...kept.map(({ column }) => column.priority ?? 1));
    if (lowest <= 1) break;
    kept.splice(
      kept.findLastIndex(({ column }) => column.priority === lowest),
      1,
    );
  }
  const widths = kept.map(({ width }) => width);
  for (let total = totalOf(kept); total > room; total--) {
    let widest = -1;
    kept.forEach(({ isFixed }, i) => {
      if (!isFixed && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest])) widest = i;
    });
    if (widest < 0) break;
    widths[widest]--;
  }
  return kept.map((each, i) => ({ ...each, width: widths[i] }));
}

function* markdownLines(rows: Iterable<MachineRow>, columns: readonly RowColumn[]): Iterable<string> {
  const kept = [...rows];
  const sides = columns.map(
    (column) => column.align ?? (kept.some((row) => isNumber(cellOf(row, column))) ? 'right' : 'left'),
  );
  const heads = columns.map((column) => escapeMarkdown(column.label ?? column.key));
  yield* pipeTable(heads, sides, []).split('\n');
  for (const row of kept) yield `| ${columns.map((column) => markdownCell(row, column)).join(' | ')} |`;
}

function markdownCell(row: MachineRow, column: RowColumn): string {
  const text = escapeMarkdown(wordOf(row, column)) || ' ';
  const address = column.link?.(row) ?? null;
  return address === null ? text : `[${text}](<${address}>)`;
}
