import { withoutEntities } from '../../model/entities.ts';
import { scriptPattern } from '../../model/script-pattern.ts';
import { greeting, headerField, maybeQuote, quoteHeaders, signatureMark, signOff } from './reply-patterns.ts';

/** What a desk's texts share, learnt from the texts themselves; see `learnBoilerplate`. */
export interface Boilerplate {
  /** Folded lines that a good part of all tickets carry. */
  readonly lines: ReadonlySet<string>;
  /** Folded labels of form fields (`order number:`), which are cut off while the answer stays. */
  readonly labels: ReadonlySet<string>;
}

export const noBoilerplate: Boilerplate = { lines: new Set(), labels: new Set() };

const NEEDS_MARKUP = /[<&[{]/;
const TAG = /<\/?[a-z!][^<>]{0,2000}>/i;
const SPACE = 32;
const SIGN_OFF_LINES = 8;
const SIGN_OFF_WORDS = 7;

/** Text without tags, entities, image marks and link targets; block ends become line ends. */
export function withoutMarkup(text: string): string {
  if (!NEEDS_MARKUP.test(text)) return text;
  let plain = text.includes('@') ? text.replace(/<([^\s<>@]{1,64}@[^\s<>]{1,128})>/g, ' $1 ') : text;
  if (TAG.test(plain)) {
    plain = plain
      .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/<blockquote\b[\s\S]*?(?:<\/blockquote>|$)/gi, '\n')
      .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|ul|ol|table)>/gi, '\n')
      .replace(/<\/?[a-z!][^<>]{0,2000}>/gi, ' ');
  }
  // A blank that does not break is a blank here, and a number that is no character nothing.
  if (plain.includes('&'))
    plain = withoutEntities(plain.replaceAll('&nbsp;', ' ')).replace(/&#(?:x[0-9a-f]{1,6}|\d{1,7});/gi, ' ');
  if (plain.includes('[') || plain.includes('{')) {
    plain = plain
      .replace(/!?\[([^\]\n]{0,200})\]\((?:https?|mailto|cid):[^)\s]*\)/gi, '$1')
      .replace(/\[(?:image|cid|inline image|bild|attachment|screenshot)\b[^\]\n]{0,200}\]/gi, ' ')
      .replace(/\{(?:code|noformat|quote|color)[^}\n]{0,60}\}/gi, ' ');
  }
  return plain;
}

/** A line as it is compared between tickets: lower case, digits as 0, single spaces. */
export function foldLine(line: string): string {
  const plain = lookAt(line);
  if (plain === OTHER)
    return line
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Nd}/gu, '0')
      .replace(/\s+/g, ' ')
      .trim();
  const small = line.toLowerCase();
  return plain === WITH_DIGITS ? small.replace(/[0-9]+/g, (digits) => '0'.repeat(digits.length)) : small;
}

const [OTHER, PLAIN, WITH_DIGITS] = [0, 1, 2];

/** What folding has to do: nearly all lines are ASCII without two spaces in a row, or one at an end. */
function lookAt(line: string): number {
  let before = SPACE;
  let found = PLAIN;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code < SPACE || code > 126 || (code === SPACE && before === SPACE)) return OTHER;
    if (code >= 48 && code <= 57) found = WITH_DIGITS;
    before = code;
  }
  return before === SPACE ? OTHER : found;
}

/** The label of a form line (`Order number: 123` → `order number`), or an empty string. */
export function labelOf(line: string): string {
  const at = line.search(/[:：=]/);
  if (at < 2 || at > 40) return '';
  const label = foldLine(line.slice(0, at).replace(/^[\s*•\-–]+/, ''));
  return /\p{L}/u.test(label) && label.split(' ').length <= 5 ? label : '';
}

/**
 * The message itself: without markup, quoted replies, signature, closing formula, greeting and what `boilerplate`
 * names. A text of which nothing would remain comes back as it was, without its markup.
 */
export function cleanBody(text: string, boilerplate: Boilerplate = noBoilerplate): string {
  const plain = withoutMarkup(text);
  if (!plain.includes('\n') && !plain.includes('\r')) return withoutGreeting(plain);
  const kept = ownLines(plain.split(/\r\n?|\n/), boilerplate);
  const own = withoutGreeting(kept.join('\n'));
  return own.trim() === '' ? plain : own;
}

/** The subject without reply marks and ticket numbers in brackets: `AW: RE: [#1234] Login` → `Login`. */
export function cleanSubject(text: string): string {
  const plain = withoutMarkup(text)
    .replace(/^\s*(?:(?:re|aw|wg|fw|fwd|rv|res|enc|tr|sv|vs|antw|odp|r|i)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu, '')
    .replace(/[[(](?:ext(?:ernal)?|spam|ticket|case|request|incident|#|ref)[^\])\n]{0,40}[\])]/giu, ' ');
  return withoutGreeting(plain);
}

function ownLines(lines: readonly string[], boilerplate: Boilerplate): string[] {
  const kept: string[] = [];
  let hasWords = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].trim();
    if (line === '' || line.startsWith('>') || line.startsWith('|>')) continue;
    if (hasWords && endsMessage(lines, i)) break;
    if (!hasWords && isAboveMessage(lines, i)) continue;
    const own = withoutBoilerplate(line, boilerplate);
    if (own === '') continue;
    kept.push(own);
    if (!greeting.test(line) || line.length > 45) hasWords = true;
  }
  return kept;
}

/** Whether what the customer wrote ends before a line: a quoted message, a signature or a closing formula begins. */
function endsMessage(lines: readonly string[], at: number): boolean {
  if (isQuoteHeader(lines, at)) return true;
  const line = lines[at].trim();
  if (signatureMark.test(line)) return true;
  return lines.length - at <= SIGN_OFF_LINES && isSignOff(line.toLowerCase());
}

/** Whether a line stands above what the customer wrote: who wrote what is quoted, or a field of a mail's head. */
function isAboveMessage(lines: readonly string[], at: number): boolean {
  if (isQuoteHeader(lines, at)) return true;
  const folded = lines[at].trim().toLowerCase();
  return headerField.test(folded) && maybeQuote.test(folded);
}

function isQuoteHeader(lines: readonly string[], at: number): boolean {
  const line = lines[at].trim().toLowerCase();
  if (line.length > 200 || !maybeQuote.test(line)) {
    // "On Mon, 3 Nov 2025 at 10:00, Some Body" / "<some@body> wrote:" broken over two lines.
    if (!/^(?:on|am|le|el|em|op|il)\s.*\d/.test(line) || line.length > 120) return false;
    const next = (lines[at + 1] ?? '').trim().toLowerCase();
    return maybeQuote.test(next) && quoteHeaders.some((pattern) => pattern.test(`${line} ${next}`));
  }
  return quoteHeaders.some((pattern) => pattern.test(line));
}

/** True for a line that is a closing formula, in lower case. */
export function isSignOff(line: string): boolean {
  return line.length < 60 && signOff.test(line) && line.split(/\s+/).length <= SIGN_OFF_WORDS;
}

function withoutBoilerplate(line: string, boilerplate: Boilerplate): string {
  const { lines, labels } = boilerplate;
  if (lines.size > 0 && lines.has(foldLine(line))) return '';
  if (labels.size > 0) {
    const label = labelOf(line);
    if (label !== '' && labels.has(label)) return line.slice(line.search(/[:：=]/) + 1).trim();
  }
  return line;
}

const LETTER_OR_NUMBER = scriptPattern(String.raw`[\p{L}\p{N}]`, 'u');

function withoutGreeting(text: string): string {
  const rest = text.replace(greeting, '');
  return LETTER_OR_NUMBER(rest).test(rest) ? rest : text;
}
