import type { Period } from '../model/segment.ts';
import { DAY } from './civil.ts';
import {
  addUnits,
  dayAt,
  type PeriodCalendar,
  type PeriodUnit,
  periodAt,
  periodUnits,
  rangeLabel,
  startOfDay,
  startOfUnit,
  unitPeriod,
} from './period.ts';

/** One period of a series; clipped where the whole does not hold all of it. */
export interface SeriesPeriod extends Period {
  readonly clipped: boolean;
}

/**
 * The days, weeks, months, quarters or years that a finite period consists of, in order, without gaps. The first and
 * the last are clipped to it and keep their label.
 */
export function splitPeriod(
  whole: PeriodCalendar & { readonly start: number; readonly end: number; readonly every: PeriodUnit },
): SeriesPeriod[] {
  const { start, end, every } = whole;
  if (!Number.isFinite(start) || !Number.isFinite(end))
    throw new RangeError('only a finite period can be split');
  const series: SeriesPeriod[] = [];
  let day = startOfUnit(dayAt(start, whole.zone), every, whole.weekStarts);
  for (let at = start; at < end; day = addUnits(day, 1, every)) {
    const period = unitPeriod(day, every, whole);
    if (period.end <= at) continue;
    const to = Math.min(period.end, end);
    series.push({
      start: at,
      end: to,
      label: period.label,
      clipped: at !== period.start || to !== period.end,
    });
    at = to;
  }
  return series;
}

/** Finds the period of an instant; made for columns that are roughly in time order. */
export class PeriodIndex {
  readonly length: number;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  #last = 0;

  /** @param periods sorted by start, not overlapping; gaps belong to no period. */
  constructor(periods: readonly Period[]) {
    this.length = periods.length;
    this.#starts = Float64Array.from(periods, ({ start }) => start);
    this.#ends = Float64Array.from(periods, ({ end }) => end);
  }

  /** Index of the period that holds an instant, −1 for none and for NaN. */
  indexOf(instant: number): number {
    if (instant >= this.#starts[this.#last] && instant < this.#ends[this.#last]) return this.#last;
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (instant < this.#starts[middle]) high = middle - 1;
      else if (instant >= this.#ends[middle]) low = middle + 1;
      else if (Number.isNaN(instant)) return -1;
      else {
        this.#last = middle;
        return middle;
      }
    }
    return -1;
  }
}

export const comparisonModes = ['previous', 'year-ago'] as const;
export type ComparisonMode = (typeof comparisonModes)[number];

/** 52 weeks: a year ago on the same weekday. */
const YEAR_OF_WEEKS = 364;

/**
 * The period that a period is compared with: `previous`, the one of the same kind just before it (February for March,
 * the seven days before for seven days); `year-ago`, the same month, quarter or year of the year before, and 364 days
 * earlier for weeks, days and ranges of days, so that weekdays meet. Null for a period without ends.
 */
export function previousPeriod(
  period: Period,
  options: PeriodCalendar & { readonly mode: ComparisonMode },
): Period | null {
  const { start, end } = period;
  if (!Number.isFinite(start) || !Number.isFinite(end)) return null;
  const { zone, mode } = options;
  const unit = periodUnits.find((candidate) => {
    const calendarPeriod = periodAt(start, candidate, options);
    return calendarPeriod.start === start && calendarPeriod.end === end;
  });
  const first = dayAt(start, zone);
  if (unit) {
    const isYearAgo = mode === 'year-ago';
    const shifted = !isYearAgo
      ? addUnits(first, -1, unit)
      : unit === 'day' || unit === 'week'
        ? first - YEAR_OF_WEEKS
        : addUnits(first, -1, 'year');
    return periodAt(startOfDay(shifted, zone), unit, options);
  }
  const isWholeDays = startOfDay(first, zone) === start && startOfDay(dayAt(end, zone), zone) === end;
  if (!isWholeDays) return shiftedRange(period, options);
  const behind = dayAt(end, zone);
  const months = wholeMonths(period, options);
  const [from, to] =
    mode === 'previous'
      ? [months === null ? first - (behind - first) : addUnits(first, -months, 'month'), first]
      : months === null
        ? [first - YEAR_OF_WEEKS, behind - YEAR_OF_WEEKS]
        : [addUnits(first, -1, 'year'), addUnits(behind, -1, 'year')];
  return labelled(startOfDay(from, zone), startOfDay(to, zone), options);
}

/** How many calendar months a period of whole days consists of; null when it is no run of whole months. */
function wholeMonths(period: Period, calendar: PeriodCalendar): number | null {
  const parts = splitPeriod({ ...calendar, start: period.start, end: period.end, every: 'month' });
  return parts.some(({ clipped }) => clipped) ? null : parts.length;
}

/** A range with times of day: just before it for as long, or 364 local days earlier. */
function shiftedRange(period: Period, options: PeriodCalendar & { readonly mode: ComparisonMode }): Period {
  const { start, end } = period;
  if (options.mode === 'previous') return labelled(start - (end - start), start, options);
  const shift = (instant: number) =>
    options.zone.localToInstant(options.zone.instantToLocal(instant) - YEAR_OF_WEEKS * DAY).at;
  return labelled(shift(start), shift(end), options);
}

function labelled(start: number, end: number, calendar: PeriodCalendar): Period {
  return { start, end, label: rangeLabel(start, end, calendar.zone) };
}
