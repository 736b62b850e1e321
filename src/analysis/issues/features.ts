import { PairCounts } from './pair-counts.ts';
import type { SparseMatrix } from './sparse.ts';
import type { Documents } from './token-documents.ts';

/** The words and pairs of neighbouring words by which documents are compared: the ones that recur. */
export interface FeatureSet {
  readonly count: number;
  /** Feature of a stem, −1 for stems that are too rare. */
  readonly ofStem: Int32Array;
  /** Feature of a pair of stems plus one; 0 for pairs that are too rare. */
  readonly ofPair: PairCounts;
  /** Stems of every feature; the second is −1 for a single word. */
  readonly stems: Int32Array;
  /** Learning documents that hold each feature. */
  readonly documentCounts: Int32Array;
  /** Learning documents. */
  readonly learnt: number;
}

/** Features of documents, each once: those of document i are `features[offsets[i]] …`, with its times beside. */
export interface FeatureRows {
  readonly rows: number;
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly times: Uint8Array;
}

/** The features that at least two tickets of the learning documents hold, at most `limit`, the most frequent ones. */
export function chooseFeatures(
  { offsets, stems, stemNames, weights }: Documents,
  { learnt, limit, minPairs }: { learnt: Int32Array; limit: number; minPairs: number },
): FeatureSet {
  const singles = new Int32Array(stemNames.length);
  const lastSeen = new Int32Array(stemNames.length).fill(-1);
  const recurs = new Uint8Array(stemNames.length);
  let spoken = 0;
  for (const document of learnt) spoken += offsets[document + 1] - offsets[document];
  const expected = Math.min(1 << 16, spoken);
  const pairs = new PairCounts(expected);
  const lastPair = new PairCounts(expected);
  learnt.forEach((document, at) => {
    for (let i = offsets[document]; i < offsets[document + 1]; i++) {
      const stem = stems[i];
      if (lastSeen[stem] !== at) {
        lastSeen[stem] = at;
        singles[stem]++;
        if (weights[document] > 1 || singles[stem] > 1) recurs[stem] = 1;
      }
      if (i + 1 === offsets[document + 1]) continue;
      const next = stems[i + 1];
      if (lastPair.replace(stem, next, at + 1) !== at + 1) pairs.add(stem, next);
    }
  });
  const found: [first: number, second: number, count: number][] = [];
  for (let stem = 0; stem < singles.length; stem++)
    if (recurs[stem] === 1) found.push([stem, -1, singles[stem]]);
  pairs.forEach((first, second, count) => {
    if (count >= minPairs) found.push([first, second, count]);
  });
  found.sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]);
  if (found.length > limit) found.length = limit;
  const ofStem = new Int32Array(stemNames.length).fill(-1);
  const ofPair = new PairCounts(found.length);
  const featureStems = new Int32Array(found.length * 2);
  found.forEach(([first, second], feature) => {
    featureStems[feature * 2] = first;
    featureStems[feature * 2 + 1] = second;
    if (second < 0) ofStem[first] = feature;
    else ofPair.add(first, second, feature + 1);
  });
  return {
    count: found.length,
    ofStem,
    ofPair,
    stems: featureStems,
    documentCounts: Int32Array.from(found, ([, , count]) => count),
    learnt: learnt.length,
  };
}

/** The features of some documents, ascending inside each. */
export function featureRows(documents: Documents, features: FeatureSet, chosen: Int32Array): FeatureRows {
  const { offsets, stems } = documents;
  const rowOffsets = new Int32Array(chosen.length + 1);
  let capacity = 0;
  for (const document of chosen) capacity += 2 * (offsets[document + 1] - offsets[document]);
  const found = new Int32Array(capacity);
  const times = new Uint8Array(capacity);
  const position = new Int32Array(features.count).fill(-1);
  let used = 0;
  chosen.forEach((document, row) => {
    const from = used;
    const take = (feature: number): void => {
      if (feature < 0) return;
      const at = position[feature];
      if (at >= from && at < used && found[at] === feature) {
        if (times[at] < 255) times[at]++;
        return;
      }
      position[feature] = used;
      found[used] = feature;
      times[used++] = 1;
    };
    for (let i = offsets[document]; i < offsets[document + 1]; i++) {
      take(features.ofStem[stems[i]]);
      if (i + 1 < offsets[document + 1]) take(features.ofPair.get(stems[i], stems[i + 1]) - 1);
    }
    rowOffsets[row + 1] = used;
  });
  return {
    rows: chosen.length,
    offsets: rowOffsets,
    features: found.slice(0, used),
    times: times.slice(0, used),
  };
}

/**
 * TF-IDF rows of length 1: (1 + log times) · (1 + log((1 + n) / (1 + df))) · what the feature tells.
 *
 * @param tells what each feature tells of a subject, see `featureWordWeights`.
 */
export function tfIdf(
  rows: FeatureRows,
  { documentCounts, learnt, count }: FeatureSet,
  tells: Float64Array,
): SparseMatrix {
  const { offsets, features, times } = rows;
  const values = new Float32Array(features.length);
  const weights = Float64Array.from(
    documentCounts,
    (held, feature) => tells[feature] * (1 + Math.log((1 + learnt) / (1 + held))),
  );
  for (let row = 0; row < rows.rows; row++) {
    let sum = 0;
    for (let p = offsets[row]; p < offsets[row + 1]; p++) {
      const value = (1 + Math.log(times[p])) * weights[features[p]];
      values[p] = value;
      sum += value * value;
    }
    if (sum === 0) continue;
    const scale = 1 / Math.sqrt(sum);
    for (let p = offsets[row]; p < offsets[row + 1]; p++) values[p] *= scale;
  }
  return { rows: rows.rows, columns: count, offsets, indexes: features, values };
}
