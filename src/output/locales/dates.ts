import type { Habits } from './habits.ts';

/** Writes instants and period labels in a language's month names and digits, always in a named zone. */
export interface DateWords {
  instant(value: number, zone: string, precision: 'day' | 'minute'): string;
  /** A period label (`2026-11-05`, `2026-W46`, `2026-10`, `2026-Q3`); others come back as they are. */
  periodLabel(label: string, style: 'short' | 'long'): string;
}

const days = /^(\d{4})-(\d{2})-(\d{2})$/;
const weeks = /^(\d{4})-W(\d{2})$/;
const months = /^(\d{4})-(\d{2})$/;
const quarters = /^(\d{4})-Q([1-4])$/;
/** A year, or months since a start. */
const numbered = /^(?:0|[1-9]\d{0,3})$/;
const ranges = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** What a language calls a week and a quarter. */
export interface PeriodNames {
  week(number: string, year: string): string;
  shortWeek(number: string): string;
  quarter(number: string, year: string): string;
  digits(value: number, width?: number): string;
}

export function dateWords(
  { tag, own, date }: Pick<Habits, 'tag' | 'own' | 'date'>,
  names: PeriodNames,
): DateWords {
  const kept = new Map<string, Intl.DateTimeFormat>();
  const format = (value: number, zone: string, options: Intl.DateTimeFormatOptions): string => {
    if (own && zone === 'UTC') return own.date(value, options);
    const key = `${zone} ${JSON.stringify(options)}`;
    let known = kept.get(key);
    if (known === undefined) {
      known = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone, calendar: 'gregory' });
      kept.set(key, known);
    }
    if (date === undefined) return known.format(value);
    return date.write(
      Object.fromEntries(known.formatToParts(value).map(({ type, value: part }) => [type, part])),
    );
  };
  const day = { day: 'numeric', month: date?.month ?? 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  // A label names local days, so it is read and written in UTC: no zone can move it.
  const utc = (year: string, month: string, dayOfMonth = '1') =>
    Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth));

  function periodLabel(label: string, style: 'short' | 'long'): string {
    const range = ranges.exec(label);
    if (range?.[1] && range[2]) return `${periodLabel(range[1], style)} – ${periodLabel(range[2], style)}`;
    const named = days.exec(label);
    if (named) {
      const at = utc(named[1] ?? '', named[2] ?? '', named[3]);
      return format(at, 'UTC', style === 'long' ? day : { day: 'numeric', month: 'short' });
    }
    const week = weeks.exec(label);
    if (week) {
      const number = names.digits(Number(week[2]));
      return style === 'long' ? names.week(number, names.digits(Number(week[1]))) : names.shortWeek(number);
    }
    const month = months.exec(label);
    if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
      const at = utc(month[1] ?? '', month[2] ?? '');
      return format(at, 'UTC', { month: style === 'long' ? 'long' : 'short', year: 'numeric' });
    }
    const quarter = quarters.exec(label);
    if (quarter) return names.quarter(names.digits(Number(quarter[2])), names.digits(Number(quarter[1])));
    return numbered.test(label) ? names.digits(Number(label)) : label;
  }

  return {
    instant: (value, zone, precision) =>
      format(value, zone, precision === 'day' ? day : { ...day, month: 'short', ...clock }),
    periodLabel,
  };
}
