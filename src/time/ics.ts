import { DAY, HOUR, isoDate, MINUTE, parseIsoDate, SECOND } from './civil.ts';
import type { Holiday } from './holiday.ts';
import { recurringDays } from './recurrence.ts';
import type { OpenInterval } from './working-hours.ts';
import type { Zone } from './zone-offsets.ts';

/** What an iCalendar file says about closed days. */
export interface IcsHolidays {
  readonly holidays: readonly Holiday[];
  /** Events passed over: too short to close a day or half of one, cancelled, or with a repetition that is not read. */
  readonly passedOver: number;
  /** What the first of these are called, or when they are, and the part of their repetition that is not read. */
  readonly names: readonly string[];
}

/**
 * The closed days of an iCalendar text (RFC 5545, 3.6.1): the local days that a VEVENT covers from midnight to
 * midnight, where it lasts from DTSTART up to, not including, DTEND, or for its DURATION (3.3.6: a whole number of
 * weeks, or days with hours, minutes and seconds). A date as DTSTART is one day at least; a stamp without an end takes
 * no time, and an end at 23:59 is the midnight that is meant. Stamps in UTC are read in the zone of the calendar. What
 * covers three hours and more of a day closes these hours of it. Repetitions that count in days are followed
 * (`recurringDays`), with RDATE, less EXDATE and the days that another event of the same UID moves or cancels
 * (RECURRENCE-ID); others, meetings and cancelled events are passed over and named.
 */
export function readIcs(text: string, zone: Pick<Zone, 'offsetAt'> = { offsetAt: () => 0 }): IcsHolidays {
  const holidays: Holiday[] = [];
  const names: string[] = [];
  let passedOver = 0;
  const events = eventsOf(text);
  const moved = movedDays(events, zone);
  for (const event of events) {
    const { found, notRead } = holidaysOf(event, { zone, moved });
    holidays.push(...found);
    if (found.length > 0 && notRead === undefined) continue;
    // A day of a series that is called off is left out of the series, which is all that it asks for.
    if (event.has('RECURRENCE-ID') && isCancelled(event)) continue;
    passedOver++;
    if (names.length < MOST_NAMED) names.push(nameOf(event) + (notRead === undefined ? '' : ` (${notRead})`));
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
    else if (current && nested === 0) addProperty(current, line);
  }
  return events;
}

function addProperty(event: Map<string, string>, line: string): void {
  const match = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/i.exec(line);
  if (!match) return;
  const name = match[1].toUpperCase();
  const value = match[2].trim();
  // Days left out, and days added, may stand in several lines.
  const before = /^(?:EXDATE|RDATE)$/.test(name) ? event.get(name) : undefined;
  event.set(name, before ? `${before},${value}` : value);
}

const isCancelled = (event: ReadonlyMap<string, string>): boolean =>
  /^CANCELLED$/i.test(event.get('STATUS') ?? '');

/** The days of each series (by UID) for which another event stands in. */
function movedDays(
  events: readonly ReadonlyMap<string, string>[],
  zone: Pick<Zone, 'offsetAt'>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const moved = new Map<string, Set<number>>();
  for (const event of events) {
    const [day] = daysIn(event.get('RECURRENCE-ID'), zone);
    const uid = event.get('UID');
    if (day === undefined || uid === undefined) continue;
    moved.set(uid, (moved.get(uid) ?? new Set()).add(day));
  }
  return moved;
}

interface Around {
  readonly zone: Pick<Zone, 'offsetAt'>;
  readonly moved: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The days that an event closes, wholly or in part, and the part of its repetition that is not read. */
function holidaysOf(
  event: ReadonlyMap<string, string>,
  { zone, moved }: Around,
): { readonly found: readonly Holiday[]; readonly notRead?: string } {
  const start = icsMoment(event.get('DTSTART'), zone);
  if (start === null || isCancelled(event)) return { found: [] };
  const closing = closingOf(start, { end: endOf(event, { start, zone }), isDate: start.isDate });
  if (closing.length === 0) return { found: [] };
  const first = Math.floor(start.at / DAY);
  const { days, notRead } = repeatedDays(event, { first, zone, moved });
  const name = summaryOf(event);
  const found = closing.flatMap(({ from, to, closed }) =>
    days.map(({ day, yearly }) => ({
      from: isoDate(day + from - first),
      to: isoDate(day + to - first),
      yearly,
      ...(closed ? { closed } : {}),
      ...(name ? { name } : {}),
    })),
  );
  return { found, notRead };
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

interface Repeated {
  readonly days: readonly { readonly day: number; readonly yearly: boolean }[];
  readonly notRead?: string;
}

/** The days on which an event begins; a plain yearly one comes back for ever. None for a repetition that is not read. */
function repeatedDays(
  event: ReadonlyMap<string, string>,
  { first, zone, moved }: Around & { readonly first: number },
): Repeated {
  const rule = event.get('RRULE');
  // A rule of days to leave out: RFC 5545 dropped it, so nothing that writes calendars today knows it.
  const excluding = event.get('EXRULE');
  if (excluding !== undefined) return { days: [], notRead: 'EXRULE' };
  const isMoved = event.has('RECURRENCE-ID') ? undefined : moved.get(event.get('UID') ?? '');
  const left = new Set([...daysIn(event.get('EXDATE'), zone), ...(isMoved ?? [])]);
  const added = daysIn(event.get('RDATE'), zone);
  const isPlain = /^FREQ=YEARLY(;INTERVAL=1)?(;WKST=\w\w)?$/i.test(rule ?? '');
  if (isPlain && left.size === 0 && added.length === 0) return { days: [{ day: first, yearly: true }] };
  const ruled =
    rule === undefined
      ? { days: [first] }
      : recurringDays(rule, { start: first, dayOf: (until) => daysIn(until, zone)[0] ?? null });
  if ('notRead' in ruled) return { days: [], notRead: ruled.notRead };
  const days = [...new Set([...ruled.days, ...added])].filter((day) => !left.has(day));
  return { days: days.sort((a, b) => a - b).map((day) => ({ day, yearly: false })) };
}

/** The local days of a list of dates and stamps; of a period (`start/end`), the day on which it starts. */
function daysIn(list: string | undefined, zone: Pick<Zone, 'offsetAt'>): number[] {
  return (list ?? '').split(',').flatMap((text) => {
    const moment = icsMoment(text.split('/', 1)[0], zone);
    return moment ? [Math.floor(moment.at / DAY)] : [];
  });
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
