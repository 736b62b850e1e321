import { DAY, HOUR, MINUTE, SECOND } from './civil.ts';

const NINE = 0x39;
const MOST_DIGITS = 6;
/** What spreadsheets, databases and pandas put before a time without a date. */
const standInDate =
  /^(?:0 days?,?\s+|(?:1899-12-3[01]|1900-01-0[01]|1970-01-01|0001-01-01|30[./]12[./]1899|12\/30\/1899)(?:T|\s+))/i;
const clock =
  /^(\d{1,2})(?:\s?[:.h]\s?|\s?uhr\s?)(\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?\s?m\.?|uhr|h|hrs)?$/i;
const hourAlone = /^(\d{1,2})\s*([ap])\.?\s?m\.?$/i;
const digitsAlone = /^([01]\d|2[0-3])([0-5]\d)(?:([0-5]\d))?$/;
const share = /^(?:0?[.,]\d+|0|1[.,]0+)$/;

/** Digits of any script as ASCII ones. */
function asciiDigits(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Every script has its ten digits in a row, from a code that ends in 0 or 6.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

/**
 * The milliseconds into a day of a time without a date: `9:05`, `09:05:07`, `9.05 Uhr`, `14h05`, `3 PM`, `0905`, a
 * spreadsheet's share of the day (`0.375`), also behind a stand-in date (`1899-12-30 09:05:00`). NaN for anything else.
 */
export function timeOfDay(cell: string): number {
  const written = asciiDigits(cell.trim());
  // Words, as most cells are that are asked, need no pattern: a time begins with a digit, or with the mark before one.
  if (!(written.charCodeAt(0) <= NINE)) return Number.NaN;
  // Neither do stamps of this century: of three digits and more there are four or six, and nothing behind them.
  if (written.length > MOST_DIGITS && /^2\d\d/.test(written)) return Number.NaN;
  const text = written.replace(standInDate, '').replace(/Z$/, '');
  const parts = clock.exec(text);
  if (parts) {
    const [, hour, minute, second = '0', fraction = '0', half = ''] = parts;
    return timeOf({ hour: Number(hour), minute: Number(minute), second: Number(second), half }, fraction);
  }
  const whole = hourAlone.exec(text);
  if (whole) return timeOf({ hour: Number(whole[1]), minute: 0, second: 0, half: whole[2] }, '0');
  const digits = digitsAlone.exec(text);
  if (digits) return Number(digits[1]) * HOUR + Number(digits[2]) * MINUTE + Number(digits[3] ?? 0) * SECOND;
  // Spreadsheets keep a time as a share of the day, to about a tenth of a millisecond.
  if (share.test(text)) return Math.round((Number(text.replace(',', '.')) * DAY) / 1000) * 1000;
  return Number.NaN;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly half: string;
}

function timeOf({ hour, minute, second, half }: Clock, fraction: string): number {
  if (hour > 24 || minute > 59 || second > 60 || (half !== '' && (hour > 12 || hour === 0)))
    return Number.NaN;
  const of24 = half === '' ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const ms = Math.floor(Number(`0.${fraction}`) * 1000);
  const time = of24 * HOUR + minute * MINUTE + second * SECOND + ms;
  return time > DAY ? Number.NaN : time;
}
