import { fillerWords, foldWord } from './month-names.ts';
import { digit, letter } from './stamp.ts';
import { parseWeekday } from './weekday.ts';

const SPACE = 32;
const DOT = 46;
const COMMA = 44;
const decoder = new TextDecoder();

/**
 * The index behind a weekday before a date in numbers (`Mo, 03.03.2025`, `lun. 03/03/2025`, `Mon 2025-03-03`), `start` where none
 * stands there.
 */
export function behindWeekday(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (letter(bytes[at]) !== 0 || bytes[at] >= 0x80)) at++;
  if (at === start || at === end) return start;
  const wordEnd = at;
  while (at < end && (bytes[at] === SPACE || bytes[at] === DOT || bytes[at] === COMMA)) at++;
  // Most words that are asked stand before other words: those need not be known.
  if (at === wordEnd || at === end || digit(bytes[at]) < 0) return start;
  return isWeekday(decoder.decode(bytes.subarray(start, wordEnd))) ? at : start;
}

/** `mar` is a French and Spanish Tuesday before a date in numbers, where a month would have a name alone. */
const isWeekday = (word: string): boolean =>
  parseWeekday(word) !== null || fillerWords().has(foldWord(word)) || foldWord(word) === 'mar';
