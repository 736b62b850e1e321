/** Weekdays by their ISO number less one. */
export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type WeekdayName = (typeof weekdayNames)[number];

/** Monday 1 … Sunday 7 for an English weekday or its first two letters or more (`Mon`, `tues`, `su`); null else. */
export function parseWeekday(word: string): number | null {
  const wanted = word.toLowerCase();
  if (wanted.length < 2) return null;
  const index = weekdayNames.findIndex((name) => name.startsWith(wanted));
  return index >= 0 ? index + 1 : null;
}
