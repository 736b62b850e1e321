import Papa from 'papaparse';
import type { Value } from '../../model/report.ts';
import { type MachineRow, machineRows, type TypedColumn, toMachine, typeOfCell } from '../../model/rows.ts';
import { type Cell, fitColumns, type LayoutColumn, lineWidth, widestText } from './column-layout.ts';
import { pad, shorten } from './display-width.ts';
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
  /** The same with its type and what is known of it, for pages. */
  readonly figure?: (row: MachineRow) => Value;
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

/** Words keep so many cells while there is a column that may go. */
const comfortable = 12;

/** Lines are drawn as rows come, on widths that the first of them settled. */
function* tableLines(
  rows: Iterable<MachineRow>,
  columns: readonly RowColumn[],
  { width = Number.POSITIVE_INFINITY, knowsLinks = false }: Pick<RowOptions, 'width' | 'knowsLinks'>,
): Iterable<string> {
  const iterator = rows[Symbol.iterator]();
  const first: MachineRow[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    first.push(next.value);
    if (first.length === measured) break;
  }
  const cellIn = (row: MachineRow, index: number): Cell => ({ text: oneLine(wordOf(row, columns[index])) });
  const head = columns.map((column): Cell => ({ text: column.label ?? column.key }));
  const cells = first.map((row) => columns.map((_, index) => cellIn(row, index)));
  const layout = columns.map((column): LayoutColumn => {
    const align = column.align ?? (first.some((row) => isNumber(cellOf(row, column))) ? 'right' : 'left');
    // Words may be cut; a figure never is, as a cut figure is a wrong one.
    const flexible = align === 'left' && column.isWhole !== true;
    return { align, flexible, priority: column.priority ?? 1, comfortable };
  });
  const natural = layout.map(({ align }, index) => {
    const widest = widestText([head, ...cells], index);
    return align === 'left' ? Math.min(widest, longest) : widest;
  });
  const fitted = fitColumns(layout, natural, { room: width, whenTooWide: 'run_over' });
  const { kept, widths } = fitted;
  const shown = ({ text }: Cell, index: number): string => {
    const { flexible, align } = layout[index];
    return pad(flexible ? shorten(text, widths[index]) : text, widths[index], align);
  };
  const line = (cellAt: (index: number) => Cell, row?: MachineRow): string => {
    const texts = kept.map((index) => {
      const text = shown(cellAt(index), index);
      const address = knowsLinks && row ? columns[index].link?.(row) : null;
      return terminalLink(text, address ?? null);
    });
    return texts.join('  ').trimEnd();
  };
  yield line((index) => head[index]);
  yield '─'.repeat(lineWidth(fitted));
  for (const [at, row] of first.entries()) yield line((index) => cells[at][index], row);
  if (first.length < measured) return;
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    const row = next.value;
    yield line((index) => cellIn(row, index), row);
  }
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
