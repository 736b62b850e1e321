import { DeskstatError } from '../model/problem.ts';
import { DAY, HOUR, isoDate, MINUTE, parseIsoDate, SECOND } from './civil.ts';
import { recurringDays } from './recurrence.ts';
import { syntaxError } from './syntax-error.ts';
import { type OpenInterval, parseHours } from './working-hours.ts';
import type { Zone } from './zone-offsets.ts';

/** Days with hours of their own: none (closed), or the given ones. */
export interface Holiday {
  /** First and last day, both included, as `2026-12-24`; with `yearly` their year does not matter. */
  readonly from: string;
  readonly to: string;
  /** Comes back every year on the same dates. */
  readonly yearly?: boolean;
  /** Open hours on these days in place of the weekly ones; left out: closed all day. */
  readonly hours?: readonly OpenInterval[];
  /** Closed hours of the days, which are otherwise as usual; then `hours` says nothing. */
  readonly closed?: readonly OpenInterval[];
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
  /** Events passed over: too short to close a day or half of one, cancelled, or with a repetition that is not read. */
  readonly passedOver: number;
  /** What the first of these are called, or when they are. */
  readonly names: readonly string[];
}

/**
 * The closed days of an iCalendar text (RFC 5545, 3.6.1): the local days that a VEVENT covers from midnight to
 * midnight, where it lasts from DTSTART up to, not including, DTEND, or for its DURATION (3.3.6: a whole number of
 * weeks, or days with hours, minutes and seconds). A date as DTSTART is one day at least; a stamp without an end takes
 * no time, and an end at 23:59 is the midnight that is meant. Stamps in UTC are read in the zone of the calendar. What
 * covers three hours and more of a day closes these hours of it. Repetitions that count in days are followed
 * (`recurringDays`), less EXDATE; others, meetings and cancelled events are passed over and named.
 */
export function readIcs(text: string, zone: Pick<Zone, 'offsetAt'> = { offsetAt: () => 0 }): IcsHolidays {
  const holidays: Holiday[] = [];
  const names: string[] = [];
  let passedOver = 0;
  for (const event of eventsOf(text)) {
    const found = holidaysOf(event, zone);
    holidays.push(...found);
    if (found.length > 0) continue;
    passedOver++;
    if (names.length < MOST_NAMED) names.push(nameOf(event));
  }
  return { holidays, passedOver, names };
}

const MOST_NAMED = 3;
const nameOf = (event: ReadonlyMap<string, string>): string =>
  summaryOf(event) ?? event.get('DTSTART') ?? event.get('UID') ?? '?';
const summaryOf = (event: ReadonlyMap<string, string>): string | undefined =>
  event.get('SUMMARY')?.replace(/\\([,;\\])/g, '$1') || undefined;

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
      const name = match?.[1].toUpperCase() ?? '';
      // Days left out may stand in several lines.
      const before = name === 'EXDATE' ? current.get(name) : undefined;
      if (match) current.set(name, before ? `${before},${match[2].trim()}` : match[2].trim());
    }
  }
  return events;
}

/** The days that an event closes, wholly or in part; none where it is passed over. */
function holidaysOf(event: ReadonlyMap<string, string>, zone: Pick<Zone, 'offsetAt'>): Holiday[] {
  const start = icsMoment(event.get('DTSTART'), zone);
  if (start === null || /^CANCELLED$/i.test(event.get('STATUS') ?? '')) return [];
  const closing = closingOf(start, { end: endOf(event, { start, zone }), isDate: start.isDate });
  const first = Math.floor(start.at / DAY);
  const days = repeatedDays(event, { first, zone });
  const name = summaryOf(event);
  return closing.flatMap(({ from, to, closed }) =>
    days.map(({ day, yearly }) => ({
      from: isoDate(day + from - first),
      to: isoDate(day + to - first),
      yearly,
      ...(closed ? { closed } : {}),
      ...(name ? { name } : {}),
    })),
  );
}

interface Closing {
  readonly from: number;
  readonly to: number;
  readonly closed?: readonly OpenInterval[];
}

/** Hours of a day that an event must cover to close them: less is a meeting. */
const HALF_DAY = 3 * HOUR;

/** Whole days, and the parts of the first and the last one. */
function closingOf(
  { at }: Pick<IcsMoment, 'at'>,
  { end, isDate }: { readonly end: number; readonly isDate: boolean },
): Closing[] {
  const from = Math.ceil(at / DAY);
  const behind = Math.floor((end + ALMOST_MIDNIGHT) / DAY);
  const whole = isDate ? Math.max(1, behind - from) : behind - from;
  const closing: Closing[] = whole >= 1 ? [{ from, to: from + whole - 1 }] : [];
  if (isDate) return closing;
  for (const day of new Set([Math.floor(at / DAY), Math.floor(end / DAY)])) {
    const part = { from: Math.max(0, at - day * DAY), to: Math.min(DAY, end - day * DAY) };
    const isWhole = closing.some((each) => day >= each.from && day <= each.to);
    if (!isWhole && part.to - part.from >= HALF_DAY) closing.push({ from: day, to: day, closed: [part] });
  }
  return closing;
}

/** The days on which an event begins; a plain yearly one comes back for ever. None for a repetition that is not read. */
function repeatedDays(
  event: ReadonlyMap<string, string>,
  { first, zone }: { readonly first: number; readonly zone: Pick<Zone, 'offsetAt'> },
): { readonly day: number; readonly yearly: boolean }[] {
  const rule = event.get('RRULE');
  const left = new Set(
    (event.get('EXDATE') ?? '').split(',').flatMap((text) => {
      const moment = icsMoment(text, zone);
      return moment ? [Math.floor(moment.at / DAY)] : [];
    }),
  );
  if (rule === undefined) return [{ day: first, yearly: false }];
  const isPlain = /^FREQ=YEARLY(;INTERVAL=1)?(;WKST=\w\w)?$/i.test(rule);
  if (isPlain && left.size === 0) return [{ day: first, yearly: true }];
  return (recurringDays(rule, first) ?? [])
    .filter((day) => !left.has(day))
    .map((day) => ({ day, yearly: false }));
}

/** What an end at 23:59 or 23:59:59, written for the end of the day, lacks to midnight. */
const ALMOST_MIDNIGHT = MINUTE;

/** A date or a local time of day, in milliseconds of a clock that knows no zone and no summer time. */
interface IcsMoment {
  readonly at: number;
  readonly isDate: boolean;
}

/** When an event ends; where it does not say so readably, a date's day ends at midnight and a stamp at once. */
function endOf(
  event: ReadonlyMap<string, string>,
  { start, zone }: { readonly start: IcsMoment; readonly zone: Pick<Zone, 'offsetAt'> },
): number {
  const end = icsMoment(event.get('DTEND'), zone);
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

/** `20261225`, `20261225T093000`, or `20261225T093000Z` in the zone; null for none, and for a date that does not exist. */
function icsMoment(value: string | undefined, zone: Pick<Zone, 'offsetAt'>): IcsMoment | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec((value ?? '').trim());
  if (!match) return null;
  const day = parseIsoDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (day === null) return null;
  const [hours, minutes, seconds] = match.slice(4, 7).map((part) => Number(part ?? 0));
  const at = day * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return { at: match[7] === undefined ? at : at + zone.offsetAt(at), isDate: match[4] === undefined };
}

/** The hours of each special day: day number → intervals; yearly ones by `MM-DD`. */
export class HolidayTable {
  readonly #days = new Map<number, readonly OpenInterval[]>();
  readonly #yearly = new Map<string, readonly OpenInterval[]>();
  /** Hours in which a day is closed, the rest of it as usual; yearly ones by `MM-DD`. */
  readonly #closed = new Map<number | string, readonly OpenInterval[]>();
  /** Days that have hours of their own as part of a season: a weekday that is closed stays so. */
  readonly #seasonal = new Set<number | string>();

  constructor(holidays: readonly Holiday[]) {
    for (const holiday of holidays) {
      const from = parseIsoDate(holiday.from);
      const to = parseIsoDate(holiday.to);
      if (from === null || to === null) throw new RangeError(`no date: ${holiday.from} or ${holiday.to}`);
      const hours = holiday.hours ?? [];
      if (holiday.closed) this.#addClosed(holiday.yearly ? holiday.from.slice(5) : from, holiday.closed);
      else if (!holiday.yearly) for (let day = from; day <= to; day++) this.#set(day, hours, from !== to);
      else this.#addYearly(holiday, hours);
    }
  }

  /**
   * The hours of a special day, null for an ordinary one. A dated entry wins over a yearly one. A season (`07-01..08-31
   * 08:00-14:00`) changes the hours of days that are usually open, and opens none.
   */
  hoursOn(day: number, usual: readonly OpenInterval[]): readonly OpenInterval[] | null {
    const dated = this.#days.get(day);
    if (dated) return usual.length === 0 && this.#seasonal.has(day) ? null : dated;
    if (this.#yearly.size === 0) return null;
    const date = isoDate(day).slice(5);
    return usual.length === 0 && this.#seasonal.has(date) ? null : (this.#yearly.get(date) ?? null);
  }

  /** Hours of a day that are closed although the rest of it is as usual. */
  closedOn(day: number): readonly OpenInterval[] {
    if (this.#closed.size === 0) return [];
    return [...(this.#closed.get(day) ?? []), ...(this.#closed.get(isoDate(day).slice(5)) ?? [])];
  }

  #set(day: number, hours: readonly OpenInterval[], isRange: boolean): void {
    this.#days.set(day, hours);
    this.#markSeason(day, isRange && hours.length > 0);
  }

  #markSeason(day: number | string, isSeason: boolean): void {
    if (isSeason) this.#seasonal.add(day);
    else this.#seasonal.delete(day);
  }

  #addClosed(day: number | string, closed: readonly OpenInterval[]): void {
    this.#closed.set(day, [...(this.#closed.get(day) ?? []), ...closed]);
  }

  /** Walks a leap year from the first date to the last, over New Year where the last comes before. */
  #addYearly(holiday: Holiday, hours: readonly OpenInterval[]): void {
    const last = holiday.to.slice(5);
    let day = parseIsoDate(`2000-${holiday.from.slice(5)}`) ?? 0;
    let date: string;
    do {
      date = isoDate(day++).slice(5);
      this.#yearly.set(date, hours);
      this.#markSeason(date, holiday.from !== holiday.to && hours.length > 0);
    } while (date !== last);
  }
}
