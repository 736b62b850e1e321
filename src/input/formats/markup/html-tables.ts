import type { GatheredTable } from './gathered-table.ts';

interface OpenCell {
  text: string;
  readonly columns: number;
  readonly rows: number;
  readonly isHead: boolean;
}

/** A cell that reaches into further rows. */
interface Hanging {
  readonly text: string;
  left: number;
}

interface OpenTable {
  name: string;
  readonly rows: string[][];
  row: string[] | null;
  cell: OpenCell | null;
  /** Cells of rows above that reach down, by column. */
  hanging: (Hanging | undefined)[];
}

/** Tags whose text is none of the page's. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template']);
/** Tags that begin a line of their own within a cell. */
const lines: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);
/** Columns or rows that one cell may span; more is a slip. */
const WIDEST = 1000;

/**
 * Gathers the cells of every table of a page, tags within them left out. What a data cell spans downwards it says of each of
 * those rows; what spans columns stands in the first, as in a workbook.
 */
export class HtmlTables {
  readonly tables: GatheredTable[] = [];
  readonly #open: OpenTable[] = [];
  #silent = 0;
  #isCaption = false;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (silent.has(name)) this.#silent++;
    if (name === 'table') this.#open.push({ name: '', rows: [], row: null, cell: null, hanging: [] });
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'caption') this.#isCaption = true;
    else if (name === 'tr') beginRow(table);
    else if (name === 'td' || name === 'th') beginCell(table, name === 'th', attributes);
    else if (lines.has(name) && table.cell) table.cell.text += '\n';
  }

  ontext(text: string): void {
    const table = this.#open.at(-1);
    if (!table || this.#silent > 0) return;
    const plain = text.replace(/[\s\u00a0]+/gu, ' ');
    if (this.#isCaption) table.name += plain;
    else if (table.cell) table.cell.text += plain;
  }

  onclosetag(name: string): void {
    if (silent.has(name)) this.#silent--;
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'caption') this.#isCaption = false;
    else if (name === 'td' || name === 'th') endCell(table);
    else if (name === 'tr') endRow(table);
    else if (name === 'table') {
      endRow(table);
      this.#open.pop();
      this.tables.push({ name: table.name.trim(), rows: table.rows });
    }
  }

  /** A page that was cut off keeps the rows that it has. */
  onend(): void {
    while (this.#open.length > 0) this.onclosetag('table');
  }
}

function beginRow(table: OpenTable): void {
  endRow(table);
  table.row = [];
}

function beginCell(table: OpenTable, isHead: boolean, attributes: Readonly<Record<string, string>>): void {
  endCell(table);
  table.row ??= [];
  fillHanging(table, table.row);
  const span = (written: string | undefined): number => Math.min(WIDEST, Math.max(1, Number(written) || 1));
  table.cell = { text: '', columns: span(attributes.colspan), rows: span(attributes.rowspan), isHead };
}

function endCell(table: OpenTable): void {
  const { cell, row } = table;
  if (!cell || !row) return;
  table.cell = null;
  const text = cell.text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  for (let i = 0; i < cell.columns; i++) {
    // A head over two rows of names stands in the first of them, as merged cells of a workbook do.
    if (cell.rows > 1)
      table.hanging[row.length] = { text: cell.isHead || i > 0 ? '' : text, left: cell.rows - 1 };
    row.push(i === 0 ? text : '');
  }
}

/** Puts what hangs down from rows above where the next cell of a row would stand. */
function fillHanging(table: OpenTable, row: string[]): void {
  for (let above = table.hanging[row.length]; above && above.left > 0; above = table.hanging[row.length]) {
    above.left--;
    row.push(above.text);
  }
}

function endRow(table: OpenTable): void {
  endCell(table);
  if (!table.row) return;
  fillHanging(table, table.row);
  if (table.row.length > 0) table.rows.push(table.row);
  table.row = null;
}
