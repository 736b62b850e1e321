import type { Heading, Phrases } from './header-score.ts';
import { areSwapped, differInOne } from './one-letter.ts';

/** Shorter headers have too many neighbours. */
const LEAST_LETTERS = 7;
const LEAST_LEFT = 5;
/** What a header is worth that is a field's phrase but for one letter. */
const NEAR = 0.72;

const withoutBlanks = (words: string): string => words.replaceAll(' ', '');

const joined = new WeakMap<Phrases, readonly string[]>();

function joinedPhrases(phrases: Phrases): readonly string[] {
  const known = joined.get(phrases) ?? [...phrases.strong].map(withoutBlanks);
  joined.set(phrases, known);
  return known;
}

/**
 * How well a header fits that somebody mistyped: one letter too many, missing, wrong, or two in the wrong order; or a
 * blank or a capital in the wrong place, which make other words of the same letters (`Solved aDte`, `CaseS tatus`).
 */
export function nearMiss({ words, bare }: Pick<Heading, 'words' | 'bare'>, phrases: Phrases): number {
  // "Ticket nmber" is long enough, though what is left of it without its noun is short.
  if (words.length < LEAST_LETTERS) return 0;
  for (const form of words === bare ? [words] : [words, bare]) {
    if (form.length < LEAST_LEFT) continue;
    // Where the first letter is another, it mostly is another word: "losed" and "closed", "dated" and "rated".
    for (const phrase of phrases.strong) if (form[0] === phrase[0] && differInOne(form, phrase)) return NEAR;
    const letters = withoutBlanks(form);
    if (joinedPhrases(phrases).some((phrase) => letters === phrase || areSwapped(letters, phrase)))
      return NEAR;
  }
  return 0;
}
