/**
 * Calendar arithmetic without zones: days are counted from 1970-01-01, and a local wall clock is written as the
 * milliseconds it would be if it were UTC.
 */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar. A month beyond 1–12 carries into the year.
 *
 * Years run from March, so that the leap day is the last of its year: day of year = ⌊(153 m + 2) / 5⌋ + d − 1 with
 * m = 0 for March. Source: E. G. Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac, 2013.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1) - 2;
  const marchYear = Math.floor(months / 12);
  const fromMarch = months - marchYear * 12;
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** The date of a day number; the inverse of `dayNumber`. */
export function civilDate(days: number): CivilDate {
  const stamp = new Date(days * DAY);
  return { year: stamp.getUTCFullYear(), month: stamp.getUTCMonth() + 1, day: stamp.getUTCDate() };
}

/** ISO weekday of a day number: Monday 1 … Sunday 7. 1970-01-01 was a Thursday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days of a month 1–12; 0 for any other month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day number that a local wall clock falls on. */
export function dayOfLocal(local: number): number {
  return Math.floor(local / DAY);
}

/** The day number of `2026-11-05`, or null when there is no such date. */
export function parseIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return day >= 1 && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : null;
}

/** A day number as `2026-11-05`. */
export function isoDate(days: number): string {
  const { year, month, day } = civilDate(days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
