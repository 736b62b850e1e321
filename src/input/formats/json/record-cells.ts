import { Buffer } from 'node:buffer';
import type { RowBatch } from '../../readers/row-batch.ts';
import type { JsonCursor } from './json-cursor.ts';
import { byteOf, unescapeString, wordText } from './json-text.ts';

const listSeparatorByte = 0x1f;
const absent = -1;
const FEW_BYTES = 48;

/** Where the cells of one record lie: in the record's own bytes, or, where they had to be rewritten, in a scratch. */
export class RecordCells {
  readonly #cursor: JsonCursor;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #isScratch = new Uint8Array(0);
  #scratch = Buffer.alloc(1024);
  #scratchEnd = 0;

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
  }

  /** Makes room for so many cells. */
  resize(slots: number): void {
    this.#starts = new Int32Array(slots);
    this.#ends = new Int32Array(slots);
    this.#isScratch = new Uint8Array(slots);
  }

  /** Forgets the cells of the record before. */
  clear(): void {
    const starts = this.#starts;
    for (let slot = 0; slot < starts.length; slot++) starts[slot] = absent;
    this.#scratchEnd = 0;
  }

  isAbsent(slot: number): boolean {
    return this.#starts[slot] === absent;
  }

  start(slot: number): number {
    return this.#starts[slot];
  }

  end(slot: number): number {
    return this.#ends[slot];
  }

  /** The bytes that a cell lies in. */
  bytesOf(slot: number): Buffer {
    return this.#isScratch[slot] === 1 ? this.#scratch : this.#cursor.bytes;
  }

  /** Puts a cell into a batch. */
  copyTo(batch: RowBatch, { slot, place }: { readonly slot: number; readonly place: number }): void {
    const start = this.#starts[slot];
    if (start === absent) {
      batch.starts[place] = 0;
      batch.ends[place] = 0;
      return;
    }
    const end = this.#ends[slot];
    if (this.#isScratch[slot] === 1) {
      const at = batch.reserve(end - start);
      const into = batch.unescaped;
      for (let i = start; i < end; i++) into[at + i - start] = this.#scratch[i];
      batch.putUnescaped(place, at + end - start);
    } else {
      batch.starts[place] = start;
      batch.ends[place] = end;
    }
  }

  /** The cell is the text between two positions as it is. */
  set(slot: number, start: number, end: number): void {
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.#isScratch[slot] = 0;
  }

  setMissing(slot: number): void {
    this.#starts[slot] = absent;
  }

  /** The cell is a string that holds escapes. */
  setEscaped(slot: number, start: number, end: number): void {
    const begin = this.#scratchEnd;
    this.#appendString({ start, end, hasEscapes: true });
    this.#setScratch(slot, begin);
  }

  /** The cell is a number or a bare word. */
  setWord(slot: number, start: number, end: number): void {
    const { bytes } = this.#cursor;
    const byte = bytes[start];
    let isPlain = byte === 0x74 || byte === 0x66;
    if (!isPlain && byte !== 0x6e) {
      isPlain = true;
      for (let at = start; at < end; at++) if ((bytes[at] | 0x20) >= 0x61) isPlain = false;
    }
    if (isPlain) {
      this.set(slot, start, end);
      return;
    }
    const text = wordText(bytes, start, end);
    if (text === '') {
      this.setMissing(slot);
      return;
    }
    const begin = this.#scratchEnd;
    this.#reserve(text.length);
    this.#scratchEnd += this.#scratch.write(text, begin, 'latin1');
    this.#setScratch(slot, begin);
  }

  /** Begins a cell that is the scalars of a list, joined; gives what `endList` wants. */
  beginList(): number {
    return this.#scratchEnd;
  }

  /** Adds a scalar of the list that began at `begin`; empty ones are left out. */
  addScalar(begin: number, scalar: Scalar): void {
    const { start, end } = scalar;
    const { bytes } = this.#cursor;
    const isString = bytes[start] === byteOf.quote;
    if (isString && end - start <= 2) return;
    const text = isString ? null : wordText(bytes, start, end);
    if (text === '') return;
    if (this.#scratchEnd > begin) {
      this.#reserve(1);
      this.#scratch[this.#scratchEnd++] = listSeparatorByte;
    }
    if (text === null) this.#appendString({ ...scalar, start: start + 1, end: end - 1 });
    else {
      this.#reserve(text.length);
      this.#scratchEnd += this.#scratch.write(text, this.#scratchEnd, 'latin1');
    }
  }

  /** The cell is what was added since `begin`; a list without scalars is none. */
  endList(slot: number, begin: number): void {
    if (this.#scratchEnd > begin) this.#setScratch(slot, begin);
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

  #appendString({ start, end, hasEscapes }: Scalar): void {
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
    } else if (end - start < FEW_BYTES) {
      // A call costs more than the bytes of a tag.
      for (let at = start; at < end; at++) this.#scratch[this.#scratchEnd++] = bytes[at];
    } else this.#scratchEnd += bytes.copy(this.#scratch, this.#scratchEnd, start, end);
  }
}

/** A string with its quotes, a number or a word. */
export interface Scalar {
  readonly start: number;
  readonly end: number;
  readonly hasEscapes: boolean;
}
