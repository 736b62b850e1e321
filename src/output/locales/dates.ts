import type { Habits } from './habits.ts';
import { zoneForIntl } from './zone-for-intl.ts';

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
  const format = (at: number, where: string, options: Intl.DateTimeFormatOptions): string => {
    const { instant: value, zone } = zoneForIntl(at, where);
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

  type Style = 'short' | 'long';
  const ofDay = ([, year = '', month = '', dayOfMonth]: RegExpExecArray, style: Style): string =>
    format(utc(year, month, dayOfMonth), 'UTC', style === 'long' ? day : { day: 'numeric', month: 'short' });
  const ofWeek = ([, year, week]: RegExpExecArray, style: Style): string => {
    const number = names.digits(Number(week));
    return style === 'long' ? names.week(number, names.digits(Number(year))) : names.shortWeek(number);
  };
  const ofMonth = ([label, year = '', month = '']: RegExpExecArray, style: Style): string => {
    if (Number(month) < 1 || Number(month) > 12) return label;
    return format(utc(year, month), 'UTC', { month: style, year: 'numeric' });
  };
  const ofQuarter = ([, year, quarter]: RegExpExecArray): string =>
    names.quarter(names.digits(Number(quarter)), names.digits(Number(year)));
  /** The kinds of labels, each with its words. */
  const kinds = [
    [days, ofDay],
    [weeks, ofWeek],
    [months, ofMonth],
    [quarters, ofQuarter],
  ] as const;

  function periodLabel(label: string, style: Style): string {
    const range = ranges.exec(label);
    if (range?.[1] && range[2]) return `${periodLabel(range[1], style)} – ${periodLabel(range[2], style)}`;
    for (const [pattern, worded] of kinds) {
      const found = pattern.exec(label);
      if (found) return worded(found, style);
    }
    return numbered.test(label) ? names.digits(Number(label)) : label;
  }

  return {
    instant: (value, zone, precision) =>
      format(value, zone, precision === 'day' ? day : { ...day, month: 'short', ...clock }),
    periodLabel,
  };
}
