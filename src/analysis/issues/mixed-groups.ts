import type { Documents } from './token-documents.ts';
import { distinctSorted } from './unite-rows.ts';

/** A group that is less alike inside than this share of the median is mixed. */
const LEAST_LIKENESS = 0.6;
/** Of fewer texts nothing is said. */
const FEWEST_TEXTS = 3;

/**
 * Which groups hold texts that have much less in common than those of the others. Likeness: mean cosine of two of its
 * texts, by inverse document frequency.
 *
 * @param groups documents of each group; a sample will do.
 */
export function mixedGroups(
  documents: Documents,
  { groups, frequencies }: { groups: readonly (readonly number[])[]; frequencies: Int32Array },
): boolean[] {
  const sums = new Float64Array(documents.stemNames.length);
  const likeness = groups.map((members) =>
    members.length < FEWEST_TEXTS ? Number.NaN : likenessOf(documents, { members, frequencies, sums }),
  );
  const known = likeness.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const least = LEAST_LIKENESS * (known[known.length >> 1] ?? 0);
  return likeness.map((value) => value < least);
}

function likenessOf(
  documents: Documents,
  of: { members: readonly number[]; frequencies: Int32Array; sums: Float64Array },
): number {
  const { members, frequencies, sums } = of;
  const touched: number[] = [];
  for (const d of members) {
    const stems = distinctSorted(documents.stems, documents.offsets[d], documents.offsets[d + 1]);
    let length = 0;
    for (const stem of stems) length += idfOf(documents, frequencies[stem]) ** 2;
    if (length === 0) continue;
    for (const stem of stems) {
      if (sums[stem] === 0) touched.push(stem);
      sums[stem] += idfOf(documents, frequencies[stem]) / Math.sqrt(length);
    }
  }
  let square = 0;
  for (const stem of touched) {
    square += sums[stem] ** 2;
    sums[stem] = 0;
  }
  return (square - members.length) / (members.length * (members.length - 1));
}

const idfOf = ({ count }: Documents, held: number): number => Math.log((1 + count) / (1 + held));
