import { countUpTo } from '../../stats/quantile.ts';
import type { DayTally } from './day-tally.ts';

/** The values of one side of a comparison by local day; days follow each other without gaps. */
export interface ValuesByDay {
  /** Day number of the first day. */
  readonly from: number;
  /** Day after day, each day's ascending. */
  readonly values: Float64Array;
  /** Where each day's values begin, and where the last one's end. */
  readonly starts: Uint32Array;
}

/** Those, and all of them together. */
export interface DailyValues extends ValuesByDay {
  /** Ascending. */
  readonly sorted: Float64Array;
  /** The same values by the local day on which their tickets came; null where that is the day they count on anyway. */
  readonly arrivals: ValuesByDay | null;
}

/** Joins the days of one side. */
export function dailyValues(byDay: ValuesByDay, arrivals: ValuesByDay | null = null): DailyValues {
  return { ...byDay, sorted: byDay.values.slice().sort(), arrivals };
}

/** Several parts of one side as one. */
export function joinSides(parts: readonly DailyValues[]): DailyValues {
  const arrivals = parts.flatMap((part) => part.arrivals ?? []);
  return dailyValues(joinDays(parts), arrivals.length === parts.length ? joinDays(arrivals) : null);
}

function joinDays(parts: readonly ValuesByDay[]): ValuesByDay {
  const [{ from, starts: first }] = parts;
  const starts = first.map((_, day) => parts.reduce((sum, part) => sum + part.starts[day], 0));
  const values = new Float64Array(starts[starts.length - 1]);
  for (let day = 0; day + 1 < starts.length; day++) {
    let at = starts[day];
    for (const part of parts) {
      values.set(part.values.subarray(part.starts[day], part.starts[day + 1]), at);
      at += part.starts[day + 1] - part.starts[day];
    }
    values.subarray(starts[day], at).sort();
  }
  return { from, values, starts };
}

/** The days on which something counts, from 0. */
export function busyDays({ starts }: ValuesByDay): number[] {
  const days: number[] = [];
  for (let day = 0; day + 1 < starts.length; day++) if (starts[day] < starts[day + 1]) days.push(day);
  return days;
}

/** Some of the days, all others of which are empty, one behind the other. */
export function onDays({ from, values, starts }: ValuesByDay, days: readonly number[]): ValuesByDay {
  const own = new Uint32Array(days.length + 1);
  for (let i = 0; i < days.length; i++) own[i] = starts[days[i]];
  own[days.length] = values.length;
  return { from, values, starts: own };
}

/** How many values of each day are at most `cut`. */
export function tallyUpTo({ from, values, starts }: ValuesByDay, cut: number): DayTally {
  const days = starts.length - 1;
  const n = new Float64Array(days);
  const hits = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    const first = starts[day];
    const behind = starts[day + 1];
    if (first === behind) continue;
    n[day] = behind - first;
    hits[day] = countUpTo(values.subarray(first, behind), cut);
  }
  return { from, n, hits };
}
