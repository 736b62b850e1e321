import type { JsonCursor } from './json-cursor.ts';
import { byteOf } from './json-text.ts';

const mostKnown = 256;
/** Keys left out of a record are skipped over this far before a key is looked up by name. */
const lookAhead = 24;

/** A key as it was written before, and the node it leads to. */
export class KnownKey {
  /** Bytes of the key with its quotes and the colon. */
  readonly length: number;
  readonly node: PathNode | null;
  /** The same bytes four at a time; the last four overlap those before. */
  readonly #words: Uint32Array;

  constructor(written: { view: DataView; at: number; length: number }, node: PathNode | null) {
    const { view, at, length } = written;
    this.length = length;
    this.node = node;
    this.#words = Uint32Array.from({ length: Math.ceil(length / 4) }, (_, i) =>
      view.getUint32(at + Math.min(i * 4, length - 4), true),
    );
  }

  /** True when the key stands at a position. */
  standsAt(cursor: JsonCursor, at: number): boolean {
    const { length } = this;
    if (at + length > cursor.end) return false;
    const { view } = cursor;
    const words = this.#words;
    const last = words.length - 1;
    for (let i = 0; i < last; i++) if (view.getUint32(at + i * 4, true) !== words[i]) return false;
    return view.getUint32(at + length - 4, true) === words[last];
  }
}

/** What reads the objects of a list as rows of a table. */
export interface RowsReader {
  /** Goes through the object that begins at `at`: its end, −1 where it is broken. */
  scan(at: number): number;
  /** Pushes what was found in it. */
  emit(line: number): void;
}

/** One step of a path on which something is wanted. */
export class PathNode {
  readonly children = new Map<string, PathNode>();
  /** Slot of the scalar or list of scalars here, −1 when it is not wanted. */
  slot = -1;
  /** Slots of one key of each object in the list here: `tags[].name`. */
  readonly labels = new Map<string, number>();
  /** The table of the objects in the list here. */
  nested: RowsReader | null = null;
  /** Keys in the order of the objects seen before, so that most keys are recognised by one comparison. */
  readonly known: KnownKey[] = [];

  get isListWanted(): boolean {
    return this.slot >= 0 || this.labels.size > 0 || this.nested !== null;
  }

  /** The node at the end of a path, made where it is missing. */
  reach(path: readonly string[]): PathNode {
    let node: PathNode = this;
    for (const key of path) {
      let next = node.children.get(key);
      if (!next) {
        next = new PathNode();
        node.children.set(key, next);
      }
      node = next;
    }
    return node;
  }
}

/** Adds the key that the cursor has stepped over last, if it is written in the usual form. */
export function remember(known: KnownKey[], of: { cursor: JsonCursor; node: PathNode | null }): void {
  const { view, keyStart, keyEnd, bytes } = of.cursor;
  const length = keyEnd - keyStart + 3;
  if (known.length >= mostKnown || length < 4 || bytes[keyEnd + 1] !== byteOf.colon) return;
  known.push(new KnownKey({ view, at: keyStart - 1, length }, of.node));
}

/** Index of the known key that stands at `at`, searched around `position`; the number of known keys when it is none. */
export function knownElsewhere(
  known: readonly KnownKey[],
  key: { cursor: JsonCursor; at: number; position: number },
): number {
  const { cursor, at, position } = key;
  const stop = Math.min(known.length, position + lookAhead);
  for (let i = position + 1; i < stop; i++) if (known[i].standsAt(cursor, at)) return i;
  for (let i = 0; i < Math.min(position, known.length, lookAhead); i++) {
    if (known[i].standsAt(cursor, at)) return i;
  }
  return known.length;
}
