import type { FeatureRows } from './features.ts';
import type { DenseRows } from './sparse.ts';

/** A mixture of multinomials over weighted features: what each group says, and how often. */
export interface Mixture {
  readonly groups: number;
  readonly features: number;
  /** Weighted count of feature f in group k at `counts[f * groups + k]`. */
  readonly counts: Float32Array;
  /** log(count + smoothing), kept up to date beside the counts. */
  readonly logs: Float32Array;
  /** Weighted count of everything that each group says. */
  readonly totals: Float64Array;
  readonly members: Float64Array;
  readonly featureWeights: Float64Array;
  readonly smoothing: number;
  /** Power of a group's size that counts in its score: below 0, large groups are held back. */
  readonly sizePower: number;
}

/** Weight of each feature: (log(n / df) / log(n / 10))^power, pairs of words times `pairWeight`. */
export function weighFeatures(
  { documentCounts, stems, learnt }: { documentCounts: Int32Array; stems: Int32Array; learnt: number },
  { power, pairWeight }: { power: number; pairWeight: number },
): Float64Array {
  const scale = Math.log(Math.max(3, learnt / 10));
  return Float64Array.from(documentCounts, (held, feature) => {
    const rarity = Math.max(0, Math.log(learnt / held)) / scale;
    return rarity ** power * (stems[feature * 2 + 1] < 0 ? 1 : pairWeight);
  });
}

export function emptyMixture(
  of: Pick<Mixture, 'groups' | 'featureWeights' | 'smoothing' | 'sizePower'>,
): Mixture {
  const { groups, featureWeights, smoothing, sizePower } = of;
  const features = featureWeights.length;
  return {
    groups,
    features,
    counts: new Float32Array(features * groups),
    logs: new Float32Array(features * groups).fill(Math.log(smoothing)),
    totals: new Float64Array(groups),
    members: new Float64Array(groups),
    featureWeights,
    smoothing,
    sizePower,
  };
}

/** Adds (`sign` 1) a row to a group, or takes it out (−1). */
export function addToGroup(mixture: Mixture, rows: FeatureRows, { row, group, sign }: Membership): void {
  const { groups, counts, logs, totals, members, featureWeights, smoothing } = mixture;
  members[group] += sign;
  for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
    const feature = rows.features[p];
    const at = feature * groups + group;
    const count = Math.max(0, counts[at] + sign * featureWeights[feature]);
    counts[at] = count;
    logs[at] = Math.log(count + smoothing);
    totals[group] += sign * featureWeights[feature];
  }
}

interface Membership {
  readonly row: number;
  readonly group: number;
  readonly sign: 1 | -1;
}

/**
 * Writes the log likelihood of a row in every group into `scores` and returns the best group. Group sizes do not
 * count: with them large groups grow at the cost of small ones, and what a person reads first is a mixture.
 */
export function scoreGroups(mixture: Mixture, rows: FeatureRows, { row, scores }: Scoring): number {
  const { groups, logs, totals, members, featureWeights, features, smoothing, sizePower } = mixture;
  scores.fill(0);
  let said = 0;
  for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
    const feature = rows.features[p];
    const weight = featureWeights[feature];
    if (weight === 0) continue;
    said += weight;
    const from = feature * groups;
    for (let k = 0; k < groups; k++) scores[k] += weight * logs[from + k];
  }
  let best = 0;
  for (let k = 0; k < groups; k++) {
    scores[k] += sizePower * Math.log(members[k] + 1);
    if (said > 0) scores[k] -= said * Math.log(Math.max(0, totals[k]) + features * smoothing);
    if (scores[k] > scores[best]) best = k;
  }
  return best;
}

interface Scoring {
  readonly row: number;
  readonly scores: Float64Array;
}

/**
 * Moves every row to the group that explains it best, one after the other, each taken out of its group while it is
 * judged (hard collapsed inference of a Dirichlet multinomial mixture, as Yin & Wang 2014, without group sizes).
 *
 * @param groupOf start, changed in place; −1 for rows in no group yet.
 * @returns the mixture of the last sweep.
 */
export function sweepMixture(
  rows: FeatureRows,
  of: {
    groupOf: Int32Array;
    groups: number;
    featureWeights: Float64Array;
    smoothing: number;
    sizePower: number;
    sweeps: number;
  },
): Mixture {
  const { groupOf, groups } = of;
  const mixture = emptyMixture(of);
  for (let row = 0; row < rows.rows; row++) {
    if (groupOf[row] >= 0) addToGroup(mixture, rows, { row, group: groupOf[row], sign: 1 });
  }
  const scores = new Float64Array(groups);
  for (let sweep = 0; sweep < of.sweeps && groups > 0; sweep++) {
    let moved = 0;
    for (let row = 0; row < rows.rows; row++) {
      const before = groupOf[row];
      if (before >= 0) addToGroup(mixture, rows, { row, group: before, sign: -1 });
      const group = scoreGroups(mixture, rows, { row, scores });
      if (group !== before) moved++;
      groupOf[row] = group;
      addToGroup(mixture, rows, { row, group, sign: 1 });
    }
    if (moved === 0) break;
  }
  return mixture;
}

/**
 * Square roots of softened memberships, one row each, so that the cosine of two rows is the Bhattacharyya overlap of
 * their memberships.
 */
export function membershipVectors(
  mixture: Mixture,
  rows: FeatureRows,
  { groupOf, temperature }: { groupOf: Int32Array; temperature: number },
): DenseRows {
  const { groups } = mixture;
  const values = new Float32Array(rows.rows * groups);
  const scores = new Float64Array(groups);
  for (let row = 0; row < rows.rows; row++) {
    addToGroup(mixture, rows, { row, group: groupOf[row], sign: -1 });
    const best = scores[scoreGroups(mixture, rows, { row, scores })];
    addToGroup(mixture, rows, { row, group: groupOf[row], sign: 1 });
    let sum = 0;
    for (let k = 0; k < groups; k++) {
      scores[k] = Math.exp((scores[k] - best) / temperature);
      sum += scores[k];
    }
    for (let k = 0; k < groups; k++) values[row * groups + k] = Math.sqrt(scores[k] / sum);
  }
  return { rows: rows.rows, width: groups, values };
}
