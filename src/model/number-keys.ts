import { nextSize } from './next-size.ts';

/** Probes after which the numbers are taken to follow a pattern that the plain slots do not spread. */
const LONG_CHAIN = 48;

/**
 * Distinct whole numbers numbered from 1 in order of first appearance. Ids mostly count up, and as long as they do
 * they are their own index: a new one is larger than the last, an old one is found by bisection. From the first one
 * out of order on they lie in slots by their last bits, so that neighbours stay neighbours in memory.
 */
export class NumberKeys {
  /** By code, from 1. */
  #values = new Float64Array(32);
  #count = 0;
  /** null while the values ascend. */
  #slots: Int32Array | null = null;
  /** Whether slots come from a hash: numbers whose last bits repeat (hundreds, ids of every eighth row). */
  #isHashed = false;

  get size(): number {
    return this.#count;
  }

  at(code: number): number {
    return this.#values[code];
  }

  /** The code of a number, a new one if it was not seen before. */
  intern(value: number): number {
    const slots = this.#slots;
    if (slots === null) {
      if (this.#count === 0 || value > this.#values[this.#count]) return this.#add(value);
      const there = this.#bisect(value);
      if (there > 0) return there;
      this.#fillSlots(64);
      return this.intern(value);
    }
    const mask = slots.length - 1;
    let slot = this.#slotOf(value, mask);
    let probes = 0;
    for (;;) {
      const code = slots[slot];
      if (code === 0) break;
      if (this.#values[code] === value) return code;
      slot = (slot + 1) & mask;
      probes++;
    }
    const code = this.#add(value);
    slots[slot] = code;
    if (probes > LONG_CHAIN && !this.#isHashed) {
      this.#isHashed = true;
      this.#fillSlots(slots.length);
    } else if (code * 2 > slots.length) this.#fillSlots(slots.length * 2);
    return code;
  }

  /** The code of a number, or 0 if it was never interned. */
  find(value: number): number {
    const slots = this.#slots;
    if (slots === null) return this.#bisect(value);
    const mask = slots.length - 1;
    for (let slot = this.#slotOf(value, mask); ; slot = (slot + 1) & mask) {
      const code = slots[slot];
      if (code === 0 || this.#values[code] === value) return code;
    }
  }

  #add(value: number): number {
    const code = ++this.#count;
    if (code >= this.#values.length) {
      const values = new Float64Array(nextSize(this.#values.length));
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[code] = value;
    return code;
  }

  #bisect(value: number): number {
    let low = 1;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#values[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low <= this.#count && this.#values[low] === value ? low : 0;
  }

  #slotOf(value: number, mask: number): number {
    // Bit operators take the last 32 bits of a whole number.
    if (!this.#isHashed) return value & mask;
    const mixed = Math.imul(value ^ Math.floor(value / 4_294_967_296), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  /** Puts every value into at least `least` slots, twice as many as there are values. */
  #fillSlots(least: number): void {
    let size = least;
    while (size < this.#count * 2) size *= 2;
    const slots = new Int32Array(size);
    const mask = size - 1;
    for (let code = 1; code <= this.#count; code++) {
      let slot = this.#slotOf(this.#values[code], mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** The number that these bytes write in digits and in no other way (`7`, not `07` or `7.0`), else −1. */
export function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length > 15 || length === 0 || (length > 1 && bytes[start] === 0x30)) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i] - 0x30;
    if (digit >>> 0 > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
