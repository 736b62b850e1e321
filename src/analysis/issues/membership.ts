import type { FeatureRows, FeatureSet } from './features.ts';

/** In what share of its tickets each issue uses each feature, counted over the learning documents. */
interface Usage {
  readonly groups: number;
  /** Documents of group k that hold feature f at `counts[f * groups + k]`. */
  readonly counts: Uint32Array;
  readonly members: Uint32Array;
}

const MOST_VOTES = 3;

/** What a text that came this often counts: it does not outvote the others. */
export function votesOf(weight: number): number {
  return Math.min(MOST_VOTES, weight);
}

export function countUsage(
  rows: FeatureRows,
  of: { groupOf: Int32Array; groups: number; features: number; weights: Int32Array },
): Usage {
  const { groupOf, groups, features, weights } = of;
  const counts = new Uint32Array(features * groups);
  const members = new Uint32Array(groups);
  for (let row = 0; row < rows.rows; row++) {
    const group = groupOf[row];
    if (group < 0) continue;
    const weight = votesOf(weights[row]);
    members[group] += weight;
    for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++)
      counts[rows.features[p] * groups + group] += weight;
  }
  return { groups, counts, members };
}

/**
 * How much of what a ticket says is usual in its issue, 0 to 1: Σ idf · √(share of the tickets that say it)
 * over its words, divided by Σ idf over all its words, the unknown ones included.
 *
 * @param self votes with which the text itself was counted in `usage`, so that it cannot vouch for itself; else 0.
 */
export function coverageOf(
  usage: Usage,
  rows: FeatureRows,
  of: { row: number; group: number; features: FeatureSet; words: number; self: number },
): number {
  const { row, group, features, words, self } = of;
  const members = usage.members[group] - self;
  if (members <= 0) return 0;
  let usual = 0;
  let said = 0;
  let known = 0;
  for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
    const feature = rows.features[p];
    if (features.stems[feature * 2 + 1] >= 0) continue;
    known++;
    const idf = Math.log(features.learnt / features.documentCounts[feature]);
    said += idf;
    const holders = usage.counts[feature * usage.groups + group] - self;
    if (holders > 0) usual += idf * Math.sqrt(holders / members);
  }
  said += (words - known) * Math.log(features.learnt);
  return said > 0 ? usual / said : 0;
}
