import type { DenseRows } from './dense-rows.ts';
import type { FeatureRows } from './features.ts';
import { absorbWords, collectWords, evidenceBetween } from './group-evidence.ts';
import { type Mixture, membershipVectors } from './mixture.ts';
import { type GroupSentences, sentenceOverlap } from './shared-sentences.ts';

/** What joining goes by. */
interface JoinRules {
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly mixture: Mixture;
  readonly featureWeights: Float64Array;
  /** Vectors of the rows, of length 1. */
  readonly space: DenseRows;
  /** Sentences of every row, see `sentencesOf`. */
  readonly sentences: readonly (readonly number[])[];
  readonly smoothing: number;
  /** Softens the memberships by which confusion is told. */
  readonly joinTemperature: number;
  readonly confusionWeight: number;
  readonly evidenceWeight: number;
  readonly sentenceWeight: number;
  readonly sizePenalty: number;
}

/** Two groups that become one, best pair first; `into` keeps its number. */
export interface Join {
  readonly into: number;
  readonly from: number;
  readonly score: number;
}

/** Evidence counts up to so many times what a text says. */
const MOST_EVIDENCE = 2;

/**
 * Joins groups, best pair first, until one is left, and says how good each join was. The score of a pair is a sum:
 * *confusion*, how often the mixture cannot tell which of the two a text is in, each text judged without itself (root of
 * the overlap of their memberships); *cosine* of their centres; *evidence*, the log ratio of the likelihoods of their
 * texts as one group and as two, per text of the smaller one and per weight of a text; *sentences* in common, see
 * `sentenceOverlap`; less by `sizePenalty` for every e-fold by which the two are larger than two usual groups.
 *
 * One order of joins serves every level: issues are what has been joined down to one score, topics down to a lower one.
 */
export function joinGroups(rows: FeatureRows, rules: JoinRules): Join[] {
  const { groups: count } = rules;
  const pairs = pairScores(rows, rules);
  const live = new Set<number>();
  for (const group of rules.groupOf) if (group >= 0) live.add(group);
  const order = [...live].sort((a, b) => a - b);
  const scores = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const bestOf = new Int32Array(count).fill(-1);
  const score = (a: number, b: number): void => {
    scores[a * count + b] = pairs.score(Math.min(a, b), Math.max(a, b));
    scores[b * count + a] = scores[a * count + b];
  };
  const refreshBest = (a: number): void => {
    let best = -1;
    for (const b of order)
      if (b !== a && live.has(b) && (best < 0 || scores[a * count + b] > scores[a * count + best])) best = b;
    bestOf[a] = best;
  };
  for (const a of order) for (const b of order) if (b > a) score(a, b);
  for (const a of order) refreshBest(a);
  const joins: Join[] = [];
  while (live.size > 1) {
    let best = -1;
    for (const k of order)
      if (live.has(k) && (best < 0 || scores[k * count + bestOf[k]] > scores[best * count + bestOf[best]]))
        best = k;
    const into = Math.min(best, bestOf[best]);
    const from = Math.max(best, bestOf[best]);
    joins.push({ into, from, score: scores[into * count + from] });
    live.delete(from);
    pairs.join(into, from);
    for (const k of order) if (k !== into && live.has(k)) score(into, k);
    refreshBest(into);
    for (const k of order) {
      if (k === into || !live.has(k)) continue;
      if (bestOf[k] === into || bestOf[k] === from) refreshBest(k);
      else if (scores[k * count + into] > scores[k * count + bestOf[k]]) bestOf[k] = into;
    }
  }
  return joins;
}

/** The group into which each has gone when joins end at the first that scores less than `least`. */
export function cutJoins(groups: number, joins: readonly Join[], least: number): Int32Array {
  const into = Int32Array.from({ length: groups }, (_, k) => k);
  for (const join of joins) {
    if (join.score < least) break;
    into[join.from] = join.into;
  }
  // A group is always joined into a smaller number.
  for (let k = 0; k < groups; k++) into[k] = into[into[k]];
  return into;
}

interface PairScores {
  score(a: number, b: number): number;
  join(into: number, from: number): void;
}

function pairScores(rows: FeatureRows, rules: JoinRules): PairScores {
  const { groupOf, groups: count, smoothing } = rules;
  const sizes = new Float64Array(count);
  for (const group of groupOf) if (group >= 0) sizes[group]++;
  const words = collectWords(rows, rules);
  const evidence = evidenceBetween(rules);
  const perText = words.reduce((sum, { total }) => sum + total, 0) / Math.max(1, rows.rows);
  const centres = centresOf(rules);
  const { confusion, members } = confusionOf(rows, rules);
  const sentences = sentencesOfGroups(rules);
  const overlap = sentenceOverlap(sentences);
  const usual = (2 * rows.rows) / Math.max(1, count);
  const clip = (nats: number): number => Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, nats));
  return {
    score: (a, b) => {
      const texts = Math.min(sizes[a], sizes[b]) * (perText || 1);
      const confused = confusion[a * count + b] / Math.sqrt(members[a] * members[b] || 1);
      return (
        rules.evidenceWeight * clip(evidence(words[a], words[b]) / texts) +
        rules.confusionWeight * Math.sqrt(confused) +
        centres.cosine(a, b) +
        rules.sentenceWeight * overlap(sentences[a], sentences[b]) -
        rules.sizePenalty * Math.max(0, Math.log((sizes[a] + sizes[b]) / usual))
      );
    },
    join: (into, from) => {
      absorbWords(words[into], { from: words[from], smoothing });
      absorbSentences(sentences[into], sentences[from]);
      centres.join(into, from);
      sizes[into] += sizes[from];
      members[into] += members[from];
      for (let k = 0; k < count; k++) {
        confusion[into * count + k] += confusion[from * count + k];
        confusion[k * count + into] = confusion[into * count + k];
      }
    },
  };
}

function centresOf({ space, groupOf, groups }: JoinRules): {
  cosine(a: number, b: number): number;
  join(into: number, from: number): void;
} {
  const { width, values } = space;
  const sums = new Float64Array(groups * width);
  groupOf.forEach((group, row) => {
    if (group < 0) return;
    for (let j = 0; j < width; j++) sums[group * width + j] += values[row * width + j];
  });
  const product = (a: number, b: number): number => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += sums[a * width + j] * sums[b * width + j];
    return sum;
  };
  const squares = Float64Array.from({ length: groups }, (_, k) => product(k, k));
  return {
    cosine: (a, b) => product(a, b) / Math.sqrt(squares[a] * squares[b] || 1),
    join: (into, from) => {
      for (let j = 0; j < width; j++) sums[into * width + j] += sums[from * width + j];
      squares[into] = product(into, into);
    },
  };
}

/** Memberships below this are passed over. */
const NO_MEMBER = 1e-3;

/** Σ over texts of the product of their memberships in two groups, and the sum of memberships of each. */
function confusionOf(
  rows: FeatureRows,
  { mixture, groupOf, groups, joinTemperature }: JoinRules,
): { confusion: Float64Array; members: Float64Array } {
  const roots = membershipVectors(mixture, rows, { groupOf, temperature: joinTemperature }).values;
  const confusion = new Float64Array(groups * groups);
  const members = new Float64Array(groups);
  const some = new Int32Array(groups);
  for (let row = 0; row < rows.rows; row++) {
    let held = 0;
    for (let k = 0; k < groups; k++) if (roots[row * groups + k] ** 2 > NO_MEMBER) some[held++] = k;
    for (let i = 0; i < held; i++) {
      const share = roots[row * groups + some[i]] ** 2;
      members[some[i]] += share;
      for (let j = 0; j < held; j++)
        confusion[some[i] * groups + some[j]] += share * roots[row * groups + some[j]] ** 2;
    }
  }
  return { confusion, members };
}

function sentencesOfGroups({ groupOf, groups, sentences }: JoinRules): GroupSentences[] {
  const found = Array.from({ length: groups }, (): GroupSentences => ({ counts: new Map(), size: 0 }));
  groupOf.forEach((group, row) => {
    if (group < 0) return;
    found[group].size++;
    for (const key of sentences[row]) found[group].counts.set(key, (found[group].counts.get(key) ?? 0) + 1);
  });
  return found;
}

function absorbSentences(into: GroupSentences, from: GroupSentences): void {
  into.size += from.size;
  for (const [key, times] of from.counts) into.counts.set(key, (into.counts.get(key) ?? 0) + times);
}
