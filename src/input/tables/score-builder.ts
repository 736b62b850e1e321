import { GrowingCodes } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { Reading } from '../../model/mapping.ts';
import { numberIn } from '../../model/rating-cells.ts';
import { promoterGroup } from '../../model/rating-questions.ts';
import { foldValue } from '../../model/raw-value.ts';
import { unratedCell } from '../../model/unrated-words.ts';
import { addEach, type CellBuilder, type CellRun } from './cell-builder.ts';
import { NumberBuilder } from './number-builders.ts';
import { ValueTable } from './value-table.ts';

export const isScoreBuilder = (builder: CellBuilder): builder is ScoreBuilder =>
  builder instanceof ScoreBuilder;

/** No scale has so many words: more texts that came once are comments, or rubbish. */
const MOST_ODD = 50;

/** So many words a scale may have, and people tell apart. */
const MOST_MEANT = 7;

/** Texts without a number: none of our words, words that say that there is no rating, those that say that one was asked for. */
const UNREAD = 0;
const UNRATED = 1;
const SENT = 2;

/** Ratings, read by the meaning of each text once. */
export class ScoreBuilder extends NumberBuilder {
  readonly #reading: Reading & { type: 'score' };
  readonly #raw = new Dictionary();
  readonly #meaning: number[] = [Number.NaN];
  readonly #table = new ValueTable((bytes, start, end) => this.#codeOf(bytes, start, end));
  #codes = new Uint32Array(0);
  /** What each text is, as far as it has no meaning as a number. */
  readonly #kinds: number[] = [UNRATED];
  /** How often each text came that is no rating. */
  readonly #unread = new Map<number, number>();
  #lastUnread = { row: -1, code: 0 };
  /** Rows that say that a survey was sent and not answered. */
  readonly #sentRows = new GrowingCodes();

  constructor(reading: Reading & { type: 'score' }) {
    super('number');
    this.#reading = reading;
  }

  override add(bytes: Uint8Array, start: number, end: number): void {
    if (end === start) {
      this.values.push(Number.NaN);
      return;
    }
    const code = this.#codeOf(bytes, start, end);
    const value = this.#meaning[code];
    if (!Number.isNaN(value) || this.#kinds[code] !== UNREAD) {
      this.#push(value, code);
      return;
    }
    this.#unread.set(code, (this.#unread.get(code) ?? 0) + 1);
    this.#lastUnread = { row: this.values.length, code };
    this.keep(value, bytes, start, end);
  }

  /** What stands in a row that is left out (a line of totals) is no rating that could not be read. */
  override drop(): void {
    super.drop(true);
    const { row, code } = this.#lastUnread;
    if (row !== this.values.length) return;
    this.#unread.set(code, (this.#unread.get(code) ?? 1) - 1);
    this.#lastUnread = { row: -1, code: 0 };
  }

  #push(value: number, code: number): void {
    if (Number.isNaN(value) && this.#kinds[code] === SENT) this.#sentRows.push(this.values.length);
    this.values.push(value);
  }

  /**
   * 1 for surveys that were sent, as a rating or a word says (Zendesk's Offered), 0 for all others; null where no cell
   * says so of a survey that was not answered.
   */
  sentSurveys(scores: Float64Array): Float64Array | null {
    if (this.#sentRows.length === 0) return null;
    const values = new Float64Array(scores.length);
    for (let row = 0; row < scores.length; row++) if (!Number.isNaN(scores[row])) values[row] = 1;
    const sent = this.#sentRows.done();
    for (let i = 0; i < sent.length; i++) values[sent[i]] = 1;
    return values;
  }

  override addRun(run: CellRun): void {
    const { from, to } = run;
    const codes = this.#codes.length < to - from ? new Uint32Array(run.batch.room) : this.#codes;
    this.#codes = codes;
    if (!this.#table.fill(run, codes, 0)) {
      addEach(this, run);
      return;
    }
    const meaning = this.#meaning;
    const kinds = this.#kinds;
    const values = this.values.room(to - from);
    for (let row = from; row < to; row++) {
      const code = codes[row - from];
      const value = meaning[code];
      if (Number.isNaN(value) && kinds[code] === UNREAD) this.#addUnread(run, row);
      else {
        if (Number.isNaN(value) && kinds[code] === SENT) this.#sentRows.push(this.values.length);
        values[this.values.length++] = value;
      }
    }
  }

  /** All values that stand in the column, in an order of their own; without those that came once where these are many. */
  texts(): string[] {
    const texts: string[] = [];
    const odd = [...this.#unread.values()].filter((times) => times === 1).length;
    for (let code = 1; code <= this.#raw.size; code++) {
      const times = this.#unread.get(code);
      if (times !== 0 && (odd <= MOST_ODD || times !== 1)) texts.push(this.#raw.name(code));
    }
    return texts.sort();
  }

  /**
   * A word that is no rating that we know, where the column has few of them: somebody may say what it means. A mark alone
   * says nothing of the rows without it.
   */
  oddWord(): string | null {
    const odd = [...this.#unread].filter(([, times]) => times > 0).map(([code]) => this.#raw.name(code));
    const [first] = odd.sort();
    return this.#raw.size > 1 && odd.length > 0 && odd.length <= MOST_MEANT ? first.trim() : null;
  }

  /** Adds a cell that is no rating that we know. */
  #addUnread({ batch, first }: CellRun, row: number): void {
    const start = batch.starts[first + row];
    const end = batch.ends[first + row];
    if (start < 0) this.add(batch.unescaped, ~start, ~end);
    else this.add(batch.bytes, start, end);
  }

  #codeOf(bytes: Uint8Array, start: number, end: number): number {
    const code = this.#raw.intern(bytes, start, end);
    if (code >= this.#meaning.length) this.#meaning.push(this.#scoreOf(this.#raw.name(code), code));
    return code;
  }

  protected read(): number {
    return Number.NaN;
  }

  #scoreOf(raw: string, code: number): number {
    const { words } = this.#reading;
    const folded = foldValue(raw);
    const word = words?.get(folded);
    const unrated = unratedCell(folded);
    // "Offered" and its like say that somebody was asked, not that somebody answered.
    this.#kinds[code] = unrated === 'sent' ? SENT : word !== undefined || unrated !== null ? UNRATED : UNREAD;
    if (word !== undefined && !Number.isNaN(word)) return word;
    if (this.#kinds[code] !== UNREAD) return Number.NaN;
    const number = numberIn(folded);
    if (number !== null) return number;
    return this.#reading.scale.kind === 'nps' ? (promoterGroup(folded) ?? Number.NaN) : Number.NaN;
  }
}
