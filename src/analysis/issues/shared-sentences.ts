import { hashNumbers } from './hashing.ts';
import type { Documents } from './token-documents.ts';

const MIN_WORDS = 2;

/** Hashes of the different sentences of a document, its subject being one; those of a single word are left out. */
export function sentencesOf({ offsets, stems, starts }: Documents, document: number): number[] {
  const keys = new Set<number>();
  let from = offsets[document];
  for (let i = from + 1; i <= offsets[document + 1]; i++) {
    if (i < offsets[document + 1] && starts[i] === 0) continue;
    if (i - from >= MIN_WORDS) keys.add(hashNumbers(stems.subarray(from, i)));
    from = i;
  }
  return [...keys];
}

/** In how many texts of a group each sentence stands. */
export interface GroupSentences {
  readonly counts: Map<number, number>;
  size: number;
}

/**
 * How far two groups say the same sentences, 0 to 1: Σ weight · min(share of texts in the one, in the other) over
 * their sentences but the one that they share most. Customers who choose among fixed sentences, subject and
 * description by chance, are cut into a group a sentence, as each predicts its words best; that the groups have the
 * others in common shows that they are one. A single common sentence shows nothing: it may be an entry of a form.
 *
 * The weight of a sentence is 1 − entropy of the groups that say it / log(groups): what all say counts for nothing.
 *
 * @param groups all of them; sentences that only one of them says are forgotten.
 */
export function sentenceOverlap(
  groups: readonly GroupSentences[],
): (a: GroupSentences, b: GroupSentences) => number {
  const weights = weighSentences(groups);
  for (const { counts } of groups) for (const key of counts.keys()) if (!weights.has(key)) counts.delete(key);
  return (a, b) => {
    const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
    let sum = 0;
    let most = 0;
    for (const [key, count] of few.counts) {
      const other = many.counts.get(key);
      if (other === undefined) continue;
      const shared = (weights.get(key) ?? 0) * Math.min(count / few.size, other / many.size);
      sum += shared;
      most = Math.max(most, shared);
    }
    return Math.min(1, sum - most);
  };
}

/** The weight of every sentence that two groups or more say. */
function weighSentences(groups: readonly GroupSentences[]): Map<number, number> {
  const sums = new Map<number, { all: number; logs: number; groups: number }>();
  let live = 0;
  for (const { counts, size } of groups) {
    if (size > 0) live++;
    for (const [key, count] of counts) {
      const sum = sums.get(key) ?? { all: 0, logs: 0, groups: 0 };
      sum.all += count;
      sum.logs += count * Math.log(count);
      sum.groups++;
      sums.set(key, sum);
    }
  }
  const weights = new Map<number, number>();
  for (const [key, sum] of sums) {
    if (sum.groups < 2) continue;
    const entropy = Math.log(sum.all) - sum.logs / sum.all;
    weights.set(key, Math.max(0, 1 - entropy / Math.log(live)));
  }
  return weights;
}
