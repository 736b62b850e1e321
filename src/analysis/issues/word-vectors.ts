import type { DenseRows } from './dense-rows.ts';
import { countPairs, type NearPairs, type WordRows } from './near-pairs.ts';
import { normaliseRows } from './sparse.ts';
import { singularVectors } from './svd.ts';
import type { Documents } from './token-documents.ts';

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
  const said = wordsOf(documents, { learnt, wordOf, spoken });
  const vectors = reduceAssociations(countPairs(said, 2 * spoken), {
    words,
    dimensions: Math.min(dimensions, words - 12),
  });
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

/** The learnt documents in words that have a number. */
function wordsOf(
  { offsets, stems }: Documents,
  { learnt, wordOf, spoken }: { learnt: Int32Array; wordOf: Int32Array; spoken: number },
): WordRows {
  const rowOffsets = new Int32Array(learnt.length + 1);
  const words = new Int32Array(spoken);
  let used = 0;
  learnt.forEach((document, row) => {
    for (let i = offsets[document]; i < offsets[document + 1]; i++)
      if (wordOf[stems[i]] >= 0) words[used++] = wordOf[stems[i]];
    rowOffsets[row + 1] = used;
  });
  return { offsets: rowOffsets, words: words.subarray(0, used) };
}

function reduceAssociations(
  { size, first, second, counts: held }: NearPairs,
  { words, dimensions }: { words: number; dimensions: number },
): DenseRows | null {
  const counts = new Float64Array(words);
  let total = 0;
  for (let pair = 0; pair < size; pair++) {
    counts[first[pair]] += held[pair];
    counts[second[pair]] += held[pair];
    total += 2 * held[pair];
  }
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
  const associations = new Float64Array(size);
  for (let pair = 0; pair < size; pair++) {
    associations[pair] = Math.max(0, association(first[pair], second[pair], held[pair]));
    if (associations[pair] === 0) continue;
    offsets[first[pair] + 1]++;
    offsets[second[pair] + 1]++;
  }
  for (let word = 0; word < words; word++) offsets[word + 1] += offsets[word];
  const indexes = new Int32Array(offsets[words]);
  const values = new Float32Array(offsets[words]);
  const next = offsets.slice();
  const put = (word: number, other: number, value: number): void => {
    indexes[next[word]] = other;
    values[next[word]++] = value;
  };
  for (let pair = 0; pair < size; pair++) {
    if (associations[pair] === 0) continue;
    put(first[pair], second[pair], associations[pair]);
    put(second[pair], first[pair], associations[pair]);
  }
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
