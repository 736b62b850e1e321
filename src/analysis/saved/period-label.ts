const DAY = 86_400_000;

/**
 * The last day of a day, week, month, quarter or year by its label, as `YYYY-MM-DD`; null for any other text. Weeks are
 * those of ISO 8601: the first is that with the year's first Thursday.
 *
 * @example
 * lastDayOf('2026-W44') // '2026-11-01'
 */
export function lastDayOf(label: string): string | null {
  const found = /^(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)(?:-(\d\d))?))?$/.exec(label);
  if (!found) return null;
  const [, year, week, quarter, month, day] = found;
  if (day !== undefined) return label;
  if (week !== undefined) {
    const fourth = Date.UTC(Number(year), 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
    return isoDay(monday + (Number(week) * 7 - 1) * DAY);
  }
  const last = quarter !== undefined ? Number(quarter) * 3 : month !== undefined ? Number(month) : 12;
  return isoDay(Date.UTC(Number(year), last, 0));
}

const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
