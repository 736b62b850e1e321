import type { FieldWords } from './field-words.ts';
import { otherVocabularies } from './other-words.ts';
import { ticketWords } from './ticket-words.ts';

/** What stands for a letter that a program could not read and threw away. */
const LOST = '\ufffd';
const lostWord = /[\p{L}\p{M}\ufffd]*\ufffd[\p{L}\p{M}\ufffd]*/gu;

let byLength: ReadonlyMap<number, readonly string[]> | null = null;

/** Every word of every header that is known, by its length, accents off. */
function knownWords(): ReadonlyMap<number, readonly string[]> {
  const words = new Set<string>();
  const collect = (vocabulary: Partial<Record<string, FieldWords>>): void => {
    for (const field of Object.values(vocabulary))
      for (const phrase of `${field?.strong ?? ''}|${field?.fair ?? ''}|${field?.weak ?? ''}`.split('|'))
        for (const word of phrase.split(' ')) if (word.length > 3) words.add(word);
  };
  collect(ticketWords);
  for (const vocabulary of otherVocabularies) collect(vocabulary);
  const lengths = new Map<number, string[]>();
  for (const word of words) {
    const same = lengths.get(word.length);
    if (same) same.push(word);
    else lengths.set(word.length, [word]);
  }
  return lengths;
}

/**
 * A header whose accented letters were lost on the way (`N\ufffdmero`, `Prioridad de \ufffdrea`), with the words put right
 * that only one known word, or its plural, could have been; each mark stands for one letter.
 */
export function withLostLetters(name: string): string {
  if (!name.includes(LOST)) return name;
  byLength ??= knownWords();
  return name.replace(lostWord, (garbled) => {
    const folded = garbled.toLowerCase();
    const pattern = new RegExp(`^${folded.replaceAll(LOST, '.')}$`, 'u');
    const fits = (byLength?.get(folded.length) ?? []).filter((word) => pattern.test(word));
    return fits.length > 0 ? fits[0] : garbled;
  });
}
