import type { Graph } from './communities.ts';
import type { FeatureRows } from './features.ts';
import { type GroupSentences, sentenceOverlap } from './shared-sentences.ts';

/** Weighted counts of features, with log Γ(count + smoothing) beside them. */
interface Words {
  readonly features: Int32Array;
  readonly counts: Float64Array;
  readonly logs: Float64Array;
}

interface Group {
  words: Words;
  total: number;
  size: number;
  readonly sentences: GroupSentences;
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
  /** Sentences of every row, see `sentencesOf`, and the nats that groups gain when they say the same ones. */
  readonly sentences: readonly (readonly number[])[];
  readonly sentenceWeight: number;
  /** Nats that a group costs for every e-fold by which it is larger than usual. */
  readonly sizePenalty: number;
  readonly threshold: number;
}

/**
 * Joins groups that are one issue, best pair first, until no pair scores `threshold`. The score of a pair has three
 * parts. Evidence: the log ratio of the Dirichlet multinomial likelihoods of their texts as one group and as two, per
 * text of the smaller one. Links: the share of their links that lead to each other, averaged over the two, times
 * `linkWeight`; groups that a fine search for communities cut out of one dense region share many, however many texts
 * there are, so a desk with few problems is not left in pieces. Sentences: what `sentenceOverlap` says, times `sentenceWeight`.
 *
 * @returns the group of every row, numbered from 0 in order of first appearance; −1 stays.
 */
export function mergeGroups(rows: FeatureRows, rules: MergeRules): { groupOf: Int32Array; groups: number } {
  const { groupOf, groups: count, threshold } = rules;
  const groups = collectGroups(rows, rules);
  const evidenceOf = evidenceBetween(rules);
  const { links, degree } = countLinks(rules);
  const overlap = sentenceOverlap(groups.map(({ sentences }) => sentences));
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
      rules.linkWeight * share +
      rules.sentenceWeight * overlap(groups[a].sentences, groups[b].sentences) -
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
    absorb(groups[a], { from: groups[b], smoothing: rules.smoothing });
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

function collectGroups(rows: FeatureRows, rules: MergeRules): Group[] {
  const { groupOf, groups: count, featureWeights, sentences, smoothing } = rules;
  const counts = Array.from({ length: count }, () => new Map<number, number>());
  const groups: Group[] = counts.map(() => ({
    words: noWords,
    total: 0,
    size: 0,
    sentences: { counts: new Map(), size: 0 },
  }));
  for (let row = 0; row < rows.rows; row++) {
    const group = groups[groupOf[row]];
    if (!group) continue;
    group.size++;
    group.sentences.size++;
    for (const key of sentences[row]) raise(group.sentences.counts, key, 1);
    for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
      const weight = featureWeights[rows.features[p]];
      if (weight === 0) continue;
      raise(counts[groupOf[row]], rows.features[p], weight);
      group.total += weight;
    }
  }
  groups.forEach((group, k) => {
    group.words = wordsOf(counts[k], smoothing);
  });
  return groups;
}

const noWords: Words = {
  features: new Int32Array(0),
  counts: new Float64Array(0),
  logs: new Float64Array(0),
};

function wordsOf(counts: ReadonlyMap<number, number>, smoothing: number): Words {
  const features = Int32Array.from(counts.keys());
  const weighted = Float64Array.from(counts.values());
  return { features, counts: weighted, logs: weighted.map((value) => logGamma(value + smoothing)) };
}

function absorb(into: Group, { from, smoothing }: { from: Group; smoothing: number }): void {
  const counts = new Map<number, number>();
  for (const { features, counts: values } of [into.words, from.words])
    features.forEach((feature, i) => {
      raise(counts, feature, values[i]);
    });
  into.words = wordsOf(counts, smoothing);
  for (const [key, times] of from.sentences.counts) raise(into.sentences.counts, key, times);
  into.total += from.total;
  into.size += from.size;
  into.sentences.size += from.size;
}

function raise(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
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

/**
 * The evidence for one group, per text of the smaller one. What a group says is spread out over all features when it
 * first comes as `a`, so that many `b` in a row are looked up in it fast.
 */
function evidenceBetween({ featureWeights, smoothing }: MergeRules): (a: Group, b: Group) => number {
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
