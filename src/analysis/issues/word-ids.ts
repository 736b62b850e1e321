/** What the hash of a word's code units begins with. */
export const FIRST_HASH = 0x811c9dc5;

/** The hash of a word with one more code unit. */
export const nextHash = (hash: number, sign: number): number => Math.imul(hash ^ sign, 0x01000193);

/** A word where it stands among the code units of a text, with its hash. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly hash: number;
}

/** Numbers of words, by their letters in place: a text is looked through without a string a word. */
export class WordIds {
  /** Every word, by its number. */
  readonly names: string[] = [];
  /** Code units of all words one after the other, and where each begins. */
  #signs = new Uint16Array(1 << 15);
  #starts = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 12);
  #slots = new Int32Array(1 << 13).fill(-1);
  #mask = (1 << 13) - 1;

  /** The number of a word. */
  of(word: string): number {
    const signs = new Uint16Array(word.length);
    let hash = FIRST_HASH;
    for (let i = 0; i < word.length; i++) {
      signs[i] = word.charCodeAt(i);
      hash = nextHash(hash, signs[i]);
    }
    return this.ofSigns(signs, { from: 0, to: signs.length, hash });
  }

  /** The number of the word that stands in a text from … to − 1. */
  ofSigns(text: Uint16Array, { from, to, hash }: Place): number {
    const mixed = hash ^ (hash >>> 15);
    let slot = mixed & this.#mask;
    for (let id = this.#slots[slot]; id >= 0; id = this.#slots[slot]) {
      if (this.#hashes[id] === mixed && this.#isWord(id, text, from, to)) return id;
      slot = (slot + 1) & this.#mask;
    }
    return this.#add(text.subarray(from, to), mixed);
  }

  #isWord(id: number, text: Uint16Array, from: number, to: number): boolean {
    const start = this.#starts[id];
    if (this.#starts[id + 1] - start !== to - from) return false;
    for (let i = from; i < to; i++) if (this.#signs[start + i - from] !== text[i]) return false;
    return true;
  }

  #add(word: Uint16Array, hash: number): number {
    const id = this.names.length;
    if (id + 1 === this.#hashes.length) this.#grow();
    const start = this.#starts[id];
    if (start + word.length > this.#signs.length) {
      const signs = new Uint16Array(2 * (start + word.length));
      signs.set(this.#signs);
      this.#signs = signs;
    }
    this.#signs.set(word, start);
    this.#starts[id + 1] = start + word.length;
    this.names.push(Buffer.from(word.buffer, word.byteOffset, word.byteLength).toString('utf16le'));
    this.#hashes[id] = hash;
    this.#place(id);
    return id;
  }

  #place(id: number): void {
    let slot = this.#hashes[id] & this.#mask;
    while (this.#slots[slot] >= 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = id;
  }

  #grow(): void {
    const length = this.#hashes.length * 2;
    const hashes = new Int32Array(length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const starts = new Int32Array(length);
    starts.set(this.#starts);
    this.#starts = starts;
    this.#slots = new Int32Array(length * 2).fill(-1);
    this.#mask = this.#slots.length - 1;
    for (let id = 0; id < this.names.length; id++) this.#place(id);
  }
}
