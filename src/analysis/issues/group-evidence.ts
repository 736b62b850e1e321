import type { FeatureRows } from './features.ts';

/** Weighted counts of features, with log Γ(count + smoothing) beside them. */
interface Words {
  readonly features: Int32Array;
  readonly counts: Float64Array;
  readonly logs: Float64Array;
}

/** What the texts of a group say. */
export interface GroupWords {
  words: Words;
  total: number;
}

interface EvidenceRules {
  readonly featureWeights: Float64Array;
  readonly smoothing: number;
}

/** What each group says; rows of group −1 are passed over. */
export function collectWords(
  rows: FeatureRows,
  { groupOf, groups, featureWeights, smoothing }: EvidenceRules & { groupOf: Int32Array; groups: number },
): GroupWords[] {
  const counts = Array.from({ length: groups }, () => new Map<number, number>());
  const totals = new Float64Array(groups);
  for (let row = 0; row < rows.rows; row++) {
    const group = groupOf[row];
    if (group < 0) continue;
    for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
      const weight = featureWeights[rows.features[p]];
      if (weight === 0) continue;
      raise(counts[group], rows.features[p], weight);
      totals[group] += weight;
    }
  }
  return counts.map((said, k) => ({ words: wordsOf(said, smoothing), total: totals[k] }));
}

/** Adds what one group says to another. */
export function absorbWords(
  into: GroupWords,
  { from, smoothing }: { from: GroupWords; smoothing: number },
): void {
  const counts = new Map<number, number>();
  for (const { features, counts: values } of [into.words, from.words])
    features.forEach((feature, i) => {
      raise(counts, feature, values[i]);
    });
  into.words = wordsOf(counts, smoothing);
  into.total += from.total;
}

function wordsOf(counts: ReadonlyMap<number, number>, smoothing: number): Words {
  const features = Int32Array.from(counts.keys());
  const weighted = Float64Array.from(counts.values());
  return { features, counts: weighted, logs: weighted.map((value) => logGamma(value + smoothing)) };
}

function raise(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/**
 * The evidence for one group instead of two: log ratio of the Dirichlet multinomial likelihoods of their texts, nats.
 * What a group says is spread out over all features when it first comes as `a`, so that many `b` in a row are looked up
 * in it fast.
 */
export function evidenceBetween({
  featureWeights,
  smoothing,
}: EvidenceRules): (a: GroupWords, b: GroupWords) => number {
  const prior = featureWeights.length * smoothing;
  const base = logGamma(smoothing);
  const start = logGamma(prior);
  const spread = new Float64Array(featureWeights.length);
  const spreadLogs = new Float64Array(featureWeights.length);
  let current: Words | null = null;
  const spreadOut = (words: Words): void => {
    if (current) for (const feature of current.features) spread[feature] = 0;
    words.features.forEach((feature, i) => {
      spread[feature] = words.counts[i];
      spreadLogs[feature] = words.logs[i];
    });
    current = words;
  };
  return (a, b) => {
    if (a.words !== current) spreadOut(a.words);
    let gain =
      logGamma(prior + a.total) + logGamma(prior + b.total) - logGamma(prior + a.total + b.total) - start;
    const { features, counts, logs } = b.words;
    // Features that only one of them holds are the same on both sides of the ratio.
    for (let i = 0; i < features.length; i++) {
      const mine = spread[features[i]];
      if (mine > 0) gain += logGamma(mine + counts[i] + smoothing) + base - logs[i] - spreadLogs[features[i]];
    }
    return gain;
  };
}

/** log Γ(x) for x > 0: recurrence up to 8, then Stirling's series; absolute error below 1e-9. */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  if (y < 8) {
    let product = 1;
    while (y < 8) {
      product *= y;
      y++;
    }
    shift = Math.log(product);
  }
  const inverse = 1 / (y * y);
  return (
    (y - 0.5) * Math.log(y) -
    y +
    0.9189385332046727 +
    (1 / 12 - inverse * (1 / 360 - inverse / 1260)) / y -
    shift
  );
}
