import { englishOfHeaders, isPlain, type Meanings } from './glossaries.ts';
import { shared } from './glossary.ts';
import { plainScript } from './plain-script.ts';

/** Words of the longest phrase. */
const LONGEST = 4;
/** Headers in these languages from which on a table speaks one of them: one alone may be a word of another. */
const SPEAKS = 2;

/** Scripts that write words together. */
const unparted = /^[\p{Script=Hangul}\p{Script=Thai}]/u;
const word = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;
/** The same of plain ASCII, as most headers are, where no pattern needs to know other letters. */
const plainWord = /[a-z\d]+(?:-[a-z\d]+)*/gi;

/** The parts of a Korean or Thai word that are words themselves, in English; null where one is not. */
function partsOf(text: string, known: Meanings): string | null {
  if (text === '') return '';
  for (let size = text.length; size > 0; size--) {
    const meaning = known.get(text.slice(0, size));
    if (meaning === undefined) continue;
    const rest = partsOf(text.slice(size), known);
    if (rest !== null) return rest === '' ? meaning : `${meaning} ${rest}`;
  }
  return null;
}

interface Glossed {
  readonly text: string;
  /** A word of it belongs to these languages alone. */
  readonly isTelling: boolean;
}

/** A header with what it says in these languages in English; brackets, zones and all other words stay as they are. */
function glossed(name: string): Glossed {
  const plain = name.normalize('NFC').replaceAll('_', ' ');
  const known = englishOfHeaders(isPlain(plain));
  const found = [...plain.matchAll(isPlain(plain) ? plainWord : word)];
  let text = '';
  let at = 0;
  let isTelling = false;
  for (let i = 0; i < found.length; ) {
    let size = Math.min(LONGEST, found.length - i);
    let meaning: string | null = null;
    let phrase = '';
    for (; size > 0; size--) {
      const last = found[i + size - 1];
      phrase = plainScript(plain.slice(found[i].index, last.index + last[0].length).toLowerCase());
      meaning =
        known.get(phrase) ??
        (size === 1 && !isPlain(phrase) && unparted.test(phrase) ? partsOf(phrase, known) : null);
      if (meaning !== null) break;
    }
    const last = found[i + Math.max(size, 1) - 1];
    const end = last.index + last[0].length;
    text += plain.slice(at, found[i].index) + (meaning ?? plain.slice(found[i].index, end));
    if (meaning !== null && !shared.has(phrase)) isTelling = true;
    at = end;
    i += Math.max(size, 1);
  }
  return { text: text + plain.slice(at), isTelling };
}

const asItIs = (name: string): string => name;

/** How to read the headers of a table: in English where they speak one of the languages of the glossary, else as they are. */
export function headersInEnglish(columns: readonly string[]): (name: string) => string {
  let telling = 0;
  for (const name of columns) if (glossed(name).isTelling) telling++;
  return telling >= SPEAKS ? (name) => glossed(name).text : asItIs;
}
