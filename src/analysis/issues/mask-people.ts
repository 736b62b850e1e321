import { scriptPattern } from '../../model/script-pattern.ts';
import { cutIntroduced, maskIntroduced } from './introductions.ts';
import { isNameWord, type PeopleWords } from './people.ts';

const WORD = scriptPattern(String.raw`[\p{L}\p{M}\u200c\u200d]+`, 'gu');
const CAPITALS = scriptPattern(String.raw`\p{Lu}[\p{L}\p{M}]+(?:[\s'’-]+\p{Lu}[\p{L}\p{M}]+)+`, 'gu');

function replaceKnown(text: string, { names, ordinary }: PeopleWords, by: string): string {
  if (names.size === 0 && ordinary.size === 0) return text;
  const fold = (word: string): string => word.normalize('NFKC').toLowerCase();
  const plain =
    ordinary.size === 0
      ? text
      : text.replace(CAPITALS(text), (run) => {
          const words = (run.match(WORD(run)) ?? []).map(fold);
          const isName = words.map((word) => names.has(word) || ordinary.has(word));
          return isName.some((known, i) => known && isName[i + 1])
            ? run.replace(WORD(run), (word) =>
                names.has(fold(word)) || ordinary.has(fold(word)) ? by : word,
              )
            : run;
        });
  return plain.replace(WORD(plain), (word) => (isNameWord(fold(word), names) ? by : word));
}

/** Stands where somebody was named: an end of sentence, with words at it that only led to the name. */
export const nameCut = '⁝';

const SAYS_ITS_NAME =
  /(?:আমার নাম|আমি|मेरा नाम|मैं)\s+⁝(?:\s+⁝)*(?:\s+(?:বলছি|হলো|है|हैं|बोल (?:रहा|रही) (?:हूं|हूँ)))?/gu;

/** The text with `nameCut` where people are named. */
export function cutAtPeople(text: string, people: PeopleWords): string {
  const plain = replaceKnown(text, people, nameCut);
  const own = plain.includes(nameCut) ? plain.replace(SAYS_ITS_NAME, nameCut) : plain;
  return cutIntroduced(own, nameCut);
}

/** The text with `[name]` where people are named. */
export function maskPeople(text: string, people: PeopleWords): string {
  return maskIntroduced(replaceKnown(text, people, '[name]'), '[name]')
    .replace(/(?<![\p{L}\p{M}])\p{L}['’]\[name\]/gu, '[name]')
    .replace(/\[name\](?:[\s'’-]+\[name\])+/g, '[name]');
}
