import { DeskstatError, type Problem } from '../../../model/problem.ts';
import { ByteWindow } from '../../readers/byte-window.ts';
import { LineTally } from '../../readers/line-tally.ts';
import { type Located, locateEnvelope, locatePair } from './envelope.ts';
import { type JsonDriverOptions, longestRecord } from './json-documents.ts';
import { byteOf } from './json-text.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Lines read otherwise after which the plain way is no longer tried unless it has worked as often. */
const mostOthers = 1000;

/** Reads JSON that has one value a line. A line that is no record is rejected; the others are kept. */
export class JsonLines {
  readonly #options: JsonDriverOptions;
  readonly #window: ByteWindow;
  readonly #messages = new LineTally();
  #searched = 0;
  #line = 1;
  #records = 0;
  #isCut = false;
  /** Lines that could not be read the plain way. */
  #others = 0;

  constructor(options: JsonDriverOptions) {
    this.#options = options;
    this.#window = new ByteWindow(options.cursor.marks ?? undefined);
  }

  push(chunk: Uint8Array): void {
    const { consumer } = this.#options;
    if (consumer.isDone) return;
    const window = this.#window;
    this.#searched -= window.at;
    window.push(chunk);
    this.#options.cursor.marks?.forget(window.end);
    const { bytes, end } = window;
    while (!consumer.isDone) {
      if (this.#takePlain()) continue;
      const lineEnd = bytes.indexOf(lineFeed, Math.max(window.at, this.#searched));
      if (lineEnd < 0 || lineEnd >= end) break;
      this.#take(window.at, lineEnd);
      window.at = lineEnd + 1;
      this.#line++;
    }
    consumer.flush?.();
    this.#searched = end;
    if (end - window.at > longestRecord) {
      const where = { file: this.#options.file, line: this.#line };
      throw new DeskstatError({ code: 'row_too_long', args: { limit: '64 MiB' }, where }, 3);
    }
  }

  end(): void {
    const { consumer } = this.#options;
    const window = this.#window;
    if (consumer.isDone || window.at >= window.end) return;
    this.#isCut = !this.#take(window.at, window.end);
    consumer.flush?.();
    window.at = window.end;
  }

  problems(): Problem[] {
    const { file } = this.#options;
    const problems: Problem[] = [];
    if (this.#isCut) {
      const args = { record: this.#records + 1, rows: this.#records };
      const where = { file, line: this.#line };
      problems.push({ code: 'json_cut', severity: 'warning', args, where });
    }
    if (this.#messages.count > 0) {
      problems.push(this.#messages.problem({ code: 'records_not_json', severity: 'note', file }));
    }
    return problems;
  }

  /** Reads one line without looking for its end first; false when it is to be read otherwise. */
  #takePlain(): boolean {
    const { cursor, consumer, shape } = this.#options;
    if (shape.unit !== 'records' || !consumer.scanPlain || this.#others > mostOthers + this.#records) {
      return false;
    }
    const window = this.#window;
    cursor.aim(window.bytes, window.end);
    let behind = consumer.scanPlain(window.at);
    if (behind >= 0 && window.bytes[behind] === carriageReturn) behind++;
    if (behind < 0 || behind >= window.end || window.bytes[behind] !== lineFeed) {
      this.#others++;
      return false;
    }
    consumer.accept(this.#line++);
    this.#records++;
    window.at = behind + 1;
    return true;
  }

  /** Reads one line; false when it is no record and was rejected. */
  #take(start: number, end: number): boolean {
    const { cursor, consumer, shape } = this.#options;
    cursor.aim(this.#window.bytes, end);
    const from = cursor.skipBlanks(start);
    if (from >= end) return true;
    const byte = cursor.bytes[from];
    if (byte !== byteOf.openObject && byte !== byteOf.openArray) {
      // Between messages a line that is no JSON at all is a line of a log.
      if (shape.unit !== 'envelopes') return this.#refuse(from, end);
      this.#messages.add(this.#line);
      return true;
    }
    if (shape.unit === 'records') {
      const behind = consumer.scan(null, from);
      if (behind < 0 || cursor.skipBlanks(behind) < end) return this.#refuse(from, end);
      consumer.accept(this.#line);
      this.#records++;
      return true;
    }
    const behind = cursor.skipValue(from);
    if (behind < 0 || cursor.skipBlanks(behind) < end) return this.#refuse(from, end);
    const located: Located = shape.unit === 'pairs' ? locatePair(cursor, from) : locateEnvelope(cursor, from);
    if (!located.isRecord) {
      this.#messages.add(this.#line);
      return true;
    }
    consumer.scan(located.stream, located.start);
    consumer.accept(this.#line);
    this.#records++;
    return true;
  }

  #refuse(from: number, end: number): boolean {
    const { consumer, cursor } = this.#options;
    const raw = cursor.bytes.toString('utf8', from, end).trimEnd();
    cursor.end = end;
    const behind = cursor.skipValue(from);
    const isValue = behind >= 0 && cursor.skipBlanks(behind) >= end;
    consumer.reject(null, { line: this.#line, reason: isValue ? 'not_an_object' : 'broken_json', raw });
    return false;
  }
}
