import type { CodeColumn, Column, NumberColumn } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { DataKind, FieldId } from '../../model/fields.ts';
import { COMES_BACK, type SampledRows } from '../../model/mapping.ts';
import {
  addEach,
  type CellBuilder,
  type CellRun,
  isMissingMark,
  trimEnd,
  trimStart,
} from './cell-builder.ts';
import { codesIn, numbersIn } from './stack.ts';

/** Bits of the map in which values leave their mark: ten million different ones are counted to a hundredth. */
const MAP_BITS = 23;

/** Counts the different values of a column, in a fixed room and near enough to see whether they come back. */
export class RepeatCounter implements CellBuilder {
  readonly column: number;
  readonly unreadable = { count: 0, rows: [] as number[] };
  length = 0;
  #filled = 0;
  readonly #seen = new Uint32Array(1 << (MAP_BITS - 5));

  constructor(column: number) {
    this.column = column;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    this.length++;
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (isMissingMark(bytes, from, to)) return;
    this.#filled++;
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = (hash ^ (hash >>> 13)) >>> (32 - MAP_BITS);
    this.#seen[hash >>> 5] |= 1 << (hash & 31);
  }

  addRun(run: CellRun): void {
    addEach(this, run);
  }

  skip(): void {
    this.length++;
  }

  /** What the row said stays counted: rows that are rejected are few. */
  drop(): void {
    this.length--;
  }

  hasValue(): boolean {
    return false;
  }

  done(): Column {
    return { type: 'code', codes: new Uint32Array(0), names: new Dictionary() };
  }

  /** Mean rows a value where each row has one, else 1. */
  perValue(rows: number): number {
    if (rows === 0 || this.#filled < rows) return 1;
    const room = 2 ** MAP_BITS;
    let marks = 0;
    for (let word of this.#seen) for (; word !== 0; word &= word - 1) marks++;
    // Linear counting (Whang et al. 1990): values fall on the same bit by chance.
    return this.#filled / (-room * Math.log(1 - Math.min(marks, room - 1) / room));
  }
}

/** Rows a value between which recognition parts a list in which some stand twice from snapshots and from logs. */
const steps = [COMES_BACK, 1.5, 2.25, 3];

const stepOf = (perOwner: number): number => steps.filter((step) => perOwner >= step).length;

/** A table as it was read, and what its first rows had said of whose rows they are. */
interface ReadRows {
  readonly kind: DataKind;
  readonly sampled: SampledRows | undefined;
  readonly rows: number;
  readonly columns: Readonly<Partial<Record<FieldId, Column>>>;
  readonly counters: readonly RepeatCounter[];
}

/**
 * The column in which all rows say otherwise than the first ones whose rows they are, null where none does: an id comes
 * back for another ticket, or more or less often than it did; another column comes back, and its values may be the
 * tickets; what was taken for an id counts the rows.
 */
export function otherwiseThanSampled({ kind, sampled, rows, columns, counters }: ReadRows): number | null {
  if (!sampled) return null;
  const watched = counters.find((counter) => counter.perValue(rows) >= COMES_BACK);
  if (watched) return watched.column;
  const { owner, perOwner, numbers } = sampled;
  const codes = owner && codesIn(columns, owner.field);
  if (!owner || !codes) return null;
  const created = kind === 'tickets' ? numbersIn(columns, 'created_at') : null;
  const found = owners(codes, created);
  const isOther =
    found.differing > 0 ||
    (kind === 'tickets' || kind === 'customers'
      ? stepOf(found.perOwner) > stepOf(perOwner)
      : stepOf(found.perOwner) < Math.min(stepOf(perOwner), 1)) ||
    (numbers !== null && found.perOwner === 1 && countRows(codes, numbers));
  return isOther ? owner.column : null;
}

/** Mean rows an owner, and rows that begin at another time than the first one of their owner. */
function owners(
  { codes, names }: CodeColumn,
  created: NumberColumn['values'] | null,
): { readonly perOwner: number; readonly differing: number } {
  const first = new Int32Array(names.size + 1);
  let filled = 0;
  let distinct = 0;
  let differing = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code === 0) continue;
    filled++;
    const before = first[code];
    if (before === 0) {
      first[code] = row + 1;
      distinct++;
    } else if (created && Math.abs(created[before - 1] - created[row]) > 0) differing++;
  }
  return { perOwner: distinct === 0 ? 1 : filled / distinct, differing };
}

/** True where the ids of all rows, none of which comes back, are consecutive whole numbers. */
function countRows(
  { codes, names }: CodeColumn,
  seen: { readonly min: number; readonly max: number },
): boolean {
  const most = codes.length - 1;
  if (seen.max - seen.min > most) return false;
  let { min, max } = seen;
  for (const code of codes) {
    const number = code === 0 ? Number.NaN : Number(names.name(code).split('\u0000').at(-1));
    if (!Number.isInteger(number)) return false;
    if (number < min) min = number;
    if (number > max) max = number;
    if (max - min > most) return false;
  }
  return max - min === most;
}
