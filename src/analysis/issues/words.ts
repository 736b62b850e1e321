import { FIRST_HASH, nextHash, type WordIds } from './word-ids.ts';

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
  const folded = foldText(text);
  eachPart(folded, (from, to) => push(wordAt(folded, from, to)), push);
}

/** The numbers of a text's words, as `eachWord` finds them. Words of plain letters are looked up where they stand. */
export function eachWordId(text: string, ids: WordIds, push: (id: number) => boolean): void {
  const folded = foldText(text);
  eachPart(
    folded,
    (from, to, hash) => push(ids.ofSigns(folded.signs, { from, to, hash })),
    (word) => push(ids.of(word)),
  );
}

/** A text in lower case as code units, which are looked at faster than those of a string. */
interface Folded {
  /** Its code units and a 0 behind them; valid until the next text is folded. */
  readonly signs: Uint16Array;
  readonly length: number;
  /** The text that the units are of, maybe with capitals. */
  readonly text: string;
}

const wordAt = ({ text }: Folded, from: number, to: number): string => text.slice(from, to).toLowerCase();

const [UPPER_A, UPPER_Z, TO_LOWER] = [65, 90, 32];
const [AT, COLON, SLASH, DOT] = [64, 58, 47, 46];

/** Where texts are folded, one after the other. */
let shared = Buffer.alloc(1 << 13);
let signs = new Uint16Array(shared.buffer, shared.byteOffset, shared.length / 2);

function writeSigns(text: string): void {
  if (text.length >= signs.length) {
    shared = Buffer.alloc(4 * text.length);
    signs = new Uint16Array(shared.buffer, shared.byteOffset, shared.length / 2);
  }
  shared.write(text, 0, 'utf16le');
  signs[text.length] = 0;
}

/** NFKC and lower case, without addresses; a text in that form but for plain capitals is folded in place. */
function foldText(text: string): Folded {
  writeSigns(text);
  if (foldInPlace(text.length)) return { signs, length: text.length, text };
  const plain = (MAYBE_ADDRESS.test(text) ? text.replace(URL_OR_ADDRESS, ' ') : text)
    .normalize('NFKC')
    .toLowerCase();
  writeSigns(plain);
  return { signs, length: plain.length, text: plain };
}

/** Lowers plain capitals; false where the text holds signs that need more, or what may be an address. */
function foldInPlace(length: number): boolean {
  for (let i = 0; i < length; i++) {
    const sign = signs[i];
    if (sign > 127) {
      if ((kindOf(sign) & UNSETTLED) !== 0) return false;
    } else if (sign >= UPPER_A && sign <= UPPER_Z) signs[i] = sign + TO_LOWER;
    else if (sign < AT ? beginsAddress(i) : sign === AT) return false;
  }
  return true;
}

/** True for `://` and for a dot before a letter. */
function beginsAddress(at: number): boolean {
  const sign = signs[at];
  if (sign === COLON) return signs[at + 1] === SLASH && signs[at + 2] === SLASH;
  const next = signs[at + 1] | TO_LOWER;
  return sign === DOT && next >= UPPER_A + TO_LOWER && next <= UPPER_Z + TO_LOWER;
}

/** Kinds of code units; several may be true of one. Capitals are unsettled, but for the plain ones. */
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
  const isSettled = sign.normalize('NFKC').toLowerCase() === sign && !/\p{M}/u.test(sign);
  return isSettled ? kind : kind | UNSETTLED;
}

/** The kind of what stands at a place; of a letter outside the first plane, that of its first half. */
function kindAt({ signs, text }: Folded, at: number): number {
  const code = signs[at];
  const kind = kindOf(code);
  if ((kind & SURROGATE) === 0) return kind;
  const whole = String.fromCodePoint(text.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0);
  if (/[\p{L}\p{M}]/u.test(whole)) return LETTER;
  return /\p{N}/u.test(whole) ? NUMBER : 0;
}

const [APOSTROPHE, RAISED_COMMA] = [0x27, 0x2019];

/** A word where it stands, and the one before it: what was left out counts too. */
interface FoundWord {
  from: number;
  to: number;
  /** What stands in it beside letters. */
  marks: number;
  hash: number;
  beforeFrom: number;
  beforeTo: number;
}

/** Words of a folded text: by their places where they are plain letters, else as they are kept. */
function eachPart(
  folded: Folded,
  pushPart: (from: number, to: number, hash: number) => boolean,
  push: (word: string) => boolean,
): void {
  const { signs, length } = folded;
  const word: FoundWord = { from: 0, to: 0, marks: 0, hash: 0, beforeFrom: 0, beforeTo: 0 };
  for (let at = startOfWord(folded, 0); at < length; at = startOfWord(folded, word.to)) {
    readWord(folded, at, word);
    const { from, to, marks, hash } = word;
    if (marks !== 0) {
      if (!pushMarked(folded, word, push)) return;
    } else if (to - from > 1 || signs[from] > 127) {
      if (!pushPart(from, to, hash)) return;
    }
    word.beforeFrom = from;
    word.beforeTo = to;
  }
}

const isPlainLetter = (sign: number): boolean => sign >= 97 && sign <= 122;

/** Below the digits nothing is part of a word, nor does anything stand at the end of a text. */
const kindOrNone = (folded: Folded, at: number): number => (folded.signs[at] < 48 ? 0 : kindAt(folded, at));

function startOfWord(folded: Folded, from: number): number {
  const { signs, length } = folded;
  let at = from;
  while (at < length && !isPlainLetter(signs[at]) && (kindOrNone(folded, at) & (LETTER | NUMBER)) === 0) at++;
  return at;
}

/** Reads the word that begins at a place. */
function readWord(folded: Folded, from: number, word: FoundWord): void {
  const { signs } = folded;
  let hash = FIRST_HASH;
  let marks = 0;
  let at = from;
  for (;;) {
    let sign = signs[at];
    while (isPlainLetter(sign)) {
      hash = nextHash(hash, sign);
      sign = signs[++at];
    }
    const kind = kindOrNone(folded, at);
    if ((kind & (LETTER | NUMBER)) !== 0) {
      marks |= kind & (NUMBER | SPACELESS);
      hash = nextHash(hash, sign);
    } else if (isApostrophe(sign) && (kindAt(folded, at + 1) & LETTER) !== 0) marks |= NOT_PLAIN;
    else break;
    at++;
  }
  word.from = from;
  word.to = at;
  word.marks = marks;
  word.hash = hash;
}

const isApostrophe = (sign: number): boolean => sign === APOSTROPHE || sign === RAISED_COMMA;

/** Beside the kinds of its letters: an apostrophe stands in the word. */
const NOT_PLAIN = 32;

/** Hands on a word with other signs than letters, as far as it is kept; false when enough words were found. */
function pushMarked(
  folded: Folded,
  { from, to, marks, beforeFrom, beforeTo }: FoundWord,
  push: (word: string) => boolean,
): boolean {
  if (marks === NUMBER && isLostNumber(folded.signs, from, to)) return true;
  const found = wordAt(folded, from, to);
  if ((marks & SPACELESS) !== 0) {
    for (const { segment, isWordLike } of segmenterFor(found).segment(found))
      if (isWordLike && !DIGIT.test(segment) && !push(segment)) return false;
    return true;
  }
  const word = withoutApostrophe(found);
  return !isKept(word, withoutApostrophe(wordAt(folded, beforeFrom, beforeTo))) || push(word);
}

/** True for plain digits of a length that no error code has. */
function isLostNumber(signs: Uint16Array, from: number, to: number): boolean {
  const length = to - from;
  if (length === 3 || length === 4) return false;
  for (let i = from; i < to; i++) if (signs[i] < 48 || signs[i] > 57) return false;
  return true;
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
