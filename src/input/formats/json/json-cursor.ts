import { Buffer } from 'node:buffer';
import { asciiLetters, byteFlags } from '../../../model/byte-flags.ts';
import { byteOf, escapes, hexValue, words } from './json-text.ts';
import type { StringMarks } from './string-marks.ts';

/** Where a value could not be read: `more`: the text ends inside it; `broken`: it is no JSON. */
export type JsonTrouble = 'none' | 'more' | 'broken';

/** 1 for bytes that a string may hold as they are: all but quote, backslash and control characters. */
const isPlain = new Uint8Array(256).fill(1);
isPlain.fill(0, 0, 0x20);
isPlain[byteOf.quote] = 0;
isPlain[byteOf.backslash] = 0;

/** 1 for bytes that may be part of a number or of a bare word. */
const isWordByte = byteFlags(`+-.0123456789${asciiLetters}`);

const deepest = 512;
const trueBytes = Buffer.from('true');
const nullBytes = Buffer.from('null');

function isSpelt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** Steps over JSON in bytes and checks it on the way. Positions are offsets into `bytes`; −1 means trouble. */
export class JsonCursor {
  bytes: Buffer = Buffer.alloc(0);
  /** The same bytes, for looking at four of them at once. */
  view: DataView = new DataView(new ArrayBuffer(0));
  end = 0;
  trouble: JsonTrouble = 'none';
  /** Set by `skipString`: whether the string holds escapes. */
  hasEscapes = false;
  /** Finds the ends of strings faster; null looks at every byte. They belong to `bytes`. */
  readonly marks: StringMarks | null;
  /** Index of the mark that is likely to be needed next. */
  nextMark = 0;

  constructor(marks: StringMarks | null = null) {
    this.marks = marks;
  }

  /** Turns to a text. */
  aim(bytes: Buffer, end: number): void {
    if (this.bytes !== bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    this.end = end;
  }

  /** Notes that the text ends too early, or is no JSON, and returns −1. */
  fail(at: number): number {
    this.trouble = at >= this.end ? 'more' : 'broken';
    return -1;
  }

  /** The next byte that is not white space, or `end`. */
  skipBlanks(from: number): number {
    const { bytes, end } = this;
    let at = from;
    while (at < end) {
      const byte = bytes[at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
      at++;
    }
    return at;
  }

  /** Behind the closing quote of the string whose opening quote is at `from`. */
  skipString(from: number): number {
    return this.marks === null ? this.#skipPlainly(from) : this.#skipByMarks(from, this.marks);
  }

  #skipPlainly(from: number): number {
    const { bytes, end } = this;
    let at = from + 1;
    let hasEscapes = false;
    for (;;) {
      while (at < end && isPlain[bytes[at]] === 1) at++;
      if (at >= end) return this.fail(end);
      const byte = bytes[at];
      if (byte === byteOf.quote) {
        this.hasEscapes = hasEscapes;
        return at + 1;
      }
      if (byte !== byteOf.backslash) return this.fail(at);
      hasEscapes = true;
      at = this.#skipEscape(at);
      if (at < 0) return -1;
    }
  }

  /** The same by the list of marks: strings follow each other, so the opening quote is mostly the next mark. */
  #skipByMarks(from: number, marks: StringMarks): number {
    const { bytes, end } = this;
    const list = marks.marks;
    let next = this.nextMark;
    if (next >= marks.count || list[next] !== from) {
      next = marks.find(from, next);
    }
    let at = from + 1;
    let hasEscapes = false;
    for (;;) {
      next++;
      while (next < marks.count && list[next] < at) next++;
      if (next >= marks.count) {
        if (marks.end >= end) return this.fail(end);
        marks.look(Math.max(at, marks.end));
        next = -1;
        continue;
      }
      const mark = list[next];
      if (mark >= end) return this.fail(end);
      const byte = bytes[mark];
      if (byte === byteOf.quote) {
        this.hasEscapes = hasEscapes;
        this.nextMark = next + 1;
        return mark + 1;
      }
      if (byte !== byteOf.backslash) return this.fail(mark);
      hasEscapes = true;
      at = this.#skipEscape(mark);
      if (at < 0) return -1;
    }
  }

  #skipEscape(from: number): number {
    const { bytes, end } = this;
    if (from + 1 >= end) return this.fail(end);
    const kind = bytes[from + 1];
    if (kind !== 0x75) return escapes[kind] === 0 ? this.fail(from) : from + 2;
    for (let k = 2; k < 6; k++) {
      if (from + k >= end) return this.fail(end);
      if (hexValue(bytes[from + k]) < 0) return this.fail(from);
    }
    return from + 6;
  }

  /** Behind a number or a bare word. */
  skipWord(from: number): number {
    const { bytes, end } = this;
    let at = from;
    while (at < end && isWordByte[bytes[at]] === 1) at++;
    if (at >= end) return this.fail(end);
    const byte = bytes[from];
    const isNumber = (byte >= 0x30 && byte <= 0x39) || (byte === 0x2d && bytes[from + 1] !== 0x49);
    if (isNumber ? !this.#isNumber(from, at) : !this.#isWord(from, at)) return this.fail(from);
    return at;
  }

  #isWord(from: number, to: number): boolean {
    const { bytes } = this;
    // The three words of JSON itself, the usual case, need not become text.
    if (to - from === 4 && (isSpelt(bytes, from, trueBytes) || isSpelt(bytes, from, nullBytes))) return true;
    return words.has(bytes.toString('latin1', from, to));
  }

  /** Whether `null` stands at a position. */
  isNullAt(at: number): boolean {
    return isSpelt(this.bytes, at, nullBytes);
  }

  #isNumber(from: number, to: number): boolean {
    const { bytes } = this;
    let at = from;
    const digits = (): boolean => {
      const begin = at;
      while (at < to && bytes[at] >= 0x30 && bytes[at] <= 0x39) at++;
      return at > begin;
    };
    if (bytes[at] === 0x2d) at++;
    if (bytes[at] === 0x30) at++;
    else if (!digits()) return false;
    if (at < to && bytes[at] === 0x2e) {
      at++;
      if (!digits()) return false;
    }
    if (at < to && (bytes[at] | 0x20) === 0x65) {
      at++;
      if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
      if (!digits()) return false;
    }
    return at === to;
  }

  /** Behind the value that begins at `from`, whatever it is. */
  skipValue(from: number, depth = 0): number {
    if (from >= this.end) return this.fail(from);
    const byte = this.bytes[from];
    if (byte === byteOf.quote) return this.skipString(from);
    if (byte !== byteOf.openObject && byte !== byteOf.openArray) return this.skipWord(from);
    if (depth > deepest) return this.fail(from);
    return this.#skipItems(from, byte === byteOf.openObject, depth);
  }

  #skipItems(from: number, isObject: boolean, depth: number): number {
    const close = isObject ? byteOf.closeObject : byteOf.closeArray;
    let at = this.firstItem(from, close);
    while (at >= 0 && !this.isClosed) {
      if (isObject) at = this.skipKey(at);
      if (at >= 0) at = this.skipValue(at, depth + 1);
      if (at >= 0) at = this.nextItem(at, close);
    }
    return at;
  }

  /** Set by `firstItem` and `nextItem`: whether the list or object ends instead; they then return what is behind it. */
  isClosed = false;

  /** The beginning of the first item of the list or object that begins at `from`. */
  firstItem(from: number, close: number): number {
    const at = this.skipBlanks(from + 1);
    this.isClosed = at < this.end && this.bytes[at] === close;
    return this.isClosed ? at + 1 : at;
  }

  /** The beginning of the item that follows the one that ends at `from`. */
  nextItem(from: number, close: number): number {
    const at = this.skipBlanks(from);
    if (at >= this.end) return this.fail(at);
    this.isClosed = this.bytes[at] === close;
    if (this.isClosed) return at + 1;
    return this.bytes[at] === byteOf.comma ? this.skipBlanks(at + 1) : this.fail(at);
  }

  /** Set by `skipKey`: the bytes of the key between its quotes. */
  keyStart = 0;
  keyEnd = 0;
  keyHasEscapes = false;

  /** The beginning of the value whose key begins at `from`. */
  skipKey(from: number): number {
    if (from >= this.end) return this.fail(from);
    if (this.bytes[from] !== byteOf.quote) return this.fail(from);
    let at = this.skipString(from);
    if (at < 0) return -1;
    this.keyStart = from + 1;
    this.keyEnd = at - 1;
    this.keyHasEscapes = this.hasEscapes;
    at = this.skipBlanks(at);
    if (at >= this.end || this.bytes[at] !== byteOf.colon) return this.fail(at);
    return this.skipBlanks(at + 1);
  }

  /** The key stepped over last. */
  key(): string {
    const { bytes, keyStart, keyEnd } = this;
    return this.keyHasEscapes
      ? (JSON.parse(`"${bytes.toString('utf8', keyStart, keyEnd)}"`) as string)
      : bytes.toString('utf8', keyStart, keyEnd);
  }
}
