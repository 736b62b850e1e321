import { Buffer } from 'node:buffer';
import { DeskstatError, type Problem } from '../../../model/problem.ts';
import { type Sentence, sentence } from '../../../model/sentence.ts';
import type { CellSink, Dialect } from '../../../model/source.ts';
import { ByteWindow } from '../../readers/byte-window.ts';
import { RowBatch } from '../../readers/row-batch.ts';
import { createUnpacker, type Unpacker } from './packing.ts';
import { innerRow, readingOf, splitAlone, splitHeader } from './reading.ts';
import { RowCollector } from './row-collector.ts';
import { isMarked, markLength, RowFates } from './row-fates.ts';
import type { RowIndex } from './row-index.ts';
import { repairRow } from './row-repair.ts';
import { type Reading, RowSplitter } from './row-splitter.ts';
import { RowTaker } from './row-taker.ts';
import { RowTallies } from './row-tallies.ts';

export interface CsvReaderOptions {
  readonly dialect: Dialect;
  /** Cells of the header. */
  readonly columns: number;
  /** Columns whose cells are pushed, ascending. */
  readonly wanted: readonly number[];
  readonly sink: CellSink;
  /** Named in messages. */
  readonly file: string;
  /** The index over well-formed rows; null reads every row with the row splitter. */
  readonly index: RowIndex | null;
  /** Rows after which reading stops, for samples. */
  readonly limit?: number;
}

/** A row longer than this is no row. */
const longestRow = 1 << 26;
/** Rows held back at most because they may turn out to stand behind the data. */
const mostHeld = 64;

/**
 * Reads CSV from chunks of UTF-8 and pushes the wanted cells. Well-formed rows go by the index, all others by the row
 * splitter, one row at a time, so that a broken row costs itself and nothing else.
 *
 * A row with fewer cells than the header is kept, the missing ones being empty; one with more is kept when the surplus
 * is empty, else rejected. Passed over: blank rows, repetitions of the header, git conflict markers, and lines of one
 * cell behind the last row (report footers).
 */
export class CsvReader {
  /** Rows pushed. */
  rows = 0;
  /** Lines after the data that were no rows. */
  readonly trailer: string[] = [];
  readonly #options: CsvReaderOptions;
  readonly #base: Reading;
  readonly #splitter = new RowSplitter();
  readonly #fates: RowFates;
  readonly #index: RowIndex | null;
  readonly #batch: RowBatch;
  readonly #collector: RowCollector;
  /** Null where rows are collected one by one. */
  readonly #taker: RowTaker | null;
  readonly #limit: number;
  readonly #tallies = new RowTallies();
  readonly #window: ByteWindow;
  readonly #unpacker: Unpacker | null;
  #line = 1;
  #preambleLeft: number;
  #headersLeft: number;
  #isLast = false;
  /** Rows of one cell that may stand behind the data. */
  #held: { line: number; bytes: Buffer }[] = [];

  constructor(options: CsvReaderOptions) {
    const { dialect } = options;
    this.#options = options;
    this.#base = readingOf(dialect);
    this.#unpacker = createUnpacker(dialect);
    this.#fates = new RowFates(options.columns);
    this.#index = dialect.quoting === 'backslash' ? null : options.index;
    this.#window = new ByteWindow(this.#index ?? undefined);
    this.#batch = new RowBatch(options.wanted, options.sink, this.#index?.cells ?? null);
    this.#limit = options.limit ?? Number.POSITIVE_INFINITY;
    this.#preambleLeft = dialect.headerLine - 1;
    this.#headersLeft = dialect.headerRows;
    this.#collector = new RowCollector({ ...options, reading: this.#base, batch: this.#batch });
    const cells = this.#batch.values;
    this.#taker = cells && new RowTaker({ ...options, cells, reading: this.#base, bytes: this.#collector });
  }

  get isDone(): boolean {
    return this.rows >= this.#limit;
  }

  push(chunk: Uint8Array): void {
    if (this.isDone) return;
    if (this.#window.push(this.#unpacker?.push(chunk) ?? chunk)) this.#drain();
  }

  end(): void {
    if (this.#unpacker && !this.isDone) this.#window.push(this.#unpacker.end());
    this.#isLast = true;
    if (!this.isDone) this.#drain();
    if (!this.isDone) this.#passOverHeld();
  }

  problems(): Problem[] {
    return this.#tallies.problems(this.#options.file);
  }

  #drain(): void {
    while (this.#window.at < this.#window.end && !this.isDone) {
      if (this.#advance()) continue;
      this.#window.await();
      return;
    }
  }

  /** Reads on where the window stands; false when it needs more text for that. */
  #advance(): boolean {
    if (this.#preambleLeft > 0 || this.#headersLeft > 0) return this.#passOverBeginning();
    return this.#index ? this.#advanceBy(this.#index) : this.#takeRow();
  }

  /** Takes what the index finds, or else one row. */
  #advanceBy(index: RowIndex): boolean {
    const { at, end } = this.#window;
    index.scan(at, end);
    const taken = this.#takeIndexed(index);
    if (taken === 'more') return false;
    if (taken === 'elsewhere' || (index.isFull && this.#window.at > at)) return true;
    if (this.isDone || this.#window.at >= end) return true;
    const isUnfinished = !index.isFull && index.surprise < 0 && !this.#isLast;
    if (isUnfinished && end - this.#window.at <= longestRow) return false;
    return this.#takeRow();
  }

  /** Lines before the header, then the header itself; false when its end is not there yet. */
  #passOverBeginning(): boolean {
    const { newline } = this.#base;
    if (this.#preambleLeft > 0) {
      const end = this.#window.bytes.indexOf(newline, this.#window.at);
      if (end < 0 || end >= this.#window.end) {
        if (this.#isLast) this.#window.at = this.#window.end;
        return this.#isLast;
      }
      this.#preambleLeft--;
      this.#line++;
      this.#window.at = end + 1;
      return true;
    }
    const splitter = this.#aim();
    const status = splitHeader(splitter, { start: this.#window.at, base: this.#base });
    if (status === 'more') return false;
    this.#fates.headers.push(
      Buffer.from(this.#window.bytes.subarray(this.#window.at, splitter.textEnd(this.#base))),
    );
    this.#line += splitter.lines;
    this.#window.at = splitter.next;
    this.#headersLeft--;
    return true;
  }

  #aim(): RowSplitter {
    const splitter = this.#splitter;
    splitter.bytes = this.#window.bytes;
    splitter.end = this.#window.end;
    splitter.last = this.#isLast;
    return splitter;
  }

  /**
   * Takes the rows that the index found. `elsewhere`: a row was read otherwise than the index has it; `more`: one cannot
   * be settled before more text is there.
   */
  #takeIndexed(index: RowIndex): 'all' | 'elsewhere' | 'more' {
    const outcome = this.#collectIndexed(index);
    this.#batch.flush();
    return outcome;
  }

  #collectIndexed(index: RowIndex): 'all' | 'elsewhere' | 'more' {
    const { rows, rowLines } = index;
    const collector = this.#collector;
    const firstLine = this.#line;
    collector.begin(index, this.#window.bytes, this.#fates.headers);
    this.#taker?.begin(rows, firstLine, this.#fates.headers);
    for (let row = 0, first = 0; row < rows; row++) {
      const taker = this.#takePlain(row, first);
      if (taker) {
        if (this.isDone || taker.row >= rows) return 'all';
        row = taker.row;
        first = taker.first;
      }
      first = collector.look(row, first, this.#window.at);
      const isShort = collector.count < this.#options.columns;
      if (this.#taker || collector.isOdd || (isShort && this.#isAmongOdd)) {
        const outcome = this.#takeOdd();
        if (outcome !== 'taken') return outcome;
      } else {
        this.#putCollected(isShort);
        this.#line = firstLine + rowLines[row];
      }
      if (this.isDone) return 'all';
    }
    return 'all';
  }

  /** Reads the row that the collector looked at with the splitter. */
  #takeOdd(): 'taken' | 'elsewhere' | 'more' {
    this.#batch.flush();
    if (!this.#takeRow()) return 'more';
    return this.#window.at === this.#collector.lineEnd + 1 ? 'taken' : 'elsewhere';
  }

  /** Takes the row that the collector looked at. */
  #putCollected(isShort: boolean): void {
    this.#beginRow();
    if (isShort) this.#fates.shortRows++;
    this.#collector.put(this.#line);
    this.rows++;
    this.#window.at = this.#collector.lineEnd + 1;
  }

  /** A row follows: what was held back before it were rows, too. */
  #beginRow(): void {
    this.#releaseHeld();
    this.#fates.isAfterBlank = false;
  }

  /** True behind a blank row or rows held back, where a short row may be something else than a row. */
  get #isAmongOdd(): boolean {
    return this.#fates.isAfterBlank || this.#held.length > 0;
  }

  /** Takes plain rows at once up to one that is not, where that can be done; it then knows the next row. */
  #takePlain(row: number, first: number): RowTaker | null {
    const taker = this.#taker;
    if (taker === null || this.#isAmongOdd) return null;
    const batch = this.#batch;
    let next = { row, first };
    for (;;) {
      const to = Math.min(batch.room, batch.rows + this.#limit - this.rows);
      taker.take({ ...next, start: this.#window.at, line: this.#line }, batch, to);
      this.#window.at = taker.start;
      this.#line = taker.line;
      this.rows += taker.taken;
      this.#fates.shortRows += taker.shortRows;
      batch.rows += taker.taken;
      batch.used = taker.used;
      if (taker.isOdd || this.isDone || taker.row >= taker.rows) return taker;
      // There is no more room for rows or for the text of cells.
      batch.flush();
      next = taker;
    }
  }

  /** Reads one row with the splitter; false when more text is needed. */
  #takeRow(): boolean {
    // A file that begins with a byte order mark was appended to another one here.
    const isThere = this.#window.at + markLength <= this.#window.end;
    if (isThere && isMarked(this.#window.bytes, this.#window.at)) this.#window.at += markLength;
    const splitter = this.#aim();
    const start = this.#window.at;
    const row = { start, columns: this.#options.columns, base: this.#base };
    let status = splitter.split(start, this.#base);
    let repair: 'quotes_repaired' | 'quote_lost' | null = null;
    if (status === 'more' && this.#window.end - start > longestRow) {
      splitter.last = true;
      status = splitter.split(start, this.#base);
    }
    if (status === 'more') return false;
    if (status !== 'whole') {
      const repaired = repairRow(splitter, row);
      if (repaired.outcome === 'more') return false;
      if (repaired.outcome === 'cut') {
        this.#cut(sentence('word.inside_quotes'), 'open_quote');
        return true;
      }
      repair = repaired.outcome === 'strays' ? 'quotes_repaired' : 'quote_lost';
      splitter.split(start, repaired.reading);
    }
    if (splitter.next - start > longestRow) throw this.#tooLong();
    if (repair) this.#tallies.of[repair].add(this.#line);
    this.#settle(splitter, repair === 'quote_lost');
    return true;
  }

  #tooLong(): DeskstatError {
    const where = { file: this.#options.file, line: this.#line };
    return new DeskstatError({ code: 'row_too_long', args: { limit: '64 MiB' }, where }, 3);
  }

  /** Does with the row that was split last what is to be done with it, and goes on behind it. */
  #settle(splitter: RowSplitter, isLost: boolean): void {
    if (this.#takeWrapped(splitter)) return;
    const { sink } = this.#options;
    const start = this.#window.at;
    const end = splitter.textEnd(this.#base);
    const line = this.#line;
    const fate = this.#fates.fateOf(splitter, {
      start,
      end,
      isLost,
      isFirst: this.rows === 0,
      isBehindHeld: this.#held.length > 0,
    });
    this.#window.at = splitter.next;
    this.#line += splitter.lines;
    switch (fate) {
      case 'row':
        this.#beginRow();
        if (splitter.count < this.#options.columns) this.#fates.shortRows++;
        this.#emit(splitter, { line, start, end });
        break;
      case 'blank':
        this.#fates.isAfterBlank = true;
        break;
      case 'held':
        this.#held.push({ line, bytes: Buffer.from(this.#window.bytes.subarray(start, end)) });
        if (this.#held.length > mostHeld) this.#releaseHeld();
        break;
      case 'cut':
        this.#window.at = start;
        this.#line = line;
        this.#cut(sentence('why.last_row_short'), 'too_few_cells');
        break;
      case 'conflict_markers':
      case 'headers_repeated':
        this.#tallies.of[fate].add(line);
        break;
      case 'open_quote':
      case 'too_many_cells':
        this.#beginRow();
        sink.rejectRow(line, fate, this.#window.bytes.toString('utf8', start, end));
        break;
      default:
        fate satisfies never;
    }
  }

  #emit(
    splitter: RowSplitter,
    row: { readonly line: number; readonly start: number; readonly end: number },
  ): void {
    const { sink } = this.#options;
    for (const column of this.#options.wanted) {
      if (column >= splitter.count) break;
      splitter.cell(column);
      sink.cell(column, splitter.cellBytes, splitter.cellStart, splitter.cellEnd);
    }
    const reason = sink.endRow(row.line);
    if (reason) sink.rejectRow(row.line, reason, splitter.bytes.toString('utf8', row.start, row.end));
    this.rows++;
  }

  /** Takes a row that is one quoted cell with the row in it; false where it is none. */
  #takeWrapped(splitter: RowSplitter): boolean {
    const inner = innerRow(splitter, this.#options.columns, this.#base);
    if (inner === null) return false;
    this.#beginRow();
    this.#emit(inner, { line: this.#line, start: 0, end: inner.end });
    this.#window.at = splitter.next;
    this.#line += splitter.lines;
    return true;
  }

  /** Rows held back were rows after all. */
  #releaseHeld(): void {
    if (this.#held.length === 0) return;
    const held = this.#held;
    this.#held = [];
    for (const { line, bytes } of held) {
      // A line of one cell among rows of several is broken, and says nothing of how rows end: it is no short row.
      if (this.#options.columns <= 2) this.#fates.shortRows++;
      this.#emit(splitAlone(bytes, this.#base), { line, start: 0, end: bytes.length });
    }
  }

  #passOverHeld(): void {
    for (const { bytes } of this.#held) {
      const splitter = splitAlone(bytes, this.#base);
      const cells = Array.from({ length: splitter.count }, (_, i) => splitter.text(i));
      this.trailer.push(cells.filter((cell) => cell !== '').join(' '));
    }
  }

  /** Rejects what is left because the text ends in the middle of it. */
  #cut(reason: Sentence, code: 'open_quote' | 'too_few_cells'): void {
    const raw = this.#window.bytes.toString('utf8', this.#window.at, this.#window.end);
    this.#options.sink.rejectRow(this.#line, code, raw);
    this.#tallies.of.file_cut.add(this.#line);
    this.#tallies.of.file_cut.args = { reason };
    this.#window.at = this.#window.end;
  }
}
