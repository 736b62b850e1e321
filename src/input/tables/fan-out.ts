import type { CodeColumn, Column, ListColumn } from '../../model/columns.ts';
import { type FieldId, statuses } from '../../model/fields.ts';
import { foldValue } from '../../model/raw-value.ts';
import { codesIn, type Stack } from './stack.ts';

/** Texts say nothing that tickets are grouped by: the row that stays has its own. */
const texts: ReadonlySet<string> = new Set(['id', 'status', 'subject', 'description', 'csat_comment']);

/**
 * Rows that repeat a ticket with the same stamps, one for each of its tags, agents or follow-ups. Lists and columns of
 * their own name hold the values of all of them; of a field that has one value a ticket with several has none, because
 * nobody can say which it is. Capitals make no other value.
 */
export class FanOut {
  /** Fields and columns in which rows of one ticket differ. */
  readonly #differing = new Set<string>();
  readonly #stack: Stack;
  /** The other rows of each row that stays. */
  readonly #others = new Map<number, number[]>();

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  /** Takes note that a row says the ticket of the row that stays once more. */
  add(kept: number, row: number): void {
    if (compareStamps(this.#stack, kept, row) !== 0) return;
    const others = this.#others.get(kept);
    if (others) others.push(row);
    else this.#others.set(kept, [row]);
    const columns = [...Object.entries(this.#stack.columns), ...this.#stack.extra] as [string, Column][];
    for (const [field, column] of columns)
      if (!texts.has(field) && differs(column, kept, row)) this.#differing.add(field);
  }

  /** Writes what all rows of each ticket say into the row that stays. */
  done(): void {
    for (const [field, column] of Object.entries(this.#stack.columns) as [FieldId, Column][]) {
      if (!this.#differing.has(field)) continue;
      if (column.type === 'list') this.#stack.columns[field] = this.#listOf(column);
      else if (column.type === 'code') this.#blank(column);
    }
    for (const [name, column] of this.#stack.extra)
      if (this.#differing.has(name)) this.#stack.extra.set(name, this.#listOf(column));
  }

  #blank({ codes, names }: CodeColumn): void {
    const isSame = (a: number, b: number): boolean =>
      a === b || foldValue(names.name(a)) === foldValue(names.name(b));
    for (const [kept, others] of this.#others) {
      const filled = [kept, ...others].map((row) => codes[row]).filter((code) => code !== 0);
      codes[kept] = filled.every((code) => isSame(code, filled[0])) ? (filled[0] ?? 0) : 0;
    }
  }

  /** A column as a list: of a ticket with several rows the values of all, each once. */
  #listOf(column: CodeColumn | ListColumn): ListColumn {
    const { rows } = this.#stack;
    const offsets = new Uint32Array(rows + 1);
    const codes: number[] = [];
    for (let row = 0; row < rows; row++) {
      const values = new Set(
        [row, ...(this.#others.get(row) ?? [])].flatMap((each) => valuesOf(column, each)),
      );
      const { names } = column;
      const sorted =
        values.size < 2 ? [...values] : [...values].sort((a, b) => (names.name(a) < names.name(b) ? -1 : 1));
      codes.push(...sorted);
      offsets[row + 1] = codes.length;
    }
    return { type: 'list', offsets, codes: Uint32Array.from(codes), names: column.names };
  }
}

function valuesOf(column: CodeColumn | ListColumn, row: number): number[] {
  if (column.type === 'code') return column.codes[row] === 0 ? [] : [column.codes[row]];
  return [...column.codes.subarray(column.offsets[row], column.offsets[row + 1])];
}

function differs(column: Column, a: number, b: number): boolean {
  if (column.type === 'code') return column.codes[a] !== column.codes[b];
  if (column.type === 'list') return valuesOf(column, a).join() !== valuesOf(column, b).join();
  return false;
}

/** Two rows of one ticket by their stamps, the newer first; a due date is no stamp of what happened. */
function compareStamps({ columns }: Stack, a: number, b: number): number {
  for (const field of stampFields) {
    const column = columns[field];
    if (column?.type !== 'instant') continue;
    const newer = (column.values[b] || 0) - (column.values[a] || 0);
    if (newer !== 0) return newer;
  }
  return 0;
}

const stampFields = ['updated_at', 'closed_at', 'solved_at', 'first_solved_at', 'first_response_at'] as const;

/**
 * Two rows of one ticket by what they say, so that it does not matter which stands first: the one with the newer stamps,
 * then the one that is further on, then the one whose values come first.
 */
export function compareContent(stack: Stack, a: number, b: number): number {
  const byStamps = compareStamps(stack, a, b);
  if (byStamps !== 0) return byStamps;
  const status = codesIn(stack.columns, 'status');
  if (status) {
    const placeOf = (row: number): number =>
      (statuses as readonly string[]).indexOf(status.names.name(status.codes[row]));
    const further = placeOf(b) - placeOf(a);
    if (further !== 0) return further;
  }
  for (const column of [...Object.values(stack.columns), ...stack.extra.values()] as Column[]) {
    const byValue = compareValues(column, a, b);
    if (byValue !== 0) return byValue;
  }
  return 0;
}

function compareValues(column: Column, a: number, b: number): number {
  if (column.type === 'code') {
    const x = column.codes[a];
    const y = column.codes[b];
    // What is there comes before what is missing.
    if (x === y) return 0;
    if (x === 0 || y === 0) return x === 0 ? 1 : -1;
    return column.names.name(x) < column.names.name(y) ? -1 : 1;
  }
  if (column.type === 'list') return 0;
  const x = column.values[a];
  const y = column.values[b];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y;
}
