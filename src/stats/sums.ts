/**
 * Sums that do not depend on the order of their terms, so that a file read in another row order gives the same bytes.
 *
 * Whole numbers (milliseconds) go into two limbs of 2²⁶; every partial sum is a whole number below 2⁵³ and therefore
 * exact. Other numbers go into non-overlapping partials (Shewchuk 1997, "Adaptive precision floating-point
 * arithmetic"), whose sum is exact as well. The result is the exact sum, rounded once.
 */

const limb = 67_108_864; // 2^26
const carryAfter = 33_554_432; // low limbs of 2^25 numbers stay below 2^51

/**
 * An exact running sum.
 *
 * @example
 * const sum = new ExactSum();
 * sum.add(1e16); sum.add(1); sum.add(-1e16);
 * sum.value // 1, where 1e16 + 1 − 1e16 in doubles gives 0
 */
export class ExactSum {
  #high = 0;
  #low = 0;
  #pending = 0;
  #partials: number[] = [];
  #count = 0;

  /** Terms added so far. */
  get count(): number {
    return this.#count;
  }

  /**
   * Adds one term.
   *
   * @throws RangeError when it is NaN or infinite: missing values are left out by the caller
   */
  add(term: number): void {
    this.#count += 1;
    if (Number.isSafeInteger(term)) {
      const high = Math.floor(term / limb);
      this.#high += high;
      this.#low += term - high * limb;
      this.#pending += 1;
      if (this.#pending === carryAfter || Math.abs(this.#high) > 2 ** 51) this.#carry();
    } else {
      if (!Number.isFinite(term)) throw new RangeError(`not a number to sum: ${term}`);
      grow(this.#partials, term);
    }
  }

  /** The sum, rounded once to the nearest double; 0 for no terms. */
  get value(): number {
    const partials = [...this.#partials];
    grow(partials, this.#high * limb);
    grow(partials, this.#low);
    return roundPartials(partials);
  }

  /** The sum divided by the number of terms, or null when there are none. */
  get mean(): number | null {
    return this.#count === 0 ? null : this.value / this.#count;
  }

  /** Moves the limbs into the partials, which have no bound. */
  #carry(): void {
    grow(this.#partials, this.#high * limb);
    grow(this.#partials, this.#low);
    this.#high = 0;
    this.#low = 0;
    this.#pending = 0;
  }
}

/** Adds a term to partials that do not overlap, keeping them so. */
function grow(partials: number[], term: number): void {
  let x = term;
  let kept = 0;
  for (let i = 0; i < partials.length; i++) {
    let y = partials[i];
    if (Math.abs(x) < Math.abs(y)) {
      const larger = y;
      y = x;
      x = larger;
    }
    const high = x + y;
    const rest = y - (high - x);
    if (rest !== 0) partials[kept++] = rest;
    x = high;
  }
  partials.length = kept;
  if (x !== 0) partials.push(x);
}

/** The nearest double to the sum of non-overlapping partials, smallest first; ties to even. */
function roundPartials(partials: readonly number[]): number {
  let at = partials.length;
  if (at === 0) return 0;
  let high = partials[--at];
  let rest = 0;
  while (at > 0) {
    const x = high;
    const y = partials[--at];
    high = x + y;
    rest = y - (high - x);
    if (rest !== 0) break;
  }
  // Exactly half way: the sign of what lies below decides, not the tie rule.
  if (at > 0 && rest !== 0 && rest < 0 === partials[at - 1] < 0) {
    const doubled = rest * 2;
    const moved = high + doubled;
    if (doubled === moved - high) high = moved;
  }
  return high;
}

/**
 * The exact sum of present values, rounded once.
 *
 * @throws RangeError on NaN or infinity
 * @example sumValues(Float64Array.of(0.1, 0.2, 0.3)) // 0.6
 */
export function sumValues(values: Float64Array): number {
  const n = values.length;
  // Whole numbers whose sum cannot leave the safe integers, the usual case, add up exactly as they are.
  let plain = 0;
  let largest = 0;
  let isWhole = true;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    plain += value;
    if (Math.abs(value) > largest) largest = Math.abs(value);
    if (Math.floor(value) !== value) isWhole = false;
  }
  if (isWhole && largest * n <= Number.MAX_SAFE_INTEGER) return plain;
  const sum = new ExactSum();
  for (let i = 0; i < values.length; i++) sum.add(values[i]);
  return sum.value;
}

/**
 * Arithmetic mean Σx / n of present values, in their unit; null for none.
 *
 * @throws RangeError on NaN or infinity
 * @example meanOf(Float64Array.of(60_000, 120_000)) // 90000
 */
export function meanOf(values: Float64Array): number | null {
  return values.length === 0 ? null : sumValues(values) / values.length;
}

/** n, mean and sample variance. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Σ(x − mean)² / (n − 1); 0 for a single value. */
  readonly variance: number;
}

/**
 * Mean and sample variance by the two-pass formula, both sums exact; null for no values.
 *
 * @throws RangeError on NaN or infinity
 * @example momentsOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9)) // { n: 8, mean: 5, variance: 32 / 7 }
 */
export function momentsOf(values: Float64Array): Moments | null {
  const n = values.length;
  const mean = meanOf(values);
  if (mean === null) return null;
  const squares = new ExactSum();
  for (let i = 0; i < n; i++) squares.add((values[i] - mean) ** 2);
  return { n, mean, variance: n > 1 ? squares.value / (n - 1) : 0 };
}
