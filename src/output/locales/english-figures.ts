import type { OwnFigures } from './habits.ts';

/**
 * Numbers, dates and lists in British English, letter for letter as Intl writes them (a test holds the two against each
 * other). Making the first Intl formatter takes about a fifth of the time that Node takes to start, so that a small
 * report in English does without.
 */
export const englishFigures: OwnFigures = { number, date, list };

/** Beyond this not every digit of a double is kept below. */
const LARGEST = 1e12;
const FEW_DIGITS = 3;

function number(value: number, options: Intl.NumberFormatOptions): string | null {
  const {
    minimumFractionDigits: min = 0,
    maximumFractionDigits: max = min,
    minimumIntegerDigits = 1,
  } = options;
  const size = Math.abs(value);
  if (!(size < LARGEST) || max > FEW_DIGITS) return null;
  const isPercent = options.style === 'percent';
  const [whole, fraction] = rounded(isPercent ? shifted(size) : decimal(size), max);
  const padded = whole.padStart(minimumIntegerDigits, '0');
  const grouped = options.useGrouping === false ? padded : padded.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const kept = fraction.slice(0, min) + fraction.slice(min).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${grouped}${kept === '' ? '' : `.${kept}`}${isPercent ? '%' : ''}`;
}

/** The shortest decimal that reads back as the number: digits before and behind the point. */
function decimal(size: number): readonly [whole: string, fraction: string] {
  // Smaller ones are written with an exponent, and round to nothing.
  if (size < 1e-6) return ['0', ''];
  const [whole, fraction = ''] = String(size).split('.');
  return [whole, fraction];
}

/** The same times a hundred. */
function shifted(size: number): readonly [whole: string, fraction: string] {
  const [whole, fraction] = decimal(size);
  const moved = fraction.slice(0, 2).padEnd(2, '0');
  return [String(Number(whole + moved)), fraction.slice(2)];
}

/** Rounded to so many digits behind the point, which it then has; halves away from zero. */
function rounded([whole, fraction]: readonly [string, string], digits: number): readonly [string, string] {
  const up = fraction.charAt(digits) >= '5' ? 1 : 0;
  const all = String(Number(whole + fraction.slice(0, digits).padEnd(digits, '0')) + up).padStart(
    digits + 1,
    '0',
  );
  return [all.slice(0, all.length - digits), all.slice(all.length - digits)];
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

function date(utc: number, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(utc);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const words = [
    options.day === undefined ? '' : String(at.getUTCDate()),
    (options.month === 'long' ? months : shortMonths)[at.getUTCMonth()],
    options.year === undefined ? '' : String(at.getUTCFullYear()),
  ];
  const day = words.filter((word) => word !== '').join(' ');
  return options.hour === undefined ? day : `${day}, ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
