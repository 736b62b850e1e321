import type { CellSink } from '../../../model/source.ts';
import { RowBatch } from '../../readers/row-batch.ts';
import type { JsonCursor } from './json-cursor.ts';
import { byteOf } from './json-text.ts';
import { type KnownKey, knownElsewhere, PathNode, type RowsReader, remember } from './path-node.ts';
import { RecordCells, type Scalar } from './record-cells.ts';
import type { StringMarks } from './string-marks.ts';

const space = 0x20;

/** A cell that is filled from the record, or taken over from the record that this one is nested in. */
export interface Slot {
  /** Column to push it as, −1 for cells that only nested records need. */
  readonly column: number;
  /** Slot of the parent's record, −1 for own cells. */
  readonly inherited: number;
}

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
  readonly #cells: RecordCells;
  /** Made with the first row. Null where rows are pushed one by one: those that take cells over from another record. */
  #batch: RowBatch | null | undefined;
  /** Where the record scanned last lies. */
  #start = 0;
  #end = 0;
  /** Lists of nested records of the record scanned last. */
  #lists: { reader: RowsReader; start: number }[] = [];

  constructor(options: { cursor: JsonCursor; sink: CellSink | null; parent: RecordReader | null }) {
    this.#cursor = options.cursor;
    this.sink = options.sink;
    this.#parent = options.parent;
    this.#cells = new RecordCells(options.cursor);
  }

  addSlot(slot: Slot): number {
    this.slots.push(slot);
    this.#cells.resize(this.slots.length);
    this.#batch = undefined;
    return this.slots.length - 1;
  }

  #createBatch(): RowBatch | null {
    const pushed = this.slots.filter(({ column }) => column >= 0);
    if (this.sink === null || pushed.some(({ inherited }) => inherited >= 0)) return null;
    const columns = pushed.map(({ column }) => column);
    return new RowBatch(columns, this.sink, this.#cursor.marks?.cells ?? null);
  }

  /** Walks over the record at `start` and remembers its cells; where it ends, −1 on trouble. */
  scan(start: number): number {
    this.#cells.clear();
    if (this.#lists.length > 0) this.#lists = [];
    const isObject = this.#cursor.bytes[start] === byteOf.openObject;
    this.#start = start;
    this.#end = isObject ? this.#walkObject(start, this.root, 0) : this.#walkNumbered(start);
    return this.#end;
  }

  /**
   * As `scan`, for a record without line breaks whose keys were seen before, which is written as programs write them; −1
   * for any other, which `scan` is then to read.
   */
  scanPlain(start: number): number {
    const { marks } = this.#cursor;
    if (marks === null || this.#cursor.bytes[start] !== byteOf.openObject) return -1;
    this.#cells.clear();
    if (this.#lists.length > 0) this.#lists = [];
    this.#start = start;
    this.#end = this.#walkPlain(start, marks);
    return this.#end;
  }

  /** Goes from one known key to the next and by the marks over the strings; nearly nothing is looked at byte by byte. */
  #walkPlain(from: number, marks: StringMarks): number {
    const cursor = this.#cursor;
    const { bytes, end } = cursor;
    const { known } = this.root;
    const { marks: list, count } = marks;
    let next = cursor.nextMark;
    while (next < count && list[next] < from) next++;
    cursor.nextMark = next;
    let at = from + 1;
    for (let position = 0; ; position++) {
      position = this.#keyAt(at, known, position);
      if (position >= known.length) return -1;
      const { node, length } = known[position];
      at += length;
      // The quotes of the key.
      cursor.nextMark += 2;
      if (bytes[at] === space) at++;
      at = this.#takePlain(at, node, marks);
      if (at < 0) return -1;
      const byte = bytes[at++];
      if (byte === byteOf.closeObject) return at <= end ? at : -1;
      if (byte !== byteOf.comma) return -1;
      if (bytes[at] === space) at++;
    }
  }

  /** Index of the known key at `at`, mostly the one at `position`; the number of known keys when it is none. */
  #keyAt(at: number, known: readonly KnownKey[], position: number): number {
    const cursor = this.#cursor;
    if (position < known.length && known[position].standsAt(cursor, at)) return position;
    return knownElsewhere(known, { cursor, at, position });
  }

  /** Takes the value of a known key; what is behind it, −1 on trouble. */
  #takePlain(at: number, node: PathNode | null, marks: StringMarks): number {
    const cursor = this.#cursor;
    const slot = node === null ? -1 : node.slot;
    if (cursor.bytes[at] === byteOf.quote) return this.#takePlainString(at, slot, marks);
    if (cursor.isNullAt(at)) {
      if (slot >= 0) this.#cells.setMissing(slot);
      return at + 4;
    }
    return this.#walkChild(at, node, 0);
  }

  #takePlainString(at: number, slot: number, marks: StringMarks): number {
    const cursor = this.#cursor;
    const { marks: list } = marks;
    let next = cursor.nextMark;
    if (next + 1 >= marks.count || list[next] !== at) {
      next = marks.find(at, next);
      if (next + 1 >= marks.count) {
        marks.look(at);
        next = 0;
      }
      if (marks.count < 2) return -1;
    }
    const close = list[next + 1];
    if (cursor.bytes[close] === byteOf.quote) {
      cursor.nextMark = next + 2;
      if (slot >= 0) this.#cells.set(slot, at + 1, close);
      return close + 1;
    }
    cursor.nextMark = next;
    const end = cursor.skipString(at);
    if (end >= 0 && slot >= 0) this.#cells.setEscaped(slot, at + 1, end - 1);
    return end;
  }

  /** Pushes the record scanned last, then the records nested in it. */
  emit(line: number): void {
    if (this.#batch === undefined) this.#batch = this.#createBatch();
    if (this.#batch) this.#collect(this.#batch, line);
    else if (this.sink) this.#push(this.sink, line);
    for (const { reader, start } of this.#lists) this.#emitList(reader, { start, line });
  }

  /** Hands over the rows that were collected; to be called before the bytes change. */
  flush(): void {
    this.#batch?.flush();
  }

  #collect(batch: RowBatch, line: number): void {
    const { slots } = this;
    batch.aim(this.#cursor.bytes);
    let place = batch.rows;
    for (let slot = 0; slot < slots.length; slot++) {
      if (slots[slot].column < 0) continue;
      this.#cells.copyTo(batch, { slot, place });
      place += batch.room;
    }
    batch.endRow(line, this.#start, this.#end);
    this.rows++;
  }

  #push(sink: CellSink, line: number): void {
    const { slots } = this;
    const cells = this.#cells;
    const bytes = this.#cursor.bytes;
    for (let slot = 0; slot < slots.length; slot++) {
      const { column, inherited } = slots[slot];
      if (column < 0) continue;
      if (inherited >= 0) this.#pushInherited(column, inherited);
      else if (cells.isAbsent(slot)) sink.cell(column, bytes, 0, 0);
      else sink.cell(column, cells.bytesOf(slot), cells.start(slot), cells.end(slot));
    }
    const reason = sink.endRow(line);
    if (reason) sink.rejectRow(line, reason, bytes.toString('utf8', this.#start, this.#end));
    this.rows++;
  }

  #emitList(reader: RowsReader, list: { start: number; line: number }): void {
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
    const cells = holder.#cells;
    if (cells.isAbsent(index)) sink.cell(column, this.#cursor.bytes, 0, 0);
    else sink.cell(column, cells.bytesOf(index), cells.start(index), cells.end(index));
  }

  #walkObject(from: number, node: PathNode, depth: number): number {
    const cursor = this.#cursor;
    const { known } = node;
    let at = cursor.firstItem(from, byteOf.closeObject);
    for (let position = 0; at >= 0 && !cursor.isClosed; position++) {
      position = this.#keyAt(at, known, position);
      if (position < known.length) {
        const key = known[position];
        at = this.#walkChild(cursor.skipBlanks(at + key.length), key.node, depth);
      } else at = this.#walkNewKey(at, node, depth);
      if (at >= 0) at = cursor.nextItem(at, byteOf.closeObject);
    }
    return at;
  }

  /** A key that was not seen before, with its value. */
  #walkNewKey(from: number, node: PathNode, depth: number): number {
    const cursor = this.#cursor;
    const at = cursor.skipKey(from);
    if (at < 0) return -1;
    const child = node.children.get(cursor.key()) ?? null;
    remember(node.known, { cursor, node: child });
    return this.#walkChild(at, child, depth);
  }

  /** The value under a key of an object; null: nothing in it is wanted. */
  #walkChild(at: number, child: PathNode | null, depth: number): number {
    return child === null ? this.#cursor.skipValue(at, depth + 1) : this.#walkValue(at, child, depth + 1);
  }

  /** A record that is a list: its elements are the columns 0, 1, 2 … */
  #walkNumbered(from: number): number {
    const cursor = this.#cursor;
    let at = cursor.firstItem(from, byteOf.closeArray);
    for (let position = 0; at >= 0 && !cursor.isClosed; position++) {
      const node = this.root.children.get(String(position));
      at = node ? this.#walkValue(at, node, 1) : cursor.skipValue(at, 1);
      if (at >= 0) at = cursor.nextItem(at, byteOf.closeArray);
    }
    return at;
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
      if (end >= 0 && node.slot >= 0) {
        if (cursor.hasEscapes) this.#cells.setEscaped(node.slot, from + 1, end - 1);
        else this.#cells.set(node.slot, from + 1, end - 1);
      }
      return end;
    }
    const end = cursor.skipWord(from);
    if (end >= 0 && node.slot >= 0) this.#cells.setWord(node.slot, from, end);
    return end;
  }

  /** A list: its scalars joined are one cell, a key of its objects another, its objects rows of a nested table. */
  #walkList(from: number, node: PathNode, depth: number): number {
    const cursor = this.#cursor;
    const cells = this.#cells;
    const labels = node.labels.size > 0 ? new Map<number, Scalar[]>() : null;
    const of: ListParts = { node, depth, begin: cells.beginList(), labels };
    let hasObjects = false;
    let at = cursor.firstItem(from, byteOf.closeArray);
    if (cursor.isClosed) return at;
    while (at >= 0 && !cursor.isClosed) {
      if (cursor.bytes[at] === byteOf.openObject) hasObjects = true;
      at = this.#walkElement(at, of);
      if (at >= 0) at = cursor.nextItem(at, byteOf.closeArray);
    }
    if (at < 0) return -1;
    if (node.slot >= 0) cells.endList(node.slot, of.begin);
    for (const [slot, scalars] of labels ?? []) {
      const begin = cells.beginList();
      for (const scalar of scalars) cells.addScalar(begin, scalar);
      cells.endList(slot, begin);
    }
    if (hasObjects && node.nested) this.#lists.push({ reader: node.nested, start: from });
    return at;
  }

  /** One element of a list: a scalar is noted, and so are those of an object under the wanted keys. */
  #walkElement(from: number, of: ListParts): number {
    const cursor = this.#cursor;
    if (from >= cursor.end) return cursor.fail(from);
    const byte = cursor.bytes[from];
    if (byte === byteOf.openObject && of.labels) return this.#walkLabels(from, of, of.labels);
    if (byte === byteOf.openObject || byte === byteOf.openArray) return cursor.skipValue(from, of.depth + 1);
    const end = byte === byteOf.quote ? cursor.skipString(from) : cursor.skipWord(from);
    if (end >= 0 && of.node.slot >= 0)
      this.#cells.addScalar(of.begin, { start: from, end, hasEscapes: cursor.hasEscapes });
    return end;
  }

  /** Steps over an object of a list and notes the scalars under the wanted keys. */
  #walkLabels(from: number, { node, depth }: ListParts, labels: Map<number, Scalar[]>): number {
    const cursor = this.#cursor;
    let at = cursor.firstItem(from, byteOf.closeObject);
    while (at >= 0 && !cursor.isClosed) {
      const begin = cursor.skipKey(at);
      if (begin < 0) return -1;
      const slot = node.labels.get(cursor.key());
      at = cursor.skipValue(begin, depth + 2);
      if (at < 0) return -1;
      const byte = cursor.bytes[begin];
      if (slot !== undefined && byte !== byteOf.openObject && byte !== byteOf.openArray) {
        const scalars = labels.get(slot) ?? [];
        labels.set(slot, scalars);
        scalars.push({ start: begin, end: at, hasEscapes: cursor.hasEscapes });
      }
      at = cursor.nextItem(at, byteOf.closeObject);
    }
    return at;
  }
}

/** What is noted of the list in hand. */
interface ListParts {
  readonly node: PathNode;
  readonly depth: number;
  /** Where its own scalars begin among the cells that were rewritten. */
  readonly begin: number;
  /** Scalars under the wanted keys of its objects, by slot; null where none is wanted. */
  readonly labels: Map<number, Scalar[]> | null;
}
