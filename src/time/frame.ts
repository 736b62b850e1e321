import type { Clock, MeasureContext } from '../model/metric.ts';
import type { PeriodCalendar } from './period.ts';

/**
 * How the tickets of a desk are read in time: the zone and week that periods are cut by, the working hours and targets
 * that durations are held against, and the instant that "now" is. Settled once a run, and handed on whole.
 */
export interface Frame extends PeriodCalendar, Required<Omit<MeasureContext, 'clock'>> {
  /** Epoch milliseconds; what came later is not known. */
  readonly asOf: number;
}

/** What a metric is measured with on a clock; a metric without one is measured on the calendar. */
export function contextOn(
  clock: Clock | null,
  { businessTime, sla }: Pick<Frame, 'businessTime' | 'sla'>,
): MeasureContext {
  return { clock: clock ?? 'calendar', businessTime, sla };
}
