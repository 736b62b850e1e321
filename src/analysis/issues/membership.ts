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

/** What a word of the desk counts in belonging. */
export interface CoverageWeights {
  /** log(n / df) · what the word tells, by feature; pairs of words 0. */
  readonly ofFeature: Float64Array;
  /** For a word that is no feature. */
  readonly ofStranger: number;
}

export function coverageWeights(
  { documentCounts, stems, learnt }: Pick<FeatureSet, 'documentCounts' | 'stems' | 'learnt'>,
  { tells, strangeWords }: { tells: Float64Array; strangeWords: number },
): CoverageWeights {
  return {
    ofFeature: Float64Array.from(documentCounts, (held, feature) =>
      stems[feature * 2 + 1] >= 0 ? 0 : Math.log(learnt / held) * tells[feature],
    ),
    ofStranger: strangeWords * Math.log(learnt),
  };
}

/**
 * How much of what a ticket says is usual in its issue, 0 to 1: Σ weight · √(share of the tickets that say it)
 * over its words, divided by Σ weight over all its words, the unknown ones included.
 *
 * @param self votes with which the text itself was counted in `usage`, so that it cannot vouch for itself; else 0.
 */
export function coverageOf(
  usage: Usage,
  rows: FeatureRows,
  of: {
    row: number;
    group: number;
    features: FeatureSet;
    weights: CoverageWeights;
    words: number;
    self: number;
  },
): number {
  const { row, group, features, weights, words, self } = of;
  const members = usage.members[group] - self;
  if (members <= 0) return 0;
  let usual = 0;
  let said = 0;
  let known = 0;
  for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
    const feature = rows.features[p];
    if (features.stems[feature * 2 + 1] >= 0) continue;
    known++;
    const weight = weights.ofFeature[feature];
    said += weight;
    const holders = usage.counts[feature * usage.groups + group] - self;
    if (holders > 0) usual += weight * Math.sqrt(holders / members);
  }
  said += (words - known) * weights.ofStranger;
  return said > 0 ? usual / said : 0;
}

export interface CoverageRules {
  readonly relativeCoverage: number;
  readonly mostCoverage: number;
}

/** Of so few texts no median is taken. */
const FEWEST_TEXTS = 30;

/** The coverage that makes a ticket belong, told from those of a desk: a share of their median, a fixed one at most. */
export function leastCoverage(
  coverage: Float32Array,
  { relativeCoverage, mostCoverage }: CoverageRules,
): number {
  if (coverage.length < FEWEST_TEXTS) return mostCoverage;
  const sorted = coverage.slice().sort();
  return Math.min(mostCoverage, relativeCoverage * sorted[sorted.length >> 1]);
}
