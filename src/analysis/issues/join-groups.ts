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
  readonly topicSizePenalty: number;
  readonly smallGain: number;
  readonly issueCut: number;
  readonly topicCut: number;
}

/** Two groups that become one; `into` keeps its number. */
export interface Join {
  readonly into: number;
  readonly from: number;
  readonly score: number;
}

/** Joins in their order, best pair first: those that make issues, then those that make topics of them. */
export interface Joins {
  readonly toIssues: readonly Join[];
  readonly toTopics: readonly Join[];
}

/** Evidence counts up to so many times what a text says. */
const MOST_EVIDENCE = 2;

/**
 * Joins groups, best pair first. The score of a pair is a sum: *confusion*, how often the mixture cannot tell which of
 * the two a text is in, each text judged without itself (root of the overlap of their memberships); *cosine* of their
 * centres; *evidence*, the log ratio of the likelihoods of their texts as one group and as two, per text of the smaller
 * one and per weight of a text; *sentences* in common, see `sentenceOverlap`; less for every e-fold by which the two are
 * larger than two usual groups, more for every e-fold by which one is smaller than a usual group.
 *
 * One order of joins serves both levels: issues are what has been joined down to `issueCut`, topics what is joined of
 * them down to `topicCut`. Size costs issues more (`sizePenalty`) than topics (`topicSizePenalty`): an issue that has
 * grown large is the first that a person reads, and should be one problem; a heading may be large.
 */
export function joinGroups(rows: FeatureRows, rules: JoinRules): Joins {
  const pairs = pairScores(rows, rules);
  const table = new PairTable(rules, pairs);
  const toIssues = joinDownTo(rules.issueCut, { table, pairs, sizePenalty: rules.sizePenalty });
  const toTopics = joinDownTo(rules.topicCut, { table, pairs, sizePenalty: rules.topicSizePenalty });
  return { toIssues, toTopics };
}

function joinDownTo(
  cut: number,
  { table, pairs, sizePenalty }: { table: PairTable; pairs: PairScores; sizePenalty: number },
): Join[] {
  const joins: Join[] = [];
  table.fill(sizePenalty);
  for (let best = table.best(); best !== null && best.score >= cut; best = table.best()) {
    joins.push(best);
    pairs.join(best.into, best.from);
    table.join(best, sizePenalty);
  }
  return joins;
}

/** Scores of all pairs of groups that are left, and the best partner of each. */
class PairTable {
  readonly #count: number;
  readonly #pairs: PairScores;
  /** What is told of pairs beside their sizes, which cost issues and topics differently. */
  readonly #likeness: Float64Array;
  readonly #scores: Float64Array;
  readonly #bestOf: Int32Array;
  /** Groups that are left, ascending. */
  #live: number[];

  constructor({ groupOf, groups }: JoinRules, pairs: PairScores) {
    this.#count = groups;
    this.#pairs = pairs;
    this.#likeness = new Float64Array(groups * groups).fill(Number.NaN);
    this.#scores = new Float64Array(groups * groups).fill(Number.NEGATIVE_INFINITY);
    this.#bestOf = new Int32Array(groups).fill(-1);
    const live = new Set<number>();
    for (const group of groupOf) if (group >= 0) live.add(group);
    this.#live = [...live].sort((a, b) => a - b);
  }

  fill(sizePenalty: number): void {
    for (const a of this.#live) for (const b of this.#live) if (b > a) this.#score(a, b, sizePenalty);
    for (const a of this.#live) this.#refreshBest(a);
  }

  /** The best pair; null where one group is left. */
  best(): Join | null {
    if (this.#live.length < 2) return null;
    let best = this.#live[0];
    for (const k of this.#live) if (this.#bestScore(k) > this.#bestScore(best)) best = k;
    const other = this.#bestOf[best];
    return { into: Math.min(best, other), from: Math.max(best, other), score: this.#bestScore(best) };
  }

  join({ into, from }: Join, sizePenalty: number): void {
    this.#live = this.#live.filter((k) => k !== from);
    for (const k of this.#live) {
      if (k === into) continue;
      this.#likeness[Math.min(into, k) * this.#count + Math.max(into, k)] = Number.NaN;
      this.#score(into, k, sizePenalty);
    }
    this.#refreshBest(into);
    for (const k of this.#live) {
      if (k === into) continue;
      if (this.#bestOf[k] === into || this.#bestOf[k] === from) this.#refreshBest(k);
      else if (this.#scores[k * this.#count + into] > this.#bestScore(k)) this.#bestOf[k] = into;
    }
  }

  #score(a: number, b: number, sizePenalty: number): void {
    const [first, second] = [Math.min(a, b), Math.max(a, b)];
    const at = first * this.#count + second;
    if (Number.isNaN(this.#likeness[at])) this.#likeness[at] = this.#pairs.likeness(first, second);
    const score = this.#pairs.sized(this.#likeness[at], { a: first, b: second, sizePenalty });
    this.#scores[a * this.#count + b] = score;
    this.#scores[b * this.#count + a] = score;
  }

  #bestScore(k: number): number {
    return this.#scores[k * this.#count + this.#bestOf[k]];
  }

  #refreshBest(a: number): void {
    let best = -1;
    const row = a * this.#count;
    for (const b of this.#live)
      if (b !== a && (best < 0 || this.#scores[row + b] > this.#scores[row + best])) best = b;
    this.#bestOf[a] = best;
  }
}

/** The group into which each has gone. */
export function applyJoins(groups: number, joins: readonly Join[]): Int32Array {
  const into = Int32Array.from({ length: groups }, (_, k) => k);
  for (const join of joins) into[join.from] = join.into;
  // A group is always joined into a smaller number.
  for (let k = 0; k < groups; k++) into[k] = into[into[k]];
  return into;
}

interface PairScores {
  /** How well two groups go together, whatever their sizes. */
  likeness(a: number, b: number): number;
  /** The same with what their sizes cost, `sizePenalty` for each e-fold, and gain. */
  sized(likeness: number, of: { a: number; b: number; sizePenalty: number }): number;
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
    likeness: (a, b) => {
      const texts = Math.min(sizes[a], sizes[b]) * (perText || 1);
      const confused = confusion[a * count + b] / Math.sqrt(members[a] * members[b] || 1);
      return (
        rules.evidenceWeight * clip(evidence(words[a], words[b]) / texts) +
        rules.confusionWeight * Math.sqrt(confused) +
        centres.cosine(a, b) +
        rules.sentenceWeight * overlap(sentences[a], sentences[b])
      );
    },
    sized: (likeness, { a, b, sizePenalty }) =>
      likeness -
      sizePenalty * Math.max(0, Math.log((sizes[a] + sizes[b]) / usual)) +
      rules.smallGain * Math.max(0, Math.log(usual / 2 / Math.min(sizes[a], sizes[b]))),
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
