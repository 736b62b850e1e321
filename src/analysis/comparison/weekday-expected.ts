import type { Period } from '../../model/segment.ts';
import { weekdayOf } from '../../time/civil.ts';
import { dayAt } from '../../time/period.ts';
import { splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import type { Grouping } from '../segments/grouping.ts';
import type { Comparison } from '../segments/periods.ts';
import type { ObservedMetric } from './observed.ts';

export interface ExpectedRequest {
  readonly observed: ObservedMetric;
  readonly grouping: Grouping;
  /** Earlier periods. */
  readonly behind: readonly Comparison[];
  /** The one that is held against them, up to as-of. */
  readonly period: Period;
  readonly zone: Zone;
}

/**
 * What each earlier period lets expect of the newer one where they differ in length or in weekdays (DEFINITIONS 7): the
 * sum over the newer one's days of the earlier one's mean for that weekday, a value a segment. Null where they do not
 * differ, or for what is no count of things that happen (a stock has no length).
 *
 * @example two tickets on every day: of January's 62 February may expect 56
 */
export function expectedByWeekday({
  observed,
  grouping,
  behind,
  period,
  zone,
}: ExpectedRequest): (number | null)[][] | null {
  const { metric } = observed;
  if (metric.kind !== 'count' || metric.shape !== 'flow') return null;
  const wanted = weekdaysOf(period, zone);
  if (behind.every((each) => isAlike(weekdaysOf(each.period, zone), wanted))) return null;
  const segments = grouping.segments.length;
  return behind.map((each) => {
    const days = splitPeriod({ ...each.period, every: 'day', zone, weekStarts: 1 });
    const { figures } = observed.figures({
      stats: ['count'],
      grouping,
      periods: days.map((day) => ({ period: { ...day, complete: true }, knownUntil: each.knownUntil })),
    });
    const there = weekdaysOf(each.period, zone);
    return grouping.segments.map((_, segment) => {
      const sums = new Float64Array(7);
      for (let day = 0; day < days.length; day++) {
        const { value } = figures[day * segments + segment];
        if (value === null) return null;
        sums[weekdayAt(days[day].start, zone)] += value;
      }
      let expected = 0;
      for (let weekday = 0; weekday < 7; weekday++) {
        if (wanted[weekday] === 0) continue;
        if (there[weekday] === 0) return null;
        expected += (wanted[weekday] * sums[weekday]) / there[weekday];
      }
      return expected;
    });
  });
}

/** How many days of each weekday a period has. */
function weekdaysOf({ start, end }: Period, zone: Zone): Uint32Array {
  const counts = new Uint32Array(7);
  const last = dayAt(end - 1, zone);
  for (let day = dayAt(start, zone); day <= last; day++) counts[weekdayOf(day) - 1]++;
  return counts;
}

const weekdayAt = (instant: number, zone: Zone): number => weekdayOf(dayAt(instant, zone)) - 1;

const isAlike = (one: Uint32Array, other: Uint32Array): boolean =>
  one.every((count, weekday) => count === other[weekday]);
