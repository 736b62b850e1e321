import type { WordIds } from './word-ids.ts';

/** Turns text into lower-case words, in any script. */

const URL_OR_ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\b[a-z0-9-]+\.(?:com|net|org|io|de|in|co|app)\b\S*/giu;
const MAYBE_ADDRESS = /@|:\/\/|\.[a-z]/i;
const WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const DIGIT = /\p{Nd}/u;
/** `iphone14`, `covid19`; `2fa`, `401k`, `5g`. Every other mixture of letters and digits is somebody's number. */
const NAMED_NUMBER = /^(?:\p{L}{2,}\p{Nd}{1,2}|\p{Nd}{1,3}\p{L}{1,3})$/u;
const ERROR_CODE = /^\p{Nd}{3,4}$/u;
const faults = new Set(
  'error err code status http fehler fehlercode código codigo erreur errore erro ত্রুটি এরর त्रुटि एरर'.split(
    ' ',
  ),
);

/** True for a lower-case word that explains a number beside it: `Error 404`. */
export const tellsFault = (word: string): boolean => faults.has(word);

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
  const plain = foldText(text);
  eachPart(plain, (from, to) => push(plain.slice(from, to)), push);
}

/** The numbers of a text's words, as `eachWord` finds them. Words of plain letters are looked up where they stand. */
export function eachWordId(text: string, ids: WordIds, push: (id: number) => boolean): void {
  const plain = foldText(text);
  eachPart(
    plain,
    (from, to) => push(ids.ofPart(plain, from, to)),
    (word) => push(ids.of(word)),
  );
}

/** NFKC and lower case, without addresses; what is in that form already is not normalised again. */
function foldText(text: string): string {
  const plain = MAYBE_ADDRESS.test(text) ? text.replace(URL_OR_ADDRESS, ' ') : text;
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    if (code > 127 && (kindOf(code) & UNSETTLED) !== 0) return plain.normalize('NFKC').toLowerCase();
  }
  return plain.toLowerCase();
}

/** Kinds of code units; several may be true of one. */
const [LETTER, NUMBER, UNSETTLED, SPACELESS, SURROGATE, KNOWN] = [1, 2, 4, 8, 16, 128];
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  if (kinds[code] === 0) kinds[code] = kindOfSign(code) | KNOWN;
  return kinds[code];
}

function kindOfSign(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return SURROGATE | UNSETTLED;
  const sign = String.fromCharCode(code);
  let kind = /[\p{L}\p{M}\u200c\u200d]/u.test(sign) ? LETTER : 0;
  if (/\p{N}/u.test(sign)) kind |= NUMBER;
  if (WITHOUT_SPACES.test(sign)) kind |= SPACELESS;
  // A mark may join the letter before it.
  return sign.normalize('NFKC') === sign && !/\p{M}/u.test(sign) ? kind : kind | UNSETTLED;
}

/** The kind of what stands at a place; of a letter outside the first plane, that of its first half. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const kind = kindOf(code);
  if ((kind & SURROGATE) === 0) return kind;
  const whole = String.fromCodePoint(text.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0);
  if (/[\p{L}\p{M}]/u.test(whole)) return LETTER;
  return /\p{N}/u.test(whole) ? NUMBER : 0;
}

/** The same at any place: nothing stands at the end, and below the digits nothing that is part of a word. */
function kindOrNone(text: string, at: number): number {
  if (at === text.length) return 0;
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return LETTER;
  return code < 48 ? 0 : kindAt(text, at);
}

const isLetterAt = (text: string, at: number): boolean =>
  at < text.length && (kindAt(text, at) & LETTER) !== 0;

const APOSTROPHES: ReadonlySet<number> = new Set([0x27, 0x2019]);

/** Words of a folded text: by their places where they are plain letters, else as they are kept. */
function eachPart(
  text: string,
  pushPart: (from: number, to: number) => boolean,
  push: (word: string) => boolean,
): void {
  let start = -1;
  let marks = 0;
  // Where the word before stands; what was left out counts too.
  let beforeFrom = 0;
  let beforeTo = 0;
  for (let i = 0; i <= text.length; i++) {
    const kind = kindOrNone(text, i);
    if ((kind & (LETTER | NUMBER)) !== 0) {
      if (start < 0) start = i;
      marks |= kind & (NUMBER | SPACELESS);
      continue;
    }
    if (start < 0) continue;
    if (APOSTROPHES.has(text.charCodeAt(i)) && isLetterAt(text, i + 1)) {
      marks |= NOT_PLAIN;
      continue;
    }
    if (!pushFound(text, { from: start, to: i, marks, beforeFrom, beforeTo }, pushPart, push)) return;
    beforeFrom = start;
    beforeTo = i;
    start = -1;
    marks = 0;
  }
}

/** Beside the kinds of its letters: an apostrophe stands in the word. */
const NOT_PLAIN = 32;

interface FoundWord {
  readonly from: number;
  readonly to: number;
  readonly marks: number;
  readonly beforeFrom: number;
  readonly beforeTo: number;
}

/** Hands on a word as far as it is kept; false when enough words were found. */
function pushFound(
  text: string,
  { from, to, marks, beforeFrom, beforeTo }: FoundWord,
  pushPart: (from: number, to: number) => boolean,
  push: (word: string) => boolean,
): boolean {
  if (marks === 0) {
    const isSingle = to - from === 1 && text.charCodeAt(from) < 128;
    return isSingle || pushPart(from, to);
  }
  const found = text.slice(from, to);
  if ((marks & SPACELESS) !== 0) {
    for (const { segment, isWordLike } of segmenterFor(found).segment(found))
      if (isWordLike && !DIGIT.test(segment) && !push(segment)) return false;
    return true;
  }
  const word = withoutApostrophe(found);
  return !isKept(word, withoutApostrophe(text.slice(beforeFrom, beforeTo))) || push(word);
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
  return NAMED_NUMBER.test(word) || (ERROR_CODE.test(word) && tellsFault(before));
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
    if (code > 127) return DIGIT.test(word);
  }
  return false;
}
