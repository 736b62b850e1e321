import type { FeatureRows } from './features.ts';

interface Group {
  readonly counts: Map<number, number>;
  total: number;
  size: number;
}

/**
 * Joins groups that are one issue said twice, best pair first. The evidence for a pair is the log ratio of the
 * Dirichlet multinomial likelihoods of their texts as one group and as two, per text of the smaller one; joining
 * ends when no pair reaches `threshold`.
 *
 * @returns the group of every row, numbered from 0 in order of first appearance; −1 stays.
 */
export function mergeGroups(
  rows: FeatureRows,
  of: {
    groupOf: Int32Array;
    groups: number;
    featureWeights: Float64Array;
    smoothing: number;
    threshold: number;
  },
): { groupOf: Int32Array; groups: number } {
  const { groupOf, groups: count, featureWeights, smoothing, threshold } = of;
  const prior = featureWeights.length * smoothing;
  const groups: Group[] = Array.from({ length: count }, () => ({
    counts: new Map(),
    total: 0,
    size: 0,
  }));
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
  const base = logGamma(smoothing);
  const start = logGamma(prior);

  const gainOf = (a: Group, b: Group): number => {
    const [large, small] = a.counts.size < b.counts.size ? [b, a] : [a, b];
    // Features that only one of them holds are the same on both sides of the ratio.
    let gain = start - logGamma(prior + a.total + b.total);
    gain -= start - logGamma(prior + a.total) + (start - logGamma(prior + b.total));
    for (const [feature, mine] of small.counts) {
      const theirs = large.counts.get(feature);
      if (theirs === undefined) continue;
      gain += logGamma(mine + theirs + smoothing) + base;
      gain -= logGamma(mine + smoothing) + logGamma(theirs + smoothing);
    }
    return gain / Math.min(a.size, b.size);
  };

  const into = Int32Array.from({ length: count }, (_, k) => k);
  const live = into.filter((k) => groups[k].size > 0);
  const gains = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const bestOf = new Int32Array(count).fill(-1);
  const refreshBest = (a: number): void => {
    let best = -1;
    for (const b of live) {
      if (b !== a && into[b] === b && (best < 0 || gains[a * count + b] > gains[a * count + best])) best = b;
    }
    bestOf[a] = best;
  };
  for (const a of live) {
    for (const b of live) {
      if (b <= a) continue;
      gains[a * count + b] = gainOf(groups[a], groups[b]);
      gains[b * count + a] = gains[a * count + b];
    }
  }
  for (const a of live) refreshBest(a);
  for (;;) {
    let a = -1;
    for (const k of live) {
      if (into[k] !== k || bestOf[k] < 0) continue;
      if (a < 0 || gains[k * count + bestOf[k]] > gains[a * count + bestOf[a]]) a = k;
    }
    if (a < 0 || !(gains[a * count + bestOf[a]] >= threshold)) break;
    const b = bestOf[a];
    for (const [feature, value] of groups[b].counts) {
      groups[a].counts.set(feature, (groups[a].counts.get(feature) ?? 0) + value);
    }
    groups[a].total += groups[b].total;
    groups[a].size += groups[b].size;
    into[b] = a;
    for (const k of live) {
      if (into[k] !== k || k === a) continue;
      gains[a * count + k] = gainOf(groups[a], groups[k]);
      gains[k * count + a] = gains[a * count + k];
    }
    refreshBest(a);
    for (const k of live) {
      if (into[k] !== k || k === a) continue;
      if (bestOf[k] === a || bestOf[k] === b) refreshBest(k);
      else if (gains[k * count + a] > gains[k * count + bestOf[k]]) bestOf[k] = a;
    }
  }
  return renumber(groupOf, (group) => {
    let root = group;
    while (into[root] !== root) root = into[root];
    return root;
  });
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
