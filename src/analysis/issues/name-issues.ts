import { maskText } from '../../model/mask.ts';
import { cleanBody, cleanSubject } from './clean-text.ts';
import { isCourtesy } from './courtesy.ts';
import type { Documents, TextSource } from './documents.ts';
import { english, isStopWord, type LanguageCode, stemWord } from './languages.ts';
import type { IssueWords } from './typical.ts';
import { eachWord } from './words.ts';

/** One issue, as far as its name needs it. */
export interface IssueToName {
  /** Rows from which its words are taken, at most a few hundred. */
  readonly rows: readonly number[];
  /** Rows of its most typical tickets, the most typical first. */
  readonly typical: readonly number[];
  readonly words: IssueWords;
}

interface IssueName {
  readonly label: string;
  /** Its most telling words, as customers write them. */
  readonly terms: readonly string[];
}

const PHRASE_SHARE = 0.2;
const LONGEST_PHRASE = 6;
const LONGEST_LABEL = 60;
const TERMS = 6;
const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Names issues in the customers' own words: the longest telling phrase that at least a fifth of the tickets hold,
 * else the text of the most typical ticket, shortened. Addresses and numbers are masked, greetings left out, and no
 * two issues share a name. Issues are named in the order given, so put the largest first.
 */
export function nameIssues(
  issues: readonly IssueToName[],
  of: { texts: TextSource; documents: Documents; taken?: ReadonlySet<string> },
): IssueName[] {
  const taken = new Set([...(of.taken ?? [])].map(foldName));
  return issues.map((issue) => {
    const surfaces = readSurfaces(issue, of);
    const label = firstFree(candidatesOf(issue, { ...of, surfaces }), taken);
    taken.add(foldName(label));
    return { label, terms: termsOf(issue, { ...of, surfaces }) };
  });
}

interface Surface {
  /** Words as written. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** False for stop words and courtesies. */
  readonly tells: readonly boolean[];
}

function readSurfaces(issue: IssueToName, of: { texts: TextSource; documents: Documents }): Surface[] {
  return issue.rows.map((row) => {
    const language = of.documents.languages[row];
    const words: string[] = [];
    const stems: string[] = [];
    const tells: boolean[] = [];
    for (const clause of problemText(row, of).split(/[\n.!?।;:,()[\]"]+/u)) {
      for (const [word] of clause.matchAll(WORD)) {
        const parts: string[] = [];
        eachWord(word, (part) => parts.push(part) < 4);
        const folded = parts.join(' ');
        words.push(word);
        stems.push(parts.map((part) => stemWord(part, language)).join(' '));
        tells.push(parts.length > 0 && !parts.every((part) => isFiller(part, language)) && folded !== '');
      }
      words.push('');
      stems.push('');
      tells.push(false);
    }
    return { words, stems, tells };
  });
}

/** Words that no name begins or ends with. English ones count everywhere: a short text's language may be guessed wrong. */
function isFiller(word: string, language: LanguageCode): boolean {
  return isStopWord(word, language) || isStopWord(word, english) || isCourtesy(word);
}

/** What a ticket says: its subject if that tells anything, else its description, masked. */
function problemText(row: number, { texts, documents }: { texts: TextSource; documents: Documents }): string {
  const language = documents.languages[row];
  const subject = maskText(cleanSubject(texts.subject(row)));
  let telling = 0;
  eachWord(subject, (word) => {
    if (!isFiller(word, language)) telling++;
    return telling < 2;
  });
  if (telling >= 2) return subject;
  const body = maskText(cleanBody(texts.description(row), documents.boilerplate)).slice(0, 400);
  return telling === 1 && body === '' ? subject : body === '' ? subject : body;
}

interface Phrase {
  readonly key: string;
  readonly stems: readonly string[];
  holders: number;
  readonly forms: Map<string, number>;
}

function candidatesOf(
  issue: IssueToName,
  of: { surfaces: readonly Surface[]; texts: TextSource; documents: Documents },
): string[] {
  const phrases = phrasesOf(issue, of);
  const typical = issue.typical.map((row) => shorten(problemText(row, of)));
  const terms = termsOf(issue, of).slice(0, 3).join(', ');
  const all = [...phrases, ...typical].map(tidy).filter((name) => name !== '');
  const first = all[0] ?? tidy(terms);
  return [...all, tidy(terms), ...(terms === '' ? [] : [`${first} (${terms})`])].filter(
    (name) => name !== '',
  );
}

/** Phrases that enough tickets hold, best first: share held × what their words tell, longer ones before parts of them. */
function phrasesOf(
  issue: IssueToName,
  { surfaces, documents }: { surfaces: readonly Surface[]; documents: Documents },
): string[] {
  const wordOf = new Map<string, { share: number; idf: number }>();
  issue.words.stems.forEach((stem, i) => {
    wordOf.set(documents.stemNames[stem], { share: issue.words.shares[i], idf: issue.words.idf[i] });
  });
  const found = new Map<string, Phrase>();
  surfaces.forEach((surface) => {
    const seen = new Set<string>();
    for (let from = 0; from < surface.words.length; from++) {
      if (!surface.tells[from]) continue;
      for (let to = from; to < Math.min(surface.words.length, from + LONGEST_PHRASE); to++) {
        if (surface.words[to] === '') break;
        if (!surface.tells[to] || to === from) continue;
        const stems = surface.stems.slice(from, to + 1);
        const key = stems.join(' ');
        let phrase = found.get(key);
        if (!phrase) {
          phrase = { key, stems, holders: 0, forms: new Map() };
          found.set(key, phrase);
        }
        const form = surface.words.slice(from, to + 1).join(' ');
        phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1);
        if (seen.has(key)) continue;
        seen.add(key);
        phrase.holders++;
      }
    }
  });
  const needed = Math.max(2, PHRASE_SHARE * surfaces.length);
  const scored = [...found.values()]
    .filter(({ holders, stems }) => holders >= needed && isTelling(stems, wordOf))
    .map((phrase) => {
      let telling = 0;
      for (const stem of phrase.stems) telling += wordOf.get(stem)?.idf ?? 0;
      return { phrase, score: (phrase.holders / surfaces.length) * telling };
    });
  scored.sort((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1));
  return scored.slice(0, 5).map(({ phrase }) => commonest(phrase.forms));
}

/**
 * Whether a phrase says what the issue is: it holds the word that most of its tickets have and most others lack, or
 * two words that are several times as common here as elsewhere.
 */
function isTelling(
  stems: readonly string[],
  wordOf: ReadonlyMap<string, { share: number; idf: number }>,
): boolean {
  let several = 0;
  for (const stem of new Set(stems)) {
    const word = wordOf.get(stem);
    if (!word) continue;
    const lift = Math.log(word.share) + word.idf;
    if (word.share >= 0.5 && lift >= 1.5) return true;
    if (lift >= 1.2) several++;
  }
  return several >= 2;
}

function commonest(forms: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [form, times] of forms) {
    if (times > most || (times === most && form < best)) {
      best = form;
      most = times;
    }
  }
  return best;
}

/** The issue's most telling words as customers write them most often. */
function termsOf(
  issue: IssueToName,
  { surfaces, documents }: { surfaces: readonly Surface[]; documents: Documents },
): string[] {
  const forms = new Map<string, Map<string, number>>();
  for (const { words, stems, tells } of surfaces) {
    words.forEach((word, i) => {
      if (!tells[i] || word.startsWith('[')) return;
      const counts = forms.get(stems[i]) ?? new Map<string, number>();
      const form = word.toLowerCase();
      counts.set(form, (counts.get(form) ?? 0) + 1);
      forms.set(stems[i], counts);
    });
  }
  const terms: string[] = [];
  for (const stem of issue.words.stems) {
    const counts = forms.get(documents.stemNames[stem]);
    if (counts) terms.push(commonest(counts));
    if (terms.length === TERMS) break;
  }
  return terms;
}

/** The first sentence, cut at a word after about sixty signs. */
function shorten(text: string): string {
  const sentences = text
    .split(/(?<=[.!?।])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  const sentence = sentences.find((one) => one.split(/\s+/).length >= 3) ?? sentences[0] ?? '';
  if (sentence.length <= LONGEST_LABEL) return sentence;
  const cut = sentence.slice(0, LONGEST_LABEL);
  const at = cut.lastIndexOf(' ');
  return `${(at > 20 ? cut.slice(0, at) : cut).replace(/[\s,;:–-]+$/u, '')}…`;
}

/** Single spaces, no mark at either end, first letter large. */
function tidy(name: string): string {
  const plain = name
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”‘’*#\-–—:;,.]+|[\s"'“”*\-–—:;,.!]+$/gu, '')
    .trim();
  const first = plain.codePointAt(0);
  if (first === undefined) return '';
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + plain.slice(letter.length);
}

function firstFree(names: readonly string[], taken: ReadonlySet<string>): string {
  for (const name of names) if (!taken.has(foldName(name))) return name;
  const base = names[0] ?? '–';
  for (let i = 2; ; i++) if (!taken.has(foldName(`${base} (${i})`))) return `${base} (${i})`;
}

function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
