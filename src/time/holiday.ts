import { DeskstatError } from '../model/problem.ts';
import { DAY, HOUR, isoDate, MINUTE, parseIsoDate, SECOND } from './civil.ts';
import { syntaxError } from './syntax-error.ts';
import { type OpenInterval, parseHours } from './working-hours.ts';

/** Days with hours of their own: none (closed), or the given ones. */
export interface Holiday {
  /** First and last day, both included, as `2026-12-24`; with `yearly` their year does not matter. */
  readonly from: string;
  readonly to: string;
  /** Comes back every year on the same dates. */
  readonly yearly?: boolean;
  /** Open hours on these days in place of the weekly ones; left out: closed all day. */
  readonly hours?: readonly OpenInterval[];
  readonly name?: string;
}

/**
 * A holiday as people write it: `2026-12-25`, `2026-12-24..2027-01-02` (both included), `12-25` (every year),
 * `2026-12-24 09:00-12:00` (other hours on that day).
 *
 * @throws DeskstatError (exit 2) that points at the column of the mistake.
 */
export function parseHoliday(text: string): Holiday {
  const fail = (column: number, message: string) =>
    syntaxError({
      language: 'holiday',
      text,
      column,
      message,
      expected: '2026-12-25, 2026-12-24..2027-01-02, 12-25 for every year, or 2026-12-24 09:00-12:00',
    });
  const match =
    /^\s*((?:\d{4}-)?\d{1,2}-\d{1,2})(?:\s*(?:\.\.|\/|–|to)\s*((?:\d{4}-)?\d{1,2}-\d{1,2}))?(?:\s+(\S.*?))?\s*$/.exec(
      text,
    );
  if (!match) throw fail(1, `"${text.trim()}" is no date`);
  const [, first, last = first, rest] = match;
  const yearly = first.split('-').length === 2;
  if (yearly !== (last.split('-').length === 2))
    throw fail(text.indexOf(last) + 1, 'both ends need a year, or neither');
  const from = parseIsoDate(yearly ? `2000-${first}` : first);
  const to = parseIsoDate(yearly ? `2000-${last}` : last);
  if (from === null) throw fail(text.indexOf(first) + 1, `there is no ${first}`);
  if (to === null) throw fail(text.lastIndexOf(last) + 1, `there is no ${last}`);
  if (to < from && !yearly) throw fail(text.lastIndexOf(last) + 1, `${last} lies before ${first}`);
  const holiday = { from: isoDate(from), to: isoDate(to), yearly };
  if (rest === undefined || /^closed$/i.test(rest)) return holiday;
  return {
    ...holiday,
    hours: hoursOfDay(rest, (column, message) => fail(text.indexOf(rest) + column, message)),
  };
}

const DAILY = 'daily ';

/** Intervals such as `09:00-12:00 13:00-15:00`, which hold for one day. */
function hoursOfDay(text: string, fail: (column: number, message: string) => Error): readonly OpenInterval[] {
  try {
    return parseHours(DAILY + text)[0];
  } catch (error) {
    if (!(error instanceof DeskstatError)) throw error;
    const { column, message } = error.problem.args;
    throw fail(Number(column) - DAILY.length, String(message));
  }
}

/** What an iCalendar file says about closed days. */
export interface IcsHolidays {
  readonly holidays: readonly Holiday[];
  /** Events passed over: those that cover no whole local day, are cancelled, or repeat otherwise than yearly. */
  readonly passedOver: number;
}

/**
 * The closed days of an iCalendar text (RFC 5545, 3.6.1): the local days that a VEVENT covers from midnight to
 * midnight, where it lasts from DTSTART up to, not including, DTEND, or for its DURATION (3.3.6: a whole number of
 * weeks, or days with hours, minutes and seconds). A date as DTSTART is one day at least; a stamp without an end takes
 * no time. A day that is covered in part stays as it is, an end at 23:59 is the midnight that is meant, and stamps in
 * UTC, which name no local day, are passed over. `RRULE:FREQ=YEARLY` comes back every year; other repetitions count
 * as passed over.
 */
export function readIcs(text: string): IcsHolidays {
  const holidays: Holiday[] = [];
  let passedOver = 0;
  for (const event of eventsOf(text)) {
    const holiday = holidayOf(event);
    if (holiday) holidays.push(holiday);
    else passedOver++;
  }
  return { holidays, passedOver };
}

/** The properties of each VEVENT by name, without parameters; a long line goes on behind a leading blank. */
function eventsOf(text: string): Map<string, string>[] {
  const events: Map<string, string>[] = [];
  let current: Map<string, string> | null = null;
  let nested = 0;
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) {
      current = new Map();
      nested = 0;
    } else if (/^END:VEVENT\s*$/i.test(line)) {
      if (current) events.push(current);
      current = null;
    } else if (/^BEGIN:/i.test(line)) nested++;
    else if (/^END:/i.test(line)) nested--;
    else if (current && nested === 0) {
      const match = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/i.exec(line);
      if (match) current.set(match[1].toUpperCase(), match[2].trim());
    }
  }
  return events;
}

function holidayOf(event: ReadonlyMap<string, string>): Holiday | null {
  const rule = event.get('RRULE');
  const yearly = rule !== undefined && /^FREQ=YEARLY(;INTERVAL=1)?(;WKST=\w\w)?$/i.test(rule);
  if ((rule !== undefined && !yearly) || /^CANCELLED$/i.test(event.get('STATUS') ?? '')) return null;
  const start = icsMoment(event.get('DTSTART'));
  if (start === null) return null;
  const end = endOf(event, start);
  const from = Math.ceil(start.at / DAY);
  const behind = Math.floor((end + ALMOST_MIDNIGHT) / DAY);
  const days = start.isDate ? Math.max(1, behind - from) : behind - from;
  if (days < 1) return null;
  const name = event.get('SUMMARY')?.replace(/\\([,;\\])/g, '$1');
  return { from: isoDate(from), to: isoDate(from + days - 1), yearly, ...(name ? { name } : {}) };
}

/** What an end at 23:59 or 23:59:59, written for the end of the day, lacks to midnight. */
const ALMOST_MIDNIGHT = MINUTE;

/** A date or a local time of day, in milliseconds of a clock that knows no zone and no summer time. */
interface IcsMoment {
  readonly at: number;
  readonly isDate: boolean;
}

/** When an event ends; where it does not say so readably, a date's day ends at midnight and a stamp at once. */
function endOf(event: ReadonlyMap<string, string>, start: IcsMoment): number {
  const end = icsMoment(event.get('DTEND'));
  if (end) return end.at;
  const length = icsDuration(event.get('DURATION'));
  return start.at + (length ?? (start.isDate ? DAY : 0));
}

/** `P15DT5H0M20S` or `P7W` in milliseconds; null for anything else, and for a length below zero. */
function icsDuration(value: string | undefined): number | null {
  const match = /^\+?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(
    value ?? '',
  );
  if (!match) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

/** `20261225` or `20261225T093000`; null for a stamp in UTC, for none, and for a date that does not exist. */
function icsMoment(value: string | undefined): IcsMoment | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?$/.exec(value ?? '');
  if (!match) return null;
  const day = parseIsoDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (day === null) return null;
  const [hours, minutes, seconds] = match.slice(4).map((part) => Number(part ?? 0));
  const at = day * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return { at, isDate: match[4] === undefined };
}

/** The hours of each special day: day number → intervals; yearly ones by `MM-DD`. */
export class HolidayTable {
  readonly #days = new Map<number, readonly OpenInterval[]>();
  readonly #yearly = new Map<string, readonly OpenInterval[]>();

  constructor(holidays: readonly Holiday[]) {
    for (const holiday of holidays) {
      const from = parseIsoDate(holiday.from);
      const to = parseIsoDate(holiday.to);
      if (from === null || to === null) throw new RangeError(`no date: ${holiday.from} or ${holiday.to}`);
      const hours = holiday.hours ?? [];
      if (!holiday.yearly) for (let day = from; day <= to; day++) this.#days.set(day, hours);
      else this.#addYearly(holiday, hours);
    }
  }

  /** The hours of a special day, null for an ordinary one. A dated entry wins over a yearly one. */
  hoursOn(day: number): readonly OpenInterval[] | null {
    return (
      this.#days.get(day) ??
      (this.#yearly.size > 0 ? (this.#yearly.get(isoDate(day).slice(5)) ?? null) : null)
    );
  }

  /** Walks a leap year from the first date to the last, over New Year where the last comes before. */
  #addYearly(holiday: Holiday, hours: readonly OpenInterval[]): void {
    const last = holiday.to.slice(5);
    let day = parseIsoDate(`2000-${holiday.from.slice(5)}`) ?? 0;
    let date: string;
    do {
      date = isoDate(day++).slice(5);
      this.#yearly.set(date, hours);
    } while (date !== last);
  }
}
