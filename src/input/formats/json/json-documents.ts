import { DeskstatError, type Problem } from '../../../model/problem.ts';
import type { JsonShape } from '../../../model/source.ts';
import { ByteWindow } from '../../readers/byte-window.ts';
import { locateEnvelope, locatePair } from './envelope.ts';
import type { JsonCursor } from './json-cursor.ts';
import { byteOf } from './json-text.ts';
import type { RecordConsumer } from './record-consumer.ts';

export interface JsonDriverOptions {
  readonly shape: JsonShape;
  readonly cursor: JsonCursor;
  readonly consumer: RecordConsumer;
  /** Named in messages. */
  readonly file: string;
}

/** Where the driver stands: between top-level values, in an array of units, in a wrapper, in a wrapper's array. */
interface Level {
  readonly kind: 'top' | 'units' | 'page' | 'records';
  readonly path: string;
}

/** A record longer than this is no record. */
export const longestRecord = 1 << 26;
const deepestPage = 4;
/** Bytes of a broken record that are handed on when its end is unknown. */
const mostShown = 4096;

/** What one step of the driver came to. */
type Step = 'on' | 'more' | 'broken';

/**
 * Reads JSON documents as they stream by: arrays of records, wrappers around arrays of records, one document after
 * the other. Only one record has to fit in memory. Commas between values are not insisted on.
 */
export class JsonDocuments {
  readonly #options: JsonDriverOptions;
  readonly #window: ByteWindow;
  readonly #levels: Level[] = [{ kind: 'top', path: '' }];
  #records = 0;
  #messages = 0;
  #isLast = false;
  #isStopped = false;
  #cutAt = 0;

  constructor(options: JsonDriverOptions) {
    this.#options = options;
    this.#window = new ByteWindow(options.cursor.marks ?? undefined);
  }

  push(chunk: Uint8Array): void {
    if (this.#isStopped || this.#options.consumer.isDone) return;
    const isEnough = this.#window.push(chunk);
    this.#options.cursor.marks?.forget(this.#window.end);
    if (isEnough) this.#drain();
    this.#options.consumer.flush?.();
  }

  end(): void {
    this.#isLast = true;
    if (this.#isStopped || this.#options.consumer.isDone) return;
    this.#drain();
    this.#options.consumer.flush?.();
    if (this.#levels.length > 1 && !this.#options.consumer.isDone) this.#cutAt ||= this.#records + 1;
  }

  problems(): Problem[] {
    const { file } = this.#options;
    const problems: Problem[] = [];
    if (this.#cutAt > 0) {
      const args = { record: this.#cutAt, rows: this.#records };
      problems.push({ code: 'json_cut', severity: 'warning', args, where: { file } });
    }
    if (this.#messages > 0) {
      problems.push({
        code: 'records_not_json',
        severity: 'note',
        args: {},
        where: { file },
        count: this.#messages,
      });
    }
    return problems;
  }

  #drain(): void {
    const { cursor, consumer } = this.#options;
    const window = this.#window;
    while (!consumer.isDone && !this.#isStopped) {
      cursor.aim(window.bytes, window.end);
      window.at = cursor.skipBlanks(window.at);
      if (window.at >= window.end) return;
      const step = this.#step(window.at);
      if (step === 'on') continue;
      if (step === 'more' && !this.#isLast) {
        if (window.end - window.at > longestRecord) throw this.#tooLong();
        window.await();
        return;
      }
      if (!this.#passOver(step)) return;
    }
  }

  #tooLong(): DeskstatError {
    const where = { file: this.#options.file };
    return new DeskstatError({ code: 'row_too_long', args: { limit: '64 MiB' }, where }, 3);
  }

  #step(at: number): Step {
    const level = this.#levels[this.#levels.length - 1];
    const byte = this.#window.bytes[at];
    if (byte === byteOf.comma) return this.#move(at + 1);
    switch (level.kind) {
      case 'top':
        return byte === byteOf.openArray ? this.#topArray(at) : this.#unit(at);
      case 'units':
        return byte === byteOf.closeArray ? this.#leave(at) : this.#unit(at);
      case 'records':
        if (byte === byteOf.closeArray) return this.#leave(at);
        if (byte === byteOf.openObject || byte === byteOf.openArray) return this.#record(level.path, at);
        return this.#skip(at);
      case 'page':
        return byte === byteOf.closeObject ? this.#leave(at) : this.#member(level, at);
    }
  }

  /** An array at the top is a pair where pairs are expected and it begins with a name; else it holds the values. */
  #topArray(at: number): Step {
    const { shape, cursor } = this.#options;
    if (shape.unit !== 'pairs') return this.#enter({ kind: 'units', path: '' }, at);
    const first = cursor.skipBlanks(at + 1);
    if (first >= cursor.end) return 'more';
    return cursor.bytes[first] === byteOf.quote
      ? this.#unit(at)
      : this.#enter({ kind: 'units', path: '' }, at);
  }

  #move(to: number): Step {
    this.#window.at = to;
    return 'on';
  }

  #enter(level: Level, at: number): Step {
    this.#levels.push(level);
    return this.#move(at + 1);
  }

  #leave(at: number): Step {
    this.#levels.pop();
    return this.#move(at + 1);
  }

  #skip(at: number): Step {
    const { cursor } = this.#options;
    const end = cursor.skipValue(at);
    return end < 0 ? troubleOf(cursor) : this.#move(end);
  }

  /** One element of the outermost array, or one top-level value. */
  #unit(at: number): Step {
    const { shape, consumer, cursor } = this.#options;
    const byte = cursor.bytes[at];
    const isHolder = byte === byteOf.openObject || byte === byteOf.openArray;
    if (!isHolder) {
      const end = cursor.skipValue(at);
      if (end < 0) return troubleOf(cursor);
      this.#records++;
      const raw = cursor.bytes.toString('utf8', at, end);
      consumer.reject(null, { line: this.#records, reason: 'not_an_object', raw });
      return this.#move(end);
    }
    if (shape.unit === 'records') return this.#record(null, at);
    if (shape.unit === 'pages') {
      return this.#enter({ kind: byte === byteOf.openObject ? 'page' : 'units', path: '' }, at);
    }
    const end = cursor.skipValue(at);
    if (end < 0) return troubleOf(cursor);
    const located = shape.unit === 'pairs' ? locatePair(cursor, at) : locateEnvelope(cursor, at);
    if (located.isRecord) {
      consumer.scan(located.stream, located.start);
      consumer.accept(++this.#records);
    } else this.#messages++;
    return this.#move(end);
  }

  #record(stream: string | null, at: number): Step {
    const { consumer, cursor } = this.#options;
    const end = consumer.scan(stream, at);
    if (end < 0) return troubleOf(cursor);
    consumer.accept(++this.#records);
    return this.#move(end);
  }

  /** One key of a wrapper and the beginning of its value. */
  #member(page: Level, at: number): Step {
    const { shape, cursor } = this.#options;
    const begin = cursor.skipKey(at);
    if (begin < 0) return troubleOf(cursor);
    if (begin >= cursor.end) return 'more';
    const path = page.path === '' ? cursor.key() : `${page.path}.${cursor.key()}`;
    const byte = cursor.bytes[begin];
    if (byte === byteOf.openArray) return this.#enter({ kind: 'records', path }, begin);
    if (byte !== byteOf.openObject) return this.#skip(begin);
    if (shape.singles.includes(path)) return this.#record(path, begin);
    return this.#levels.length <= deepestPage
      ? this.#enter({ kind: 'page', path }, begin)
      : this.#skip(begin);
  }

  /** Passes over a record that is broken when its end can be guessed; else stops. False when nothing more can be done. */
  #passOver(step: Step): boolean {
    const { consumer, cursor } = this.#options;
    const window = this.#window;
    const level = this.#levels[this.#levels.length - 1];
    const isInList = level.kind === 'units' || level.kind === 'records';
    const end = step === 'broken' && isInList ? roughEnd(cursor, window.at) : -1;
    const isFound = end > window.at;
    // Without an end to go on from, the source is given up here; so much of it is shown as says what is wrong.
    const needed = isInList && end < 0 && step === 'broken' ? longestRecord : mostShown;
    if (!isFound && !this.#isLast && window.end - window.at < needed) {
      window.await();
      return false;
    }
    const stop = isFound ? end : Math.min(window.end, window.at + mostShown);
    const stream = level.kind === 'records' ? level.path : null;
    const raw = cursor.bytes.toString('utf8', window.at, stop);
    consumer.reject(stream, { line: this.#records + 1, reason: 'broken_json', raw });
    if (isFound) {
      this.#records++;
      window.at = end;
      return true;
    }
    this.#cutAt = this.#records + 1;
    this.#isStopped = true;
    return false;
  }
}

function troubleOf(cursor: JsonCursor): Step {
  return cursor.trouble === 'more' ? 'more' : 'broken';
}

/** Where a broken object or array probably ends, going by brackets and quotes alone; −1 when that is not there. */
function roughEnd(cursor: JsonCursor, from: number): number {
  const { bytes, end } = cursor;
  let depth = 0;
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (byte === byteOf.quote) at = roughStringEnd(cursor, at);
    else if (byte === byteOf.openObject || byte === byteOf.openArray) depth++;
    else if (byte === byteOf.closeObject || byte === byteOf.closeArray) {
      if (depth <= 1) return depth === 1 ? at + 1 : at;
      depth--;
    } else if (depth === 0 && byte === byteOf.comma) return at;
  }
  return -1;
}

/** The quote that closes the one at `open`, or the end of the text. */
function roughStringEnd({ bytes, end }: JsonCursor, open: number): number {
  for (let at = open + 1; at < end; at++) {
    if (bytes[at] === byteOf.backslash) at++;
    else if (bytes[at] === byteOf.quote) return at;
  }
  return end;
}
