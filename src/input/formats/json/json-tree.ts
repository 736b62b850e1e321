import { Buffer } from 'node:buffer';
import type { JsonCursor } from './json-cursor.ts';
import { byteOf, unescapeString, wordText } from './json-text.ts';

/** A JSON value with every scalar as text (null is ''), numbers as written. Used for samples; reading builds no trees. */
export type JsonTree = string | readonly JsonTree[] | ReadonlyMap<string, JsonTree>;

/** The tree of the value at `from`, which the cursor must have stepped over without trouble before. */
export function treeAt(cursor: JsonCursor, from: number): JsonTree {
  return new TreeBuilder(cursor).value(from);
}

class TreeBuilder {
  readonly #cursor: JsonCursor;
  #at = 0;

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
  }

  value(from: number): JsonTree {
    const { bytes } = this.#cursor;
    const byte = bytes[from];
    if (byte === byteOf.openObject) return this.#object(from);
    if (byte === byteOf.openArray) return this.#array(from);
    if (byte === byteOf.quote) {
      this.#at = this.#cursor.skipString(from);
      return stringText(bytes, from + 1, this.#at - 1);
    }
    this.#at = this.#cursor.skipWord(from);
    return wordText(bytes, from, this.#at);
  }

  #object(from: number): JsonTree {
    const cursor = this.#cursor;
    const members = new Map<string, JsonTree>();
    let at = cursor.skipBlanks(from + 1);
    while (cursor.bytes[at] !== byteOf.closeObject) {
      const begin = cursor.skipKey(at);
      const key = cursor.key();
      members.set(key, this.value(begin));
      at = this.#behindComma();
    }
    this.#at = at + 1;
    return members;
  }

  #array(from: number): JsonTree {
    const cursor = this.#cursor;
    const elements: JsonTree[] = [];
    let at = cursor.skipBlanks(from + 1);
    while (cursor.bytes[at] !== byteOf.closeArray) {
      elements.push(this.value(at));
      at = this.#behindComma();
    }
    this.#at = at + 1;
    return elements;
  }

  #behindComma(): number {
    const cursor = this.#cursor;
    const at = cursor.skipBlanks(this.#at);
    return cursor.bytes[at] === byteOf.comma ? cursor.skipBlanks(at + 1) : at;
  }
}

function stringText(bytes: Buffer, start: number, end: number): string {
  if (!bytes.subarray(start, end).includes(byteOf.backslash)) return bytes.toString('utf8', start, end);
  const into = Buffer.allocUnsafe(end - start);
  return into.toString('utf8', 0, unescapeString({ from: bytes, start, end, into, at: 0 }));
}
