/** Probes after which the numbers are taken to follow a pattern that the plain slots do not spread. */
const LONG_CHAIN = 48;

/**
 * Distinct whole numbers numbered from 1 in order of first appearance. Ids mostly count up: their last bits are their
 * slots, so that a million of them are met in the order in which they lie in memory.
 */
export class NumberKeys {
  #slots = new Int32Array(64);
  #values = new Float64Array(32);
  #count = 0;
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
    let slot = this.#slotOf(value);
    const mask = this.#slots.length - 1;
    let probes = 0;
    for (;;) {
      const code = this.#slots[slot];
      if (code === 0) break;
      if (this.#values[code] === value) return code;
      slot = (slot + 1) & mask;
      probes++;
    }
    const code = ++this.#count;
    if (code >= this.#values.length) {
      const values = new Float64Array(this.#values.length * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[code] = value;
    this.#slots[slot] = code;
    if (probes > LONG_CHAIN && !this.#isHashed) {
      this.#isHashed = true;
      this.#refill(this.#slots.length);
    } else if (code * 2 > this.#slots.length) this.#refill(this.#slots.length * 2);
    return code;
  }

  /** The code of a number, or 0 if it was never interned. */
  find(value: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = this.#slotOf(value); ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot];
      if (code === 0 || this.#values[code] === value) return code;
    }
  }

  #slotOf(value: number): number {
    const mask = this.#slots.length - 1;
    // Bit operators take the last 32 bits of a whole number.
    if (!this.#isHashed) return value & mask;
    const mixed = Math.imul(value ^ Math.floor(value / 4_294_967_296), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  #refill(size: number): void {
    this.#slots = new Int32Array(size);
    const mask = size - 1;
    for (let code = 1; code <= this.#count; code++) {
      let slot = this.#slotOf(this.#values[code]);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = code;
    }
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
