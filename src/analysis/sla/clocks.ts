import { addBusiness, type BusinessCalendar, businessDuration } from '../../time/calendar.ts';

/** The clock that a policy counts on: all of time, or the open hours of one calendar. */
export interface SlaClock {
  /** Milliseconds that count in `[from, to)`. */
  between(from: number, to: number): number;
  /** The earliest instant by which `duration` has passed since `from`. */
  after(from: number, duration: number): number;
}

/** Every minute counts. */
export const calendarClock: SlaClock = {
  between: (from, to) => to - from,
  after: (from, duration) => from + duration,
};

/** Only open hours count. */
export function businessClock(calendar: BusinessCalendar): SlaClock {
  return {
    between: (from, to) => businessDuration(calendar, from, to),
    after: (from, duration) => addBusiness(calendar, from, duration),
  };
}
