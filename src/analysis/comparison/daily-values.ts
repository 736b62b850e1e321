import { countUpTo, joinValues } from '../../stats/quantile.ts';
import type { DayTally } from './day-tally.ts';

/** The values of one side of a comparison by local day, each day's ascending, and all of them together. */
export interface DailyValues {
  /** Day number of the first entry of `days`; days follow each other without gaps. */
  readonly from: number;
  readonly days: readonly Float64Array[];
  /** Ascending. */
  readonly sorted: Float64Array;
  /** The same values by the local day on which their tickets came; null where that is the day they count on anyway. */
  readonly arrivals: ValuesByDay | null;
}

export type ValuesByDay = Pick<DailyValues, 'from' | 'days'>;

/** Joins the days of one side. */
export function dailyValues({ from, days }: ValuesByDay, arrivals: ValuesByDay | null = null): DailyValues {
  return { from, days, sorted: joinValues(days).sort(), arrivals };
}

/** Several parts of one side as one. */
export function joinSides(parts: readonly DailyValues[]): DailyValues {
  const joined = (each: readonly ValuesByDay[]): ValuesByDay => ({
    from: each[0].from,
    days: each[0].days.map((_, day) => joinValues(each.map(({ days }) => days[day])).sort()),
  });
  const arrivals = parts.flatMap((part) => part.arrivals ?? []);
  return dailyValues(joined(parts), arrivals.length === parts.length ? joined(arrivals) : null);
}

/** How many values of each day are at most `cut`. */
export function tallyUpTo({ from, days }: ValuesByDay, cut: number): DayTally {
  const n = new Float64Array(days.length);
  const hits = new Float64Array(days.length);
  for (let day = 0; day < days.length; day++) {
    n[day] = days[day].length;
    hits[day] = countUpTo(days[day], cut);
  }
  return { from, n, hits };
}
