import type { Heading } from './header-score.ts';
import { areSwapped, differInOne } from './one-letter.ts';
import type { PhraseIndex, Written } from './phrase-index.ts';
import { ticketNouns } from './ticket-words.ts';

/** Shorter headers have too many neighbours. */
const LEAST_LETTERS = 7;
const LEAST_LEFT = 5;
/** What a header is worth that is a field's phrase but for one letter. */
const NEAR = 0.72;
/** What it is worth where the phrase alone says little, and the cells have to say the rest: `First relpy time`. */
const NEAR_WEAK = 0.5;
const LEAST_WEAK = 12;

const withoutBlanks = (words: string): string => words.replaceAll(' ', '');

/** A zone at the end of a word that a slip of the pen has torn apart: `resolution_dateu_tc`. */
const zoneAtEnd = /(?<=\p{L}{5})(?:utc|gmt)$/u;

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

/** Marks the fields that a header names but for a mistyped noun for "ticket" at an end: `Numero tcket`, `id do tikcet`. */
function besideMistypedNoun(words: string, { phrases }: PhraseIndex, worths: Float64Array): void {
  const [last, first] = [words.lastIndexOf(' '), words.indexOf(' ')];
  if (first < 0) return;
  if (isNounMistyped(words.slice(0, first))) phrases.strong.raise(words.slice(first + 1), NEAR, worths);
  if (!isNounMistyped(words.slice(last + 1))) return;
  const list = words.slice(0, last).split(' ');
  const rest = (articles.has(list[list.length - 1]) ? list.slice(0, -1) : list).join(' ');
  phrases.strong.raise(rest, NEAR, worths);
}

/**
 * How well a header that somebody mistyped fits each field, by its number: one letter too many, missing, wrong, or two in
 * the wrong order; or a blank or a capital in the wrong place, which make other words of the same letters
 * (`Solved aDte`, `CaseS tatus`).
 */
export function nearMisses(
  { words, bare }: Pick<Heading, 'words' | 'bare'>,
  index: PhraseIndex,
): Float64Array {
  const worths = new Float64Array(index.fields.length);
  // "Ticket nmber" is long enough, though what is left of it without its noun is short.
  if (words.length < LEAST_LETTERS) return worths;
  if (words === bare) besideMistypedNoun(words, index, worths);
  for (const form of words === bare ? [words] : [words, bare]) {
    if (form.length < LEAST_LEFT) continue;
    // Where the first letter is another, it mostly is another word ("losed" and "closed", "dated" and "rated").
    const first = form.charCodeAt(0);
    raiseMeant(form, { phrases: index.byLetter(first), worth: NEAR }, worths);
    if (form.length >= LEAST_WEAK)
      raiseMeant(form, { phrases: index.weakStamps(first), worth: NEAR_WEAK }, worths);
  }
  return worths;
}

/** Gives a worth to the fields of phrases that a form is but for a slip, where they have none yet. */
function raiseMeant(
  form: string,
  { phrases, worth }: { readonly phrases: readonly Written[]; readonly worth: number },
  worths: Float64Array,
): void {
  const written = withoutBlanks(form);
  const unzoned = written.replace(zoneAtEnd, '');
  for (const { phrase, letters, field } of phrases)
    if (
      worths[field] === 0 &&
      (differInOne(form, phrase) ||
        written === letters ||
        unzoned === letters ||
        areSwapped(written, letters) ||
        // The first letter of a word in camel case takes the blank before it along: `dataDaolução`.
        (written.length >= LEAST_WEAK && written.length < letters.length && differInOne(written, letters)))
    )
      worths[field] = worth;
}
