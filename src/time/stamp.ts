import { HOUR, MINUTE, SECOND } from './civil.ts';
import { zonesOfLetters } from './zone-names.ts';

/**
 * A stamp taken apart, overwritten by each cell that is read. Parsers fill it from bytes without making a string;
 * whether the date exists is the reader's business.
 */
export class Stamp {
  year = 0;
  month = 0;
  day = 0;
  /** How finely the time is written: 0 not at all, 1 to the minute, 2 to the second. */
  fineness = 0;
  /** Milliseconds into the local day; 24:00 and a leap second reach into the next. */
  time = 0;
  /** Whether the stamp carries its own offset from UTC, then `offset` in milliseconds. */
  hasOffset = false;
  offset = 0;
  /** Where parsing stopped. */
  position = 0;
  /** A plain number's whole part and the rest of it, 0 ≤ fraction < 1, for stamps that are a count of time. */
  whole = 0;
  fraction = 0;
}

const ZERO = 48;
const SPACE = 32;
const COLON = 58;
const DOT = 46;
const COMMA = 44;
const PLUS = 43;
const MINUS = 45;

/** 0–9 for an ASCII digit, else −1. */
export function digit(byte: number): number {
  const value = byte - ZERO;
  return value >= 0 && value <= 9 ? value : -1;
}

/** A lower-case ASCII letter's code for a letter of either case, else 0. */
export function letter(byte: number): number {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122 ? lower : 0;
}

/** The two digits at `at` as a number, or −1. */
function pair(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return -1;
  const tens = digit(bytes[at]);
  const ones = digit(bytes[at + 1]);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/**
 * Reads what may follow a date, up to the end of the cell: nothing, or a time of day with or without seconds,
 * fraction, AM/PM and zone. False when something else stands there.
 */
export function readTail(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  let at = start;
  stamp.time = 0;
  stamp.fineness = 0;
  stamp.hasOffset = false;
  if (at === end) return true;
  let gap = false;
  while (at < end && (bytes[at] === SPACE || bytes[at] === COMMA)) {
    at++;
    gap = true;
  }
  if (at < end && (bytes[at] | 32) === 116 && at + 1 < end && digit(bytes[at + 1]) >= 0) at++;
  if (at < end && digit(bytes[at]) >= 0) {
    if (!readTime(bytes, at, end, stamp)) return false;
    at = stamp.position;
  } else if (!gap && at < end && letter(bytes[at]) === 0) {
    return false;
  }
  return readZone(bytes, at, end, stamp);
}

/**
 * `9:05`, `09:05:07`, `09:05:07.123`, `0905`, `090507`, `9:05 PM`, `3 PM`, `14h05`. Fractions beyond milliseconds are
 * cut off. A digit must stand at `start`. Leaves `stamp.position` behind the time. False when the time is none.
 */
export function readTime(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  let at = start;
  clock.hour = digit(bytes[at++]);
  if (at < end && digit(bytes[at]) >= 0) clock.hour = clock.hour * 10 + digit(bytes[at++]);
  clock.minute = 0;
  clock.second = 0;
  clock.hasMinute = false;
  stamp.fineness = 1;
  const mark = at < end ? bytes[at] : 0;
  if (mark === COLON || mark === DOT || isHourMark(mark)) at = readMarkedMinutes(bytes, at, end, stamp);
  else if (digit(mark) >= 0) at = at - start === 2 ? readPackedMinutes(bytes, at, end, stamp) : -1;
  if (at < 0) return false;
  stamp.position = behindHourWord(bytes, readFraction(bytes, at, end), end);
  return settleTime(stamp, readHalfOfDay(bytes, stamp.position, end, stamp));
}

/** A time of day, or an offset from UTC, taken apart, overwritten by each one that is read. */
const clock = { hour: 0, minute: 0, second: 0, millisecond: 0, hasMinute: false };

/** The `h` of `14h05`. */
const isHourMark = (byte: number): boolean => (byte | 32) === 104;

/** Minutes, and seconds behind the same mark (`:05:07`, `h05`, a lone `h`); the index behind them, or −1. */
function readMarkedMinutes(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  const mark = bytes[start];
  const minute = pair(bytes, start + 1, end);
  if (minute < 0 && !isHourMark(mark)) return -1;
  clock.hasMinute = true;
  if (minute < 0) return start + 1;
  clock.minute = minute;
  const at = start + 3;
  return at < end && bytes[at] === mark ? readSeconds(bytes, at + 1, end, stamp) : at;
}

/** Minutes and seconds without marks (`0507`); the index behind them, or −1. */
function readPackedMinutes(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  clock.minute = pair(bytes, start, end);
  if (clock.minute < 0) return -1;
  clock.hasMinute = true;
  const at = start + 2;
  return at < end && digit(bytes[at]) >= 0 ? readSeconds(bytes, at, end, stamp) : at;
}

function readSeconds(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  clock.second = pair(bytes, start, end);
  if (clock.second < 0) return -1;
  stamp.fineness = 2;
  return start + 2;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const hourWords = ['uhr', 'hrs', 'hs', 'h'].map((word) => encoder.encode(word));

/** The index behind a word that says "o'clock" (`09:05 Uhr`, `14:05 h`), which stands behind a time and ends there. */
function behindHourWord(bytes: Uint8Array, start: number, end: number): number {
  const at = start < end && bytes[start] === SPACE ? start + 1 : start;
  const first = at < end ? bytes[at] | 32 : 0;
  if (first !== 104 && first !== 117) return start;
  for (const word of hourWords) {
    const to = at + word.length;
    if (to > end || (to < end && letter(bytes[to]) !== 0)) continue;
    if (word.every((byte, i) => (bytes[at + i] | 32) === byte)) return to;
  }
  return start;
}

/** Milliseconds behind a dot or comma, where there are some; the index behind them. */
function readFraction(bytes: Uint8Array, start: number, end: number): number {
  clock.millisecond = 0;
  const isFraction = bytes[start] === DOT || bytes[start] === COMMA;
  if (start + 1 >= end || !isFraction || digit(bytes[start + 1]) < 0) return start;
  let scale = 100;
  let at = start + 1;
  for (; at < end && digit(bytes[at]) >= 0; at++) {
    clock.millisecond += digit(bytes[at]) * scale;
    scale = scale >= 10 ? scale / 10 : 0;
  }
  return at;
}

/** Makes the time that was read the stamp's; false when no day has it. `half`: 0 for AM, 12 for PM, −1 for neither. */
function settleTime(stamp: Stamp, half: number): boolean {
  const { minute, second, millisecond, hasMinute } = clock;
  let { hour } = clock;
  if (half < 0 && !hasMinute) return false;
  if (half >= 0 && hour > 12 && (half === 0 || hour > 23)) return false;
  if (half >= 0 && hour <= 12) hour = (hour % 12) + half;
  if (minute > 59 || second > 60 || hour > 24) return false;
  const time = hour * HOUR + minute * MINUTE + second * SECOND + millisecond;
  if (hour === 24 && time > 24 * HOUR) return false;
  stamp.time = time;
  return true;
}

/** 0 for AM, 12 for PM, −1 for neither; moves `stamp.position` behind it. `a.m.`, `p. m.` count too. */
function readHalfOfDay(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  if (at >= end) return -1;
  const half = bytes[at] | 32;
  if (half !== 97 && half !== 112) return -1;
  at++;
  if (at < end && bytes[at] === DOT) at++;
  if (at < end && bytes[at] === SPACE) at++;
  if (at >= end || (bytes[at] | 32) !== 109) return -1;
  at++;
  if (at < end && bytes[at] === DOT) at++;
  if (at < end && letter(bytes[at]) !== 0) return -1;
  stamp.position = at;
  return half === 97 ? 0 : 12;
}

/** Zone abbreviations that stand for one offset: RFC 2822, section 4.3, and Europe's. Hours from UTC. */
const zoneWords: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  ut: 0,
  est: -5,
  edt: -4,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  wet: 0,
  west: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  mez: 1,
  mesz: 2,
  msk: 3,
  sast: 2,
  pkt: 5,
  npt: 5.75,
  ict: 7,
  wib: 7,
  sgt: 8,
  hkt: 8,
  myt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  art: -3,
  akst: -9,
  hst: -10,
};

/**
 * Reads a zone and nothing else up to the end: none, `Z`, `UTC`, `EST`, `+00:00`, `+0300`, `+00`, `GMT+6`; a name in
 * brackets behind an offset (`(UTC)`, `[Europe/Paris]`) is passed over.
 */
function readZone(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  let at = behindSpaces(bytes, start, end);
  if (at === end) return true;
  if (letter(bytes[at]) !== 0) {
    const hours = readZoneWord(bytes, at, end, stamp);
    if (Number.isNaN(hours))
      return isOfSeveral(bytes, at, stamp.position) && behindSpaces(bytes, stamp.position, end) === end;
    stamp.hasOffset = true;
    stamp.offset = hours * HOUR;
    at = behindSpaces(bytes, stamp.position, end);
    if (at === end) return true;
    if (hours !== 0 && isSign(bytes[at])) return false;
  }
  if (isSign(bytes[at])) {
    if (!readOffset(bytes, at, end, stamp)) return false;
    at = behindSpaces(bytes, stamp.position, end);
    if (at === end) return true;
  }
  return stamp.hasOffset && isBracketed(bytes, at, end);
}

/** Letters that several places call their zone by say no offset: the column's zone is asked, as without them. */
export const isOfSeveral = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 3 && zonesOfLetters.has(decoder.decode(bytes.subarray(start, end)));

const isSign = (byte: number): boolean => byte === PLUS || byte === MINUS;

function behindSpaces(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  return at;
}

function isBracketed(bytes: Uint8Array, start: number, end: number): boolean {
  const opening = bytes[start];
  const closing = bytes[end - 1];
  return (opening === 40 && closing === 41) || (opening === 91 && closing === 93);
}

/** Hours of a zone word at `start`, NaN for an unknown one. */
export function readZoneWord(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  let at = start;
  let word = '';
  while (at < end && letter(bytes[at]) !== 0 && word.length < 5)
    word += String.fromCharCode(letter(bytes[at++]));
  stamp.position = at;
  return zoneWords[word] ?? Number.NaN;
}

/** `+03:00`, `+0300`, `+03`, `+3:00`, with seconds where a zone once had them. */
export function readOffset(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  const sign = bytes[start] === MINUS ? -1 : 1;
  let at = readOffsetHours(bytes, start + 1, end);
  if (at >= 0) at = readOffsetMinutes(bytes, at, end);
  if (at < 0 || clock.hour > 15 || (at < end && digit(bytes[at]) >= 0)) return false;
  stamp.hasOffset = true;
  stamp.offset = sign * (clock.hour * HOUR + clock.minute * MINUTE + clock.second * SECOND);
  stamp.position = at;
  return true;
}

/** One or two digits; the index behind them, or −1. */
function readOffsetHours(bytes: Uint8Array, start: number, end: number): number {
  clock.hour = pair(bytes, start, end);
  if (clock.hour >= 0) return start + 2;
  clock.hour = start < end ? digit(bytes[start]) : -1;
  return clock.hour < 0 ? -1 : start + 1;
}

/** Minutes with or without a colon, seconds behind a second one, or nothing; the index behind them, or −1. */
function readOffsetMinutes(bytes: Uint8Array, start: number, end: number): number {
  clock.minute = 0;
  clock.second = 0;
  const isSplit = start < end && bytes[start] === COLON;
  if (!isSplit && (start >= end || digit(bytes[start]) < 0)) return start;
  let at = isSplit ? start + 1 : start;
  clock.minute = pair(bytes, at, end);
  if (clock.minute < 0 || clock.minute > 59) return -1;
  at += 2;
  if (!isSplit || at >= end || bytes[at] !== COLON) return at;
  clock.second = pair(bytes, at + 1, end);
  return clock.second < 0 || clock.second > 59 ? -1 : at + 3;
}
