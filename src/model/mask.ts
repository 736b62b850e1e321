/**
 * Masks what identifies a person or an order in text that is meant to be forwarded: e-mail addresses, links, phone,
 * card and account numbers, order and ticket numbers, long mixtures of letters and digits. Digits of any script
 * count. Names of people are not found: that needs a list of names, not a pattern.
 */

import { scriptPattern } from './script-pattern.ts';

const LINK = /(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
const MAIL = scriptPattern(
  String.raw`(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}`,
  'gu',
);
const HANDLE = scriptPattern(String.raw`(^|[\s(])@[\p{L}\p{N}_]{3,}`, 'gu');
/** ISO 13616: two letters, two check digits, then groups of letters and digits. */
const IBAN = /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?\b/gu;
const IP = /\b\d{1,3}(?:\.\d{1,3}){3}\b/gu;
/** Thirteen to nineteen digits in groups, as cards have them. */
const CARD = scriptPattern(String.raw`(?<![\p{L}\p{Nd}])\p{Nd}(?:[ -]?\p{Nd}){12,18}(?![\p{L}\p{Nd}])`, 'gu');
/** Seven to fifteen digits with the usual separators, perhaps with a country code. */
const PHONE = scriptPattern(
  String.raw`(?<![\p{L}\p{Nd}#])(?:\+|00)?\(?\p{Nd}{1,4}\)?(?:[ ./-]{0,2}\(?\p{Nd}{1,5}\)?){2,6}(?![\p{L}\p{Nd}])`,
  'gu',
);
/** What is numbered: `order 4711`, `ticket no. A-4711`, `Bestellnummer: 4711`. */
const NUMBERED_THINGS =
  'order|ticket|case|invoice|booking|reference|ref|account|acct|customer|policy|tracking|transaction|awb|pnr|bestell|auftrags?|rechnungs?|kunden|commande|facture|pedido|factura|fatura|অর্ডার|অর্ডারের|ইনভয়েস|টিকিট|ऑर्डर|आर्डर|टिकट|खाता';
const MAYBE_NUMBERED = new RegExp(NUMBERED_THINGS, 'i');
/** A number named as one. */
const NUMBERED = scriptPattern(
  String.raw`((?<!\p{L})(?:${NUMBERED_THINGS.replace(/bestell|auftrags\?|rechnungs\?|kunden/g, String.raw`$&\p{L}{0,12}`)})\s{0,3}(?:number|no|nr|id|num|code|numéro|número|নম্বর|নং|नंबर|संख्या)?\.?\s{0,3}[:#№]?\s{0,3})(?=[\p{L}/-]{0,20}\p{Nd})[\p{L}\p{Nd}][\p{L}\p{Nd}/-]{2,60}`,
  'giu',
);
const HASHED = scriptPattern(String.raw`#\s?(?=[\p{L}-]{0,20}\p{Nd})[\p{L}\p{Nd}-]{2,60}`, 'gu');
const LONG_NUMBER = scriptPattern(String.raw`(?<![\p{L}\p{Nd}])\p{Nd}{6,}(?![\p{L}\p{Nd}])`, 'gu');
/** Letters, digits and dashes in one; whether it is an id is decided by what it is made of. */
const MIXED_ID = scriptPattern(
  String.raw`(?<![\p{L}\p{M}\p{Nd}-])[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+)*(?![\p{L}\p{M}\p{Nd}])`,
  'gu',
);

const MIN_CARD_DIGITS = 13;
const MIN_PHONE_DIGITS = 7;
const MIN_LONG_NUMBER = 6;
const MIN_MIXED = 7;
const MIN_MIXED_DIGITS = 2;
/** `iphone14`, `windows11`: products, not ids. */
const NAMED = scriptPattern(String.raw`^\p{L}{3,}\p{Nd}{1,2}$`, 'u');
const LETTER = scriptPattern(String.raw`\p{L}`, 'u');
const DIGIT = scriptPattern(String.raw`\p{Nd}`, 'gu');
const MAYBE_MASKED = scriptPattern(String.raw`[@#\p{Nd}]|www\.|:\/\/`, 'u');
const DATE = /^(?:\p{Nd}{4}[-./]\p{Nd}{1,2}[-./]\p{Nd}{1,2}|\p{Nd}{1,2}[-./]\p{Nd}{1,2}[-./]\p{Nd}{2,4})$/u;

/**
 * The text with `[email]`, `[link]`, `[phone]`, `[card]`, `[number]` where those stood.
 *
 * @example maskText('Mail bob@example.com about order 4711-A') // 'Mail [email] about order [number]'
 */
export function maskText(text: string): string {
  if (!MAYBE_MASKED(text).test(text)) return text;
  let masked = text;
  // Each pattern is asked only where there may be something: to compile them all takes longer than a small desk.
  if (masked.includes('://') || /www\./i.test(masked)) masked = masked.replace(LINK, '[link]');
  if (masked.includes('@'))
    masked = masked.replace(MAIL(masked), '[email]').replace(HANDLE(masked), '$1[handle]');
  const digits = countDigits(masked);
  if (digits === 0) return masked;
  if (/[A-Z]{2}\d/.test(masked)) masked = masked.replace(IBAN, '[account]');
  if (/\d\.\d/.test(masked)) masked = masked.replace(IP, '[number]');
  if (MAYBE_NUMBERED.test(masked)) masked = masked.replace(NUMBERED(masked), '$1[number]');
  if (masked.includes('#')) masked = masked.replace(HASHED(masked), '[number]');
  if (digits >= MIN_CARD_DIGITS) masked = masked.replace(CARD(masked), '[card]');
  if (digits >= MIN_PHONE_DIGITS) masked = masked.replace(PHONE(masked), maskPhone);
  if (digits >= MIN_LONG_NUMBER) masked = masked.replace(LONG_NUMBER(masked), '[number]');
  if (digits >= MIN_MIXED_DIGITS)
    masked = masked.replace(MIXED_ID(masked), (word) => (isMixedId(word) ? '[number]' : word));
  return masked;
}

function countDigits(text: string): number {
  return text.match(DIGIT(text))?.length ?? 0;
}

/** Seven signs and more with letters and at least two digits. */
function isMixedId(word: string): boolean {
  if (word.length < MIN_MIXED || NAMED(word).test(word) || !LETTER(word).test(word)) return false;
  return countDigits(word) >= MIN_MIXED_DIGITS;
}

function maskPhone(found: string): string {
  const dates = found.split(' ').filter((piece) => DATE.test(piece));
  const rest = found.split(' ').filter((piece) => !DATE.test(piece));
  return countDigits(rest.join('')) >= MIN_PHONE_DIGITS ? [...dates, '[phone]'].join(' ') : found;
}
