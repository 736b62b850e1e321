import { Buffer } from 'node:buffer';
import type { CellSink } from '../../../model/source.ts';
import type { JsonCursor } from './json-cursor.ts';
import { byteOf, unescapeString, wordText } from './json-text.ts';
import { knownElsewhere, PathNode, remember } from './path-node.ts';

const listSeparatorByte = 0x1f;

/** A cell that is filled from the record, or taken over from the record that this one is nested in. */
export interface Slot {
  /** Column to push it as, −1 for cells that only nested records need. */
  readonly column: number;
  /** Slot of the parent's record, −1 for own cells. */
  readonly inherited: number;
}

const absent = -1;

/**
 * Reads records of one table straight from bytes: one walk over the record notes where the wanted cells lie, then they
 * are pushed in column order. Values that nobody wants are stepped over; none is built.
 */
export class RecordReader {
  readonly root = new PathNode();
  readonly slots: Slot[] = [];
  rows = 0;
  readonly sink: CellSink | null;
  readonly #cursor: JsonCursor;
  readonly #parent: RecordReader | null;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #isScratch = new Uint8Array(0);
  #scratch = Buffer.alloc(1024);
  #scratchEnd = 0;
  /** Where the record scanned last lies. */
  #start = 0;
  #end = 0;
  /** Lists of nested records of the record scanned last. */
  #lists: { reader: RecordReader; start: number }[] = [];

  constructor(options: { cursor: JsonCursor; sink: CellSink | null; parent: RecordReader | null }) {
    this.#cursor = options.cursor;
    this.sink = options.sink;
    this.#parent = options.parent;
  }

  addSlot(slot: Slot): number {
    this.slots.push(slot);
    this.#starts = new Int32Array(this.slots.length);
    this.#ends = new Int32Array(this.slots.length);
    this.#isScratch = new Uint8Array(this.slots.length);
    return this.slots.length - 1;
  }

  /** Walks over the record at `start` and remembers its cells; where it ends, −1 on trouble. */
  scan(start: number): number {
    this.#starts.fill(absent);
    this.#scratchEnd = 0;
    if (this.#lists.length > 0) this.#lists = [];
    const isObject = this.#cursor.bytes[start] === byteOf.openObject;
    this.#start = start;
    this.#end = isObject ? this.#walkObject(start, this.root, 0) : this.#walkNumbered(start);
    return this.#end;
  }

  /** Pushes the record scanned last, then the records nested in it. */
  emit(line: number): void {
    const { sink } = this;
    if (sink) {
      const { slots } = this;
      const bytes = this.#cursor.bytes;
      for (let i = 0; i < slots.length; i++) {
        const { column, inherited } = slots[i];
        if (column < 0) continue;
        if (inherited >= 0) this.#pushInherited(column, inherited);
        else if (this.#starts[i] === absent) sink.cell(column, bytes, 0, 0);
        else
          sink.cell(column, this.#isScratch[i] === 1 ? this.#scratch : bytes, this.#starts[i], this.#ends[i]);
      }
      const reason = sink.endRow(line);
      if (reason) sink.rejectRow(line, reason, bytes.toString('utf8', this.#start, this.#end));
      this.rows++;
    }
    for (const { reader, start } of this.#lists) this.#emitList(reader, { start, line });
  }

  #emitList(reader: RecordReader, list: { start: number; line: number }): void {
    const cursor = this.#cursor;
    let at = cursor.skipBlanks(list.start + 1);
    while (cursor.bytes[at] !== byteOf.closeArray) {
      const isRecord = cursor.bytes[at] === byteOf.openObject;
      const end = isRecord ? reader.scan(at) : cursor.skipValue(at);
      if (isRecord) reader.emit(list.line);
      at = cursor.skipBlanks(end);
      if (cursor.bytes[at] === byteOf.comma) at = cursor.skipBlanks(at + 1);
    }
  }

  #pushInherited(column: number, slot: number): void {
    const sink = this.sink as CellSink;
    let holder = this.#parent as RecordReader;
    let index = slot;
    while (holder.slots[index].inherited >= 0) {
      index = holder.slots[index].inherited;
      holder = holder.#parent as RecordReader;
    }
    const start = holder.#starts[index];
    const bytes = holder.#isScratch[index] === 1 ? holder.#scratch : this.#cursor.bytes;
    sink.cell(column, bytes, start === absent ? 0 : start, start === absent ? 0 : holder.#ends[index]);
  }

  #walkObject(from: number, node: PathNode, depth: number): number {
    const cursor = this.#cursor;
    const { bytes, end } = cursor;
    const { known } = node;
    let at = cursor.skipBlanks(from + 1);
    if (at < end && bytes[at] === byteOf.closeObject) return at + 1;
    for (let position = 0; ; position++) {
      if (position >= known.length || !known[position].standsAt(cursor, at)) {
        position = knownElsewhere(known, { cursor, at, position });
      }
      let next: PathNode | null;
      if (position < known.length) {
        const key = known[position];
        next = key.node;
        at = cursor.skipBlanks(at + key.length);
      } else {
        at = cursor.skipKey(at);
        if (at < 0) return -1;
        next = node.children.get(cursor.key()) ?? null;
        remember(known, { cursor, node: next });
      }
      at = next === null ? cursor.skipValue(at, depth + 1) : this.#walkValue(at, next, depth + 1);
      if (at < 0) return -1;
      at = cursor.skipBlanks(at);
      if (at >= end) return cursor.fail(at);
      if (bytes[at] === byteOf.closeObject) return at + 1;
      if (bytes[at] !== byteOf.comma) return cursor.fail(at);
      at = cursor.skipBlanks(at + 1);
    }
  }

  /** A record that is a list: its elements are the columns 0, 1, 2 … */
  #walkNumbered(from: number): number {
    const cursor = this.#cursor;
    let at = cursor.skipBlanks(from + 1);
    if (at < cursor.end && cursor.bytes[at] === byteOf.closeArray) return at + 1;
    for (let position = 0; ; position++) {
      const node = this.root.children.get(String(position));
      at = node ? this.#walkValue(at, node, 1) : cursor.skipValue(at, 1);
      if (at < 0) return -1;
      at = cursor.skipBlanks(at);
      if (at >= cursor.end) return cursor.fail(at);
      if (cursor.bytes[at] === byteOf.closeArray) return at + 1;
      if (cursor.bytes[at] !== byteOf.comma) return cursor.fail(at);
      at = cursor.skipBlanks(at + 1);
    }
  }

  #walkValue(from: number, node: PathNode, depth: number): number {
    const cursor = this.#cursor;
    if (from >= cursor.end) return cursor.fail(from);
    const byte = cursor.bytes[from];
    if (byte === byteOf.openObject) {
      return node.children.size > 0 ? this.#walkObject(from, node, depth) : cursor.skipValue(from, depth);
    }
    if (byte === byteOf.openArray) {
      return node.isListWanted ? this.#walkList(from, node, depth) : cursor.skipValue(from, depth);
    }
    if (byte === byteOf.quote) {
      const end = cursor.skipString(from);
      if (end >= 0 && node.slot >= 0) this.#setString(node.slot, from + 1, end - 1);
      return end;
    }
    const end = cursor.skipWord(from);
    if (end >= 0 && node.slot >= 0) this.#setWord(node.slot, from, end);
    return end;
  }

  #setString(slot: number, start: number, end: number): void {
    if (!this.#cursor.hasEscapes) {
      this.#set(slot, start, end);
      return;
    }
    const begin = this.#scratchEnd;
    this.#appendString(start, end, true);
    this.#setScratch(slot, begin);
  }

  #setWord(slot: number, start: number, end: number): void {
    const { bytes } = this.#cursor;
    const byte = bytes[start];
    let isPlain = byte === 0x74 || byte === 0x66;
    if (!isPlain && byte !== 0x6e) {
      isPlain = true;
      for (let at = start; at < end; at++) if ((bytes[at] | 0x20) >= 0x61) isPlain = false;
    }
    if (isPlain) {
      this.#set(slot, start, end);
      return;
    }
    const text = wordText(bytes, start, end);
    if (text === '') {
      this.#starts[slot] = absent;
      return;
    }
    const begin = this.#scratchEnd;
    this.#reserve(text.length);
    this.#scratchEnd += this.#scratch.write(text, begin, 'latin1');
    this.#setScratch(slot, begin);
  }

  #set(slot: number, start: number, end: number): void {
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.#isScratch[slot] = 0;
  }

  #setScratch(slot: number, start: number): void {
    this.#starts[slot] = start;
    this.#ends[slot] = this.#scratchEnd;
    this.#isScratch[slot] = 1;
  }

  #reserve(length: number): void {
    const needed = this.#scratchEnd + length;
    if (needed <= this.#scratch.length) return;
    const scratch = Buffer.allocUnsafeSlow(needed * 2);
    this.#scratch.copy(scratch, 0, 0, this.#scratchEnd);
    this.#scratch = scratch;
  }

  #appendString(start: number, end: number, hasEscapes: boolean): void {
    this.#reserve(end - start);
    const { bytes } = this.#cursor;
    if (hasEscapes) {
      this.#scratchEnd = unescapeString({
        from: bytes,
        start,
        end,
        into: this.#scratch,
        at: this.#scratchEnd,
      });
    } else this.#scratchEnd += bytes.copy(this.#scratch, this.#scratchEnd, start, end);
  }

  /** A list: its scalars joined are one cell, a key of its objects another, its objects rows of a nested table. */
  #walkList(from: number, node: PathNode, depth: number): number {
    const cursor = this.#cursor;
    const scalars = new Pieces();
    const labels = new Map<number, Pieces>();
    let hasObjects = false;
    let at = cursor.skipBlanks(from + 1);
    if (at < cursor.end && cursor.bytes[at] === byteOf.closeArray) return at + 1;
    for (;;) {
      if (at >= cursor.end) return cursor.fail(at);
      const byte = cursor.bytes[at];
      const start = at;
      if (byte === byteOf.openObject) {
        hasObjects = true;
        at =
          node.labels.size > 0
            ? this.#walkLabels(at, { node, labels, depth })
            : cursor.skipValue(at, depth + 1);
      } else if (byte === byteOf.openArray) at = cursor.skipValue(at, depth + 1);
      else {
        at = byte === byteOf.quote ? cursor.skipString(at) : cursor.skipWord(at);
        if (at >= 0 && node.slot >= 0) scalars.addScalar(cursor, start, at);
      }
      if (at < 0) return -1;
      at = cursor.skipBlanks(at);
      if (at >= cursor.end) return cursor.fail(at);
      if (cursor.bytes[at] === byteOf.closeArray) break;
      if (cursor.bytes[at] !== byteOf.comma) return cursor.fail(at);
      at = cursor.skipBlanks(at + 1);
    }
    if (node.slot >= 0) this.#join(node.slot, scalars);
    for (const [slot, pieces] of labels) this.#join(slot, pieces);
    if (hasObjects && node.nested) this.#lists.push({ reader: node.nested, start: from });
    return at + 1;
  }

  /** Steps over an object of a list and notes the scalars under the wanted keys. */
  #walkLabels(from: number, of: { node: PathNode; labels: Map<number, Pieces>; depth: number }): number {
    const cursor = this.#cursor;
    let at = cursor.skipBlanks(from + 1);
    if (at < cursor.end && cursor.bytes[at] === byteOf.closeObject) return at + 1;
    for (;;) {
      const begin = cursor.skipKey(at);
      if (begin < 0) return -1;
      const slot = of.node.labels.get(cursor.key());
      at = cursor.skipValue(begin, of.depth + 2);
      if (at < 0) return -1;
      const byte = cursor.bytes[begin];
      if (slot !== undefined && byte !== byteOf.openObject && byte !== byteOf.openArray) {
        let pieces = of.labels.get(slot);
        if (!pieces) {
          pieces = new Pieces();
          of.labels.set(slot, pieces);
        }
        pieces.addScalar(cursor, begin, at);
      }
      at = cursor.skipBlanks(at);
      if (at >= cursor.end) return cursor.fail(at);
      if (cursor.bytes[at] === byteOf.closeObject) return at + 1;
      if (cursor.bytes[at] !== byteOf.comma) return cursor.fail(at);
      at = cursor.skipBlanks(at + 1);
    }
  }

  #join(slot: number, pieces: Pieces): void {
    const begin = this.#scratchEnd;
    for (const piece of pieces.found) {
      if (this.#scratchEnd > begin) {
        this.#reserve(1);
        this.#scratch[this.#scratchEnd++] = listSeparatorByte;
      }
      if (piece.text === null) this.#appendString(piece.start, piece.end, piece.hasEscapes);
      else {
        this.#reserve(piece.text.length);
        this.#scratchEnd += this.#scratch.write(piece.text, this.#scratchEnd, 'latin1');
      }
    }
    if (this.#scratchEnd > begin) this.#setScratch(slot, begin);
  }
}

/** Scalars of a list that are to be joined; empty ones are left out. */
class Pieces {
  readonly found: { start: number; end: number; hasEscapes: boolean; text: string | null }[] = [];

  addScalar(cursor: JsonCursor, start: number, end: number): void {
    if (cursor.bytes[start] !== byteOf.quote) {
      const text = wordText(cursor.bytes, start, end);
      if (text !== '') this.found.push({ start, end, hasEscapes: false, text });
    } else if (end - start > 2) {
      this.found.push({ start: start + 1, end: end - 1, hasEscapes: cursor.hasEscapes, text: null });
    }
  }
}
