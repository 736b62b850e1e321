/** Numbers of words, by their letters in place: a text is looked through without a string a word. */
export class WordIds {
  /** Every word, by its number. */
  readonly names: string[] = [];
  #hashes = new Int32Array(1 << 12);
  #slots = new Int32Array(1 << 13).fill(-1);
  #mask = (1 << 13) - 1;

  /** The number of a word. */
  of(word: string): number {
    return this.ofPart(word, 0, word.length);
  }

  /** The number of the word that stands in a text from … to − 1. */
  ofPart(text: string, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    let slot = hash & this.#mask;
    for (let id = this.#slots[slot]; id >= 0; id = this.#slots[slot]) {
      if (this.#hashes[id] === hash && isPart(this.names[id], text, from, to)) return id;
      slot = (slot + 1) & this.#mask;
    }
    return this.#add(text.slice(from, to), hash);
  }

  #add(word: string, hash: number): number {
    const id = this.names.length;
    if (id === this.#hashes.length) this.#grow();
    // A slice would keep the whole text in memory.
    this.names.push(Buffer.from(word, 'utf16le').toString('utf16le'));
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
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(hashes.length * 2).fill(-1);
    this.#mask = this.#slots.length - 1;
    for (let id = 0; id < this.names.length; id++) this.#place(id);
  }
}

function isPart(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
