import { NumberKeys, plainNumber } from './number-keys.ts';

/** Values lie in chunks of so many words of four bytes; one that is longer than a chunk has a chunk of its own. */
const CHUNK_BITS = 18;
const CHUNK = 1 << CHUNK_BITS;
const WITHIN = CHUNK - 1;
/** Words of the first chunks: most columns have few values, and the engine counts what is set aside as used. */
const FIRST_CHUNKS = [1 << 12, 1 << 14, 1 << 16, 1 << 17];
/** Words before a value's bytes: its code and its length. */
const HEAD = 2;
/** Places in which recent values are looked for first. */
const RECENT = 256;
/** Values from which on the table no longer fits near the processor. */
const MANY = 1 << 12;
const MOST_AT_ONCE = 1024;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Stretches of bytes that are looked up one after the other. */
export interface InternRun {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  readonly into: Uint32Array;
  readonly at: number;
}

/**
 * Distinct byte strings numbered from 1 in order of first appearance; 0 means missing. An open-addressing table
 * over an arena in chunks: bytes are compared on a hash hit, so two strings never share a code. The table holds the
 * hash and where the value lies, and the value lies beside its code: a look-up costs two places in memory. Columns of few
 * values are found by length and three of their bytes before anything is hashed. As long as all values are plain numbers
 * (ids mostly are) they are kept as numbers: a million take a few hundredths of a second and 16 MiB.
 */
export class Dictionary {
  /** Hash and place + 1 of a value, two and two; 0 for an empty slot. */
  #slots = new Int32Array(128);
  /** Where each code's value lies: chunk and word within it. */
  #places = new Int32Array(32);
  #chunks: { readonly words: Int32Array; readonly bytes: Uint8Array }[] = [];
  /** Words of the last chunk, and how many of them are used. */
  #room = 0;
  #used = 0;
  #count = 0;
  #names: (string | undefined)[] = [];
  /** The values, while all of them are numbers. */
  #numbers: NumberKeys | null = new NumberKeys();
  /** Where values that came lately lie, + 1. */
  #recent = new Int32Array(RECENT);
  #hashes = new Int32Array(MOST_AT_ONCE);
  #guesses = new Int32Array(MOST_AT_ONCE);

  /** Number of distinct values; codes run from 1 to this. */
  get size(): number {
    return this.#numbers ? this.#numbers.size : this.#count;
  }

  /** The code of these bytes, a new one if they were not seen before. Empty bytes are missing: 0. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length <= 0) return 0;
    if (this.#numbers) {
      const value = plainNumber(bytes, start, end);
      if (value >= 0) return this.#numbers.intern(value);
      this.#leaveNumbers(this.#numbers);
    }
    const shelf =
      (length + bytes[start] * 5 + bytes[start + (length >> 1)] * 11 + bytes[end - 1] * 23) & (RECENT - 1);
    const recent = this.#recent[shelf];
    if (recent !== 0 && this.#equals(recent, bytes, start, end)) return this.#codeAt(recent);
    const found = this.#placeOf(bytes, start, end, hashOf(bytes, start, end));
    this.#recent[shelf] = found;
    return this.#codeAt(found);
  }

  /** The code of a whole number, as long as all values are such; −1 once they are not. */
  internNumber(value: number): number {
    return this.#numbers ? this.#numbers.intern(value) : -1;
  }

  /**
   * As `intern` for one stretch after the other; `into` takes the codes, from `at` on. With many values each look-up
   * waits for memory three times: here the look-ups wait together.
   */
  internRun(run: InternRun): void {
    const { bytes, starts, ends, count, into, at } = run;
    if (this.#numbers || this.#count < MANY || count > this.#hashes.length) {
      for (let i = 0; i < count; i++) into[at + i] = this.intern(bytes, starts[i], ends[i]);
      return;
    }
    const hashes = this.#hashes;
    const guesses = this.#guesses;
    const slots = this.#slots;
    const chunks = this.#chunks;
    const mask = slots.length - 2;
    for (let i = 0; i < count; i++) {
      const hash = hashOf(bytes, starts[i], ends[i]);
      const slot = (hash << 1) & mask;
      hashes[i] = hash;
      guesses[i] = slots[slot] === hash ? slots[slot + 1] : 0;
    }
    for (let i = 0; i < count; i++) {
      const guess = guesses[i] - 1;
      if (guess < 0) continue;
      const { words } = chunks[guess >>> CHUNK_BITS];
      if (words[(guess & WITHIN) + 1] !== ends[i] - starts[i]) guesses[i] = 0;
    }
    for (let i = 0; i < count; i++) {
      const guess = guesses[i];
      if (starts[i] === ends[i]) into[at + i] = 0;
      else if (guess > 0 && this.#equals(guess, bytes, starts[i], ends[i]))
        into[at + i] = this.#codeAt(guess);
      else into[at + i] = this.#codeAt(this.#placeOf(bytes, starts[i], ends[i], hashes[i]));
    }
  }

  /** Where a value lies, + 1; it is put there if it was not seen before. */
  #placeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 2;
    let slot = (hash << 1) & mask;
    for (;;) {
      const there = this.#slots[slot + 1];
      if (there === 0) break;
      if (this.#slots[slot] === hash && this.#equals(there, bytes, start, end)) return there;
      slot = (slot + 2) & mask;
    }
    return this.#add(bytes, start, end, hash, slot);
  }

  #codeAt(place: number): number {
    return this.#chunks[(place - 1) >>> CHUNK_BITS].words[(place - 1) & WITHIN];
  }

  /** The first value that is no number: from here on all are bytes. Codes stay what they are. */
  #leaveNumbers(numbers: NumberKeys): void {
    this.#numbers = null;
    for (let code = 1; code <= numbers.size; code++) {
      const bytes = encoder.encode(String(numbers.at(code)));
      this.#placeOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    }
  }

  /** The code of a string, a new one if it was not seen before. */
  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** The code of a string, or 0 if it was never interned. */
  find(text: string): number {
    const bytes = encoder.encode(text);
    if (bytes.length === 0) return 0;
    if (this.#numbers) {
      const value = plainNumber(bytes, 0, bytes.length);
      return value < 0 ? 0 : this.#numbers.find(value);
    }
    const hash = hashOf(bytes, 0, bytes.length);
    const mask = this.#slots.length - 2;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const there = this.#slots[slot + 1];
      if (there === 0) return 0;
      if (this.#slots[slot] === hash && this.#equals(there, bytes, 0, bytes.length))
        return this.#codeAt(there);
    }
  }

  /** The string behind a code; an empty string for 0. Decoded on first use and kept. */
  name(code: number): string {
    if (code === 0) return '';
    if (this.#numbers) return String(this.#numbers.at(code));
    let name = this.#names[code];
    if (name === undefined) {
      name = decoder.decode(this.#bytesOf(code));
      this.#names[code] = name;
    }
    return name;
  }

  /** The string behind a code, decoded anew: for texts that are looked at once. */
  text(code: number): string {
    if (code === 0) return '';
    if (this.#numbers) return String(this.#numbers.at(code));
    return decoder.decode(this.#bytesOf(code));
  }

  /** True where a value holds one of the bytes that `marks` has a 1 for, of 256: asked of each without decoding any. */
  holdsAny(code: number, marks: Uint8Array): boolean {
    if (code === 0) return false;
    if (this.#numbers) return encoder.encode(this.name(code)).some((byte) => marks[byte] === 1);
    // Without a view of its own for each value.
    const place = this.#places[code];
    const { words, bytes } = this.#chunks[place >>> CHUNK_BITS];
    const start = ((place & WITHIN) + HEAD) * 4;
    const end = start + words[(place & WITHIN) + 1];
    for (let i = start; i < end; i++) if (marks[bytes[i]] === 1) return true;
    return false;
  }

  #bytesOf(code: number): Uint8Array {
    const place = this.#places[code];
    const { words, bytes } = this.#chunks[place >>> CHUNK_BITS];
    const at = place & WITHIN;
    const start = (at + HEAD) * 4;
    return bytes.subarray(start, start + words[at + 1]);
  }

  /** True when the value at a place (+ 1) is these bytes. */
  #equals(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    const chunk = this.#chunks[(place - 1) >>> CHUNK_BITS];
    const at = (place - 1) & WITHIN;
    if (chunk.words[at + 1] !== length) return false;
    const from = (at + HEAD) * 4;
    const there = chunk.bytes;
    for (let i = 0; i < length; i++) if (there[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const length = end - start;
    const size = HEAD + ((length + 3) >>> 2);
    if (this.#used + size > this.#room) {
      this.#room = Math.max(FIRST_CHUNKS[this.#chunks.length] ?? CHUNK, size);
      const words = new Int32Array(this.#room);
      this.#chunks.push({ words, bytes: new Uint8Array(words.buffer) });
      this.#used = 0;
    }
    const code = ++this.#count;
    if (code >= this.#places.length) this.#places = grown(this.#places, new Int32Array(code * 2));
    const chunk = this.#chunks[this.#chunks.length - 1];
    const at = this.#used;
    chunk.words[at] = code;
    chunk.words[at + 1] = length;
    const from = (at + HEAD) * 4;
    if (length < 48) for (let i = 0; i < length; i++) chunk.bytes[from + i] = bytes[start + i];
    else chunk.bytes.set(bytes.subarray(start, end), from);
    this.#used += size;
    const place = (this.#chunks.length - 1) * CHUNK + at;
    this.#places[code] = place;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = place + 1;
    // Three slots of five are taken at most.
    if (code * 10 > this.#slots.length * 3) this.#growSlots();
    return place + 1;
  }

  #growSlots(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from] << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from];
      slots[slot + 1] = old[from + 1];
    }
    this.#slots = slots;
  }
}

function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Four bytes at a time multiplied and added up, mixed at the end so that the low bits depend on all of them. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = (end - start) ^ 0x811c9dc5;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const word = bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
