const MULTIPLIER = 0x9e3779b1;

/**
 * Counts of pairs of small whole numbers: an open-addressing table over typed arrays. A `Map` of a few million keys
 * would cost several hundred megabytes and most of the time.
 */
export class PairCounts {
  /** First and second number of each slot, side by side: a look-up waits for memory once. */
  #pairs: Int32Array;
  #counts: Float64Array;
  #mask: number;
  /** Number of different pairs. */
  size = 0;

  constructor(expected = 1024) {
    let slots = 1024;
    while (slots < expected * 2) slots *= 2;
    this.#pairs = new Int32Array(2 * slots).fill(-1);
    this.#counts = new Float64Array(slots);
    this.#mask = slots - 1;
  }

  /** Adds to the count of a pair. */
  add(first: number, second: number, by = 1): void {
    // The table may be another one once the pair has its slot.
    const slot = this.#slotFor(first, second);
    this.#counts[slot] += by;
  }

  /** Sets the count of a pair and returns what it was before, 0 when it is new. */
  replace(first: number, second: number, count: number): number {
    const slot = this.#slotFor(first, second);
    const before = this.#counts[slot];
    this.#counts[slot] = count;
    return before;
  }

  /** The count of a pair, 0 when it was never added. */
  get(first: number, second: number): number {
    return this.#counts[this.#slot(first, second)];
  }

  /** Every pair with its count, in the order of the table: the same for the same additions. */
  forEach(visit: (first: number, second: number, count: number) => void): void {
    for (let slot = 0; slot <= this.#mask; slot++) {
      if (this.#pairs[2 * slot] >= 0)
        visit(this.#pairs[2 * slot], this.#pairs[2 * slot + 1], this.#counts[slot]);
    }
  }

  /** Puts another number in place of each count. */
  replaceEach(change: (first: number, second: number, count: number) => number): void {
    for (let slot = 0; slot <= this.#mask; slot++) {
      if (this.#pairs[2 * slot] >= 0)
        this.#counts[slot] = change(this.#pairs[2 * slot], this.#pairs[2 * slot + 1], this.#counts[slot]);
    }
  }

  /** The slot of a pair, which takes one when it is new. */
  #slotFor(first: number, second: number): number {
    if (this.size * 2 > this.#mask) this.#grow();
    const slot = this.#slot(first, second);
    if (this.#pairs[2 * slot] < 0) {
      this.#pairs[2 * slot] = first;
      this.#pairs[2 * slot + 1] = second;
      this.size++;
    }
    return slot;
  }

  #slot(first: number, second: number): number {
    let hash = Math.imul(first, MULTIPLIER) ^ Math.imul(second + 1, 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & this.#mask;
    const pairs = this.#pairs;
    while (pairs[2 * slot] >= 0 && (pairs[2 * slot] !== first || pairs[2 * slot + 1] !== second)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #grow(): void {
    const { pairs, counts } = { pairs: this.#pairs, counts: this.#counts };
    const slots = counts.length * 2;
    this.#pairs = new Int32Array(2 * slots).fill(-1);
    this.#counts = new Float64Array(slots);
    this.#mask = slots - 1;
    for (let i = 0; i < counts.length; i++) {
      if (pairs[2 * i] < 0) continue;
      const slot = this.#slot(pairs[2 * i], pairs[2 * i + 1]);
      this.#pairs[2 * slot] = pairs[2 * i];
      this.#pairs[2 * slot + 1] = pairs[2 * i + 1];
      this.#counts[slot] = counts[i];
    }
  }
}
