import { plainArabic } from './arabic.ts';
import { plainHebrew } from './hebrew.ts';

const isGreek = /[\u0370-\u03ff\u1f00-\u1fff]/u;

/** Greek as it is compared: without accents, as capitals are written, and with one form of sigma. */
function plainGreek(text: string): string {
  if (!isGreek.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('ς', 'σ')
    .normalize('NFC');
}

/** Text in small letters as words are compared in scripts that may be written with more or fewer marks; other text as it is. */
export const plainScript = (text: string): string => plainGreek(plainHebrew(plainArabic(text)));

const LEAST_LETTERS = 5;

/**
 * A phrase as people write it whose keyboard has no marks (`Data inchiderii`, `Ngay tao`); null where a single short word
 * could be one of another language, or where nothing changes.
 */
export function withoutMarks(phrase: string): string | null {
  const plain = phrase
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
  const isLong = plain.includes(' ') || plain.length >= LEAST_LETTERS;
  return plain !== phrase && isLong ? plain : null;
}
