import { Buffer } from 'node:buffer';

/** A sheet as the text of a CSV file, with what that text does not know. */
export interface Sheet {
  readonly name: string;
  /** Every cell in quotes, commas between them. */
  readonly text: Buffer;
  /** The line of `text` on which each row of the sheet begins, from 1. */
  readonly lines: Uint32Array;
}

export type Cell = string | number | boolean | Date | null;

/** A sheet of rows of cells as text. */
export function sheetText(name: string, rows: readonly (readonly Cell[])[]): Sheet {
  const width = usedWidth(rows);
  const writers = Array.from({ length: width }, (_, column) => writerFor(rows, column));
  const texts: string[] = [];
  const lines = new Uint32Array(width === 0 ? 0 : rows.length);
  let line = 1;
  for (const [row, cells] of rows.slice(0, lines.length).entries()) {
    lines[row] = line;
    const text = writers.map((write, column) => quoted(write(cells[column] ?? null))).join(',');
    line += 1 + lineBreaksIn(text);
    texts.push(text);
  }
  return { name, text: Buffer.from(`${texts.join('\n')}\n`), lines };
}

/** Columns up to the last one in which anything stands. */
function usedWidth(rows: readonly (readonly Cell[])[]): number {
  let width = 0;
  for (const cells of rows)
    for (let column = width; column < cells.length; column++)
      if (cells[column] !== null && cells[column] !== '') width = column + 1;
  return width;
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`);

function lineBreaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** Before this a workbook has no dates: a length of time counts from its day 0. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DATES = Date.UTC(1904, 0, 2);
/** How far a stamp may lie beside a whole second: it was stored as a fraction of a day and cut. */
const NOISE = 2;

/**
 * How the cells of a column are written. A workbook's stamp does not say whether it is a day or a moment: days are what
 * never has a time in the whole column, lengths of time what lies before the first date.
 */
function writerFor(rows: readonly (readonly Cell[])[], column: number): (cell: Cell) => string {
  let isLength = true;
  let isDay = true;
  for (const cells of rows) {
    const cell = cells[column];
    if (!(cell instanceof Date)) continue;
    const at = wholeSecond(cell);
    if (at >= FIRST_DATES) isLength = false;
    if (at % DAY !== 0) isDay = false;
  }
  const ofDate = isLength ? lengthText : isDay ? dayText : momentText;
  return (cell) => {
    if (cell === null) return '';
    if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : ofDate(wholeSecond(cell));
    return String(cell);
  };
}

function wholeSecond(cell: Date): number {
  const at = cell.getTime();
  const second = Math.round(at / SECOND) * SECOND;
  return Math.abs(at - second) <= NOISE ? second : at;
}

const momentText = (at: number): string => {
  const text = new Date(at).toISOString().replace('T', ' ').slice(0, -1);
  return text.endsWith('.000') ? text.slice(0, -4) : text;
};
const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `h:mm:ss` since day 0, hours beyond a day counted on. */
function lengthText(at: number): string {
  const seconds = Math.round((at - DAY_ZERO) / SECOND);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
