import type { FieldType } from '../../model/fields.ts';
import { once } from '../../model/once.ts';
import type { FieldWords } from './field-words.ts';
import { stemOfPhrase } from './header-stems.ts';
import { withoutSmall } from './word-list.ts';

/**
 * The phrases of all fields of a kind of table, by what is looked up in them. A header is looked up once for all
 * fields: vocabularies have thousands of phrases, and most runs read a file or two.
 */
export interface PhraseIndex {
  readonly fields: readonly string[];
  /** Where a phrase says so of a field plainly, fairly, weakly, or plainly but for its articles and prepositions. */
  readonly phrases: Record<Plainness, Listed>;
  /** Of fields of stamps: strong phrases without the words that only say "date". */
  readonly stems: () => Listed;
  /** Strong phrases by their first letter, as they are and without blanks. */
  readonly byLetter: (letter: number) => readonly Written[];
  /** Weak phrases of stamps, of several words, in the same way. */
  readonly weakStamps: (letter: number) => readonly Written[];
  /** Strong phrases of scripts that write no blanks, which may stand anywhere in a header. */
  readonly unspaced: () => readonly Written[];
}

type Plainness = 'strong' | 'fair' | 'weak' | 'loose';

/** A phrase of a field, told by its number. */
export interface Written {
  readonly phrase: string;
  readonly letters: string;
  readonly field: number;
}

/** The words of the longest phrase. */
export const MOST_WORDS = 6;

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** No letter of these scripts stands before these: a quick look, as vocabularies have thousands of phrases. */
const mayBeUnspaced = /[\u2e80-\uffff]/;

/** True for words of Chinese and Japanese, which write no blanks. */
export const isUnspaced = (text: string): boolean => mayBeUnspaced.test(text) && unspacedScript.test(text);

const split = (list: string | undefined): string[] => (list ? list.split('|') : []);

/** Phrases with the numbers of the fields that each may name: one as a rule, which needs no list of its own. */
export class Listed {
  readonly #first = new Map<string, number>();
  readonly #further = new Map<string, number[]>();

  addAll(phrases: readonly string[], field: number): void {
    for (let at = 0; at < phrases.length; at++) this.add(phrases[at], field);
  }

  add(phrase: string, field: number): void {
    const known = this.#first.get(phrase);
    if (known === undefined) this.#first.set(phrase, field);
    else if (known !== field) {
      const others = this.#further.get(phrase);
      if (others) others.push(field);
      else this.#further.set(phrase, [field]);
    }
  }

  /** Raises the scores of the fields that a phrase names to `score`. */
  raise(phrase: string, score: number, scores: Float64Array): void {
    const field = this.#first.get(phrase);
    if (field === undefined) return;
    if (scores[field] < score) scores[field] = score;
    for (const other of this.#further.get(phrase) ?? []) if (scores[other] < score) scores[other] = score;
  }
}

/** Indexes the phrases of fields; `loose` are their `loosePhrases`, and `types` tells those of stamps. */
export function indexPhrases(
  words: readonly (readonly [field: string, words: FieldWords])[],
  loose: readonly string[],
  types: Readonly<Record<string, FieldType>> = {},
): PhraseIndex {
  const phrases = { strong: new Listed(), fair: new Listed(), weak: new Listed(), loose: new Listed() };
  const lists = words.map(([, { strong }]) => split(strong));
  words.forEach(([, list], field) => {
    phrases.strong.addAll(lists[field], field);
    phrases.fair.addAll(split(list.fair), field);
    phrases.weak.addAll(split(list.weak), field);
    phrases.loose.addAll(split(loose[field]), field);
  });
  return {
    fields: words.map(([field]) => field),
    phrases,
    stems: once(() => stemsOf(words, types)),
    byLetter: byLetterOf(lists),
    weakStamps: byLetterOf(
      words.map(([name, { weak }]) =>
        types[name] === 'instant' ? split(weak).filter((phrase) => phrase.includes(' ')) : [],
      ),
    ),
    unspaced: once(() => writtenIf(lists, (phrase) => phrase.length > 1 && isUnspaced(phrase))),
  };
}

/** A list a field of its strong phrases that have articles or prepositions, without them. */
export const loosePhrases = (words: readonly (readonly [field: string, words: FieldWords])[]): string[] =>
  words.map(([, { strong }]) => {
    const phrases = split(strong);
    return withoutSmall(strong)
      .filter((rest, at) => rest !== '' && rest !== phrases[at])
      .join('|');
  });

function stemsOf(
  words: readonly (readonly [field: string, words: FieldWords])[],
  types: Readonly<Record<string, FieldType>>,
): Listed {
  const stems = new Listed();
  words.forEach(([name, { strong }], field) => {
    if (types[name] !== 'instant') return;
    for (const phrase of split(strong)) {
      const stem = stemOfPhrase(phrase);
      if (stem !== '') stems.add(stem, field);
    }
  });
  return stems;
}

function writtenIf(
  lists: readonly (readonly string[])[],
  holds: (phrase: string) => boolean,
): readonly Written[] {
  return lists.flatMap((list, field) =>
    list.filter(holds).map((phrase) => ({ phrase, letters: phrase.replaceAll(' ', ''), field })),
  );
}

function byLetterOf(lists: readonly (readonly string[])[]): PhraseIndex['byLetter'] {
  const known = new Map<number, readonly Written[]>();
  return (letter) => {
    let written = known.get(letter);
    if (written === undefined) {
      written = writtenIf(lists, (phrase) => phrase.charCodeAt(0) === letter);
      known.set(letter, written);
    }
    return written;
  };
}
