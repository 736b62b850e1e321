import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths, addQuarters, addYears, startOfMonth, startOfQuarter, startOfYear } from 'date-fns';
import type { Period } from '../model/segment.ts';
import { sentence } from '../model/sentence.ts';
import { civilDate, DAY, dayNumber, dayOfLocal, isoDate, parseIsoDate, weekdayOf } from './civil.ts';
import { instantReader } from './instant.ts';
import { isoWeekOf, mondayOfIsoWeek } from './iso-week.ts';
import { syntaxError } from './syntax-error.ts';
import type { Zone } from './zone.ts';

export const periodUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Periods that are counted back from now, as they are typed. */
export const relativePeriods: readonly string[] = [
  ...periodUnits.flatMap((unit) =>
    unit === 'day' ? ['today', 'yesterday'] : [`last-${unit}`, `this-${unit}`],
  ),
  'last-30-days',
];

/** The calendar that periods are cut from. */
export interface PeriodCalendar {
  readonly zone: Zone;
  /** First day of the week: Monday 1 … Sunday 7. */
  readonly weekStarts: number;
}

/** The instant at which a local day begins; where clocks skip midnight, the first instant after it. */
export function startOfDay(day: number, where: Zone): number {
  return where.localToInstant(day * DAY).at;
}

/** The local day that an instant falls on, as a day number. */
export function dayAt(instant: number, where: Zone): number {
  return dayOfLocal(where.instantToLocal(instant));
}

/** A day number as a date of date-fns, in UTC whatever the machine's zone. */
const dateOfDay = (day: number): Date => new UTCDateMini(day * DAY);
const dayOfDate = (date: Date): number => Math.round(date.getTime() / DAY);

/** Days and weeks are plain counting; date-fns knows how long months and years are. */
const starts = { month: startOfMonth, quarter: startOfQuarter, year: startOfYear } as const;
const adders = { month: addMonths, quarter: addQuarters, year: addYears } as const;

/** First day of the unit that a day lies in. */
export function startOfUnit(day: number, unit: PeriodUnit, weekStarts: number): number {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((weekdayOf(day) - weekStarts + 7) % 7);
  return dayOfDate(starts[unit](dateOfDay(day)));
}

/**
 * The day that lies `count` units after a day (before it, if negative). A month that is too short for the day of the
 * month ends it: a year after 29 February is 28 February.
 */
export function addUnits(day: number, count: number, unit: PeriodUnit): number {
  if (unit === 'day') return day + count;
  if (unit === 'week') return day + 7 * count;
  return dayOfDate(adders[unit](dateOfDay(day), count));
}

/** The period of one unit that begins on `day`, a first day of that unit. */
export function unitPeriod(day: number, unit: PeriodUnit, calendar: PeriodCalendar): Period {
  const end = addUnits(day, 1, unit);
  return { ...daysPeriod(day, end, calendar.zone), label: unitLabel(day, unit, calendar.weekStarts) };
}

function unitLabel(day: number, unit: PeriodUnit, weekStarts: number): string {
  const { year, month } = civilDate(day);
  if (unit === 'year') return String(year);
  if (unit === 'quarter') return `${year}-Q${(month + 2) / 3}`;
  if (unit === 'month') return isoDate(day).slice(0, 7);
  if (unit === 'day') return isoDate(day);
  if (weekStarts !== 1) return `${isoDate(day)}/${isoDate(day + 6)}`;
  const week = isoWeekOf(day);
  return `${week.year}-W${String(week.week).padStart(2, '0')}`;
}

/** The local days `[from, to)`, labelled by the first and the last of them. */
function daysPeriod(from: number, to: number, where: Zone): Period {
  const label = to - from === 1 ? isoDate(from) : `${isoDate(from)}/${isoDate(to - 1)}`;
  return { start: startOfDay(from, where), end: startOfDay(to, where), label };
}

/** The day, week, month, quarter or year that an instant lies in. */
export function periodAt(instant: number, unit: PeriodUnit, calendar: PeriodCalendar): Period {
  const day = startOfUnit(dayAt(instant, calendar.zone), unit, calendar.weekStarts);
  const period = unitPeriod(day, unit, calendar);
  // Where clocks went back over midnight (Newfoundland until 2011), the repeated hour belongs to the new day.
  return instant < period.end ? period : unitPeriod(addUnits(day, 1, unit), unit, calendar);
}

/** Everything: the period without ends. */
export const allTime: Period = {
  start: Number.NEGATIVE_INFINITY,
  end: Number.POSITIVE_INFINITY,
  label: 'all',
};

const EXAMPLES = sentence('expected.period');

/**
 * A period as users type it, half-open and cut at local midnights.
 *
 * `today yesterday`, `this-` and `last-` with `week month quarter year` (whole ones, seen from as-of), `last-N-days`
 * and weeks, months, quarters, years (the N whole ones before the one as-of lies in), `2026-W46` (ISO week),
 * `2026-10`, `2026-Q3`, `2026`, `2026-10-05`, `2026-10-01/2026-10-15` (both days included), `all`.
 *
 * @throws DeskstatError (exit 2) for anything else, and for an ISO week when weeks do not start on Monday.
 */
export function resolvePeriod(text: string, context: PeriodCalendar & { readonly asOf: number }): Period {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'all') return allTime;
  const found = relativePeriod(wanted, context) ?? datedPeriod(wanted, text, context);
  if (found) return found;
  throw syntaxError({
    language: 'period',
    text,
    column: 1,
    message: sentence('mistake.unknown_period', { text }),
    expected: EXAMPLES,
  });
}

/** True for a period that is counted back from as-of: where nothing was read there is none. */
export function isRelativePeriod(text: string, calendar: PeriodCalendar): boolean {
  return relativePeriod(text.trim().toLowerCase(), { ...calendar, asOf: 0 }) !== null;
}

function relativePeriod(wanted: string, context: PeriodCalendar & { readonly asOf: number }): Period | null {
  const today = dayAt(context.asOf, context.zone);
  if (wanted === 'today') return unitPeriod(today, 'day', context);
  if (wanted === 'yesterday') return unitPeriod(today - 1, 'day', context);
  const match = /^(this|last|previous)-(?:(\d{1,4})-)?(day|week|month|quarter|year)s?$/.exec(wanted);
  if (!match || Number.isNaN(today)) return null;
  const unit = match[3] as PeriodUnit;
  const current = startOfUnit(today, unit, context.weekStarts);
  if (match[1] === 'this') return match[2] === undefined ? unitPeriod(current, unit, context) : null;
  const count = Number(match[2] ?? 1);
  if (count === 0) return null;
  if (count === 1) return unitPeriod(addUnits(current, -1, unit), unit, context);
  return daysPeriod(addUnits(current, -count, unit), current, context.zone);
}

function datedPeriod(wanted: string, text: string, calendar: PeriodCalendar): Period | null {
  const week = /^(\d{4})-?w(\d{1,2})$/.exec(wanted);
  if (week) {
    const monday = mondayOfIsoWeek(Number(week[1]), Number(week[2]));
    if (monday === null) return null;
    if (calendar.weekStarts === 1) return unitPeriod(monday, 'week', calendar);
    throw syntaxError({
      language: 'period',
      text,
      column: 1,
      message: sentence('mistake.iso_week', { text }),
      try: sentence('hint.period_from', { date: isoDate(startOfUnit(monday, 'week', calendar.weekStarts)) }),
    });
  }
  const quarter = /^(\d{4})-?q([1-4])$/.exec(wanted);
  if (quarter)
    return unitPeriod(dayNumber(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1), 'quarter', calendar);
  const month = /^(\d{4})-(0?[1-9]|1[0-2])$/.exec(wanted);
  if (month) return unitPeriod(dayNumber(Number(month[1]), Number(month[2]), 1), 'month', calendar);
  if (/^(19|20|21)\d\d$/.test(wanted)) return unitPeriod(dayNumber(Number(wanted), 1, 1), 'year', calendar);
  const day = parseIsoDate(wanted);
  if (day !== null) return unitPeriod(day, 'day', calendar);
  const [first, last] = wanted.split(/\/|\.\./).map(parseIsoDate);
  if (first === null || last === undefined || last === null || last < first) return null;
  return daysPeriod(first, last + 1, calendar.zone);
}

const encoder = new TextEncoder();

/** A date with a time of day, in the zone unless it carries an offset; NaN for anything else. */
function readDateTime(text: string, where: Zone): number {
  const bytes = encoder.encode(text);
  return instantReader({ format: 'iso8601', zone: where }).read(bytes, 0, bytes.length);
}

/**
 * An instant for `--since` and `--until`: `2026-10-05T09:30` (in the zone, unless it carries an offset), or the start
 * of any period (`2026-10-05`, `2026-10`, `2026-W41`, `last-month`).
 *
 * @throws DeskstatError (exit 2) for anything else.
 */
export function resolveInstant(text: string, context: PeriodCalendar & { readonly asOf: number }): number {
  const wanted = text.trim();
  if (/\d[t ]\d/i.test(wanted)) {
    const instant = readDateTime(wanted, context.zone);
    if (!Number.isNaN(instant)) return instant;
  } else if (wanted.toLowerCase() !== 'all') {
    const period =
      relativePeriod(wanted.toLowerCase(), context) ?? datedPeriod(wanted.toLowerCase(), text, context);
    if (period) return period.start;
  }
  throw syntaxError({
    language: 'date',
    text,
    column: 1,
    message: sentence('mistake.no_date', { text }),
    expected: sentence('expected.bound'),
  });
}

/**
 * The instant of `--as-of`: a date alone means the end of that local day.
 *
 * @throws DeskstatError (exit 2) for what is no date.
 */
export function resolveAsOf(text: string, where: Zone): number {
  const day = parseIsoDate(text.trim());
  if (day !== null) return startOfDay(day + 1, where);
  return resolveInstant(text, { zone: where, weekStarts: 1, asOf: Number.NaN });
}

/**
 * The free period of `--since` and `--until`; an end left out stays open.
 *
 * @throws DeskstatError (exit 2) when it would end before it begins.
 */
export function resolveRange(
  range: { readonly since: string | null; readonly until: string | null },
  context: PeriodCalendar & { readonly asOf: number },
): Period {
  const start = range.since === null ? allTime.start : resolveInstant(range.since, context);
  const end = range.until === null ? allTime.end : resolveInstant(range.until, context);
  if (end <= start) {
    throw syntaxError({
      language: 'period',
      text: `${range.since} … ${range.until}`,
      column: 1,
      message: sentence('mistake.until_before_since', {
        until: String(range.until),
        since: String(range.since),
      }),
    });
  }
  return { start, end, label: rangeLabel(start, end, context.zone) };
}

/** `2026-10-01/2026-10-15`, first and last local day; an open end is `..` as in ISO 8601-2. */
export function rangeLabel(start: number, end: number, where: Zone): string {
  if (start === allTime.start && end === allTime.end) return allTime.label;
  const first = Number.isFinite(start) ? isoDate(dayAt(start, where)) : '..';
  const last = Number.isFinite(end) ? isoDate(dayAt(end - 1, where)) : '..';
  return first === last ? first : `${first}/${last}`;
}
