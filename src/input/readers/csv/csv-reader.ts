import { Buffer } from 'node:buffer';
import { DeskstatError, type Problem } from '../../../model/problem.ts';
import type { CellSink, Dialect } from '../../../model/source.ts';
import { ByteWindow } from '../byte-window.ts';
import { LineTally } from '../line-tally.ts';
import { RowBatch } from '../row-batch.ts';
import { readingOf, splitAlone, splitHeader } from './reading.ts';
import { isMarked, markLength, oddStarts, RowFates } from './row-fates.ts';
import type { RowIndex } from './row-index.ts';
import { repairRow } from './row-repair.ts';
import {
  carriageReturn,
  lineFeed,
  quoteByte,
  type Reading,
  RowSplitter,
  unescapeCell,
} from './row-splitter.ts';

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

/** What is counted while reading, by the code of the problem that reports it. */
const tallied = [
  'quotes_repaired',
  'quote_lost',
  'headers_repeated',
  'conflict_markers',
  'file_cut',
] as const;

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
  readonly #wanted: Int32Array;
  readonly #batch: RowBatch;
  readonly #limit: number;
  /** 1 for bytes that begin a row that is not to be taken as it is. */
  readonly #isOddStart = new Uint8Array(256);
  /** 1 for bytes that begin a row whose first cell may be empty. */
  readonly #isEmptyStart = new Uint8Array(256);
  readonly #tallies: Readonly<Record<(typeof tallied)[number], LineTally>> = {
    quotes_repaired: new LineTally(),
    quote_lost: new LineTally(),
    headers_repeated: new LineTally(),
    conflict_markers: new LineTally(),
    file_cut: new LineTally(),
  };
  readonly #window: ByteWindow;
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
    this.#fates = new RowFates(options.columns);
    this.#index = dialect.quoting === 'backslash' ? null : options.index;
    this.#window = new ByteWindow(this.#index ?? undefined);
    this.#wanted = Int32Array.from(options.wanted);
    this.#batch = new RowBatch(options.wanted, options.sink);
    this.#limit = options.limit ?? Number.POSITIVE_INFINITY;
    this.#preambleLeft = dialect.headerLine - 1;
    this.#headersLeft = dialect.headerRows;
    for (const byte of oddStarts) this.#isOddStart[byte] = 1;
    for (const byte of [this.#base.delimiter, quoteByte]) this.#isEmptyStart[byte] = 1;
  }

  get isDone(): boolean {
    return this.rows >= this.#limit;
  }

  push(chunk: Uint8Array): void {
    if (this.isDone) return;
    if (this.#window.push(chunk)) this.#drain();
  }

  end(): void {
    this.#isLast = true;
    if (!this.isDone) this.#drain();
    if (!this.isDone) this.#passOverHeld();
  }

  problems(): Problem[] {
    const problems: Problem[] = [];
    const { file } = this.#options;
    for (const code of tallied) {
      const tally = this.#tallies[code];
      if (tally.count === 0) continue;
      const severity = code === 'headers_repeated' ? 'note' : 'warning';
      problems.push(tally.problem({ code, severity, file }));
    }
    return problems;
  }

  #drain(): void {
    while (this.#window.at < this.#window.end && !this.isDone) {
      if (this.#preambleLeft > 0 || this.#headersLeft > 0) {
        if (this.#passOverBeginning()) continue;
        this.#window.await();
        return;
      }
      if (this.#index) {
        this.#index.scan(this.#window.at, this.#window.end);
        const at = this.#window.at;
        const taken = this.#takeIndexed(this.#index);
        if (taken === 'more') {
          this.#window.await();
          return;
        }
        if (taken === 'elsewhere' || (this.#index.isFull && this.#window.at > at)) continue;
        if (this.isDone || this.#window.at >= this.#window.end) return;
        if (!this.#index.isFull && this.#index.surprise < 0 && !this.#isLast) {
          if (this.#window.end - this.#window.at <= longestRow) {
            this.#window.await();
            return;
          }
        }
      }
      if (!this.#takeRow()) {
        this.#window.await();
        return;
      }
    }
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
      Buffer.from(this.#window.bytes.subarray(this.#window.at, this.#textEnd(splitter))),
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

  /** Behind the text of the row split last, its line end left out. */
  #textEnd(splitter: RowSplitter): number {
    let end = splitter.next - (splitter.ended ? 1 : 0);
    if (this.#base.newline === lineFeed && splitter.bytes[end - 1] === carriageReturn) end--;
    return end;
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
    const { separators, rowEnds, rowLines, rows } = index;
    const { columns } = this.#options;
    const bytes = this.#window.bytes;
    const wanted = this.#wanted;
    const batch = this.#batch;
    const { starts, ends, room } = batch;
    batch.bytes = bytes;
    const isOddStart = this.#isOddStart;
    const isEmptyStart = this.#isEmptyStart;
    const trimsReturn = this.#base.newline === lineFeed;
    const hasQuotes = this.#base.quoting !== 'none';
    const firstLine = this.#line;
    const [header1 = -1, header2 = -1, header3 = -1] = this.#fates.headers.map((header) => header.length);
    let first = 0;
    for (let row = 0; row < rows; row++) {
      const start = this.#window.at;
      const lastCell = rowEnds[row];
      const lineEnd = separators[lastCell];
      const end =
        trimsReturn && lineEnd > start && bytes[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd;
      const count = lastCell - first + 1;
      let surplus = 0;
      if (count > columns) {
        surplus = end - separators[first + columns - 1] - (count - columns);
      }
      const length = end - start;
      const isOdd =
        (count === 1 && columns > 1) ||
        (length < count * 3 && (length < count || isEmptyStart[bytes[start]] === 1)) ||
        isOddStart[bytes[start]] === 1 ||
        length === header1 ||
        length === header2 ||
        length === header3 ||
        surplus > 0 ||
        (count < columns && (this.#fates.isAfterBlank || this.#held.length > 0));
      if (isOdd) {
        batch.flush();
        if (!this.#takeRow()) return 'more';
        if (this.#window.at !== lineEnd + 1) return 'elsewhere';
        first = lastCell + 1;
        if (this.isDone) return 'all';
        continue;
      }
      if (this.#held.length > 0) this.#releaseHeld();
      this.#fates.isAfterBlank = false;
      if (count < columns) this.#fates.shortRows++;
      for (let i = 0, place = batch.rows; i < wanted.length; i++, place += room) {
        const column = wanted[i];
        let from = 0;
        let to = 0;
        if (column < count) {
          from = column === 0 ? start : separators[first + column - 1] + 1;
          to = column === count - 1 ? end : separators[first + column];
          if (hasQuotes && from < to && bytes[from] === quoteByte) {
            from++;
            to--;
            if (this.#putEscaped(place, from, to)) continue;
          }
        }
        starts[place] = from;
        ends[place] = to;
      }
      batch.endRow(this.#line, start, end);
      this.rows++;
      this.#window.at = lineEnd + 1;
      this.#line = firstLine + rowLines[row];
      first = lastCell + 1;
      if (this.rows >= this.#limit) return 'all';
    }
    return 'all';
  }

  /** Puts a cell without its doubled quotes into the batch; false when it holds none. */
  #putEscaped(place: number, start: number, end: number): boolean {
    const bytes = this.#window.bytes;
    let at = start;
    while (at < end && bytes[at] !== quoteByte) at++;
    if (at === end) return false;
    const batch = this.#batch;
    const room = batch.reserve(end - start);
    const into = batch.unescaped;
    batch.putUnescaped(place, unescapeCell({ from: bytes, start, end, into, at: room, backslash: false }));
    return true;
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
        this.#cut('inside quotes', 'open_quote');
        return true;
      }
      repair = repaired.outcome === 'strays' ? 'quotes_repaired' : 'quote_lost';
      splitter.split(start, repaired.reading);
    }
    if (splitter.next - start > longestRow) throw this.#tooLong();
    if (repair) this.#tallies[repair].add(this.#line);
    this.#settle(splitter, repair === 'quote_lost');
    return true;
  }

  #tooLong(): DeskstatError {
    const where = { file: this.#options.file, line: this.#line };
    return new DeskstatError({ code: 'row_too_long', args: { limit: '64 MiB' }, where }, 3);
  }

  /** Does with the row that was split last what is to be done with it, and goes on behind it. */
  #settle(splitter: RowSplitter, isLost: boolean): void {
    const { sink } = this.#options;
    const start = this.#window.at;
    const end = this.#textEnd(splitter);
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
        this.#releaseHeld();
        this.#fates.isAfterBlank = false;
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
        this.#cut('the last row has fewer cells than the others', 'too_few_cells');
        break;
      case 'conflict_markers':
      case 'headers_repeated':
        this.#tallies[fate].add(line);
        break;
      case 'open_quote':
      case 'too_many_cells':
        this.#releaseHeld();
        this.#fates.isAfterBlank = false;
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
    for (const column of this.#wanted) {
      if (column >= splitter.count) break;
      splitter.cell(column);
      sink.cell(column, splitter.cellBytes, splitter.cellStart, splitter.cellEnd);
    }
    const reason = sink.endRow(row.line);
    if (reason) sink.rejectRow(row.line, reason, splitter.bytes.toString('utf8', row.start, row.end));
    this.rows++;
  }

  /** Rows held back were rows after all. */
  #releaseHeld(): void {
    if (this.#held.length === 0) return;
    const held = this.#held;
    this.#held = [];
    for (const { line, bytes } of held) {
      this.#fates.shortRows++;
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
  #cut(reason: string, code: 'open_quote' | 'too_few_cells'): void {
    const raw = this.#window.bytes.toString('utf8', this.#window.at, this.#window.end);
    this.#options.sink.rejectRow(this.#line, code, raw);
    this.#tallies.file_cut.add(this.#line);
    this.#tallies.file_cut.args = { reason };
    this.#window.at = this.#window.end;
  }
}
