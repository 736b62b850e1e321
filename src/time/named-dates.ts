import { fillerWords, foldWord, monthWords } from './month-names.ts';
import { fullYear, gregorianYear } from './numeric-dates.ts';
import { digit, isOfSeveral, letter, readOffset, readTime, readZoneWord, type Stamp } from './stamp.ts';

const COLON = 58;
const DOT = 46;
const OPENING = 40;
const CLOSING = 41;
const PLUS = 43;
const MINUS = 45;
const FILLER = 0;
/** `mar`, French and Spanish for Tuesday too, reads as March until another month follows. */
const TUESDAY_OR_MARCH = 3;
const UNKNOWN = -1;

const decoder = new TextDecoder();

/** What a word means in a date: 1–12 a month, 0 a word that may stand there, −1 neither. */
function meaningOf(word: string): number {
  const folded = foldWord(word);
  return monthWords().get(folded) ?? (fillerWords().has(folded) ? FILLER : UNKNOWN);
}

/**
 * Meanings of words of up to three ASCII letters, packed five bits a letter: the words that machines write
 * (`Tue Oct 31 …`, `05/Jan/24`), found without making a string. 0 = not looked up yet, else meaning + 2.
 */
const shortWords = new Uint8Array(1 << 15);

function shortMeaning(packed: number, length: number): number {
  const known = shortWords[packed];
  if (known !== 0) return known - 2;
  let word = '';
  for (let i = length - 1; i >= 0; i--) word += String.fromCharCode(96 + ((packed >> (5 * i)) & 31));
  const meaning = meaningOf(word);
  shortWords[packed] = meaning + 2;
  return meaning;
}

/** Where in a date we are: what has been read so far. */
interface Found {
  month: number;
  day: number;
  year: number;
  hasTime: boolean;
}

const found: Found = { month: 0, day: 0, year: -1, hasTime: false };

/**
 * A date with its month by name, in any order: RFC 2822 (`Tue, 5 Mar 2024 14:05:00 +0000`), Twitter's
 * (`Tue Oct 31 22:10:47 +0000 2017`), Jira's (`05/Jan/24 3:04 PM`), `Jan 5, 2024 3:04 PM`, `January 5th 2024`,
 * `1 mai 2024 14:05`, `5 de enero de 2024`, `৫ জানুয়ারি ২০২৪` (digits folded to ASCII). The first number of one or two
 * digits is the day, the next or a number of four the year. False when a word is unknown or a part is missing.
 */
export function parseNamedDate(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  found.month = 0;
  found.day = 0;
  found.year = -1;
  found.hasTime = false;
  stamp.time = 0;
  stamp.fineness = 0;
  stamp.hasOffset = false;
  if (!mayBeginWithDate(bytes, start, end)) return false;
  for (let at = start; at < end; ) {
    at = readPart(bytes, at, end, stamp);
    if (at < 0) return false;
  }
  if (found.month === 0 || found.day === 0 || found.year < 0) return false;
  stamp.year = found.year;
  stamp.month = found.month;
  stamp.day = found.day;
  return true;
}

/** Whether the first number is a day, an hour or a year, by its digits: in texts it mostly is none, and no word need be known. */
function mayBeginWithDate(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && digit(bytes[at]) < 0) at++;
  const first = at;
  while (at < end && digit(bytes[at]) >= 0) at++;
  const digits = at - first;
  return digits === 1 || digits === 2 || digits === 4;
}

/** Reads a number, a word, an offset, or a mark between them; the index behind it, or −1. */
function readPart(bytes: Uint8Array, at: number, end: number, stamp: Stamp): number {
  const byte = bytes[at];
  if (digit(byte) >= 0) return readNumber(bytes, at, end, stamp);
  if (letter(byte) !== 0 || byte >= 0x80) return readWord(bytes, at, end, stamp);
  if (found.hasTime && !stamp.hasOffset && isOffset(bytes, at, end))
    return readOffset(bytes, at, end, stamp) ? stamp.position : -1;
  // A zone's name in brackets behind its offset says the same again.
  if (byte === OPENING && stamp.hasOffset) return bytes[end - 1] === CLOSING ? end : -1;
  return at + 1;
}

function isOffset(bytes: Uint8Array, at: number, end: number): boolean {
  const sign = bytes[at];
  return (
    (sign === PLUS || sign === MINUS) &&
    at + 1 < end &&
    digit(bytes[at + 1]) >= 0 &&
    (at + 2 === end || digit(bytes[at + 2]) >= 0)
  );
}

/** Reads a time, a day or a year; the index behind it, or −1. */
function readNumber(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  let at = start;
  let value = 0;
  while (at < end && digit(bytes[at]) >= 0 && at - start < 5) value = value * 10 + digit(bytes[at++]);
  const digits = at - start;
  if (!found.hasTime && digits <= 2 && startsTime(bytes, at, end)) {
    if (!readTime(bytes, start, end, stamp)) return -1;
    found.hasTime = true;
    return stamp.position;
  }
  if (digits === 4 && found.year < 0) found.year = gregorianYear(value);
  else if (digits > 2) return -1;
  else if (found.day === 0) found.day = value;
  else if (found.year < 0 && digits === 2) found.year = fullYear(value);
  else return -1;
  return at;
}

/** Whether a number of one or two digits is an hour, by what follows it. */
function startsTime(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end) return false;
  if (bytes[at] === COLON) return true;
  const isFrenchHour = (bytes[at] | 32) === 104 && at + 1 < end && digit(bytes[at + 1]) >= 0;
  if (isFrenchHour) return true;
  if (found.day === 0 || found.year < 0) return false;
  if (bytes[at] === DOT) return at + 2 < end && digit(bytes[at + 1]) >= 0 && digit(bytes[at + 2]) >= 0;
  let next = at;
  while (next < end && bytes[next] === 32) next++;
  const half = next < end ? bytes[next] | 32 : 0;
  return half === 97 || half === 112;
}

/** Reads a month, a weekday, a filler or a zone; the index behind it, or −1. */
function readWord(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  let at = start;
  let packed = 0;
  let isAscii = true;
  while (at < end && (letter(bytes[at]) !== 0 || bytes[at] >= 0x80)) {
    if (bytes[at] >= 0x80) isAscii = false;
    packed = (packed << 5) | (bytes[at] & 31);
    at++;
  }
  const isShort = isAscii && at - start <= 3;
  const meaning = isShort
    ? shortMeaning(packed, at - start)
    : meaningOf(decoder.decode(bytes.subarray(start, at)));
  if (meaning > FILLER) {
    if (found.month !== 0 && found.month !== TUESDAY_OR_MARCH) return -1;
    found.month = meaning;
    return at;
  }
  if (meaning === FILLER) return at;
  if (isAscii && found.hasTime && !stamp.hasOffset)
    return readZoneName(bytes, start, end, stamp) && stamp.position === at ? at : -1;
  return isTimeMark(bytes, start, at) ? at : -1;
}

/** Reads a zone's short name; an offset right behind a zone of 0 hours (`GMT+0200`) is the one that counts. */
function readZoneName(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  const hours = readZoneWord(bytes, start, end, stamp);
  if (Number.isNaN(hours)) return isOfSeveral(bytes, start, stamp.position);
  stamp.hasOffset = hours !== 0 || !isOffset(bytes, stamp.position, end);
  stamp.offset = hours * 3_600_000;
  return true;
}

/** The lone `T` between date and time (`2024-Jan-05T10:00`). */
function isTimeMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 && (bytes[start] | 32) === 116;
}
