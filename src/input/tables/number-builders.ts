import { type Column, GrowingFloats, TIME_UNREAD } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { Reading } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import { undecidedWords } from '../../model/undecided-words.ts';
import { Commas, Points } from '../../time/decimal-commas.ts';
import { durationReader } from '../../time/duration.ts';
import { instantReader } from '../../time/instant.ts';
import { type Zone, zone } from '../../time/zone.ts';
import {
  addEach,
  type CellBuilder,
  type CellRun,
  isMissingMark,
  trimEnd,
  trimStart,
} from './cell-builder.ts';
import { PlainStamps } from './plain-stamps.ts';
import { WrittenMarks } from './written-marks.ts';

const decoder = new TextDecoder();
/** Unreadable cells that are kept, to find out how they are written. */
const EXAMPLES = 50;

export abstract class NumberBuilder implements CellBuilder {
  protected readonly values = new GrowingFloats();
  /** Unreadable cells by how they are written. */
  protected readonly forms = new Map<string, string>();
  readonly #type: 'instant' | 'duration' | 'number';
  /** The last cell that could not be read, and how it is written where no other was so. */
  #lastUnread = { row: -1, form: '' };
  readonly unreadable = { count: 0, ofLeftOut: 0, rows: [] as number[], examples: [] as string[] };

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

  addRun(run: CellRun): void {
    addEach(this, run);
  }

  /** Adds the cells of a run up to the first that has no value, that one included; returns the row behind it. */
  addUntilMissing({ batch, first, from, to }: CellRun): number {
    const { starts, ends, bytes, unescaped } = batch;
    for (let row = from; row < to; row++) {
      const i = first + row;
      if (starts[i] < 0) this.add(unescaped, ~starts[i], ~ends[i]);
      else this.add(bytes, starts[i], ends[i]);
      if (!this.hasValue(this.values.length - 1)) return row + 1;
    }
    return to;
  }

  /** Adds what a cell was read as. */
  protected keep(value: number, bytes: Uint8Array, start: number, end: number): void {
    if (Number.isNaN(value) && !this.isMissing(bytes, start, end)) {
      this.unreadable.count++;
      this.#lastUnread = { row: this.values.length, form: '' };
      if (this.unreadable.rows.length < 5) this.unreadable.rows.push(this.values.length);
      if (this.forms.size < EXAMPLES) this.#keepForm(decoder.decode(bytes.subarray(start, end)));
    }
    this.values.push(value);
  }

  #keepForm(text: string): void {
    if (this.unreadable.examples.length < EXAMPLES) this.unreadable.examples.push(text);
    const form = text.replace(/\p{Nd}+/gu, '9');
    if (this.forms.has(form)) return;
    this.forms.set(form, text);
    this.#lastUnread.form = form;
  }

  skip(): void {
    this.values.push(Number.NaN);
  }

  drop(isNoRow: boolean): void {
    this.values.length--;
    const { row, form } = this.#lastUnread;
    this.#lastUnread = { row: -1, form: '' };
    if (row !== this.values.length) return;
    if (isNoRow) this.#takeBack(row, form);
    else this.unreadable.ofLeftOut++;
  }

  #takeBack(row: number, form: string): void {
    const { rows, examples } = this.unreadable;
    this.unreadable.count--;
    if (rows.at(-1) === row) rows.pop();
    if (form === '') return;
    if (examples.at(-1) === this.forms.get(form)) examples.pop();
    this.forms.delete(form);
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

/** Cells read one by one, after cells that were not plainly written, before plain ones are looked for again. */
const MOST_OTHERS = 1024;

export class InstantBuilder extends NumberBuilder {
  readonly reader: ReturnType<typeof instantReader>;
  /** For the plainest way of writing a stamp, which most exports use; null where the column is written otherwise. */
  readonly #plain: PlainStamps | null;
  /** What is written less finely than to the second; plain stamps never are. */
  readonly #written = new WrittenMarks();
  readonly #zone: Zone;

  constructor(reading: Reading & { type: 'instant' }) {
    super('instant');
    const local = zone(reading.zone ?? 'UTC');
    this.#zone = local;
    const { format, also, orders } = reading;
    this.reader = instantReader({ format, zone: local, also, orders });
    // Where every stamp is thought to carry its zone, those without are counted by the reader.
    const isUtc = reading.zone !== null && local.id === 'UTC';
    this.#plain = reading.format === 'iso8601' ? new PlainStamps(isUtc) : null;
  }

  override add(bytes: Uint8Array, start: number, end: number): void {
    if (end === start) {
      this.values.push(Number.NaN);
      return;
    }
    const plain = this.#plain ? this.#plain.read(bytes, start, end) : -1;
    if (plain >= 0) {
      this.values.push(plain);
      return;
    }
    const value = this.reader.read(bytes, start, end);
    if (!Number.isNaN(value)) this.#written.note(this.values.length, this.reader.fineness);
    this.keep(value, bytes, start, end);
  }

  /** Cells that were read as stamps. */
  stamps(): number {
    const values = this.values.done();
    let count = 0;
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) count++;
    return count;
  }

  /** Cells that could not be read, one of each form. */
  otherForms(): readonly string[] {
    return [...this.forms.values()];
  }

  /** Dates whose day is over 12, which show the order of day and month as it is read. */
  certain(): number {
    const values = this.values.done();
    let count = 0;
    for (let row = 0; row < values.length; row++) {
      if (Number.isNaN(values[row])) continue;
      if (new Date(values[row] + this.#zone.offsetAt(values[row])).getUTCDate() > 12) count++;
    }
    return count;
  }

  override drop(isNoRow: boolean): void {
    super.drop(isNoRow);
    this.#written.forget(this.values.length);
  }

  override done(): Column {
    const values = this.values.done();
    return { type: 'instant', values, ...this.#written.of(values, this.#zone) };
  }

  override addRun(run: CellRun): void {
    let others = 1;
    for (let row = run.from; row < run.to; ) {
      const next = this.#addPlain({ ...run, from: row });
      others = next === row ? Math.min(2 * others, MOST_OTHERS) : 1;
      const until = Math.min(next + others, run.to);
      for (row = next; row < until; row++) this.#addOne(run, row);
    }
  }

  override addUntilMissing(run: CellRun): number {
    let others = 1;
    for (let row = run.from; row < run.to; ) {
      const next = this.#addPlain({ ...run, from: row, stopsAtMissing: true });
      others = next === row ? Math.min(2 * others, MOST_OTHERS) : 1;
      const until = Math.min(next + others, run.to);
      for (row = next; row < until; row++) {
        this.#addOne(run, row);
        if (!this.hasValue(this.values.length - 1)) return row + 1;
      }
    }
    return run.to;
  }

  #addOne({ batch, first }: CellRun, row: number): void {
    const start = batch.starts[first + row];
    const end = batch.ends[first + row];
    if (start < 0) this.add(batch.unescaped, ~start, ~end);
    else this.add(batch.bytes, start, end);
  }

  /** Adds cells as long as they are plainly written, or empty unless that stops it; the first row that it left. */
  #addPlain(run: CellRun & { readonly stopsAtMissing?: boolean }): number {
    const { batch, first, from, to, stopsAtMissing = false } = run;
    const plain = this.#plain;
    if (plain === null) return from;
    const { starts, ends, bytes } = batch;
    const values = this.values.room(to - from);
    let at = this.values.length;
    let row = from;
    for (; row < to; row++) {
      const start = starts[first + row];
      const end = ends[first + row];
      let value = Number.NaN;
      if (start === end) {
        if (stopsAtMissing) break;
      } else {
        value = start < 0 ? -1 : plain.read(bytes, start, end);
        if (value < 0) break;
      }
      values[at++] = value;
    }
    this.values.length = at;
    return row;
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    return this.reader.read(bytes, start, end);
  }

  protected override isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    return this.reader.isMissing(bytes, start, end);
  }
}

export const isInstantBuilder = (builder: CellBuilder): builder is InstantBuilder =>
  builder instanceof InstantBuilder;

/** From so many on some thousands would stand there without a point, and some fractions with a nought before it. */
const ENOUGH_POINTED = 20;

export class DurationBuilder extends NumberBuilder {
  readonly #reader: ReturnType<typeof durationReader>;
  readonly #commas = new Commas();
  readonly #presumed: boolean;
  /** Rows such as `1,250`, read as thousands until all cells have said what commas are here. */
  readonly #either: number[] = [];
  readonly #points = new Points();
  /** Rows such as `1.250`, read as one and a quarter until all cells have said what points are here. */
  readonly #pointed: number[] = [];
  #presumesGrouping = false;
  readonly #isInSeconds: boolean;

  constructor(reading: Reading & { type: 'duration' }) {
    super('duration');
    this.#reader = durationReader(reading);
    this.#presumed = reading.commas === 'decimal';
    this.#isInSeconds = reading.unit === 's';
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    const value = this.#reader.read(bytes, start, end);
    const { comma, point } = this.#reader;
    if (comma === 'either') this.#either.push(this.values.length);
    else if (!Number.isNaN(value)) this.#commas.note(comma);
    if (point === 'either') this.#pointed.push(this.values.length);
    this.#points.note(point);
    return value;
  }

  override drop(isNoRow: boolean): void {
    super.drop(isNoRow);
    if (this.#either.at(-1) === this.values.length) this.#either.pop();
    if (this.#pointed.at(-1) === this.values.length) this.#pointed.pop();
  }

  /** What the points of this column are by its own cells; null where they do not tell. */
  get points(): 'grouping' | 'decimal' | null {
    if (this.#points.areDecimal) return 'decimal';
    return this.#points.areGrouping() ? 'grouping' : null;
  }

  /** Takes points for those of thousands, as other columns of the table have them, where this one does not tell. */
  presumeGrouping(): void {
    this.#presumesGrouping = true;
  }

  /**
   * What `1.250` is where nothing tells: of a few cells one and a quarter or thousands; of many it would have to be told,
   * but for seconds: answers mostly take thousands of them, and machines write thousandths.
   */
  #settlePoints(values: Float64Array, unknown: Uint8Array): void {
    const isGrouping = this.points === 'grouping' || (this.#presumesGrouping && this.points === null);
    const isFew = this.#isInSeconds || this.#pointed.length < ENOUGH_POINTED;
    if (isGrouping) for (const row of this.#pointed.splice(0)) values[row] *= 1000;
    else if (this.#points.tellNothing && isFew) this.#forget(this.#pointed, { values, unknown });
  }

  /** The same of `1,250`: decimal where the file's semicolons presume it, but for seconds. */
  #settleCommas(values: Float64Array, unknown: Uint8Array): void {
    if (!this.#commas.areDecimal(this.#presumed)) return;
    if (this.#isInSeconds && !this.#commas.areDecimal(false)) this.#forget(this.#either, { values, unknown });
    else for (const row of this.#either.splice(0)) values[row] = Math.round(values[row] / 1000);
  }

  /** Something happened in these rows, and how long it took nobody knows. */
  #forget(
    rows: number[],
    { values, unknown }: { readonly values: Float64Array; readonly unknown: Uint8Array },
  ): void {
    for (const row of rows.splice(0)) {
      values[row] = Number.NaN;
      unknown[row] = TIME_UNREAD;
      this.unreadable.count++;
    }
  }

  override done(): Column {
    const column = super.done();
    if (column.type !== 'duration') return column;
    const unknown = new Uint8Array(column.values.length);
    this.#settleCommas(column.values, unknown);
    this.#settlePoints(column.values, unknown);
    return unknown.includes(TIME_UNREAD) ? { ...column, voided: unknown } : column;
  }
}

/** Columns of one table are written by one hand: where some part thousands by points, and none a fraction, all do. */
export function sharePoints(builders: Iterable<CellBuilder>): void {
  const durations = [...builders].filter((builder) => builder instanceof DurationBuilder);
  const told = new Set(durations.map(({ points }) => points));
  if (told.has('grouping') && !told.has('decimal'))
    for (const builder of durations) builder.presumeGrouping();
}

export class CountBuilder extends NumberBuilder {
  constructor() {
    super('number');
  }

  protected read(bytes: Uint8Array, start: number, end: number): number {
    const text = decoder.decode(bytes.subarray(start, end)).trim();
    return /^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  }
}

export class FlagBuilder extends NumberBuilder {
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

  protected override isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    return (
      super.isMissing(bytes, start, end) ||
      undecidedWords.has(foldValue(decoder.decode(bytes.subarray(start, end))))
    );
  }
}
