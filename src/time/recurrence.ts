import { civilDate, dayNumber, daysInMonth, parseIsoDate, weekdayOf } from './civil.ts';

/** Where a rule that never ends is cut. */
const LAST_YEAR = 2080;
/** Days that a rule may name before it is cut. */
const MOST = 5000;

const weekdays: Readonly<Record<string, number>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };

interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number;
  /** Last day. */
  readonly until: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  /** Weekdays, with the how-many-th of its month or year (negative: from its end), or 0 for each of them. */
  readonly days: readonly { readonly weekday: number; readonly nth: number }[];
  readonly positions: readonly number[];
  readonly weekStart: number;
}

/**
 * The days of a recurrence rule of RFC 5545 (3.3.10) that counts in days: FREQ DAILY to YEARLY with INTERVAL, COUNT, UNTIL,
 * BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST. Null for a rule with other parts (BYWEEKNO, BYYEARDAY, hours).
 *
 * @param start day number of DTSTART
 */
export function recurringDays(text: string, start: number): number[] | null {
  const rule = parseRule(text);
  if (!rule) return null;
  const found: number[] = [];
  const last = Math.min(rule.until, dayNumber(LAST_YEAR, 12, 31));
  for (let step = 0; found.length < Math.min(rule.count, MOST); step++) {
    const period = periodOf(rule, { start, step });
    if (period.from > last) break;
    const fitting = daysWithin(rule, { ...period, start });
    for (const day of inPositions(fitting, rule.positions))
      if (day >= start && day <= last && found.length < rule.count) found.push(day);
  }
  return found;
}

const knownParts = /^(?:FREQ|INTERVAL|COUNT|UNTIL|BYMONTH|BYMONTHDAY|BYDAY|BYSETPOS|WKST)$/;

function parseRule(text: string): Rule | null {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .filter((part) => part !== '')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  if ([...parts.keys()].some((name) => !knownParts.test(name))) return null;
  const frequency = parts.get('FREQ') ?? '';
  if (!/^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(frequency)) return null;
  const numbers = (name: string): number[] => (parts.get(name) ?? '').split(',').filter(Boolean).map(Number);
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean).map(dayOf);
  const [interval = 1] = numbers('INTERVAL');
  const [count = Number.POSITIVE_INFINITY] = numbers('COUNT');
  const until = untilOf(parts.get('UNTIL'));
  const all = [interval, count, ...numbers('BYMONTH'), ...numbers('BYMONTHDAY'), ...numbers('BYSETPOS')];
  if (all.some(Number.isNaN) || !(interval >= 1) || until === null || days.includes(null)) return null;
  return {
    frequency: frequency as Rule['frequency'],
    interval,
    count,
    until,
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
    days: days.filter((day) => day !== null),
    positions: numbers('BYSETPOS'),
    weekStart: weekdays[parts.get('WKST') ?? 'MO'] ?? 1,
  };
}

function dayOf(text: string): Rule['days'][number] | null {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  return match && { weekday: weekdays[match[2]], nth: Number(match[1] ?? 0) };
}

function untilOf(text: string | undefined): number | null {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const match = /^(\d{4})(\d\d)(\d\d)/.exec(text);
  return match && parseIsoDate(`${match[1]}-${match[2]}-${match[3]}`);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The day, week, month or year that a rule looks at in one step. */
function periodOf(
  { frequency, interval, weekStart }: Rule,
  { start, step }: { readonly start: number; readonly step: number },
): Span {
  const ahead = step * interval;
  const { year, month } = civilDate(start);
  switch (frequency) {
    case 'DAILY':
      return { from: start + ahead, to: start + ahead };
    case 'WEEKLY': {
      const from = start - ((weekdayOf(start) - weekStart + 7) % 7) + 7 * ahead;
      return { from, to: from + 6 };
    }
    case 'MONTHLY':
      return { from: dayNumber(year, month + ahead, 1), to: dayNumber(year, month + ahead + 1, 1) - 1 };
    default:
      return { from: dayNumber(year + ahead, 1, 1), to: dayNumber(year + ahead, 12, 31) };
  }
}

function daysWithin(rule: Rule, { from, to, start }: Span & { readonly start: number }): number[] {
  const found: number[] = [];
  for (let day = from; day <= to; day++) if (fits(rule, { day, start })) found.push(day);
  return found;
}

/** Whether a day of the period is one of the rule's; what the rule leaves out is taken from its start. */
function fits(rule: Rule, { day, start }: { readonly day: number; readonly start: number }): boolean {
  const { frequency, months, monthDays, days } = rule;
  const date = civilDate(day);
  const first = civilDate(start);
  if (months.length > 0 && !months.includes(date.month)) return false;
  if (monthDays.length > 0 && !isMonthDay(monthDays, date)) return false;
  if (days.length > 0) return days.some((each) => isWeekday(each, { day, rule }));
  if (monthDays.length > 0 || frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return weekdayOf(day) === weekdayOf(start);
  const isMonth = frequency === 'MONTHLY' || months.length > 0 || date.month === first.month;
  return isMonth && date.day === first.day;
}

function isMonthDay(
  monthDays: readonly number[],
  { year, month, day }: ReturnType<typeof civilDate>,
): boolean {
  return monthDays.some((each) => day === (each > 0 ? each : daysInMonth(year, month) + 1 + each));
}

/** `4TH` is the fourth Thursday of its month, or, in a yearly rule without months, of its year. */
function isWeekday(
  { weekday, nth }: Rule['days'][number],
  { day, rule }: { readonly day: number; readonly rule: Rule },
): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === 0 || rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY') return true;
  const { year, month, day: ofMonth } = civilDate(day);
  const isOfYear = rule.frequency === 'YEARLY' && rule.months.length === 0;
  const place = isOfYear ? day - dayNumber(year, 1, 1) + 1 : ofMonth;
  const size = isOfYear ? dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1) : daysInMonth(year, month);
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((size - place + 1) / 7) === -nth;
}

function inPositions(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days;
  return days.filter((_, at) => positions.includes(at + 1) || positions.includes(at - days.length));
}
