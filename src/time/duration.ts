import type { DurationUnit } from '../model/mapping.ts';
import type { Clock } from '../model/metric.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import { FoldedCell, LONGEST_CELL, trimEnd, trimStart } from './cell-bytes.ts';
import { DAY, HOUR, MINUTE, SECOND } from './civil.ts';
import { type CommaMeaning, commaIn, type PointMeaning, pointIn, pointOfWhole } from './decimal-commas.ts';
import { parseNumber, parseSelfDescribed, parseUnits } from './duration-shapes.ts';
import { unitOfWord } from './duration-words.ts';
import { digit } from './stamp.ts';
import { type SmallLanguage, syntaxError } from './syntax-error.ts';

export const unitMilliseconds: { readonly [U in DurationUnit]: number } = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
};

/** Reads the cells of one duration column. */
export interface DurationReader {
  /** Whole milliseconds; NaN when the cell is missing or is no duration. Zero is zero, not missing. */
  read(bytes: Uint8Array, start: number, end: number): number;
  /** What the comma was of the number that was read last; null where there was none. */
  readonly comma: CommaMeaning | null;
  /** What the point of that number was, or what it says of points. */
  readonly point: PointMeaning | null;
}

interface ReadText {
  readonly value: number;
  readonly comma: CommaMeaning | null;
  readonly point: PointMeaning | null;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** Different texts of a column whose value is remembered. */
const KEPT_TEXTS = 4096;

/**
 * The reader of a duration column. Bare numbers count in `unit` and are unreadable when it is null; texts that name
 * their units (`2h 5m`, `1 day 3:04`, `02:05:00`, `PT2H5M`, `1970-01-02 09:46:18`) are read as they say; `clock` says that
 * two numbers (`05:30`) are minutes and seconds.
 */
export function durationReader(column: {
  readonly unit: DurationUnit | null;
  readonly clock?: 'minutes';
}): DurationReader {
  const perUnit = column.unit === null ? Number.NaN : unitMilliseconds[column.unit];
  const folded = new FoldedCell();
  const texts = new Map<string, ReadText>();
  const inMinutes = (text: string): string =>
    column.clock === 'minutes' ? text.replace(twoParts, '$1m $2s') : text;
  let comma: CommaMeaning | null = null;
  let point: PointMeaning | null = null;
  return {
    get comma() {
      return comma;
    },
    get point() {
      return point;
    },
    read(bytes, start, end) {
      comma = null;
      point = null;
      const from = trimStart(bytes, start, end);
      const to = trimEnd(bytes, from, end);
      if (from === to || to - from > LONGEST_CELL) return Number.NaN;
      const whole = readWhole(bytes, from, to);
      if (whole >= 0) {
        point = pointOfWhole(whole);
        return whole * perUnit;
      }
      const text = foldedText(folded, bytes, from, to);
      const known = texts.get(text) ?? readText(inMinutes(text), perUnit);
      if (texts.size < KEPT_TEXTS) texts.set(text, known);
      comma = known.comma;
      point = known.point;
      return known.value;
    },
  };
}

const twoParts = /^(\d{1,6}):([0-5]?\d(?:[.,]\d+)?)$/;

function readText(text: string, perUnit: number): ReadText {
  const number = parseNumber(text);
  return Number.isNaN(number)
    ? { value: Math.round(parseSelfDescribed(text)), comma: null, point: null }
    : { value: Math.round(number * perUnit), comma: commaIn(text), point: pointIn(text) };
}

function foldedText(cell: FoldedCell, bytes: Uint8Array, start: number, end: number): string {
  cell.fold(bytes, start, end);
  return decoder.decode(cell.bytes.subarray(cell.start, cell.end));
}

/** A whole number without sign of at most fifteen digits, else −1. */
function readWhole(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 15) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const figure = digit(bytes[i]);
    if (figure < 0) return -1;
    value = value * 10 + figure;
  }
  return value;
}

/** True for a text that names its units itself (`2h 5m`, `0 jour 3 heures`, `02:05:00`); false for a bare number. */
export function namesItsUnits(value: string): boolean {
  // Words and stamps of this century, as most cells are that are asked: no shape of a duration begins like these.
  if (value.length > LONGEST_CELL || /^(?:[a-oq-z]|20\d\d-\d\d-)/i.test(value)) return false;
  const bytes = encoder.encode(value);
  if (bytes.length > LONGEST_CELL) return false;
  const text = foldedText(unitCell, bytes, 0, bytes.length);
  return Number.isNaN(parseNumber(text)) && !Number.isNaN(parseSelfDescribed(text));
}

const unitCell = new FoldedCell();

/**
 * A duration as people read it: `45s`, `5m 30s`, `25m`, `2h 05m`, `1d 4h`; on the business clock `27h 05m`, since a
 * working day is no fixed length. `exact` prints every part down to milliseconds: `2h 05m 07.250s`. NaN is `–`.
 */
export function formatDuration(
  milliseconds: number,
  style: { readonly clock?: Clock | null; readonly exact?: boolean } = {},
): string {
  if (Number.isNaN(milliseconds)) return '–';
  const sign = milliseconds < 0 ? '-' : '';
  const size = Math.abs(milliseconds);
  const hasDays = style.clock !== 'business';
  if (style.exact) return sign + exactText(size, hasDays);
  const seconds = Math.round(size / SECOND);
  if (seconds < 60) return `${seconds === 0 ? '' : sign}${seconds}s`;
  if (seconds < 600) return `${sign}${splitText(seconds, 60, ['m', 's'])}`;
  const minutes = Math.round(size / MINUTE);
  if (minutes < 60) return `${sign}${minutes}m`;
  if (minutes < 24 * 60 || !hasDays) return `${sign}${splitText(minutes, 60, ['h', 'm'])}`;
  const hours = Math.round(size / HOUR);
  const rest = hours % 24;
  return `${sign}${Math.floor(hours / 24)}d${rest === 0 ? '' : ` ${rest}h`}`;
}

/** A whole number of the smaller unit as `2h 05m`; without the smaller part below an hour when it is nought. */
function splitText(amount: number, perLarger: number, units: readonly [string, string]): string {
  const rest = amount % perLarger;
  const larger = `${Math.floor(amount / perLarger)}${units[0]}`;
  return rest === 0 && units[0] === 'm' ? larger : `${larger} ${String(rest).padStart(2, '0')}${units[1]}`;
}

function exactText(size: number, hasDays: boolean): string {
  const whole = Math.round(size);
  const days = hasDays ? Math.floor(whole / DAY) : 0;
  const hours = Math.floor((whole - days * DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const rest = whole % MINUTE;
  const seconds = rest % SECOND === 0 ? String(rest / SECOND) : (rest / SECOND).toFixed(3);
  const parts = [
    days > 0 ? `${days}d` : '',
    hours > 0 ? `${hours}h` : '',
    minutes > 0 ? `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}m` : '',
    rest > 0 || whole === 0 ? `${seconds}s` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Where a literal stands, for the error's caret. */
export interface LiteralPlace {
  readonly language: SmallLanguage;
  readonly text: string;
  /** 1-based column of the literal. */
  readonly column: number;
}

/**
 * A duration as users type it: `4h`, `1d 2h`, `90m`, `30s`, `2h05m`, `1.5h`. Milliseconds.
 *
 * @throws DeskstatError (exit 2) without a unit, with an unknown one, or with days or weeks on the business clock
 * (is a day 24 hours or 9?).
 */
export function parseDurationLiteral(
  literal: string,
  options: { readonly clock?: Clock; readonly within?: LiteralPlace } = {},
): number {
  const place = options.within ?? { language: 'duration', text: literal, column: 1 };
  const text = literal.trim();
  const fail = (message: Sentence, example: Sentence | string) =>
    syntaxError({
      ...place,
      message,
      expected: sentence('expected.any_duration'),
      try: example,
    });
  if (text === '') throw fail(sentence('mistake.duration_missing'), '4h');
  if (!Number.isNaN(parseNumber(text)))
    throw fail(
      sentence('mistake.unit_missing', { text }),
      sentence('hint.minutes_or_hours', { number: text }),
    );
  const value = parseUnits(text);
  if (Number.isNaN(value)) throw fail(sentence('mistake.no_duration', { text }), '4h');
  if (options.clock === 'business' && holdsDays(text)) {
    throw fail(sentence('mistake.days_on_business_clock', { text }), sentence('expected.business_duration'));
  }
  return Math.round(value);
}

function holdsDays(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some((word) => (unitOfWord(word) ?? 0) >= DAY);
}
