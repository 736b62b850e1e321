import { placesOf, startKernels } from './kernels.ts';

/** Words of texts by their numbers: those of text i are `words[offsets[i]] …`. */
export interface WordRows {
  readonly offsets: Int32Array;
  readonly words: Int32Array;
}

/** Pairs of different words that stand within eight words of each other, the lower number first, and how often they do. */
export interface NearPairs {
  readonly size: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly counts: Int32Array;
}

const BYTES = 4;
/** Numbers of a slot of the table: the pair, its count, and nothing. */
const SLOT = 4;
const MOST_EXPECTED = 1 << 18;
const FEWEST_SLOTS = 1024;

/**
 * Counts pairs of near words, by a kernel (`src/kernels/issues/count-pairs.ts`): a tenth of the time that a table in
 * JavaScript takes on a small desk. Always in the same order.
 *
 * @param expected about how many pairs there are; the table grows where there are more.
 */
export function countPairs({ offsets, words }: WordRows, expected: number): NearPairs {
  let slots = FEWEST_SLOTS;
  while (slots < 2 * Math.min(MOST_EXPECTED, expected)) slots *= 2;
  const [offsetsAt, wordsAt, tableAt, end] = placesOf(
    offsets.length * BYTES,
    words.length * BYTES,
    slots * SLOT * BYTES,
  );
  const { buffer, memory, kernels } = startKernels(end);
  new Int32Array(buffer, offsetsAt, offsets.length).set(offsets);
  new Int32Array(buffer, wordsAt, words.length).set(words);
  const size = kernels.countPairs(offsetsAt, offsets.length - 1, wordsAt, tableAt, slots);
  const [pairsAt] = new Uint32Array(memory.buffer, offsetsAt, 1);
  const pairs = new Int32Array(memory.buffer, pairsAt, size * SLOT);
  const column = (at: number): Int32Array =>
    Int32Array.from({ length: size }, (_, i) => pairs[i * SLOT + at]);
  return { size, first: column(0), second: column(1), counts: column(2) };
}
