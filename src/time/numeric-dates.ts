import { digit, readTail, type Stamp } from './stamp.ts';
import { behindWeekday } from './weekday-prefix.ts';

const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const COMMA = 44;
const SLASH = 47;
const SPACE = 32;

/**
 * Year first: `2024-05-01`, `2024/05/01`, `2024-5-1`, `2024. 5. 1.`, `20240501`, each with what `readTail` takes;
 * `20240501T123000Z`, `20240501123000`, `202405011230`; a weekday may stand before it.
 */
export function parseIso(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  if (end - start < 8) return false;
  if (digit(bytes[start]) < 0) {
    const date = behindWeekday(bytes, start, end);
    return date > start && digit(bytes[date]) >= 0 && parseIso(bytes, date, end, stamp);
  }
  let year = 0;
  for (let i = 0; i < 4; i++) {
    const value = digit(bytes[start + i]);
    if (value < 0) return false;
    year = year * 10 + value;
  }
  stamp.year = year;
  let at = start + 4;
  const separator = bytes[at];
  if (digit(separator) >= 0) return parseCompact(bytes, start, end, stamp);
  if (separator !== MINUS && separator !== SLASH && separator !== DOT) return false;
  stamp.month = readShort(bytes, behindBlanks(bytes, at + 1, end), end, stamp);
  at = stamp.position;
  if (stamp.month < 0 || at >= end || bytes[at] !== separator) return false;
  stamp.day = readShort(bytes, behindBlanks(bytes, at + 1, end), end, stamp);
  at = stamp.position;
  // Hungarian and Korean end a date as they part it: `2026. 03. 02. 9:05`.
  if (separator === DOT && at < end && bytes[at] === DOT) at++;
  return stamp.day >= 0 && readTail(bytes, at, end, stamp);
}

/** Index of the first byte that is no blank. */
function behindBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  return at;
}

/** The end of a number without the `.0` that programs put behind whole ones. */
function withoutPointZero(bytes: Uint8Array, start: number, end: number): number {
  return end - start > 10 && bytes[end - 1] === ZERO && bytes[end - 2] === DOT ? end - 2 : end;
}

function parseCompact(bytes: Uint8Array, start: number, written: number, stamp: Stamp): boolean {
  const end = withoutPointZero(bytes, start, written);
  for (let i = start; i < start + 8; i++) if (digit(bytes[i]) < 0) return false;
  stamp.month = digit(bytes[start + 4]) * 10 + digit(bytes[start + 5]);
  stamp.day = digit(bytes[start + 6]) * 10 + digit(bytes[start + 7]);
  const at = start + 8;
  if (at === end) return readTail(bytes, at, end, stamp);
  if (digit(bytes[at]) < 0) return readTail(bytes, at, end, stamp);
  const digits = end - at;
  if (digits !== 6 && digits !== 4) return false;
  let time = 0;
  for (let i = at; i < end; i++) {
    const value = digit(bytes[i]);
    if (value < 0) return false;
    time = time * 10 + value;
  }
  if (digits === 4) time *= 100;
  const hour = Math.floor(time / 10_000);
  const minute = Math.floor(time / 100) % 100;
  if (hour > 23 || minute > 59 || time % 100 > 60) return false;
  stamp.time = ((hour * 60 + minute) * 60 + (time % 100)) * 1000;
  stamp.fineness = digits === 4 ? 1 : 2;
  stamp.hasOffset = false;
  return true;
}

/** One or two digits as a number, `stamp.position` behind them; −1 when there are none or more than two. */
function readShort(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
  const first = start < end ? digit(bytes[start]) : -1;
  if (first < 0) return -1;
  const second = start + 1 < end ? digit(bytes[start + 1]) : -1;
  if (second < 0) {
    stamp.position = start + 1;
    return first;
  }
  stamp.position = start + 2;
  return start + 2 < end && digit(bytes[start + 2]) >= 0 ? -1 : first * 10 + second;
}

/**
 * Year last: two numbers of one or two digits and a year of two or four, split by `/`, `-` or `.` (blanks may follow),
 * with what `readTail` takes. The first number goes to `stamp.day`, the second to `stamp.month`; which is which
 * is the reader's business. Two-digit years: 69–99 are 19xx, 00–68 are 20xx (POSIX strptime).
 */
export function parseYearLast(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  const date = start < end && digit(bytes[start]) < 0 ? behindWeekday(bytes, start, end) : start;
  stamp.day = readShort(bytes, date, end, stamp);
  let at = stamp.position;
  if (stamp.day < 0 || at >= end) return false;
  const separator = bytes[at];
  if (separator !== SLASH && separator !== MINUS && separator !== DOT) return false;
  at++;
  while (at < end && bytes[at] === SPACE) at++;
  stamp.month = readShort(bytes, at, end, stamp);
  at = stamp.position;
  if (stamp.month < 0 || at >= end || bytes[at] !== separator) return false;
  at++;
  while (at < end && bytes[at] === SPACE) at++;
  let year = 0;
  let digits = 0;
  for (; at < end && digits < 5; at++, digits++) {
    const value = digit(bytes[at]);
    if (value < 0) break;
    year = year * 10 + value;
  }
  if (digits !== 2 && digits !== 4) return false;
  stamp.year = digits === 2 ? fullYear(year) : gregorianYear(year);
  return readTail(bytes, at, end, stamp);
}

/** The year that two digits mean: 69–99 → 1969–1999, 00–68 → 2000–2068. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits >= 69 ? 1900 : 2000);
}

/** Years by which Thai exports count are 543 ahead; what they call 2543 to 2599 is 2000 to 2056 elsewhere. */
const BUDDHIST_AHEAD = 543;

/** A year of four digits as the Gregorian calendar counts it. Sentinels such as 2500 and 9999 stay as they are. */
export function gregorianYear(year: number): number {
  return year >= 2000 + BUDDHIST_AHEAD && year < 2600 ? year - BUDDHIST_AHEAD : year;
}

/**
 * A plain decimal number without sign (`45719.5`, `45719,5`), into `stamp.whole` and `stamp.fraction`. No exponents: a stamp
 * that a spreadsheet has rounded to `1.7E+09` is lost.
 */
export function parseCount(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
  let at = start;
  let whole = 0;
  for (; at < end; at++) {
    const value = digit(bytes[at]);
    if (value < 0) break;
    whole = whole * 10 + value;
  }
  if (at === start || at - start > 17) return false;
  stamp.whole = whole;
  stamp.fraction = 0;
  if (at === end) return true;
  if ((bytes[at] !== DOT && bytes[at] !== COMMA) || at + 1 === end) return false;
  let fraction = 0;
  let scale = 1;
  for (at++; at < end; at++) {
    const value = digit(bytes[at]);
    if (value < 0) return false;
    if (scale < 1e15) {
      fraction = fraction * 10 + value;
      scale *= 10;
    }
  }
  stamp.fraction = fraction / scale;
  return true;
}
