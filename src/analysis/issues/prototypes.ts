import type { BookIssue, Prototype } from './book.ts';
import { hashName } from './hashing.ts';
import { languageCount, stemWord } from './languages.ts';
import { type CoverageRules, leastCoverage } from './membership.ts';
import type { Documents } from './token-documents.ts';
import { stemFrequencies } from './typical.ts';
import { distinctSorted } from './unite-rows.ts';
import { eachWord } from './words.ts';

const SINGLES = 80;
const PAIRS = 40;
const PAIR_WEIGHT = 0.5;
const POWER = 0.7;
const SMOOTHING = 0.02;

/** How sure it is that a document belongs to a known issue. */
export const certainty = { none: 0, words: 1, text: 2, pinned: 3 } as const;

/** The known issue of every document. */
export interface KnownMatches {
  /** Index into the entries given, −1 = none. */
  readonly issueOf: Int32Array;
  /** One of `certainty`. */
  readonly sure: Uint8Array;
  /** Share of what the document says that is usual in the nearest issue; 1 when pinned or known by its text. */
  readonly coverage: Float32Array;
}

/** Describes groups of documents so that others, or the same in another run, can be matched with them. */
export function makePrototypes(
  documents: Documents,
  { groupOf, groups }: { groupOf: Int32Array; groups: number },
): Prototype[] {
  const { offsets, stems, stemNames, count } = documents;
  const frequencies = stemFrequencies(documents);
  const sizes = new Int32Array(groups);
  const singles = Array.from({ length: groups }, () => new Map<number, number>());
  const pairs = Array.from({ length: groups }, () => new Map<string, number>());
  for (let d = 0; d < count; d++) {
    const group = groupOf[d];
    if (group < 0) continue;
    sizes[group]++;
    for (const stem of distinctSorted(stems, offsets[d], offsets[d + 1])) raise(singles[group], stem);
    const seen = new Set<string>();
    for (let i = offsets[d]; i + 1 < offsets[d + 1]; i++)
      seen.add(`${stemNames[stems[i]]} ${stemNames[stems[i + 1]]}`);
    for (const pair of seen) raise(pairs[group], pair);
  }
  return Array.from({ length: groups }, (_, group): Prototype => {
    const size = sizes[group];
    const words = [...singles[group]].map(([stem, held]) => ({
      word: stemNames[stem],
      held,
      worth: held * Math.log((count + 1) / (frequencies[stem] + 1)),
    }));
    const phrases = [...pairs[group]].map(([word, held]) => ({ word, held, worth: held }));
    const chosen = [...mostWorth(words, SINGLES), ...mostWorth(phrases, PAIRS)].filter(
      ({ held }) => held >= 2 || size < 10,
    );
    const shares = chosen.map(
      ({ word, held }) => [word, Math.max(1, Math.round((100 * held) / size))] as const,
    );
    return { size, words: Object.fromEntries(shares), texts: [] };
  });
}

interface Worth {
  readonly word: string;
  readonly held: number;
  readonly worth: number;
}

function mostWorth(words: Worth[], count: number): Worth[] {
  return words.sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1)).slice(0, count);
}

function raise<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Hash by which a document's text is recognised in a later run. */
export function textName(documents: Documents, document: number): string {
  return hashName(documents.keys[document]);
}

/**
 * Matches documents with known issues: first by pinned keywords and phrases, then by the hash of the text, then by
 * their words (the mixture's likelihood with the stored shares). What its words leave uncovered by
 * more than `leastCoverage` allows belongs to none.
 */
export function matchPrototypes(
  documents: Documents,
  { entries, settings }: { entries: readonly BookIssue[]; settings: CoverageRules },
): KnownMatches {
  const { count } = documents;
  const issueOf = new Int32Array(count).fill(-1);
  const sure = new Uint8Array(count);
  const coverage = new Float32Array(count);
  const pinOf = pinMatcher(documents, entries);
  const byText = new Map<string, number>();
  entries.forEach(({ prototype }, index) => {
    for (const text of prototype?.texts ?? []) if (!byText.has(text)) byText.set(text, index);
  });
  const score = wordMatcher(documents, entries);
  for (let d = 0; d < count; d++) {
    const pinned = pinOf(d);
    const known = pinned >= 0 ? undefined : byText.get(textName(documents, d));
    if (pinned >= 0 || known !== undefined) {
      issueOf[d] = known ?? pinned;
      sure[d] = pinned >= 0 ? certainty.pinned : certainty.text;
      coverage[d] = 1;
      continue;
    }
    const match = score(d);
    coverage[d] = match.coverage;
    if (match.index < 0) continue;
    issueOf[d] = match.index;
    sure[d] = certainty.words;
  }
  const matched = coverage.filter((_, d) => sure[d] === certainty.words);
  const least = leastCoverage(matched, settings);
  for (let d = 0; d < count; d++) {
    if (sure[d] !== certainty.words || coverage[d] >= least) continue;
    issueOf[d] = -1;
    sure[d] = certainty.none;
  }
  return { issueOf, sure, coverage };
}

/** Finds the first entry one of whose pinned phrases a document says, word after word. */
function pinMatcher(documents: Documents, entries: readonly BookIssue[]): (document: number) => number {
  const place = new Map(documents.stemNames.map((name, stem) => [name, stem]));
  const byFirst = new Map<number, { stems: number[]; index: number }[]>();
  entries.forEach(({ pinned = [] }, index) => {
    for (const phrase of pinned) {
      for (const stems of stemVariants(phrase)) {
        const ids = stems.map((stem) => place.get(stem) ?? -1);
        if (ids.length === 0 || ids.includes(-1)) continue;
        const list = byFirst.get(ids[0]) ?? [];
        list.push({ stems: ids, index });
        byFirst.set(ids[0], list);
      }
    }
  });
  if (byFirst.size === 0) return () => -1;
  const { offsets, stems } = documents;
  return (document) => {
    let found = -1;
    for (let i = offsets[document]; i < offsets[document + 1]; i++) {
      for (const phrase of byFirst.get(stems[i]) ?? []) {
        if (found >= 0 && found <= phrase.index) continue;
        if (i + phrase.stems.length > offsets[document + 1]) continue;
        if (phrase.stems.every((stem, at) => stems[i + at] === stem)) found = phrase.index;
      }
    }
    return found;
  };
}

/** A phrase as stems, once for every language: a book does not say which one its phrases are in. */
function stemVariants(phrase: string): string[][] {
  const words: string[] = [];
  eachWord(phrase, (word) => {
    words.push(word);
    return words.length < 12;
  });
  const variants = new Map<string, string[]>();
  for (let language = 0; language < languageCount; language++) {
    const stems = words.map((word) => stemWord(word, language));
    variants.set(stems.join(' '), stems);
  }
  return [...variants.values()];
}

/** Finds the known issue that a document's words are most likely from. */
function wordMatcher(
  documents: Documents,
  entries: readonly BookIssue[],
): (document: number) => { index: number; coverage: number } {
  const known = entries.flatMap(({ prototype }, index) => (prototype ? [{ prototype, index }] : []));
  if (known.length === 0) return () => ({ index: -1, coverage: 0 });
  const words = knownWords(known);
  const nearestTo = issueOfWords(known, words);
  const saidIn = wordsSaidIn(documents, words);
  const coverageBy = coverageMeter(documents, words);
  return (document) => {
    const index = nearestTo(saidIn(document));
    return { index, coverage: index < 0 ? 0 : coverageBy(document, index) };
  };
}

/** An issue of the book with its words, and its place among the entries. */
interface KnownIssue {
  readonly prototype: Prototype;
  readonly index: number;
}

interface KnownWord {
  /** Weight of the word in the likelihood, and its inverse frequency. */
  readonly weight: number;
  readonly idf: number;
  /** Share of each issue's texts that say it, by entry; missing = 0. */
  readonly shares: Map<number, number>;
}

type KnownWords = ReadonlyMap<string, KnownWord>;

/** All words and pairs of words of the book, weighted by how few of its texts say them. */
function knownWords(known: readonly KnownIssue[]): KnownWords {
  const texts = known.reduce((sum, { prototype }) => sum + prototype.size, 0);
  const held = new Map<string, number>();
  for (const { prototype } of known) {
    for (const [word, percent] of Object.entries(prototype.words)) {
      held.set(word, (held.get(word) ?? 0) + (percent / 100) * prototype.size);
    }
  }
  const scale = Math.log(Math.max(3, texts / 10));
  const words = new Map<string, KnownWord>();
  for (const [word, times] of held) {
    const idf = Math.max(0, Math.log(texts / Math.max(1, times)));
    const weight = (idf / scale) ** POWER * (word.includes(' ') ? PAIR_WEIGHT : 1);
    words.set(word, { weight, idf, shares: new Map() });
  }
  for (const { prototype, index } of known) {
    for (const [word, percent] of Object.entries(prototype.words)) {
      words.get(word)?.shares.set(index, percent / 100);
    }
  }
  return words;
}

/** Entry of the issue in whose mixture of words those of a document are most likely, −1 when they say nothing. */
function issueOfWords(
  known: readonly KnownIssue[],
  words: KnownWords,
): (said: readonly KnownWord[]) => number {
  const sizes = new Map(known.map(({ prototype, index }) => [index, prototype.size]));
  const prior = SMOOTHING * words.size;
  const logs = known.map(({ index, prototype }) => {
    let total = 0;
    for (const name of Object.keys(prototype.words)) {
      const word = words.get(name);
      if (word) total += (word.shares.get(index) ?? 0) * word.weight;
    }
    return Math.log(total * prototype.size + prior);
  });
  const scores = new Float64Array(1 + Math.max(...known.map(({ index }) => index)));
  return (said) => {
    scores.fill(0);
    let total = 0;
    for (const word of said) {
      total += word.weight;
      for (const [index, share] of word.shares) {
        const size = sizes.get(index) ?? 0;
        scores[index] += word.weight * Math.log((share * size * word.weight + SMOOTHING) / SMOOTHING);
      }
    }
    if (total === 0) return -1;
    let best = -1;
    known.forEach(({ index }, i) => {
      scores[index] -= total * logs[i];
      if (best < 0 || scores[index] > scores[best]) best = index;
    });
    return best;
  };
}

/** The words of the book that a document says, then its pairs of them, each once. */
function wordsSaidIn(
  { offsets, stems, stemNames }: Documents,
  words: KnownWords,
): (document: number) => KnownWord[] {
  const stemWords = stemNames.map((name) => words.get(name));
  const pairsOf = new Map([...words].filter(([name]) => name.includes(' ')));
  return (document) => {
    const said: KnownWord[] = [];
    for (const stem of distinctSorted(stems, offsets[document], offsets[document + 1])) {
      const word = stemWords[stem];
      if (word) said.push(word);
    }
    const pairs = new Set<KnownWord>();
    for (let i = offsets[document]; i + 1 < offsets[document + 1]; i++) {
      const pair = pairsOf.get(`${stemNames[stems[i]]} ${stemNames[stems[i + 1]]}`);
      if (pair) pairs.add(pair);
    }
    return [...said, ...pairs];
  };
}

/** The share of what a document says that is usual in an issue; words outside the book count by their rarity here. */
function coverageMeter(documents: Documents, words: KnownWords): (document: number, index: number) => number {
  const { offsets, stems, stemNames, count } = documents;
  const stemWords = stemNames.map((name) => words.get(name));
  const frequencies = stemFrequencies(documents);
  const ofStranger = (stem: number): number => Math.log((count + 2) / (frequencies[stem] + 1));
  return (document, index) => {
    let usual = 0;
    let all = 0;
    for (const stem of distinctSorted(stems, offsets[document], offsets[document + 1])) {
      const word = stemWords[stem];
      const idf = word ? word.idf : ofStranger(stem);
      all += idf;
      if (word) usual += idf * Math.sqrt(word.shares.get(index) ?? 0);
    }
    return all > 0 ? usual / all : 0;
  };
}
