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
  let start = -1;
  let before = '';
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const isLetter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (isLetter) {
      if (start < 0) start = i;
      continue;
    }
    if (start < 0) continue;
    if (code === 39 && isAsciiLetter(text.charCodeAt(i + 1))) continue;
    const word = withoutApostrophe(text.slice(start, i));
    start = -1;
    if (isKept(word, before) && !push(word)) return;
    before = word;
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
