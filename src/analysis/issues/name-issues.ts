import { scriptPattern } from '../../model/script-pattern.ts';
import { cleanSubject } from './clean-text.ts';
import { type Candidate, isShouted, nameCandidates } from './name-candidates.ts';
import { type Sentence, sentenceReader } from './sentences.ts';
import { saidEverywhere } from './spread.ts';
import type { TextSource } from './text-source.ts';
import type { Documents } from './token-documents.ts';
import type { IssueWords } from './typical.ts';
import { denies, isRude } from './unfit-names.ts';

/** One issue, as far as its name needs it. */
export interface IssueToName {
  /** Rows from which its words are taken, at most a few hundred. */
  readonly rows: readonly number[];
  /** Rows of its most typical tickets, the most typical first. */
  readonly typical: readonly number[];
  readonly words: IssueWords;
  /** The kind that people chose for its tickets and for no others, see `kindsOfIssues`. */
  readonly kind?: string | null;
}

interface IssueName {
  readonly label: string;
  /** True where no one phrase fits a third of the tickets. */
  readonly isManifold: boolean;
  /** Its most telling words, as customers write them. */
  readonly terms: readonly string[];
}

const LONGEST_LABEL = 60;
const TERMS = 6;
/** Beyond these a word has to be one that several tickets say. */
const SURE_TERMS = 3;
/** Most telling words that a name is measured against. */
const MEASURED_WORDS = 8;

/**
 * Names issues in the customers' own words: of the sentences and complete phrases of its tickets the one whose words
 * are the most usual in the issue and unusual elsewhere, and that says most of what the issue's words say. Addresses
 * and numbers are left out, greetings too, and no two issues share a name. Issues are named in the order given, so
 * put the largest first.
 */
export function nameIssues(
  issues: readonly IssueToName[],
  of: { texts: TextSource; documents: Documents; taken?: ReadonlySet<string> },
): IssueName[] {
  const read = readerWithoutNotices(issues, of);
  const taken = new Set([...(of.taken ?? [])].map(foldName));
  const said: ReadonlySet<string>[] = [];
  return issues.map((issue) => {
    const rows = issue.rows.map(read);
    const fits = fitOf(rows);
    const wordOf = tellingWords(issue, of.documents);
    const isContrary = contraryOf(rows);
    const terms = termsOf(issue, { rows, documents: of.documents });
    const ranked = nameCandidates(rows)
      .map((candidate) => ({ candidate, score: scoreName(candidate, { wordOf, said, isContrary }) }))
      .sort((a, b) => b.score - a.score || (a.candidate.text < b.candidate.text ? -1 : 1));
    const isManifold = !fitsMany(ranked, fits);
    const second = isManifold ? secondPhrase(ranked, fits) : null;
    const names = ranked.slice(0, 10).map(({ candidate }) => candidate.text);
    if (second !== null) names[0] = `${names[0]} / ${second}`;
    if (issue.kind && !isNamedByMost(ranked[0]?.candidate)) names.unshift(issue.kind);
    const fallback = issue.typical.flatMap((row) => read(row).map(shorten)).slice(0, 3);
    const label = firstFree([...names, ...fallback, terms.slice(0, 3).join(', ')].map(tidy), taken);
    taken.add(foldName(label));
    const chosen =
      ranked.find(({ candidate }) => tidy(candidate.text) === label) ??
      (second === null ? undefined : ranked[0]);
    if (chosen) said.push(new Set(chosen.candidate.stems));
    return { label, isManifold, terms };
  });
}

/** Reads sentences but for those that unlike tickets say alike, where a ticket says anything else. */
function readerWithoutNotices(
  issues: readonly IssueToName[],
  of: { texts: TextSource; documents: Documents },
): (row: number) => Sentence[] {
  const subjectOf = (row: number): string => foldName(cleanSubject(of.texts.subject(row)));
  const notices = saidEverywhere(issues.map(({ rows }) => rows.map((row) => [subjectOf(row)])));
  const read = sentenceReader(of, (subject) => notices.has(foldName(subject)));
  const keyOf = ({ stems }: Sentence): string => stems.join(' ');
  const everywhere = saidEverywhere(issues.map(({ rows }) => rows.map((row) => read(row).map(keyOf))));
  return (row) => {
    const all = read(row);
    if (everywhere.size === 0) return all;
    const own = all.filter((sentence) => !everywhere.has(keyOf(sentence)));
    return own.length > 0 ? own : all;
  };
}

/** Of the different texts of a form, those that hold a name which says more than the form's kind does. */
const HELD_BY_MOST = 0.6;

const isNamedByMost = (name: Candidate | undefined): boolean =>
  name !== undefined && !name.saysNothing && name.share >= HELD_BY_MOST;

/** A name that fits fewer tickets than this is joined by a second one. */
const FITS = 1 / 3;
const SECOND_SCORE = 0.4;
/** What fewer tickets say, or one alone, stands for nothing but itself. */
const SECOND_FITS = 1 / 8;

type Ranked = readonly { readonly candidate: Candidate; readonly score: number }[];

/** Whether a phrase denies what more of the tickets say without a denial: `no need to confirm` among `confirm my booking`. */
function contraryOf(rows: readonly (readonly Sentence[])[]): (candidate: Candidate) => boolean {
  const sentences = rows.flat().map(({ stems, words }) => ({
    said: new Set(stems),
    isDenied: words.some(denies),
  }));
  return ({ isDenied, stems }) => {
    if (!isDenied) return false;
    const wanted = stems.filter((stem) => !denies(stem));
    let balance = 0;
    for (const { said, isDenied: turned } of sentences) {
      if (wanted.every((stem) => said.has(stem))) balance += turned ? 1 : -1;
    }
    return balance < 0;
  };
}

/** In which tickets at least half of some words stand. */
function fitOf(rows: readonly (readonly Sentence[])[]): (stems: readonly string[]) => boolean[] {
  const said = rows.map((sentences) => new Set(sentences.flatMap(({ stems }) => stems)));
  return (stems) => said.map((words) => stems.filter((stem) => words.has(stem)).length >= stems.length / 2);
}

/** Whether the best phrase fits a third of the tickets. */
function fitsMany([best]: Ranked, fits: (stems: readonly string[]) => boolean[]): boolean {
  if (!best) return true;
  const fit = fits(best.candidate.stems);
  return fit.filter(Boolean).length >= FITS * fit.length;
}

/** A phrase in other words for the tickets that the best one does not fit; null where none says it for several. */
function secondPhrase(ranked: Ranked, fits: (stems: readonly string[]) => boolean[]): string | null {
  const [best] = ranked;
  if (!best) return null;
  const fit = fits(best.candidate.stems);
  const own = new Set(best.candidate.stems);
  const room = LONGEST_LABEL - best.candidate.text.length - 3;
  let second: string | null = null;
  let most = Math.max(1, Math.ceil(SECOND_FITS * fit.length) - 1);
  for (const { candidate, score } of ranked.slice(0, 30)) {
    if (score < SECOND_SCORE * best.score || candidate.text.length > room) continue;
    if (candidate.isLoose || candidate.saysNothing) continue;
    if (candidate.stems.some((stem) => own.has(stem))) continue;
    const gained = fits(candidate.stems).filter((holds, i) => holds && !fit[i]).length;
    if (gained <= most) continue;
    most = gained;
    second = candidate.text;
  }
  return second;
}

interface Telling {
  readonly share: number;
  readonly idf: number;
}

interface WordWeights {
  readonly of: ReadonlyMap<string, Telling>;
  /** What a word counts that no list holds. */
  readonly rarest: number;
  /** Σ share · idf of the most telling words. */
  readonly all: number;
}

function tellingWords({ words }: IssueToName, { stemNames, count }: Documents): WordWeights {
  const of = new Map<string, Telling>();
  words.stems.forEach((stem, i) => {
    of.set(stemNames[stem], { share: words.shares[i], idf: words.idf[i] });
  });
  let all = 0;
  for (let i = 0; i < Math.min(MEASURED_WORDS, words.stems.length); i++)
    all += words.shares[i] * words.idf[i];
  return { of, rarest: Math.log(1 + count), all };
}

/** A word that fewer of the tickets hold stands for one of them: a place, a day, a name, a slip of the pen. */
const ODD_WORD = 0.08;
const ODD_PRICE = 0.75;

/**
 * How well a phrase names an issue: the harmonic mean of how usual its words are there (precision) and how much of
 * the issue's telling words it says (recall), both by inverse frequency; less for one that is long, rough, ends in a
 * stop word, is held by few, holds a word that few hold, denies what the tickets do not, or says the same as the name
 * of a larger issue.
 */
function scoreName(
  candidate: Candidate,
  {
    wordOf,
    said,
    isContrary,
  }: {
    wordOf: WordWeights;
    said: readonly ReadonlySet<string>[];
    isContrary: (candidate: Candidate) => boolean;
  },
): number {
  const own = new Set(candidate.stems);
  let score = scoreWords(candidate, wordOf) * scoreForm(candidate);
  if (isContrary(candidate)) score *= 0.5;
  if (said.some((other) => isWithin(own, other) || isWithin(other, own))) score *= 0.6;
  return score;
}

function scoreWords({ stems }: Candidate, wordOf: WordWeights): number {
  let usual = 0;
  let total = 0;
  let odd = 0;
  for (const stem of stems) {
    const word = wordOf.of.get(stem) ?? { share: 0, idf: wordOf.rarest };
    usual += word.share * word.idf;
    total += word.idf;
    if (word.share < ODD_WORD) odd++;
  }
  if (usual <= 0 || total <= 0) return 0;
  const precision = usual / total;
  const recall = Math.min(1, usual / wordOf.all);
  return ODD_PRICE ** odd * ((2 * precision * recall) / (precision + recall));
}

function scoreForm({ stems, words, text, share, fluency, ...is }: Candidate): number {
  let score = (0.85 + 0.15 * Math.min(1, share / 0.2)) * (0.4 + 0.6 * fluency);
  if (is.isWhole) score *= 1.25;
  if (is.isRough) score *= 0.8;
  if (is.isLoose) score *= 0.5;
  if (is.isTorn) score *= 0.6;
  if (is.saysNothing) score *= 0.3;
  if (is.endsWeak) score *= is.isWhole && words >= 4 ? 0.75 : 0.5;
  if (is.beginsWeak) score *= 0.95;
  if (stems.length === 1) score *= words === 1 ? 0.4 : 0.75;
  if (words > 7) score *= 1 - 0.07 * (words - 7);
  return text.length > LONGEST_LABEL ? score * 0.4 : score;
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  for (const item of part) if (!whole.has(item)) return false;
  return true;
}

/** The issue's most telling words as customers write them most often. */
function termsOf(
  { words }: IssueToName,
  { rows, documents }: { rows: readonly (readonly Sentence[])[]; documents: Documents },
): string[] {
  const forms = new Map<string, Map<string, number>>();
  for (const sentence of rows.flat()) {
    sentence.words.forEach((word, i) => {
      if (!sentence.tells[i]) return;
      const stem = sentence.stems[i];
      const counts = forms.get(stem) ?? new Map<string, number>();
      const form = word.toLowerCase();
      counts.set(form, (counts.get(form) ?? 0) + 1);
      forms.set(stem, counts);
    });
  }
  const terms: string[] = [];
  for (const [i, stem] of words.stems.entries()) {
    if (terms.length >= SURE_TERMS && words.shares[i] < SECOND_FITS) continue;
    const counts = forms.get(documents.stemNames[stem]);
    const form = counts ? commonest(counts) : '';
    if (form !== '' && !isRude([form])) terms.push(form);
    if (terms.length === TERMS) break;
  }
  return terms;
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

/** A sentence without what it swears, cut at a word after about sixty signs. */
function shorten({ words, mark }: Sentence): string {
  const sentence = words.filter((word) => !isRude([word])).join(' ');
  if (sentence.length <= LONGEST_LABEL) return sentence + mark;
  const cut = sentence.slice(0, LONGEST_LABEL);
  const at = cut.lastIndexOf(' ');
  return `${at > 20 ? cut.slice(0, at) : cut}…`;
}

/** First letter large; what was written in capitals throughout in small letters. */
function tidy(name: string): string {
  const plain = isShouted(name) ? name.toLowerCase() : name;
  const first = plain.codePointAt(0);
  if (first === undefined) return '';
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + plain.slice(letter.length);
}

function firstFree(names: readonly string[], taken: ReadonlySet<string>): string {
  const real = names.filter((name) => name !== '');
  for (const name of real) if (!taken.has(foldName(name))) return name;
  const base = real[0] ?? '–';
  for (let i = 2; ; i++) if (!taken.has(foldName(`${base} (${i})`))) return `${base} (${i})`;
}

const BETWEEN_WORDS = scriptPattern(String.raw`[^\p{L}\p{M}\p{N}]+`, 'gu');

function foldName(name: string): string {
  const small = name.normalize('NFKC').toLowerCase();
  return small.replace(BETWEEN_WORDS(small), ' ').trim();
}
