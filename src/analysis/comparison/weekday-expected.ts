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
  /** Days on which the desk is off, by the holidays of the settings: a weekday of their own. */
  readonly isDayOff?: (day: number) => boolean;
}

/** Monday to Sunday, and days off. */
const KINDS = 8;

/**
 * What each earlier period lets expect of the newer one where they differ in length or in weekdays (DEFINITIONS 7): the
 * sum over the newer one's days of the earlier one's mean for that weekday, a value a segment. Days off by the holidays
 * of the settings are a weekday of their own, which an earlier period without any knows nothing of. Null where they do not
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
  isDayOff,
}: ExpectedRequest): (number | null)[][] | null {
  const { metric } = observed;
  if (metric.kind !== 'count' || metric.shape !== 'flow') return null;
  const days = { zone, isDayOff };
  const wanted = kindsOfDays(period, days);
  if (behind.every((each) => isAlike(kindsOfDays(each.period, days), wanted))) return null;
  const segments = grouping.segments.length;
  return behind.map((each) => {
    const single = splitPeriod({ ...each.period, every: 'day', zone, weekStarts: 1 });
    const { figures } = observed.figures({
      stats: ['count'],
      grouping,
      periods: single.map((day) => ({ period: { ...day, complete: true }, knownUntil: each.knownUntil })),
    });
    const there = kindsOfDays(each.period, days);
    return grouping.segments.map((_, segment) => {
      const sums = new Float64Array(KINDS);
      for (let day = 0; day < single.length; day++) {
        // A file without rows has one figure for all days.
        const value = figures[day * segments + segment]?.value ?? null;
        if (value === null) return null;
        sums[kindOfDay(dayAt(single[day].start, zone), days)] += value;
      }
      let expected = 0;
      for (let weekday = 0; weekday < KINDS; weekday++) {
        if (wanted[weekday] === 0) continue;
        if (there[weekday] === 0) return null;
        expected += (wanted[weekday] * sums[weekday]) / there[weekday];
      }
      return expected;
    });
  });
}

type Days = Pick<ExpectedRequest, 'zone' | 'isDayOff'>;

/** How many days of each weekday a period has, and how many days off. */
function kindsOfDays({ start, end }: Period, days: Days): Uint32Array {
  const counts = new Uint32Array(KINDS);
  const last = dayAt(end - 1, days.zone);
  for (let day = dayAt(start, days.zone); day <= last; day++) counts[kindOfDay(day, days)]++;
  return counts;
}

const kindOfDay = (day: number, { isDayOff }: Days): number =>
  isDayOff?.(day) ? KINDS - 1 : weekdayOf(day) - 1;

const isAlike = (one: Uint32Array, other: Uint32Array): boolean =>
  one.every((count, weekday) => count === other[weekday]);
