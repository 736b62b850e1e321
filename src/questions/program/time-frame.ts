import type { PeriodRequest } from '../../analysis/segments/periods.ts';
import type { Desk } from '../../model/desk.ts';
import type { MeasureContext } from '../../model/metric.ts';
import { businessDuration, compileCalendar } from '../../time/calendar.ts';
import { parseWeekday } from '../../time/weekday.ts';
import { parseHours } from '../../time/working-hours.ts';
import { formatInstant, type Zone, zone } from '../../time/zone.ts';

/** Zone, hours and first day of a week of desks that were read: what later calls go by unless they say otherwise. */
const defaults = new WeakMap<Desk, TimeOptions>();

/** A desk that was read so: what later calls go by unless they say otherwise. */
export const rememberTime = (desk: Desk, options: TimeOptions): void => void defaults.set(desk, options);

/** How time is read; everything left out is as on the command line. */
export interface TimeOptions {
  /** Zone of days, weeks and hours; that with which the desk was read unless given, else UTC. */
  readonly tz?: string;
  /** That of the desk unless given, else `monday`. */
  readonly weekStarts?: string;
  /** `last-week`, `2026-W46`, `2026-10`, `last-30-days`, `all`, … */
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  /** Working hours, `Mon-Fri 09:00-18:00`; those of the desk unless given. Figures then come on both clocks. */
  readonly hours?: string;
}

/** The same, settled for a desk. */
export interface TimeFrame {
  readonly zone: Zone;
  readonly weekStarts: number;
  readonly request: PeriodRequest;
  readonly businessTime: MeasureContext['businessTime'];
  readonly instant: (at: number) => string;
}

/** How time is read of a desk. */
export function timeFrame(desk: Desk, given: TimeOptions, every: PeriodRequest['every'] = null): TimeFrame {
  const own = defaults.get(desk) ?? {};
  const options: TimeOptions = {
    ...given,
    tz: given.tz ?? own.tz,
    hours: given.hours ?? own.hours,
    weekStarts: given.weekStarts ?? own.weekStarts,
  };
  const reportZone = zone(options.tz ?? 'UTC');
  const weekStarts = parseWeekday(options.weekStarts ?? 'monday') ?? 1;
  const { period = null, since = null, until = null, hours } = options;
  const calendar =
    hours === undefined
      ? null
      : compileCalendar({ zone: reportZone, weekly: parseHours(hours), holidays: [] });
  return {
    zone: reportZone,
    weekStarts,
    request: { period, since, until, every, zone: reportZone, weekStarts },
    businessTime: calendar && ((from, to) => businessDuration(calendar, from, to)),
    instant: (at) => formatInstant(at, reportZone, 'second'),
  };
}
