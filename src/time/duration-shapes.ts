import { DAY, dayNumber, daysInMonth, HOUR, MINUTE, SECOND } from './civil.ts';
import { unitOfWord, WEEK } from './duration-words.ts';

/**
 * A bare number: `1234`, `-3.5`, `1.5e3`, `1,234.5`, `1.234,5`, `1 234,5`, `12,34,567.8` (Indian grouping). One comma
 * before exactly three digits groups them (`1,234` is 1234, `0,234` is none), any other single comma is a decimal one (`2,5`), a single
 * point is always a decimal one. NaN for everything else.
 */
export function parseNumber(text: string): number {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  const match = /^([+-]?)(\d[\d., ']*)$/.exec(text);
  if (!match) return Number.NaN;
  const sign = match[1] === '-' ? -1 : 1;
  const figure = match[2];
  if (/^[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(figure))
    return sign * Number(figure.replaceAll(',', ''));
  if (/^\d{1,3}([. ']\d{3})+(,\d+)?$/.test(figure)) {
    return sign * Number(figure.replace(/[. ']/g, '').replace(',', '.'));
  }
  if (/^\d{1,3}([ ']\d{3})+\.\d+$/.test(figure)) return sign * Number(figure.replace(/[ ']/g, ''));
  return /^\d+,\d+$/.test(figure) ? sign * Number(figure.replace(',', '.')) : Number.NaN;
}

/** Milliseconds of a text that names its units itself, NaN for any other text. */
export function parseSelfDescribed(text: string): number {
  const isNegative = text.startsWith('-');
  const size = isNegative ? text.slice(1).trimStart() : text;
  // Most texts that are asked are none, and no shape begins with another letter.
  if (!/^\s*[\dPp]/.test(size)) return Number.NaN;
  // A stamp, which most cells are that are asked, is a duration at most as spreadsheets save one.
  const isStamp = size[4] === '-' && size[7] === '-';
  for (const parse of isStamp
    ? [parseSinceEpoch]
    : [parseClock, parseIsoDuration, parseSinceEpoch, parseUnits]) {
    const value = parse(size);
    if (!Number.isNaN(value)) return isNegative ? -value : value;
  }
  return Number.NaN;
}

/** Days before the clock, as .NET writes them (`1.02:03:04`), and with four parts (`01:02:03:04`). */
const daysAndClock = /^(\d{1,4})[.:]([01]?\d|2[0-3]):([0-5]\d):([0-5]\d(?:[.,]\d{1,9})?)$/;

/**
 * `HH:MM:SS` with or without a fraction, or hours and minutes `HH:MM`; hours may exceed 24. A unit behind it is that of
 * what comes first, as Zoho Desk writes `05:20 hrs`: `12:30 min` is twelve and a half minutes.
 */
function parseClock(text: string): number {
  if (!text.includes(':')) return Number.NaN;
  const withDays = daysAndClock.exec(text);
  if (withDays) return Number(withDays[1]) * DAY + clockTime(withDays[2], withDays[3], withDays[4]);
  const match = /^(\d{1,6}):([0-5]?\d)(?::([0-5]?\d(?:[.,]\d{1,9})?))?(?:\s*(\p{L}[\p{L}\p{M}]*)\.?)?$/u.exec(
    text,
  );
  if (!match) return Number.NaN;
  const [, first, second, third, word] = match;
  const unit = word === undefined ? HOUR : unitOfWord(word);
  if (unit === HOUR) return clockTime(first, second, third);
  return unit === MINUTE && third === undefined ? clockTime('0', first, second) : Number.NaN;
}

function clockTime(hours: string, minutes: string, seconds = '0'): number {
  return Number(hours) * HOUR + Number(minutes) * MINUTE + decimal(seconds) * SECOND;
}

const decimal = (text: string): number => Number(text.replace(',', '.'));

const isoDuration =
  /^P(?=[\dT])(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=\d)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;

/** ISO 8601 durations of weeks and smaller units: `PT2H5M`, `P1DT2H`, `P2W`. Years and months have no fixed length. */
function parseIsoDuration(text: string): number {
  const match = isoDuration.exec(text);
  if (!match) return Number.NaN;
  const units = [WEEK, DAY, HOUR, MINUTE, SECOND];
  return units.reduce((sum, unit, i) => sum + decimal(match[i + 1] ?? '0') * unit, 0);
}

/** ServiceNow writes durations as stamps counted from the epoch: `1970-01-02 09:46:18` is 33 h 46 m 18 s. */
function parseSinceEpoch(text: string): number {
  const match = /^(19[78]\d)-(\d\d)-(\d\d)[ T](\d\d):([0-5]\d):([0-5]\d)(?:\.0+)?Z?$/.exec(text);
  if (!match) return Number.NaN;
  const [year, month, day, hours] = match.slice(1, 5).map(Number);
  if (day < 1 || day > daysInMonth(year, month) || hours > 23) return Number.NaN;
  return dayNumber(year, month, day) * DAY + clockTime(match[4], match[5], match[6]);
}

/** A number with its unit, or a clock, with what may stand between two of them. */
const part =
  /\s*(?:(\d{1,6}):([0-5]?\d)(?::([0-5]?\d(?:\.\d{1,9})?))?|(\d+(?:[.,]\d+)?)\s*(?:(\p{L}[\p{L}\p{M}]*)\.?)?)(?:\s*[,:]|\s+(?:and|und|et|y|e|en|i|и|ve|och|og|ja|és|و)(?=\s))?/uy;

/**
 * Numbers with units, each unit once: `2h 5m`, `1 day 3:04`, `2 Stunden und 5 Minuten`. A last number without unit
 * counts in the unit below the one before it: `2h05`, `5m30`.
 */
export function parseUnits(text: string): number {
  const seen = new Set<number>();
  let sum = 0;
  let last = 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const at = part.lastIndex;
    const match = part.exec(text);
    if (!match) return /^\s*$/.test(text.slice(at)) && seen.size > 0 ? sum : Number.NaN;
    const [, hours, minutes, seconds, number, word] = match;
    if (hours !== undefined) {
      if (seen.size === 0 || seen.has(HOUR)) return Number.NaN;
      seen.add(HOUR);
      sum += clockTime(hours, minutes, seconds);
      continue;
    }
    const unit = word === undefined ? unitBelow(last) : unitOfWord(word);
    if (unit === null || seen.has(unit) || (word === undefined && part.lastIndex < text.length))
      return Number.NaN;
    seen.add(unit);
    last = unit;
    sum += decimal(number) * unit;
  }
  return seen.size > 0 ? sum : Number.NaN;
}

function unitBelow(unit: number): number | null {
  return unit === HOUR ? MINUTE : unit === MINUTE ? SECOND : null;
}
