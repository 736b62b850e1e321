import type { FeatureSet } from './features.ts';
import { english, isStopWord, type LanguageCode } from './languages.ts';
import { seededRandom } from './random.ts';
import type { Documents } from './token-documents.ts';
import { distinctSorted } from './unite-rows.ts';

/** How word weights are learnt, see `learnWordWeights`. */
export interface WordWeightRules {
  /** Excess over chance of a word of which nothing is known, and the texts that this is worth. */
  readonly wordPrior: number;
  readonly wordStrength: number;
  /** Most that a word's excess counts. */
  readonly wordCap: number;
}

/** Texts that must say a word before the words beside it are looked at. */
const FEWEST_TEXTS = 3;
/** What a word counts that tells nothing. */
const FLOOR = 0.05;
/** Where a desk says too little to learn from, a stop word of its language counts this part of other words; from so many texts on it is learnt. */
const LITTLE = 0.5;
const ENOUGH_TEXTS = 100;

const isLittle = (stem: string, language: LanguageCode): boolean =>
  isStopWord(stem, language) || isStopWord(stem, english);

function commonestLanguage({ languages }: Documents, learnt: Int32Array): LanguageCode {
  const counts = new Map<LanguageCode, number>();
  for (const d of learnt) counts.set(languages[d], (counts.get(languages[d]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? english;
}

/**
 * What each word tells of a ticket's subject, learnt from the desk itself: how far the words beside it differ from
 * those of as many texts taken by chance. "Refund" is said beside its own few words, "when" beside all of them, in any
 * language and without a list of stop words.
 *
 * Kullback–Leibler divergence (nats) of the words that stand in texts with the word from all words, minus the same of
 * texts drawn at random that say as much; shrunk towards `wordPrior` (part of it for a stop word, where there are few texts) as if `wordStrength` more texts said so; at most
 * `wordCap`.
 *
 * @returns a weight for every stem.
 */
export function learnWordWeights(
  documents: Documents,
  { learnt, rules }: { learnt: Int32Array; rules: WordWeightRules },
): Float64Array {
  const { wordPrior, wordStrength, wordCap } = rules;
  const sets = setsOf(documents, learnt);
  const chance = chanceCurve(sets);
  const { held, offsets, rows } = rowsByStem(sets);
  const divergence = divergenceOf(sets);
  const language = commonestLanguage(documents, learnt);
  const little = Math.min(1, LITTLE + ((1 - LITTLE) * learnt.length) / ENOUGH_TEXTS);
  return Float64Array.from(held, (texts, stem) => {
    const prior = isLittle(documents.stemNames[stem], language) ? wordPrior * little : wordPrior;
    let excess = prior;
    if (texts >= FEWEST_TEXTS) {
      const { nats, words } = divergence(rows.subarray(offsets[stem], offsets[stem + 1]), stem);
      if (words > 0) excess = Math.max(0, nats - chance(words));
    }
    const shrunk = (excess * texts + prior * wordStrength) / (texts + wordStrength);
    return Math.min(shrunk, wordCap) + FLOOR;
  });
}

/** Weight of every feature: of a word its own, of a pair the mean of the two. */
export function featureWordWeights({ stems, count }: FeatureSet, words: Float64Array): Float64Array {
  return Float64Array.from({ length: count }, (_, feature) => {
    const second = stems[2 * feature + 1];
    const first = words[stems[2 * feature]];
    return second < 0 ? first : (first + words[second]) / 2;
  });
}

/** The different stems of every learning document. */
interface StemSets {
  readonly rows: number;
  readonly offsets: Int32Array;
  readonly stems: Int32Array;
  /** Documents that hold each stem, and their sum. */
  readonly held: Int32Array;
  readonly all: number;
}

function setsOf(documents: Documents, learnt: Int32Array): StemSets {
  const offsets = new Int32Array(learnt.length + 1);
  let capacity = 0;
  for (const d of learnt) capacity += documents.offsets[d + 1] - documents.offsets[d];
  const stems = new Int32Array(capacity);
  const held = new Int32Array(documents.stemNames.length);
  let used = 0;
  learnt.forEach((d, row) => {
    const set = distinctSorted(documents.stems, documents.offsets[d], documents.offsets[d + 1]);
    for (let i = 0; i < set.length; i++) held[set[i]]++;
    stems.set(set, used);
    used += set.length;
    offsets[row + 1] = used;
  });
  return { rows: learnt.length, offsets, stems: stems.subarray(0, used), held, all: used };
}

function rowsByStem({ rows, offsets: from, stems, held }: StemSets): {
  held: Int32Array;
  offsets: Int32Array;
  rows: Int32Array;
} {
  const offsets = new Int32Array(held.length + 1);
  for (let stem = 0; stem < held.length; stem++) offsets[stem + 1] = offsets[stem] + held[stem];
  const next = offsets.slice();
  const found = new Int32Array(stems.length);
  for (let row = 0; row < rows; row++)
    for (let p = from[row]; p < from[row + 1]; p++) found[next[stems[p]]++] = row;
  return { held, offsets, rows: found };
}

type Divergence = (rows: Int32Array, without: number) => { nats: number; words: number };

/** How far the words of some rows differ from all words; the stem `without` is counted on neither side. */
function divergenceOf({ offsets, stems, held, all }: StemSets): Divergence {
  const counts = new Int32Array(held.length);
  const touched = new Int32Array(held.length);
  return (rows, without) => {
    let kinds = 0;
    let words = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      for (let p = offsets[row], end = offsets[row + 1]; p < end; p++) {
        const stem = stems[p];
        if (stem === without) continue;
        if (counts[stem]++ === 0) touched[kinds++] = stem;
        words++;
      }
    }
    const others = without < 0 ? all : all - held[without];
    let nats = 0;
    for (let i = 0; i < kinds; i++) {
      const stem = touched[i];
      const share = counts[stem] / words;
      nats += share * Math.log((share * others) / held[stem]);
      counts[stem] = 0;
    }
    return { nats, words };
  };
}

const REPEATS = 8;
const REPEATED_BELOW = 200;
const BEYOND = 1.5;

/**
 * Divergence that chance alone gives, by the number of words looked at: of 2, 4, 8 … texts drawn with a fixed seed,
 * straight lines between them over the logarithm.
 */
function chanceCurve(sets: StemSets): (words: number) => number {
  const random = seededRandom(3);
  const divergence = divergenceOf(sets);
  const at: number[] = [];
  const nats: number[] = [];
  for (let size = 2; size < sets.rows; size *= 2) {
    const repeats = size < REPEATED_BELOW ? REPEATS : 2;
    let words = 0;
    let sum = 0;
    for (let i = 0; i < repeats; i++) {
      const drawn = divergence(
        Int32Array.from({ length: size }, () => random.below(sets.rows)),
        -1,
      );
      words += drawn.words / repeats;
      sum += drawn.nats / repeats;
    }
    at.push(Math.log(Math.max(1, words)));
    nats.push(sum);
  }
  if (at.length < 2) return () => nats[0] ?? 0;
  return (words) => {
    const x = Math.log(Math.max(1, words));
    let i = 0;
    while (i + 2 < at.length && at[i + 1] < x) i++;
    const part = (x - at[i]) / (at[i + 1] - at[i] || 1);
    return nats[i] + Math.max(0, Math.min(BEYOND, part)) * (nats[i + 1] - nats[i]);
  };
}
