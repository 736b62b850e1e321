import type { Heading, Phrases } from './header-score.ts';
import { areSwapped, differInOne } from './one-letter.ts';
import { ticketNouns } from './ticket-words.ts';

/** Shorter headers have too many neighbours. */
const LEAST_LETTERS = 7;
const LEAST_LEFT = 5;
/** What a header is worth that is a field's phrase but for one letter. */
const NEAR = 0.72;

const withoutBlanks = (words: string): string => words.replaceAll(' ', '');

/** A zone at the end of a word that a slip of the pen has torn apart: `resolution_dateu_tc`. */
const zoneAtEnd = /(?<=\p{L}{5})(?:utc|gmt)$/u;

interface Written {
  readonly phrase: string;
  readonly letters: string;
}

/**
 * A field's phrases by their first letter: where that is another, it mostly is another word ("losed" and "closed",
 * "dated" and "rated").
 */
const byLetter = new WeakMap<Phrases, ReadonlyMap<number, readonly Written[]>>();

function phrasesLike(form: string, phrases: Phrases): readonly Written[] {
  const known = byLetter.get(phrases);
  if (known) return known.get(form.charCodeAt(0)) ?? [];
  const made = new Map<number, Written[]>();
  for (const phrase of phrases.strong) {
    const written = { phrase, letters: withoutBlanks(phrase) };
    const others = made.get(phrase.charCodeAt(0));
    if (others) others.push(written);
    else made.set(phrase.charCodeAt(0), [written]);
  }
  byLetter.set(phrases, made);
  return phrasesLike(form, phrases);
}

/** Shorter nouns ("case") have too many neighbours. */
const LEAST_NOUN = 5;
const articles: ReadonlySet<string> = new Set(['de', 'del', 'di', 'do', 'du', 'da', 'of', 'van']);

const longNouns = [...ticketNouns].filter((noun) => noun.length >= LEAST_NOUN);
/** What was found of a word: a header is compared with every field. */
const found = new Map<string, boolean>();

function isNounMistyped(word: string): boolean {
  if (word.length < LEAST_NOUN - 1) return false;
  let isMistyped = found.get(word);
  if (isMistyped === undefined) {
    isMistyped = longNouns.some((noun) => differInOne(word, noun));
    found.set(word, isMistyped);
  }
  return isMistyped;
}

/** Whether a header is one of a field's phrases but for a mistyped noun for "ticket" at an end: `Numero tcket`, `id do tikcet`. */
function isBesideMistypedNoun(words: string, phrases: Phrases): boolean {
  const [last, first] = [words.lastIndexOf(' '), words.indexOf(' ')];
  if (first < 0) return false;
  if (isNounMistyped(words.slice(0, first)) && phrases.strong.has(words.slice(first + 1))) return true;
  if (!isNounMistyped(words.slice(last + 1))) return false;
  const list = words.slice(0, last).split(' ');
  return phrases.strong.has((articles.has(list[list.length - 1]) ? list.slice(0, -1) : list).join(' '));
}

/**
 * How well a header fits that somebody mistyped: one letter too many, missing, wrong, or two in the wrong order; or a
 * blank or a capital in the wrong place, which make other words of the same letters (`Solved aDte`, `CaseS tatus`).
 */
export function nearMiss({ words, bare }: Pick<Heading, 'words' | 'bare'>, phrases: Phrases): number {
  // "Ticket nmber" is long enough, though what is left of it without its noun is short.
  if (words.length < LEAST_LETTERS) return 0;
  if (words === bare && isBesideMistypedNoun(words, phrases)) return NEAR;
  for (const form of words === bare ? [words] : [words, bare]) {
    if (form.length < LEAST_LEFT) continue;
    const written = withoutBlanks(form);
    const unzoned = written.replace(zoneAtEnd, '');
    for (const { phrase, letters } of phrasesLike(form, phrases))
      if (
        differInOne(form, phrase) ||
        written === letters ||
        unzoned === letters ||
        areSwapped(written, letters)
      )
        return NEAR;
  }
  return 0;
}
