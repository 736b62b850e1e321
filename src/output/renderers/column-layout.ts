import Table from 'cli-table3';
import { displayWidth, shorten, wrap } from './display-width.ts';

/** A cell on its way to the terminal: text as it is seen, and a colour put around it after it was fitted. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface LayoutColumn {
  readonly head?: string;
  readonly align: 'left' | 'right';
  /** May be shortened; others keep their width. */
  readonly flexible: boolean;
  /** From 2 on a column may be dropped, the highest first. */
  readonly priority: number;
  /** While there is another column to drop it is not squeezed below this; usually 16. */
  readonly comfortable?: number;
}

/** Columns in a line: which of them are there, and how wide each is. */
interface FittedColumns {
  readonly columns: readonly LayoutColumn[];
  readonly kept: readonly number[];
  /** By column, kept or not. */
  readonly widths: readonly number[];
}

/** Where even the columns that matter most are too wide: the last of them are left out, or lines run over. */
type WhenTooWide = 'leave_out' | 'run_over';

/** Columns of these natural widths in a line of so many cells. */
export function fitColumns(
  columns: readonly LayoutColumn[],
  natural: readonly number[],
  { room, whenTooWide }: { readonly room: number; readonly whenTooWide: WhenTooWide },
): FittedColumns {
  const kept = keepColumns({ columns, natural, room, whenTooWide });
  return { columns, kept, widths: fitWidths({ columns, natural, kept, room, whenTooWide }) };
}

/** Cells of a line of fitted columns. */
export const lineWidth = ({ kept, widths }: FittedColumns): number =>
  Math.max(
    0,
    kept.reduce((sum, index) => sum + (widths[index] ?? 0) + gap, -gap),
  );

export interface Layout {
  readonly columns: readonly LayoutColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows below a rule. */
  readonly totals?: readonly (readonly Cell[])[];
  readonly width: number;
  readonly indent?: number;
  readonly rule?: boolean;
  readonly paintHead?: (text: string) => string;
  readonly paintRule?: (text: string) => string;
}

const gap = 2;
/** A text column is not squeezed below this while there is another column to drop. */
const comfortable = 16;
const smallest = 4;

export interface LaidOut {
  readonly lines: readonly string[];
  /** Columns that found no room. */
  readonly dropped: readonly number[];
  /** Whether a column is narrower than its cells. */
  readonly shortened: boolean;
}

/** Lays rows out in columns that fit the width. */
export function layOut(layout: Layout): LaidOut {
  const { columns, rows, totals = [], indent = 0 } = layout;
  const all = [...rows, ...totals];
  const room = layout.width - indent;
  const natural = columns.map((column, index) =>
    Math.max(headWidth(column, widestText(all, index)), widestText(all, index)),
  );
  const fitted = fitColumns(columns, natural, { room, whenTooWide: 'leave_out' });
  const { kept, widths } = fitted;
  const margin = ' '.repeat(indent);
  const rule = margin + (layout.paintRule ?? plainly)('─'.repeat(lineWidth(fitted)));
  const heads = columns.some((column) => column.head)
    ? headLines(columns, kept, widths).map((cells) => cells.map(painted(layout.paintHead)))
    : [];
  const drawn = drawRows([...heads, ...all], fitted).map((line) => margin + line);
  const lines = drawn.slice(0, heads.length);
  if (heads.length > 0 && layout.rule !== false) lines.push(rule);
  lines.push(...drawn.slice(heads.length, heads.length + rows.length));
  if (totals.length > 0) lines.push(rule, ...drawn.slice(heads.length + rows.length));
  return {
    lines,
    dropped: columns.map((_, index) => index).filter((index) => !kept.includes(index)),
    shortened: kept.some((index) => (widths[index] ?? 0) < (natural[index] ?? 0)),
  };
}

const plainly = (text: string): string => text;
const painted =
  (paint: Cell['paint']) =>
  (text: string | undefined): Cell =>
    paint ? { text: text ?? '', paint } : { text: text ?? '' };

/** Cells that the widest text of a column takes. */
export function widestText(
  rows: readonly (readonly (Pick<Cell, 'text'> | undefined)[])[],
  index: number,
): number {
  let widest = 0;
  for (const row of rows) widest = Math.max(widest, displayWidth(row[index]?.text ?? ''));
  return widest;
}

/** A head breaks at spaces, to be no wider than its cells ask for or its longest word needs. */
function headWidth(column: LayoutColumn, cells: number): number {
  if (!column.head) return 0;
  const whole = displayWidth(column.head);
  if (whole <= Math.max(cells, 10)) return whole;
  const longest = Math.max(...column.head.split(' ').map(displayWidth));
  return Math.max(cells, longest, Math.min(10, whole));
}

interface Fitting {
  readonly columns: readonly LayoutColumn[];
  readonly natural: readonly number[];
  readonly kept: readonly number[];
  readonly room: number;
  readonly whenTooWide: WhenTooWide;
}

/**
 * Columns that have room: those of low priority give way first, while text columns keep a comfortable width. Where the
 * most important ones alone are too wide, the last go, rather than a figure being cut.
 */
function keepColumns({ columns, natural, room, whenTooWide }: Omit<Fitting, 'kept'>): number[] {
  const kept = columns.map((_, index) => index);
  const need = (floorOf: (column: LayoutColumn | undefined) => number) =>
    kept.reduce((sum, index) => {
      const width = natural[index] ?? 0;
      const column = columns[index];
      return sum + gap + (column?.flexible ? Math.min(width, floorOf(column)) : width);
    }, -gap);
  while (need((column) => column?.comfortable ?? comfortable) > room && kept.length > 1) {
    const highest = Math.max(...kept.map((index) => columns[index]?.priority ?? 1));
    if (highest <= 1 && (whenTooWide === 'run_over' || need(() => smallest) <= room)) break;
    kept.splice(
      kept.findLastIndex((index) => columns[index]?.priority === highest),
      1,
    );
  }
  return kept;
}

/** Natural widths where they fit; else the widest of the columns that may shrink gives way, a cell at a time. */
function fitWidths({ columns, natural, kept, room, whenTooWide }: Fitting): number[] {
  const widths = [...natural];
  let total = kept.reduce((sum, index) => sum + (widths[index] ?? 0) + gap, -gap);
  const shrink = (candidates: readonly number[], floorOf: (index: number) => number) => {
    while (total > room) {
      let widest = -1;
      for (const index of candidates) {
        const width = widths[index] ?? 0;
        if (width > floorOf(index) && width > (widths[widest] ?? 0)) widest = index;
      }
      if (widest < 0) return;
      const others = candidates.filter((index) => index !== widest).map((index) => widths[index] ?? 0);
      // Cut the widest down to the next one at once: a 10,000-character name must not take 10,000 turns.
      const next = Math.max(floorOf(widest), ...others.filter((width) => width < (widths[widest] ?? 0)));
      const cut = Math.max(1, Math.min(total - room, (widths[widest] ?? 0) - next));
      widths[widest] = (widths[widest] ?? 0) - cut;
      total -= cut;
    }
  };
  const flexible = kept.filter((index) => columns[index]?.flexible);
  shrink(flexible, (index) => columns[index]?.comfortable ?? smallest);
  shrink(flexible, () => smallest);
  if (whenTooWide === 'leave_out') shrink(kept, () => 1);
  return widths;
}

function headLines(
  columns: readonly LayoutColumn[],
  kept: readonly number[],
  widths: readonly number[],
): (string | undefined)[][] {
  const heads = new Map(kept.map((index) => [index, wrap(columns[index]?.head ?? '', widths[index] ?? 1)]));
  const height = Math.max(1, ...[...heads.values()].map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns.map((_, index) => {
      const lines = heads.get(index) ?? [];
      return lines[row - (height - lines.length)];
    }),
  );
}

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
};

const FIRST_STAND_IN = 0xe000;
const STAND_INS = 0x1900;

/**
 * Draws rows with cli-table3. It counts every combining mark as a cell, which would shift Bengali and Hindi, so it is
 * given stand-ins: as many private characters as a text is wide, exchanged for the text once everything has its place.
 */
function drawRows(rows: readonly (readonly Cell[])[], { columns, kept, widths }: FittedColumns): string[] {
  if (rows.length === 0) return [];
  const texts: string[] = [];
  const table = new Table({
    chars: noBorders,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: kept.map((index) => widths[index] ?? 0),
    colAligns: kept.map((index) => columns[index]?.align ?? 'left'),
  });
  for (const row of rows) {
    table.push(
      kept.map((index) => {
        const cell = row[index] ?? { text: '' };
        const text = shorten(cell.text, widths[index] ?? 0);
        if (text === '') return '';
        texts.push(cell.paint ? cell.paint(text) : text);
        const standIn = String.fromCharCode(FIRST_STAND_IN + ((texts.length - 1) % STAND_INS));
        return standIn.repeat(displayWidth(text));
      }),
    );
  }
  let next = 0;
  return table
    .toString()
    .split('\n')
    .map((line) => line.replace(/([\ue000-\uf8ff])\1*/g, () => texts[next++] ?? '').trimEnd());
}
