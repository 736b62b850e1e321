import { DeskstatError } from '../model/problem.ts';
import { isoDate, parseIsoDate } from './civil.ts';
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
  /** Events passed over: with a time of day, cancelled, or repeating otherwise than yearly. */
  readonly passedOver: number;
}

/**
 * The all-day events of an iCalendar text (RFC 5545): each VEVENT with a date as DTSTART closes the days from there up
 * to, not including, DTEND (one day without it, or DURATION in days and weeks). `RRULE:FREQ=YEARLY` comes back every
 * year; other repetitions count as passed over.
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
  const from = icsDate(event.get('DTSTART'));
  const rule = event.get('RRULE');
  const yearly = rule !== undefined && /^FREQ=YEARLY(;INTERVAL=1)?(;WKST=\w\w)?$/i.test(rule);
  if (from === null || (rule !== undefined && !yearly) || /^CANCELLED$/i.test(event.get('STATUS') ?? ''))
    return null;
  const length = /^P(?:(\d+)W)?(?:(\d+)D)?$/i.exec(event.get('DURATION') ?? '');
  const behind =
    icsDate(event.get('DTEND')) ?? from + (length ? Number(length[1] ?? 0) * 7 + Number(length[2] ?? 0) : 1);
  const name = event.get('SUMMARY')?.replace(/\\([,;\\])/g, '$1');
  return { from: isoDate(from), to: isoDate(Math.max(from, behind - 1)), yearly, ...(name ? { name } : {}) };
}

/** The day number of `20261225` or of a local midnight; null for another time of day, or none. */
function icsDate(value: string | undefined): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T000000)?$/.exec(value ?? '');
  return match && parseIsoDate(`${match[1]}-${match[2]}-${match[3]}`);
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
