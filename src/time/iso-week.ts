import { TZDate } from '@date-fns/tz';
import { getISOWeek, getISOWeekYear, setISOWeek, startOfISOWeek } from 'date-fns';
import { DAY } from './civil.ts';

/** A day number as a date of date-fns, in UTC whatever the machine's zone. */
export function dateOfDay(day: number): TZDate {
  return new TZDate(day * DAY, 'UTC');
}

/** The day number of such a date. */
export function dayOfDate(date: Date): number {
  return Math.round(date.getTime() / DAY);
}

/** ISO 8601 week: the year its Thursday lies in, and its number 1–53. */
export function isoWeekOf(day: number): { readonly year: number; readonly week: number } {
  const date = dateOfDay(day);
  return { year: getISOWeekYear(date), week: getISOWeek(date) };
}

/** The Monday of an ISO week, or null when the year has no such week. 4 January always lies in week 1. */
export function mondayOfIsoWeek(year: number, week: number): number | null {
  const fourth = new TZDate(year, 0, 4, 'UTC');
  const monday = startOfISOWeek(setISOWeek(fourth, week));
  return week >= 1 && getISOWeekYear(monday) === year ? dayOfDate(monday) : null;
}
