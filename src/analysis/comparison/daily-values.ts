import { countUpTo, joinValues } from '../../stats/quantile.ts';
import type { DayTally } from './day-tally.ts';

/** The values of one side of a comparison by local day, each day's ascending, and all of them together. */
export interface DailyValues {
  /** Day number of the first entry of `days`; days follow each other without gaps. */
  readonly from: number;
  readonly days: readonly Float64Array[];
  /** Ascending. */
  readonly sorted: Float64Array;
}

/** Joins the days of one side. */
export function dailyValues(from: number, days: readonly Float64Array[]): DailyValues {
  return { from, days, sorted: joinValues(days).sort() };
}

/** How many values of each day are at most `cut`. */
export function tallyUpTo({ from, days }: Pick<DailyValues, 'from' | 'days'>, cut: number): DayTally {
  return {
    from,
    n: Float64Array.from(days, (day) => day.length),
    hits: Float64Array.from(days, (day) => countUpTo(day, cut)),
  };
}
