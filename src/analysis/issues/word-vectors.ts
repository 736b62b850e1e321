import type { DenseRows } from './dense-rows.ts';
import { PairCounts } from './pair-counts.ts';
import { normaliseRows } from './sparse.ts';
import { singularVectors } from './svd.ts';
import type { Documents } from './token-documents.ts';

const WINDOW = 8;
const MIN_DOCUMENTS = 3;
const CONTEXT_POWER = 0.75;
const SMOOTHING = 1e-3;
const VOCABULARY = 20_000;

/**
 * Vectors of texts by what their words mean on this desk. Words: positive pointwise mutual information of words that
 * stand within eight of each other, context counts to the power ¾ (Levy, Goldberg & Dagan 2015), reduced by SVD, every
 * direction alike. Texts: average of their words weighed a / (a + frequency), common direction removed
 * (Arora, Liang & Ma 2017), times what each word tells of a subject (`wordWeights`); length 1.
 */
export function meaningVectors(
  documents: Documents,
  { learnt, dimensions, wordWeights }: { learnt: Int32Array; dimensions: number; wordWeights: Float64Array },
): DenseRows | null {
  const { offsets, stems } = documents;
  const frequency = new Float64Array(documents.stemNames.length);
  const held = new Int32Array(documents.stemNames.length);
  const lastSeen = new Int32Array(documents.stemNames.length).fill(-1);
  let spoken = 0;
  learnt.forEach((document, at) => {
    for (let i = offsets[document]; i < offsets[document + 1]; i++) {
      frequency[stems[i]]++;
      spoken++;
      if (lastSeen[stems[i]] === at) continue;
      lastSeen[stems[i]] = at;
      held[stems[i]]++;
    }
  });
  const wordOf = chooseWords(held);
  const words = wordOf.reduce((most, word) => Math.max(most, word + 1), 0);
  if (words < 12) return null;
  const pairs = countPairs(documents, { learnt, wordOf, spoken });
  const vectors = reduceAssociations(pairs, { words, dimensions: Math.min(dimensions, words - 12) });
  if (!vectors) return null;
  const { width } = vectors;
  const out: DenseRows = { rows: learnt.length, width, values: new Float32Array(learnt.length * width) };
  const { values } = out;
  for (let row = 0; row < learnt.length; row++) {
    for (let i = offsets[learnt[row]]; i < offsets[learnt[row] + 1]; i++) {
      const word = wordOf[stems[i]];
      if (word < 0) continue;
      const weight = (wordWeights[stems[i]] * SMOOTHING) / (SMOOTHING + frequency[stems[i]] / spoken);
      for (let at = row * width, from = word * width; from < (word + 1) * width; at++, from++)
        values[at] += weight * vectors.values[from];
    }
  }
  return normaliseRows(withoutCommonDirection(normaliseRows(out)));
}

/** Word number of every stem, −1 for rare ones: the most frequent first, so that the limit cuts the tail. */
function chooseWords(held: Int32Array): Int32Array {
  const chosen: number[] = [];
  for (let stem = 0; stem < held.length; stem++) if (held[stem] >= MIN_DOCUMENTS) chosen.push(stem);
  chosen.sort((a, b) => held[b] - held[a] || a - b);
  const wordOf = new Int32Array(held.length).fill(-1);
  for (let word = 0; word < Math.min(VOCABULARY, chosen.length); word++) wordOf[chosen[word]] = word;
  return wordOf;
}

function countPairs(
  { offsets, stems }: Documents,
  { learnt, wordOf, spoken }: { learnt: Int32Array; wordOf: Int32Array; spoken: number },
): PairCounts {
  const pairs = new PairCounts(Math.min(1 << 18, 2 * spoken));
  const line: number[] = [];
  for (const document of learnt) {
    line.length = 0;
    for (let i = offsets[document]; i < offsets[document + 1]; i++) {
      if (wordOf[stems[i]] >= 0) line.push(wordOf[stems[i]]);
    }
    for (let i = 1; i < line.length; i++) {
      for (let j = Math.max(0, i - WINDOW); j < i; j++) {
        if (line[i] !== line[j]) pairs.add(Math.min(line[i], line[j]), Math.max(line[i], line[j]));
      }
    }
  }
  return pairs;
}

function reduceAssociations(
  pairs: PairCounts,
  { words, dimensions }: { words: number; dimensions: number },
): DenseRows | null {
  const counts = new Float64Array(words);
  let total = 0;
  pairs.forEach((a, b, count) => {
    counts[a] += count;
    counts[b] += count;
    total += 2 * count;
  });
  if (total === 0) return null;
  const contexts = counts.map((count) => count ** CONTEXT_POWER);
  let allContexts = 0;
  for (const context of contexts) allContexts += context;
  const association = (a: number, b: number, count: number): number => {
    const joint = count / total;
    const ab = Math.log(joint / ((counts[a] / total) * (contexts[b] / allContexts)));
    const ba = Math.log(joint / ((counts[b] / total) * (contexts[a] / allContexts)));
    return (ab + ba) / 2;
  };
  const offsets = new Int32Array(words + 1);
  pairs.replaceEach((a, b, count) => {
    const value = association(a, b, count);
    if (value <= 0) return 0;
    offsets[a + 1]++;
    offsets[b + 1]++;
    return value;
  });
  for (let word = 0; word < words; word++) offsets[word + 1] += offsets[word];
  const indexes = new Int32Array(offsets[words]);
  const values = new Float32Array(offsets[words]);
  const next = offsets.slice();
  pairs.forEach((a, b, value) => {
    if (value === 0) return;
    indexes[next[a]] = b;
    values[next[a]++] = value;
    indexes[next[b]] = a;
    values[next[b]++] = value;
  });
  const matrix = { rows: words, columns: words, offsets, indexes, values };
  return normaliseRows(singularVectors(matrix, { rank: dimensions, iterations: 3 }).vectors);
}

/** Takes out of every row its part along the first principal direction (power iteration from a fixed start). */
function withoutCommonDirection(x: DenseRows): DenseRows {
  const { rows, width, values } = x;
  let direction = Float64Array.from({ length: width }, (_, j) => 1 + 0.01 * j);
  for (let round = 0; round < 8; round++) {
    const next = new Float64Array(width);
    for (let row = 0; row < rows; row++) {
      let s = 0;
      for (let j = 0; j < width; j++) s += values[row * width + j] * direction[j];
      for (let j = 0; j < width; j++) next[j] += s * values[row * width + j];
    }
    let sum = 0;
    for (const value of next) sum += value * value;
    if (sum === 0) return x;
    direction = next.map((value) => value / Math.sqrt(sum));
  }
  for (let row = 0; row < rows; row++) {
    let s = 0;
    for (let j = 0; j < width; j++) s += values[row * width + j] * direction[j];
    for (let j = 0; j < width; j++) values[row * width + j] -= s * direction[j];
  }
  return x;
}
