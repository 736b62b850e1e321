const MULTIPLIER = 0x9e3779b1;

/**
 * Counts of pairs of small whole numbers: an open-addressing table over typed arrays. A `Map` of a few million keys
 * would cost several hundred megabytes and most of the time.
 */
export class PairCounts {
  #firsts: Int32Array;
  #seconds: Int32Array;
  #counts: Float64Array;
  #mask: number;
  /** Number of different pairs. */
  size = 0;

  constructor(expected = 1024) {
    let slots = 1024;
    while (slots < expected * 2) slots *= 2;
    this.#firsts = new Int32Array(slots).fill(-1);
    this.#seconds = new Int32Array(slots);
    this.#counts = new Float64Array(slots);
    this.#mask = slots - 1;
  }

  /** Adds to the count of a pair and returns what it was before. */
  add(first: number, second: number, by = 1): number {
    if (this.size * 2 > this.#mask) this.#grow();
    const slot = this.#slot(first, second);
    if (this.#firsts[slot] < 0) {
      this.#firsts[slot] = first;
      this.#seconds[slot] = second;
      this.size++;
    }
    const before = this.#counts[slot];
    this.#counts[slot] = before + by;
    return before;
  }

  /** The count of a pair, 0 when it was never added. */
  get(first: number, second: number): number {
    return this.#counts[this.#slot(first, second)];
  }

  /** Sets the count of a pair that was added before; does nothing for others. */
  set(first: number, second: number, count: number): void {
    const slot = this.#slot(first, second);
    if (this.#firsts[slot] >= 0) this.#counts[slot] = count;
  }

  /** Every pair with its count, in the order of the table: the same for the same additions. */
  forEach(visit: (first: number, second: number, count: number) => void): void {
    for (let slot = 0; slot <= this.#mask; slot++) {
      if (this.#firsts[slot] >= 0) visit(this.#firsts[slot], this.#seconds[slot], this.#counts[slot]);
    }
  }

  #slot(first: number, second: number): number {
    let hash = Math.imul(first, MULTIPLIER) ^ Math.imul(second + 1, 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & this.#mask;
    while (this.#firsts[slot] >= 0 && (this.#firsts[slot] !== first || this.#seconds[slot] !== second)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #grow(): void {
    const { firsts, seconds, counts } = {
      firsts: this.#firsts,
      seconds: this.#seconds,
      counts: this.#counts,
    };
    const slots = firsts.length * 2;
    this.#firsts = new Int32Array(slots).fill(-1);
    this.#seconds = new Int32Array(slots);
    this.#counts = new Float64Array(slots);
    this.#mask = slots - 1;
    for (let i = 0; i < firsts.length; i++) {
      if (firsts[i] < 0) continue;
      const slot = this.#slot(firsts[i], seconds[i]);
      this.#firsts[slot] = firsts[i];
      this.#seconds[slot] = seconds[i];
      this.#counts[slot] = counts[i];
    }
  }
}
