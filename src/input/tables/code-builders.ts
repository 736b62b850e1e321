import { type Column, GrowingCodes } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { Reading } from '../../model/mapping.ts';
import { plainNumber } from '../../model/number-keys.ts';
import { foldValue, missingMarks } from '../../model/raw-value.ts';
import {
  addEach,
  type CellBuilder,
  type CellRun,
  isMissingMark,
  trimEnd,
  trimStart,
} from './cell-builder.ts';
import { ValueTable } from './value-table.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Cells that become codes of a dictionary, which may be shared with other tables so that they join by code. */
abstract class CodesBuilder implements CellBuilder {
  protected readonly codes = new GrowingCodes();
  protected readonly names: Dictionary;
  readonly unreadable = { count: 0, rows: [] as number[] };

  constructor(names: Dictionary) {
    this.names = names;
  }

  abstract add(bytes: Uint8Array, start: number, end: number): void;

  addRun(run: CellRun): void {
    addEach(this, run);
  }

  skip(): void {
    this.codes.push(0);
  }

  drop(): void {
    this.codes.length--;
  }

  get length(): number {
    return this.codes.length;
  }

  hasValue(row: number): boolean {
    return this.codes.get(row) !== 0;
  }

  done(): Column {
    return { type: 'code', codes: this.codes.done(), names: this.names };
  }
}

/** Cells whose code depends on their bytes alone. */
export abstract class ValuesBuilder extends CodesBuilder {
  readonly #table = new ValueTable((bytes, start, end) => this.codeOf(bytes, start, end));

  protected abstract codeOf(bytes: Uint8Array, start: number, end: number): number;

  /** Where equal cells are not numbered: each is looked at. */
  protected addOneByOne({ batch, first, from, to }: CellRun): void {
    const { starts, ends, bytes, unescaped } = batch;
    const codes = this.codes.room(to - from);
    let at = this.codes.length;
    for (let i = first + from; i < first + to; i++) {
      const start = starts[i];
      codes[at++] = start < 0 ? this.codeOf(unescaped, ~start, ~ends[i]) : this.codeOf(bytes, start, ends[i]);
    }
    this.codes.length = at;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    this.codes.push(this.codeOf(bytes, start, end));
  }

  override addRun(run: CellRun): void {
    const count = run.to - run.from;
    if (this.#table.fill(run, this.codes.room(count), this.codes.length)) this.codes.length += count;
    else this.addOneByOne(run);
  }
}

/** Free text and names: as they are, ends trimmed. */
export class NameBuilder extends ValuesBuilder {
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);

  protected override addOneByOne(run: CellRun): void {
    const { batch, first, from, to } = run;
    const { starts, ends, bytes } = batch;
    if (this.#starts.length < to - from) {
      this.#starts = new Int32Array(to - from);
      this.#ends = new Int32Array(to - from);
    }
    for (let i = 0; i < to - from; i++) {
      const cell = first + from + i;
      if (starts[cell] < 0) {
        // Cells with escapes lie elsewhere: the run goes cell by cell.
        addEach(this, run);
        return;
      }
      const begin = trimStart(bytes, starts[cell], ends[cell]);
      const end = trimEnd(bytes, begin, ends[cell]);
      this.#starts[i] = begin;
      this.#ends[i] = isMissingMark(bytes, begin, end) ? begin : end;
    }
    const into = this.codes.room(to - from);
    const at = this.codes.length;
    this.names.internRun({ bytes, starts: this.#starts, ends: this.#ends, count: to - from, into, at });
    this.codes.length = at + to - from;
  }

  protected override codeOf(bytes: Uint8Array, start: number, end: number): number {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    return isMissingMark(bytes, from, to) ? 0 : this.names.intern(bytes, from, to);
  }
}

/** Categories: each distinct cell is folded and looked up in the vocabulary once. */
export class CategoryBuilder extends ValuesBuilder {
  readonly #raw = new Dictionary();
  readonly #canonical: number[] = [0];
  readonly #values: ReadonlyMap<string, string> | null;
  /** Values that are none of the known ones, and their codes. */
  readonly #unknown = new Map<string, number>();

  readonly #understand: (raw: string) => string | null;

  constructor(
    names: Dictionary,
    { values, understand = () => null }: Omit<Extract<Reading, { type: 'category' }>, 'type'>,
  ) {
    super(names);
    this.#values = values;
    this.#understand = understand;
  }

  /** Values without a known meaning, where there are known ones, and how many rows have each. */
  unknownValues(): ReadonlyMap<string, number> {
    if (this.#unknown.size === 0) return this.#unknown;
    const rows = new Map<number, number>();
    for (const code of this.codes.done()) rows.set(code, (rows.get(code) ?? 0) + 1);
    const counts = [...this.#unknown].map(([text, code]): [string, number] => [text, rows.get(code) ?? 0]);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  override done(): Column {
    const codes = this.codes.done();
    const blank = this.#values?.get('');
    // Boxes that are ticked or left: what is not ticked says so too.
    if (blank !== undefined) {
      const code = this.names.internText(blank);
      for (let row = 0; row < codes.length; row++) if (codes[row] === 0) codes[row] = code;
    }
    return { type: 'code', codes, names: this.names };
  }

  protected override codeOf(bytes: Uint8Array, start: number, end: number): number {
    const raw = this.#raw.intern(bytes, start, end);
    if (raw >= this.#canonical.length) {
      const from = trimStart(bytes, start, end);
      const to = trimEnd(bytes, from, end);
      const text = decoder.decode(bytes.subarray(from, to));
      const isMissing = isMissingMark(bytes, from, to);
      const known = this.#values?.get(foldValue(text)) ?? (isMissing ? null : this.#understand(text));
      if (known !== null) this.#canonical.push(this.names.internText(known));
      else {
        const code = isMissing ? 0 : this.names.intern(bytes, from, to);
        this.#canonical.push(code);
        if (code !== 0 && this.#values !== null) this.#unknown.set(text, code);
      }
    }
    return this.#canonical[raw];
  }
}

/**
 * Ids: trimmed, `3.0` repaired to `3` (a spreadsheet made a number of it), prefixed with the name of their helpdesk
 * where several desks are read together. Ids like `1.03006E+13` have lost digits: they are counted, and kept only where
 * another column tells them apart.
 */
export class IdBuilder extends CodesBuilder {
  readonly #prefix: Uint8Array;
  readonly #scratch = new Uint8Array(4096);
  readonly #keepsRounded: boolean;
  lossy = 0;

  constructor(names: Dictionary, prefix: string, keepsRounded = false) {
    super(names);
    this.#keepsRounded = keepsRounded;
    this.#prefix = encoder.encode(prefix === '' ? '' : `${prefix}\u0000`);
    this.#scratch.set(this.#prefix);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    this.codes.push(this.#codeOf(bytes, start, end));
  }

  override addRun({ batch, first, from, to }: CellRun): void {
    const { starts, ends, bytes, unescaped } = batch;
    const codes = this.codes.room(to - from);
    let at = this.codes.length;
    for (let i = first + from; i < first + to; i++) {
      const start = starts[i];
      codes[at++] =
        start < 0 ? this.#codeOf(unescaped, ~start, ~ends[i]) : this.#codeOf(bytes, start, ends[i]);
    }
    this.codes.length = at;
  }

  #codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.#prefix.length === 0) {
      const value = plainNumber(bytes, start, end);
      const code = value < 0 ? -1 : this.names.internNumber(value);
      if (code > 0) return code;
    }
    const from = trimStart(bytes, start, end);
    let to = trimEnd(bytes, from, end);
    if (isMissingMark(bytes, from, to)) return 0;
    if (to - from > 2 && bytes[to - 1] === 0x30 && bytes[to - 2] === 0x2e && isDigits(bytes, from, to - 2))
      to -= 2;
    if (isScientific(bytes, from, to)) {
      this.lossy++;
      if (!this.#keepsRounded) return 0;
    }
    if (this.#prefix.length === 0) return this.names.intern(bytes, from, to);
    const length = Math.min(to - from, this.#scratch.length - this.#prefix.length);
    this.#scratch.set(bytes.subarray(from, from + length), this.#prefix.length);
    return this.names.intern(this.#scratch, 0, this.#prefix.length + length);
  }
}

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] < 0x30 || bytes[i] > 0x39) return false;
  return end > start;
}

function isScientific(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 5 || end - start > 24) return false;
  let e = -1;
  for (let i = start; i < end && e < 0; i++) if (bytes[i] === 0x45 || bytes[i] === 0x65) e = i;
  if (e < 0 || bytes[e + 1] !== 0x2b) return false;
  return /^\d([.,]\d+)?[eE]\+\d{1,3}$/.test(decoder.decode(bytes.subarray(start, end)));
}

/** Several values a cell, split at a separator; JSON arrays come joined with U+001F. */
export class ListBuilder implements CellBuilder {
  readonly unreadable = { count: 0, rows: [] as number[] };
  readonly #names: Dictionary;
  readonly #separator: string;
  readonly #offsets = new GrowingCodes();
  readonly #codes = new GrowingCodes();
  readonly #raw = new Dictionary();
  readonly #known: number[][] = [[]];

  constructor(names: Dictionary, separator: string) {
    this.#names = names;
    this.#separator = separator;
    this.#offsets.push(0);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const raw = this.#raw.intern(bytes, start, end);
    if (raw >= this.#known.length) this.#known.push(this.#split(this.#raw.name(raw)));
    for (const code of this.#known[raw]) this.#codes.push(code);
    this.#offsets.push(this.#codes.length);
  }

  addRun(run: CellRun): void {
    addEach(this, run);
  }

  skip(): void {
    this.#offsets.push(this.#codes.length);
  }

  drop(): void {
    this.#offsets.length--;
    this.#codes.length = this.#offsets.get(this.#offsets.length - 1);
  }

  get length(): number {
    return this.#offsets.length - 1;
  }

  hasValue(row: number): boolean {
    return this.#offsets.get(row + 1) > this.#offsets.get(row);
  }

  done(): Column {
    return { type: 'list', offsets: this.#offsets.done(), codes: this.#codes.done(), names: this.#names };
  }

  #split(cell: string): number[] {
    const unwrapped = /^\[.*\]$/s.test(cell) ? cell.slice(1, -1) : cell;
    const separator = cell.includes('\u001f') ? '\u001f' : this.#separator;
    const codes = new Set<number>();
    for (const part of unwrapped.split(separator)) {
      const value = part.trim().replace(/^(["'])(.*)\1$/, '$2');
      if (!missingMarks.has(foldValue(value))) codes.add(this.#names.internText(value));
    }
    return [...codes];
  }
}
