import { maskText } from '../../model/mask.ts';
import { tTwoSided } from '../../stats/distributions.ts';
import { benjaminiHochberg } from '../../stats/multiple.ts';
import {
  english,
  isStopWord,
  type LanguageCode,
  languageOfScript,
  languagesMarkedBy,
  stemWord,
} from '../issues/languages.ts';
import { eachWord } from '../issues/words.ts';

/** What somebody wrote to explain a rating. */
export interface Comment {
  readonly text: string;
  readonly isBad: boolean;
}

/** A word that bad answers have more often than good ones. */
export interface TellingWord {
  /** As most people wrote it; never a masked name, number or address. */
  readonly word: string;
  /** Comments with it. */
  readonly bad: number;
  readonly good: number;
  /** Log odds of bad against good, and how many standard errors that is. */
  readonly logOdds: number;
  readonly z: number;
  /** A bad comment with it, masked, the shortest of those that have at least four words. */
  readonly example: string;
}

export interface TellingWords {
  readonly bad: number;
  readonly good: number;
  readonly words: readonly TellingWord[];
}

/** Comments of each sort, and bad comments a word must stand in. */
const FEWEST_COMMENTS = 10;
const FEWEST_WITH_WORD = 3;
/** A prior as heavy as this many comments, spread as words are over all comments. */
const PRIOR = 20;
const MOST_WORDS = 200;
const LONGEST_EXAMPLE = 160;

/**
 * The words that stand out in bad answers: log odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn
 * 2008, "Fightin' Words", Political Analysis 16(4)), counted by comments, not by repetitions:
 * δ = ln((b + α) / (B + α₀ − b − α)) − ln((g + α) / (G + α₀ − g − α)), variance 1/(b + α) + 1/(g + α),
 * α = α₀ · (b + g) / (B + G). Words are compared by their stem, stop words and masked parts left out; named are those
 * whose p-value (normal) survives Benjamini–Hochberg at 5 %, strongest first. Nothing under ten comments on a side.
 */
export function tellingWords(
  comments: readonly Comment[],
  options: { readonly most?: number } = {},
): TellingWords {
  const counted = countWords(comments);
  const { bad, good } = counted;
  if (bad < FEWEST_COMMENTS || good < FEWEST_COMMENTS) return { bad, good, words: [] };
  const found = [...counted.stems.values()].map((stem) => ({ stem, ...compare(stem, { bad, good }) }));
  // Only what is worse in bad answers is asked about, so the test is one-sided.
  const p = Float64Array.from(found, ({ z }) =>
    z > 0 ? tTwoSided(z, Infinity) / 2 : 1 - tTwoSided(z, Infinity) / 2,
  );
  const { rejected } = benjaminiHochberg(p);
  const words = found
    .filter(({ stem, z }, i) => rejected[i] && z > 0 && stem.bad >= FEWEST_WITH_WORD)
    .map(({ stem, logOdds, z }) => ({
      word: mostWritten(stem.forms),
      bad: stem.bad,
      good: stem.good,
      logOdds,
      z,
      example: exampleOf(stem.examples),
    }))
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
  return { bad, good, words: words.slice(0, options.most ?? 12) };
}

interface Stem {
  bad: number;
  good: number;
  readonly forms: Map<string, number>;
  readonly examples: string[];
}

function countWords(comments: readonly Comment[]): { bad: number; good: number; stems: Map<string, Stem> } {
  const stems = new Map<string, Stem>();
  let [bad, good] = [0, 0];
  for (const { text, isBad } of comments) {
    const masked = maskText(text.trim());
    const words: string[] = [];
    eachWord(masked.replace(/\[[a-z]+\]/g, ' '), (word) => {
      words.push(word);
      return words.length < MOST_WORDS;
    });
    if (words.length === 0) continue;
    if (isBad) bad++;
    else good++;
    const language = languageOf(words);
    const seen = new Map<string, string>();
    for (const word of words) {
      const script = languageOfScript(word.charCodeAt(0)) ?? language;
      if (word.length > 1 && !isStopWord(word, script) && !isStopWord(word, english))
        seen.set(stemWord(word, script), word);
    }
    for (const [name, form] of seen) {
      const stem = stems.get(name) ?? { bad: 0, good: 0, forms: new Map<string, number>(), examples: [] };
      stems.set(name, stem);
      stem.forms.set(form, (stem.forms.get(form) ?? 0) + 1);
      if (!isBad) stem.good++;
      else {
        stem.bad++;
        stem.examples.push(masked);
      }
    }
  }
  return { bad, good, stems };
}

/** The language whose little words a comment has most of, English where they do not tell. */
function languageOf(words: readonly string[]): LanguageCode {
  const votes = new Map<LanguageCode, number>();
  for (const word of words) {
    const script = languageOfScript(word.charCodeAt(0));
    for (const code of script === undefined ? (languagesMarkedBy(word) ?? []) : [script])
      votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  let best = english;
  for (const [code, count] of [...votes].sort((a, b) => a[0] - b[0])) {
    if (count > (votes.get(best) ?? 0)) best = code;
  }
  return best;
}

function compare(
  stem: Stem,
  all: { readonly bad: number; readonly good: number },
): { logOdds: number; z: number } {
  const alpha = (PRIOR * (stem.bad + stem.good)) / (all.bad + all.good);
  const odds = (hits: number, of: number): number => Math.log((hits + alpha) / (of + PRIOR - hits - alpha));
  const logOdds = odds(stem.bad, all.bad) - odds(stem.good, all.good);
  return { logOdds, z: logOdds / Math.sqrt(1 / (stem.bad + alpha) + 1 / (stem.good + alpha)) };
}

function mostWritten(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

function exampleOf(comments: readonly string[]): string {
  const told = comments.filter((comment) => comment.split(/\s+/).length >= 4);
  const [first] = [...(told.length > 0 ? told : comments)].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  const line = (first ?? '').replace(/\s+/g, ' ');
  return line.length <= LONGEST_EXAMPLE ? line : `${line.slice(0, LONGEST_EXAMPLE - 1).trimEnd()}…`;
}
