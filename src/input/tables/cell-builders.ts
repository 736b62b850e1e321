import { type Column, GrowingCodes, GrowingFloats } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { Reading } from '../../model/mapping.ts';
import { foldValue, missingMarks } from '../../model/raw-value.ts';
import { durationReader } from '../../time/duration.ts';
import { instantReader } from '../../time/instant.ts';
import { zone } from '../../time/zone.ts';
import { PlainStamps } from './plain-stamps.ts';

/** Collects the cells of one field. Either `add` or `skip` is called once a row. */
export interface CellBuilder {
  add(bytes: Uint8Array, start: number, end: number): void;
  skip(): void;
  /** Forgets the value of the row that has just been added, because the row is rejected. */
  drop(): void;
  /** Cells that were there and could not be read, with the row numbers of the first five. */
  readonly unreadable: { count: number; rows: number[] };
  readonly length: number;
  hasValue(row: number): boolean;
  done(): Column;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** True for cells that hold a missing mark. Longer cells cannot be one, so they are not decoded. */
function isMissingMark(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === 0) return true;
  if (length > 20) return false;
  // Letters and digits that begin no missing mark, the usual case, are told apart without decoding.
  const first = bytes[start] | 0x20;
  if (first >= 0x30 && first <= 0x39 && length !== 10 && length !== 19 && length !== 20) return false;
  if (first >= 0x61 && first <= 0x7a && first !== 0x6e && first !== 0x75) return false;
  return missingMarks.has(foldValue(decoder.decode(bytes.subarray(start, end))));
}

function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  while (from < end && bytes[from] <= 32) from++;
  return from;
}

function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let to = end;
  while (to > start && bytes[to - 1] <= 32) to--;
  return to;
}

abstract class NumberBuilder implements CellBuilder {
  protected readonly values = new GrowingFloats();
  readonly #type: 'instant' | 'duration' | 'number';
  readonly unreadable = { count: 0, rows: [] as number[] };

  constructor(type: 'instant' | 'duration' | 'number') {
    this.#type = type;
  }

  /** The value of a cell, NaN where it is missing or unreadable. */
  protected abstract read(bytes: Uint8Array, start: number, end: number): number;

  protected isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    return isMissingMark(bytes, from, to);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    if (end === start) this.values.push(Number.NaN);
    else this.keep(this.read(bytes, start, end), bytes, start, end);
  }

  /** Adds what a cell was read as. */
  protected keep(value: number, bytes: Uint8Array, start: number, end: number): void {
    if (Number.isNaN(value) && !this.isMissing(bytes, start, end)) {
      this.unreadable.count++;
      if (this.unreadable.rows.length < 5) this.unreadable.rows.push(this.values.length);
    }
    this.values.push(value);
  }

  skip(): void {
    this.values.push(Number.NaN);
  }

  drop(): void {
    this.values.length--;
  }

  get length(): number {
    return this.values.length;
  }

  hasValue(row: number): boolean {
    const value = this.values.get(row);
    return !Number.isNaN(value);
  }

  done(): Column {
    return { type: this.#type, values: this.values.done() };
  }
}

class InstantBuilder extends NumberBuilder {
  readonly reader: ReturnType<typeof instantReader>;
  /** For the plainest way of writing a stamp, which most exports use; null where the column is written otherwise. */
  readonly #plain: PlainStamps | null;

  constructor(reading: Reading & { type: 'instant' }) {
    super('instant');
    const local = zone(reading.zone ?? 'UTC');
    this.reader = instantReader({ format: reading.format, zone: local });
    this.#plain = reading.format === 'iso8601' ? new PlainStamps(local.id === 'UTC') : null;
  }

  override add(bytes: Uint8Array, start: number, end: number): void {
    if (end === start) {
      this.values.push(Number.NaN);
      return;
    }
    const plain = this.#plain ? this.#plain.read(bytes, start, end) : -1;
    if (plain >= 0) this.values.push(plain);
    else this.keep(this.reader.read(bytes, start, end), bytes, start, end);
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    return this.reader.read(bytes, start, end);
  }

  protected override isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    return this.reader.isMissing(bytes, start, end);
  }
}

class DurationBuilder extends NumberBuilder {
  readonly #reader: ReturnType<typeof durationReader>;

  constructor(reading: Reading & { type: 'duration' }) {
    super('duration');
    this.#reader = durationReader({ unit: reading.unit });
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    return this.#reader.read(bytes, start, end);
  }
}

class CountBuilder extends NumberBuilder {
  constructor() {
    super('number');
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    const text = decoder.decode(bytes.subarray(start, end)).trim();
    return /^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  }
}

class FlagBuilder extends NumberBuilder {
  readonly #reading: Reading & { type: 'flag' };
  readonly #raw = new Dictionary();
  readonly #meaning: number[] = [Number.NaN];

  constructor(reading: Reading & { type: 'flag' }) {
    super('number');
    this.#reading = reading;
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    const code = this.#raw.intern(bytes, start, end);
    if (code >= this.#meaning.length) {
      const folded = foldValue(this.#raw.name(code));
      const { truths, falsehoods } = this.#reading;
      this.#meaning.push(truths.has(folded) ? 1 : falsehoods.has(folded) ? 0 : Number.NaN);
    }
    return this.#meaning[code];
  }
}

class ScoreBuilder extends NumberBuilder {
  readonly #reading: Reading & { type: 'score' };
  readonly #raw = new Dictionary();
  readonly #meaning: number[] = [Number.NaN];
  /** "Offered" and its like say that somebody was asked, not that somebody answered. */
  readonly #noRating = new Set<number>();

  constructor(reading: Reading & { type: 'score' }) {
    super('number');
    this.#reading = reading;
  }

  override add(bytes: Uint8Array, start: number, end: number): void {
    if (end === start) {
      this.values.push(Number.NaN);
      return;
    }
    const code = this.#raw.intern(bytes, start, end);
    if (code >= this.#meaning.length) this.#meaning.push(this.#scoreOf(this.#raw.name(code), code));
    const value = this.#meaning[code];
    if (Number.isNaN(value) && !this.#noRating.has(code)) this.keep(value, bytes, start, end);
    else this.values.push(value);
  }

  protected read(): number {
    return Number.NaN;
  }

  #scoreOf(raw: string, code: number): number {
    const { words } = this.#reading;
    const folded = foldValue(raw);
    const word = words?.get(folded);
    if (word !== undefined) {
      if (Number.isNaN(word)) this.#noRating.add(code);
      return word;
    }
    if (/^(un)?offered$|^not (rated|offered)$|^no rating$/.test(folded)) {
      this.#noRating.add(code);
      return Number.NaN;
    }
    const number = /^-?\d+(?:[.,]\d+)?(?=$|\s*(?:\/|of|out|-|–|:|\(|stars?\b))/.exec(folded);
    return number ? Number(number[0].replace(',', '.')) : Number.NaN;
  }
}

/** Cells that become codes of a dictionary, which may be shared with other tables so that they join by code. */
abstract class CodesBuilder implements CellBuilder {
  protected readonly codes = new GrowingCodes();
  protected readonly names: Dictionary;
  readonly unreadable = { count: 0, rows: [] as number[] };

  constructor(names: Dictionary) {
    this.names = names;
  }

  abstract add(bytes: Uint8Array, start: number, end: number): void;

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

/** Free text and names: as they are, ends trimmed. */
class NameBuilder extends CodesBuilder {
  add(bytes: Uint8Array, start: number, end: number): void {
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    this.codes.push(isMissingMark(bytes, from, to) ? 0 : this.names.intern(bytes, from, to));
  }
}

/** Categories: each distinct cell is folded and looked up in the vocabulary once. */
class CategoryBuilder extends CodesBuilder {
  readonly #raw = new Dictionary();
  readonly #canonical: number[] = [0];
  readonly #values: ReadonlyMap<string, string> | null;

  constructor(names: Dictionary, values: ReadonlyMap<string, string> | null) {
    super(names);
    this.#values = values;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const raw = this.#raw.intern(bytes, start, end);
    if (raw >= this.#canonical.length) {
      const from = trimStart(bytes, start, end);
      const to = trimEnd(bytes, from, end);
      const text = decoder.decode(bytes.subarray(from, to));
      const known = this.#values?.get(foldValue(text));
      if (known !== undefined) this.#canonical.push(this.names.internText(known));
      else this.#canonical.push(isMissingMark(bytes, from, to) ? 0 : this.names.intern(bytes, from, to));
    }
    this.codes.push(this.#canonical[raw]);
  }
}

/**
 * Ids: trimmed, `3.0` repaired to `3` (a spreadsheet made a number of it), prefixed with the name of their helpdesk
 * where several desks are read together. Ids like `1.03006E+13` have lost digits: they are counted and never merged.
 */
class IdBuilder extends CodesBuilder {
  readonly #prefix: Uint8Array;
  readonly #scratch = new Uint8Array(4096);
  lossy = 0;

  constructor(names: Dictionary, prefix: string) {
    super(names);
    this.#prefix = encoder.encode(prefix === '' ? '' : `${prefix}\u0000`);
    this.#scratch.set(this.#prefix);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const from = trimStart(bytes, start, end);
    let to = trimEnd(bytes, from, end);
    if (isMissingMark(bytes, from, to)) {
      this.codes.push(0);
      return;
    }
    if (to - from > 2 && bytes[to - 1] === 0x30 && bytes[to - 2] === 0x2e && isDigits(bytes, from, to - 2))
      to -= 2;
    if (isScientific(bytes, from, to)) {
      this.lossy++;
      this.codes.push(0);
      return;
    }
    if (this.#prefix.length === 0) {
      this.codes.push(this.names.intern(bytes, from, to));
      return;
    }
    const length = Math.min(to - from, this.#scratch.length - this.#prefix.length);
    this.#scratch.set(bytes.subarray(from, from + length), this.#prefix.length);
    this.codes.push(this.names.intern(this.#scratch, 0, this.#prefix.length + length));
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
class ListBuilder implements CellBuilder {
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

export interface BuilderOptions {
  readonly reading: Reading;
  /** The dictionary that a code column shares with the same field of other tables. */
  readonly names: Dictionary;
  /** Put before ids where several helpdesks are read together. */
  readonly idPrefix: string;
}

/** The builder for a field's cells, as recognition settled how they are read. */
export function createBuilder({ reading, names, idPrefix }: BuilderOptions): CellBuilder {
  switch (reading.type) {
    case 'instant':
      return new InstantBuilder(reading);
    case 'duration':
      return new DurationBuilder(reading);
    case 'count':
      return new CountBuilder();
    case 'flag':
      return new FlagBuilder(reading);
    case 'score':
      return new ScoreBuilder(reading);
    case 'category':
      return new CategoryBuilder(names, reading.values);
    case 'person':
    case 'text':
      return new NameBuilder(names);
    case 'id':
      return new IdBuilder(names, idPrefix);
    case 'list':
      return new ListBuilder(names, reading.separator);
    default:
      return reading satisfies never;
  }
}

/** What an instant builder met on the way: hours that a change of the clock repeats or skips, swapped days. */
export function instantNotes(
  builder: CellBuilder,
): { repeated: number; skipped: number; contradictions: number } | null {
  if (!(builder instanceof InstantBuilder)) return null;
  const { repeated, skipped, contradictions } = builder.reader;
  return { repeated, skipped, contradictions };
}

/** Ids of this builder that had lost digits in a spreadsheet. */
export function lossyIds(builder: CellBuilder): number {
  return builder instanceof IdBuilder ? builder.lossy : 0;
}
