import type { Graph } from './communities.ts';
import type { FeatureRows } from './features.ts';

interface Group {
  readonly counts: Map<number, number>;
  total: number;
  size: number;
}

/** What merging goes by. */
interface MergeRules {
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly featureWeights: Float64Array;
  readonly smoothing: number;
  /** Shared-neighbour graph of the rows. */
  readonly graph: Graph;
  /** Nats that a full share of links is worth. */
  readonly linkWeight: number;
  /** Nats that a group costs for every e-fold by which it is larger than usual. */
  readonly sizePenalty: number;
  readonly threshold: number;
}

/**
 * Joins groups that are one issue, best pair first, until no pair scores `threshold`. The score of a pair has two
 * parts. Evidence: the log ratio of the Dirichlet multinomial likelihoods of their texts as one group and as two, per
 * text of the smaller one. Links: the share of their links that lead to each other, averaged over the two, times
 * `linkWeight`; groups that a fine search for communities cut out of one dense region share many, however many texts
 * there are, so a desk with few problems is not left in pieces.
 *
 * @returns the group of every row, numbered from 0 in order of first appearance; −1 stays.
 */
export function mergeGroups(rows: FeatureRows, rules: MergeRules): { groupOf: Int32Array; groups: number } {
  const { groupOf, groups: count, threshold } = rules;
  const groups = collectGroups(rows, rules);
  const evidenceOf = evidenceBetween(rules);
  const { links, degree } = countLinks(rules);
  const into = Int32Array.from({ length: count }, (_, k) => k);
  const live = into.filter((k) => groups[k].size > 0);
  const scores = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const bestOf = new Int32Array(count).fill(-1);
  const usual = (2 * groupOf.length) / Math.max(1, live.length);
  const score = (a: number, b: number): void => {
    const shared = links[a * count + b];
    const share = shared === 0 ? 0 : (shared / degree[a] + shared / degree[b]) / 2;
    const size = groups[a].size + groups[b].size;
    scores[a * count + b] =
      evidenceOf(groups[a], groups[b]) +
      rules.linkWeight * share -
      rules.sizePenalty * Math.max(0, Math.log(size / usual));
    scores[b * count + a] = scores[a * count + b];
  };
  const refreshBest = (a: number): void => {
    let best = -1;
    for (const b of live) {
      if (b !== a && into[b] === b && (best < 0 || scores[a * count + b] > scores[a * count + best]))
        best = b;
    }
    bestOf[a] = best;
  };
  for (const a of live) for (const b of live) if (b > a) score(a, b);
  for (const a of live) refreshBest(a);
  for (;;) {
    let a = -1;
    for (const k of live) {
      if (into[k] !== k || bestOf[k] < 0) continue;
      if (a < 0 || scores[k * count + bestOf[k]] > scores[a * count + bestOf[a]]) a = k;
    }
    if (a < 0 || !(scores[a * count + bestOf[a]] >= threshold)) break;
    const b = bestOf[a];
    into[b] = a;
    absorb(groups[a], groups[b]);
    degree[a] += degree[b];
    for (const k of live) {
      if (into[k] !== k || k === a) continue;
      links[a * count + k] += links[b * count + k];
      links[k * count + a] = links[a * count + k];
      score(a, k);
    }
    refreshBest(a);
    for (const k of live) {
      if (into[k] !== k || k === a) continue;
      if (bestOf[k] === a || bestOf[k] === b) refreshBest(k);
      else if (scores[k * count + a] > scores[k * count + bestOf[k]]) bestOf[k] = a;
    }
  }
  return renumber(groupOf, (group) => {
    let root = group;
    while (into[root] !== root) root = into[root];
    return root;
  });
}

function collectGroups(rows: FeatureRows, { groupOf, groups: count, featureWeights }: MergeRules): Group[] {
  const groups: Group[] = Array.from({ length: count }, () => ({ counts: new Map(), total: 0, size: 0 }));
  for (let row = 0; row < rows.rows; row++) {
    const group = groups[groupOf[row]];
    if (!group) continue;
    group.size++;
    for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
      const weight = featureWeights[rows.features[p]];
      if (weight === 0) continue;
      group.counts.set(rows.features[p], (group.counts.get(rows.features[p]) ?? 0) + weight);
      group.total += weight;
    }
  }
  return groups;
}

function absorb(into: Group, from: Group): void {
  for (const [feature, value] of from.counts)
    into.counts.set(feature, (into.counts.get(feature) ?? 0) + value);
  into.total += from.total;
  into.size += from.size;
}

function countLinks({ graph, groupOf, groups: count }: MergeRules): {
  links: Float64Array;
  degree: Float64Array;
} {
  const links = new Float64Array(count * count);
  const degree = new Float64Array(count);
  for (let node = 0; node < graph.nodes; node++) {
    const a = groupOf[node];
    if (a < 0) continue;
    for (let p = graph.offsets[node]; p < graph.offsets[node + 1]; p++) {
      const b = groupOf[graph.to[p]];
      if (b < 0) continue;
      links[a * count + b] += graph.weights[p];
      degree[a] += graph.weights[p];
    }
  }
  return { links, degree };
}

/** The evidence for one group, per text of the smaller one. */
function evidenceBetween({ featureWeights, smoothing }: MergeRules): (a: Group, b: Group) => number {
  const prior = featureWeights.length * smoothing;
  const base = logGamma(smoothing);
  const start = logGamma(prior);
  return (a, b) => {
    const [large, small] = a.counts.size < b.counts.size ? [b, a] : [a, b];
    let gain =
      logGamma(prior + a.total) + logGamma(prior + b.total) - logGamma(prior + a.total + b.total) - start;
    // Features that only one of them holds are the same on both sides of the ratio.
    for (const [feature, mine] of small.counts) {
      const theirs = large.counts.get(feature);
      if (theirs === undefined) continue;
      gain += logGamma(mine + theirs + smoothing) + base;
      gain -= logGamma(mine + smoothing) + logGamma(theirs + smoothing);
    }
    return gain / Math.min(a.size, b.size);
  };
}

/** Numbers groups from 0 in the order in which rows show them. */
export function renumber(
  groupOf: Int32Array,
  rootOf: (group: number) => number,
): { groupOf: Int32Array; groups: number } {
  const names = new Map<number, number>();
  const out = groupOf.map((group) => {
    if (group < 0) return -1;
    const root = rootOf(group);
    if (root < 0) return -1;
    let name = names.get(root);
    if (name === undefined) {
      name = names.size;
      names.set(root, name);
    }
    return name;
  });
  return { groupOf: out, groups: names.size };
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
