/** The words of all texts one after the other, by number, and where sentences begin. */
export class WordList {
  words = new Int32Array(1 << 16);
  /** 1 where a sentence begins, beside `words`. */
  starts = new Uint8Array(1 << 16);
  used = 0;
  #begins: 0 | 1 = 1;
  #read = 0;

  beginSentence(): void {
    this.#begins = 1;
  }

  /** Says which share of the texts has been read, so that room is made for all of them at once. */
  expect(read: number): void {
    this.#read = read;
  }

  push(word: number): void {
    if (this.used === this.words.length) this.#grow();
    this.starts[this.used] = this.#begins;
    this.#begins = 0;
    this.words[this.used++] = word;
  }

  #grow(): void {
    // Some more than as many words a text as so far; what is not used of it takes no memory.
    const expected = this.#read > 0.01 ? Math.ceil((1.1 * this.used) / this.#read) : 0;
    const words = new Int32Array(Math.max(this.words.length * 2, expected));
    words.set(this.words);
    this.words = words;
    const starts = new Uint8Array(words.length);
    starts.set(this.starts);
    this.starts = starts;
  }
}
