import type { WordIds } from './word-ids.ts';

/** Turns text into lower-case words, in any script. */

const URL_OR_ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\b[a-z0-9-]+\.(?:com|net|org|io|de|in|co|app)\b\S*/giu;
const MAYBE_ADDRESS = /@|:\/\/|\.[a-z]/i;
const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’][\p{L}\p{M}]+)*/gu;
const NOT_ASCII = /[^\x00-\x7f]/;
const WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const DIGIT = /\p{Nd}/u;
/** `iphone14`, `covid19`; `2fa`, `401k`, `5g`. Every other mixture of letters and digits is somebody's number. */
const NAMED_NUMBER = /^(?:\p{L}{2,}\p{Nd}{1,2}|\p{Nd}{1,3}\p{L}{1,3})$/u;
const ERROR_CODE = /^\p{Nd}{3,4}$/u;
const BEFORE_ERROR_CODE = new Set(
  'error err code status http fehler fehlercode código codigo error erreur errore erro ত্রুটি এরর त्रुटि एरर'.split(
    ' ',
  ),
);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(word: string): Intl.Segmenter {
  const locale = /\p{Script=Thai}/u.test(word)
    ? 'th'
    : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
      ? 'ja'
      : 'zh';
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/**
 * The words of a text in order: NFKC, lower case, letters with their combining marks and joiners, no addresses, no
 * numbers (but error codes and names such as `iphone14`). Thai, Chinese and Japanese are cut by `Intl.Segmenter`.
 *
 * @param push called with each word; return false to stop.
 */
export function eachWord(text: string, push: (word: string) => boolean): void {
  let plain = text;
  if (MAYBE_ADDRESS.test(plain)) plain = plain.replace(URL_OR_ADDRESS, ' ');
  if (!NOT_ASCII.test(plain)) {
    eachAsciiWord(plain.toLowerCase(), push);
    return;
  }
  let before = '';
  for (const [found] of plain.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (WITHOUT_SPACES.test(found)) {
      for (const { segment, isWordLike } of segmenterFor(found).segment(found)) {
        if (isWordLike && !DIGIT.test(segment) && !push(segment)) return;
      }
      continue;
    }
    const word = withoutApostrophe(found);
    if (isKept(word, before) && !push(word)) return;
    before = word;
  }
}

/** The same for text in ASCII, without regular expressions: most of an export is of this kind. */
function eachAsciiWord(text: string, push: (word: string) => boolean): void {
  eachPart(text, (from, to) => push(text.slice(from, to)), push);
}

/**
 * The numbers of a text's words, as `eachWord` finds them. Words of plain letters are looked up where they stand.
 *
 * @param push called with each number; return false to stop.
 */
export function eachWordId(text: string, ids: WordIds, push: (id: number) => boolean): void {
  const pushWord = (word: string): boolean => push(ids.of(word));
  if (NOT_ASCII.test(text) || MAYBE_ADDRESS.test(text)) {
    eachWord(text, pushWord);
    return;
  }
  const plain = text.toLowerCase();
  eachPart(plain, (from, to) => push(ids.ofPart(plain, from, to)), pushWord);
}

/** Words of a lower-case text in ASCII: by their places where they are plain letters, else as they are kept. */
function eachPart(
  text: string,
  pushPart: (from: number, to: number) => boolean,
  push: (word: string) => boolean,
): void {
  let start = -1;
  let isPlain = true;
  // Where the word before stands; what was left out counts too.
  let beforeFrom = 0;
  let beforeTo = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    if (code >= 97 && code <= 122) {
      if (start < 0) start = i;
      continue;
    }
    if (code >= 48 && code <= 57) {
      if (start < 0) start = i;
      isPlain = false;
      continue;
    }
    if (start < 0) continue;
    if (code === 39 && isAsciiLetter(text.charCodeAt(i + 1))) {
      isPlain = false;
      continue;
    }
    if (isPlain) {
      if (i - start > 1 && !pushPart(start, i)) return;
    } else {
      const word = withoutApostrophe(text.slice(start, i));
      if (isKept(word, withoutApostrophe(text.slice(beforeFrom, beforeTo))) && !push(word)) return;
    }
    beforeFrom = start;
    beforeTo = i;
    start = -1;
    isPlain = true;
  }
}

function isAsciiLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** `don't` → `dont`, `customer's` → `customer`, `l'abonnement` → `abonnement`. */
function withoutApostrophe(word: string): string {
  const at = word.search(/['’]/);
  if (at < 0) return word;
  const head = word.slice(0, at);
  const tail = word.slice(at + 1).replace(/['’]/g, '');
  if (head.length <= 2 && tail.length >= 3) return tail;
  if (tail === 's' && head.length > 3) return head;
  return head + tail;
}

function isKept(word: string, before: string): boolean {
  if (word.length === 1 && word.charCodeAt(0) < 128) return false;
  if (!hasDigit(word)) return true;
  return NAMED_NUMBER.test(word) || (ERROR_CODE.test(word) && BEFORE_ERROR_CODE.has(before));
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
    if (code > 127) return DIGIT.test(word);
  }
  return false;
}
