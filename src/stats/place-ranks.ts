/** Fewer values are sorted whole. */
const FEWEST = 2048;
/** Bits of a double's upper half that are left out: what stays is its exponent and eight bits of its mantissa. */
const SHIFT = 12;
/** The bucket of 1 would be this; smaller values share the first bucket … */
const FIRST = 1023 << (20 - SHIFT);
/** … and those from 2⁴⁴ on (milliseconds of five centuries) the last. */
const BUCKETS = 44 << (20 - SHIFT);
/** Where the upper half of a double lies among its two. */
const UPPER = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/**
 * Puts what stands at some ranks of the sorted values there, and leaves the rest in any order: a quantile needs two
 * values of a million, not a million in order. The values are counted by their upper bits, which order numbers that
 * are not negative as the numbers themselves; only those that share these bits with a wanted one are sorted. Keeps its
 * working memory for the next column.
 */
export class RankPlacer {
  readonly #counts = new Uint32Array(BUCKETS);
  /** For each bucket: 0, or the number of the list that its members are noted in. */
  readonly #lists = new Uint8Array(BUCKETS);

  /**
   * Reorders `values` so that each rank (from 0) holds what it would hold if they were sorted ascending. Ranks beyond
   * the values are passed over.
   *
   * @example
   * const values = Float64Array.of(3, 1, 2);
   * new RankPlacer().place(values, [1]); // values[1] is 2
   */
  place(values: Float64Array, ranks: readonly number[]): void {
    const wanted = [...new Set(ranks)]
      .filter((rank) => rank >= 0 && rank < values.length)
      .sort((a, b) => a - b);
    if (wanted.length === 0) return;
    if (values.length < FEWEST || wanted.length > 64 || !this.#count(values)) {
      values.sort();
      return;
    }
    const buckets = this.#bucketsOf(wanted);
    for (const [index, { bucket }] of buckets.entries()) this.#lists[bucket] = index + 1;
    const { members, positions } = this.#membersOf(values, buckets);
    makeRoom(values, { positions, buckets });
    for (const [index, { bucket, start }] of buckets.entries()) {
      values.set(members[index].sort(), start);
      this.#lists[bucket] = 0;
    }
  }

  /** How many values there are in each bucket; false where one is negative or no number. */
  #count(values: Float64Array): boolean {
    const counts = this.#counts;
    counts.fill(0);
    const halves = halvesOf(values);
    for (let i = UPPER; i < halves.length; i += 2) {
      const half = halves[i];
      if (half > 0x7fefffff) return false;
      counts[bucketOf(half)]++;
    }
    return true;
  }

  /** The buckets that the ranks lie in, ascending, and the rank at which each begins. */
  #bucketsOf(ranks: readonly number[]): Bucket[] {
    const buckets: Bucket[] = [];
    const counts = this.#counts;
    let bucket = 0;
    let start = 0;
    for (const rank of ranks) {
      while (start + counts[bucket] <= rank) start += counts[bucket++];
      if (buckets.at(-1)?.bucket !== bucket) buckets.push({ bucket, start, size: counts[bucket] });
    }
    return buckets;
  }

  /** The members of each bucket, and where all of them lie, ascending. */
  #membersOf(
    values: Float64Array,
    buckets: readonly Bucket[],
  ): { members: Float64Array[]; positions: Uint32Array } {
    const members = buckets.map(({ size }) => new Float64Array(size));
    const lengths = new Uint32Array(buckets.length);
    const positions = new Uint32Array(buckets.reduce((sum, { size }) => sum + size, 0));
    const lists = this.#lists;
    const halves = halvesOf(values);
    let found = 0;
    for (let i = 0; i < values.length; i++) {
      const list = lists[bucketOf(halves[i * 2 + UPPER])];
      if (list === 0) continue;
      members[list - 1][lengths[list - 1]++] = values[i];
      positions[found++] = i;
    }
    return { members, positions };
  }
}

function bucketOf(half: number): number {
  const bucket = (half >>> SHIFT) - FIRST;
  return bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

interface Bucket {
  readonly bucket: number;
  /** Rank of its smallest value. */
  readonly start: number;
  readonly size: number;
}

const halvesOf = (values: Float64Array): Uint32Array =>
  new Uint32Array(values.buffer, values.byteOffset, values.length * 2);

/** Moves what stands where members belong and is none to where members stood. */
function makeRoom(
  values: Float64Array,
  { positions, buckets }: { readonly positions: Uint32Array; readonly buckets: readonly Bucket[] },
): void {
  const isRoom = (at: number): boolean => buckets.some(({ start, size }) => at >= start && at < start + size);
  let member = 0;
  let hole = 0;
  for (const { start, size } of buckets) {
    for (let at = start; at < start + size; at++) {
      while (positions[member] < at) member++;
      if (positions[member] === at) continue;
      while (isRoom(positions[hole])) hole++;
      values[positions[hole++]] = values[at];
    }
  }
}
