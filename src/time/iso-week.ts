import { civilDate, dayNumber, weekdayOf } from './civil.ts';

/** ISO 8601 week: the year its Thursday lies in, and its number 1–53. */
export function isoWeekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilDate(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week, or null when the year has no such week. 4 January always lies in week 1. */
export function mondayOfIsoWeek(year: number, week: number): number | null {
  const fourth = dayNumber(year, 1, 4);
  const monday = fourth - (weekdayOf(fourth) - 1) + (week - 1) * 7;
  return week >= 1 && isoWeekOf(monday).year === year ? monday : null;
}
