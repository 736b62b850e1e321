import { NumberKeys, plainNumber } from './number-keys.ts';

const CHUNK = 1 << 20;
/** Numbers kept of each value. */
const ENTRY = 4;
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
 * over an arena in chunks: bytes are compared on a hash hit, so two strings never share a code. Columns of few values
 * are found by length and three of their bytes before anything is hashed. As long as all values are plain numbers
 * (ids mostly are) they are kept as numbers: a million take a few hundredths of a second and 16 MiB.
 */
export class Dictionary {
  #slots = new Int32Array(64);
  /** Hash, chunk, start and length of each code, beside each other: to compare a value costs one place in memory. */
  #entries = new Int32Array(32 * ENTRY);
  #chunks: Uint8Array[] = [];
  #used = CHUNK;
  #count = 0;
  #names: (string | undefined)[] = [];
  /** The values, while all of them are numbers. */
  #numbers: NumberKeys | null = new NumberKeys();
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
    const place =
      (length + bytes[start] * 5 + bytes[start + (length >> 1)] * 11 + bytes[end - 1] * 23) & (RECENT - 1);
    const recent = this.#recent[place];
    if (recent !== 0 && this.#equals(recent, bytes, start, end)) return recent;
    const code = this.#internHashed(bytes, start, end, hashOf(bytes, start, end));
    this.#recent[place] = code;
    return code;
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
    const entries = this.#entries;
    const mask = slots.length - 1;
    for (let i = 0; i < count; i++) {
      hashes[i] = hashOf(bytes, starts[i], ends[i]);
      guesses[i] = slots[hashes[i] & mask];
    }
    for (let i = 0; i < count; i++) if (entries[guesses[i] * ENTRY] !== hashes[i]) guesses[i] = 0;
    for (let i = 0; i < count; i++) {
      const entry = guesses[i] * ENTRY;
      if (entry === 0) continue;
      if (this.#chunks[entries[entry + 1]][entries[entry + 2]] !== bytes[starts[i]]) guesses[i] = 0;
    }
    for (let i = 0; i < count; i++) {
      const guess = guesses[i];
      if (starts[i] === ends[i]) into[at + i] = 0;
      else if (guess > 0 && this.#equals(guess, bytes, starts[i], ends[i])) into[at + i] = guess;
      else into[at + i] = this.#internHashed(bytes, starts[i], ends[i], hashes[i]);
    }
  }

  #internHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot];
      if (code === 0) break;
      if (this.#entries[code * ENTRY] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes, start, end, hash, slot);
  }

  /** The first value that is no number: from here on all are bytes. Codes stay what they are. */
  #leaveNumbers(numbers: NumberKeys): void {
    this.#numbers = null;
    for (let code = 1; code <= numbers.size; code++) {
      const bytes = encoder.encode(String(numbers.at(code)));
      this.#internHashed(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
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
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot];
      if (code === 0) return 0;
      if (this.#entries[code * ENTRY] === hash && this.#equals(code, bytes, 0, bytes.length)) return code;
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

  #bytesOf(code: number): Uint8Array {
    const at = code * ENTRY;
    const start = this.#entries[at + 2];
    return this.#chunks[this.#entries[at + 1]].subarray(start, start + this.#entries[at + 3]);
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    const entry = code * ENTRY;
    if (this.#entries[entry + 3] !== length) return false;
    const chunk = this.#chunks[this.#entries[entry + 1]];
    const at = this.#entries[entry + 2];
    for (let i = 0; i < length; i++) if (chunk[at + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const length = end - start;
    if (this.#used + length > CHUNK) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK, length)));
      this.#used = 0;
    }
    const code = ++this.#count;
    const entry = code * ENTRY;
    if (entry >= this.#entries.length) this.#entries = grown(this.#entries, new Int32Array(entry * 2));
    const chunk = this.#chunks.length - 1;
    if (length < 48) for (let i = 0; i < length; i++) this.#chunks[chunk][this.#used + i] = bytes[start + i];
    else this.#chunks[chunk].set(bytes.subarray(start, end), this.#used);
    this.#entries[entry] = hash;
    this.#entries[entry + 1] = chunk;
    this.#entries[entry + 2] = this.#used;
    this.#entries[entry + 3] = length;
    this.#used += length;
    this.#slots[slot] = code;
    if (code * 2 > this.#slots.length) this.#growSlots();
    return code;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.#count; code++) {
      let slot = this.#entries[code * ENTRY] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** FNV-1a over the bytes, folded so that the low bits depend on all of them. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
