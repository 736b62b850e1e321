import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import { DAY, dayOfLocal } from './civil.ts';
import { type Holiday, HolidayTable } from './holiday.ts';
import type { OpenInterval, WeeklyHours } from './working-hours.ts';
import type { Zone } from './zone.ts';

export interface CalendarSpec {
  readonly zone: Zone;
  readonly weekly: WeeklyHours;
  /** Weeks that took its place from a local day on (its day number), the oldest first. */
  readonly changes?: readonly { readonly from: number; readonly weekly: WeeklyHours }[];
  readonly holidays: readonly Holiday[];
}

/** Openings are laid out between these instants; outside them a calendar is closed. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Working time. An instant is open when the wall clock of the calendar's zone shows open hours: on a special day its
 * own hours, on other days the weekday's, and after midnight what the day before has left over. A holiday closes its
 * date from 00:00 to 24:00, the rest of a night shift included. An hour that the clock repeats counts twice, one
 * it skips not at all.
 *
 * Openings are kept as sorted instants with the open time before each, with an index by day, so that a duration is two look-ups.
 */
export class BusinessCalendar {
  readonly zone: Zone;
  readonly #weekly: WeeklyHours;
  readonly #changes: NonNullable<CalendarSpec['changes']>;
  readonly #holidays: HolidayTable;
  #opens = new Float64Array(0);
  #closes = new Float64Array(0);
  /** Open time from the start of the layout up to each opening. */
  #before = new Float64Array(0);
  #from = Number.NaN;
  #to = Number.NaN;
  /** Start of the layout, and for each 24 hours from there the last opening at or before their start, or −1. */
  #start = 0;
  #atDay = new Int32Array(1).fill(-1);

  constructor(spec: CalendarSpec) {
    const weeks = [spec.weekly, ...(spec.changes ?? []).map(({ weekly }) => weekly)];
    if (weeks.some((week) => week.every((day) => day.length === 0))) throw neverOpen();
    this.zone = spec.zone;
    this.#weekly = spec.weekly;
    this.#changes = spec.changes ?? [];
    this.#holidays = new HolidayTable(spec.holidays);
  }

  durationBetween(from: number, to: number): number {
    if (!(from <= to)) return Number.NaN;
    this.#layOut(from, to);
    const end = this.#openUpTo(to);
    return end - this.#openUpTo(from);
  }

  add(from: number, duration: number): number {
    if (Number.isNaN(from) || !(duration >= 0)) return Number.NaN;
    if (duration === 0) return from;
    this.#layOut(from, from + duration);
    while (this.#total() < this.#openUpTo(from) + duration) {
      if (this.#to >= LATEST) return Number.NaN;
      this.#layOut(from, 2 * this.#to - this.#from);
    }
    const target = this.#openUpTo(from) + duration;
    let low = 0;
    let high = this.#opens.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#before[middle] < target) low = middle;
      else high = middle - 1;
    }
    return this.#opens[low] + (target - this.#before[low]);
  }

  #total(): number {
    const last = this.#opens.length - 1;
    return last < 0 ? 0 : this.#before[last] + this.#closes[last] - this.#opens[last];
  }

  /** Open time between the start of the layout and an instant. */
  #openUpTo(instant: number): number {
    const index = this.#indexOf(instant);
    if (index < 0) return 0;
    const open = this.#opens[index];
    const close = this.#closes[index];
    return this.#before[index] + (instant < close ? instant - open : close - open);
  }

  /** Index of the last opening at or before an instant, −1 before the first. */
  #indexOf(instant: number): number {
    const opens = this.#opens;
    const slots = this.#atDay.length - 1;
    const slot = Math.min(Math.max(Math.floor((instant - this.#start) / DAY), 0), slots);
    let index = this.#atDay[slot];
    while (index + 1 < opens.length && opens[index + 1] <= instant) index++;
    return index;
  }

  /** Lays out the openings of all years that `[from, to]` meets, if that has not been done. */
  #layOut(from: number, to: number): void {
    if (from >= this.#from && to <= this.#to) return;
    const least = Number.isNaN(this.#from) ? from : Math.min(from, this.#from);
    const most = Number.isNaN(this.#to) ? to : Math.max(to, this.#to);
    const start = clamp(Date.UTC(new Date(clamp(least)).getUTCFullYear() - 1, 0, 1));
    const end = clamp(Date.UTC(new Date(clamp(most)).getUTCFullYear() + 2, 0, 1));
    const openings = this.#openings(start, end);
    this.#opens = Float64Array.from(openings, (opening) => opening.from);
    this.#closes = Float64Array.from(openings, (opening) => opening.to);
    this.#before = new Float64Array(openings.length);
    for (let i = 1; i < openings.length; i++) {
      this.#before[i] = this.#before[i - 1] + this.#closes[i - 1] - this.#opens[i - 1];
    }
    this.#from = start === EARLIEST ? Number.NEGATIVE_INFINITY : start;
    this.#to = end === LATEST ? Number.POSITIVE_INFINITY : end;
    this.#start = start;
    this.#atDay = new Int32Array(Math.ceil((end - start) / DAY));
    for (let day = 0, index = -1; day < this.#atDay.length; day++) {
      while (index + 1 < openings.length && this.#opens[index + 1] <= start + day * DAY) index++;
      this.#atDay[day] = index;
    }
  }

  /** Openings in `[start, end)` as instants: sorted, merged where they touch. */
  #openings(start: number, end: number): OpenInterval[] {
    const found: OpenInterval[] = [];
    for (const stretch of this.zone.stretches(start, end)) {
      const from = Math.max(stretch.from, start);
      const to = Math.min(stretch.to, end);
      const lastDay = dayOfLocal(to - 1 + stretch.offset);
      for (let day = dayOfLocal(from + stretch.offset); day <= lastDay; day++) {
        for (const hours of this.#hoursWithin(day)) {
          const opens = Math.max(day * DAY + hours.from - stretch.offset, from);
          const closes = Math.min(day * DAY + hours.to - stretch.offset, to);
          if (opens < closes) push(found, opens, closes);
        }
      }
    }
    return found;
  }

  /** What is open between 00:00 and 24:00 of a local day: sorted, merged. */
  #hoursWithin(day: number): OpenInterval[] {
    const special = this.#holidays.hoursOn(day, this.#usualHours(day));
    const closed = special !== null && special.length === 0;
    if (closed) return [];
    const own = special ?? this.#hoursFrom(day);
    const over = special === null ? this.#leftOver(day - 1) : [];
    const sorted = [...over, ...own.map(({ from, to }) => ({ from, to: Math.min(to, DAY) }))].sort(
      (a, b) => a.from - b.from,
    );
    const merged: OpenInterval[] = [];
    for (const { from, to } of sorted) push(merged, from, to);
    return this.#holidays.closedOn(day).reduce(without, merged);
  }

  /** The hours that begin on a day. */
  #hoursFrom(day: number): readonly OpenInterval[] {
    const usual = this.#usualHours(day);
    return this.#holidays.hoursOn(day, usual) ?? usual;
  }

  /** The hours of a day's weekday, in the week that held then. */
  #usualHours(day: number): readonly OpenInterval[] {
    const weekly = this.#changes.findLast(({ from }) => from <= day)?.weekly ?? this.#weekly;
    return weekly[(((day + 3) % 7) + 7) % 7];
  }

  /** What the hours that begin on a day leave over for the next, counted from its midnight. */
  #leftOver(day: number): OpenInterval[] {
    return this.#hoursFrom(day)
      .filter(({ to }) => to > DAY)
      .map(({ to }) => ({ from: 0, to: to - DAY }));
  }
}

/** @throws DeskstatError (exit 2) for a week without any open hour. */
export function compileCalendar(spec: CalendarSpec): BusinessCalendar {
  return new BusinessCalendar(spec);
}

/**
 * Open milliseconds in `[from, to)`: exact, across DST and years. Zero when the calendar was closed throughout; NaN
 * when either end is missing or `to` lies before `from`.
 */
export function businessDuration(calendar: BusinessCalendar, from: number, to: number): number {
  return calendar.durationBetween(from, to);
}

/**
 * The earliest instant by which `duration` open milliseconds have passed since `from`: when a target is due. Ends at
 * the close of a day rather than at the next opening. A duration of 0 is `from` itself. NaN for a missing or negative
 * argument, and when the calendar does not open that long before 2200.
 */
export function addBusiness(calendar: BusinessCalendar, from: number, duration: number): number {
  return calendar.add(from, duration);
}

/** Appends an interval, or lengthens the last one where they touch or overlap. */
function push(intervals: OpenInterval[], from: number, to: number): void {
  const last = intervals.at(-1);
  if (last && from <= last.to)
    intervals[intervals.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  else intervals.push({ from, to });
}

/** Intervals without what a closure takes out of them. */
function without(intervals: OpenInterval[], closed: OpenInterval): OpenInterval[] {
  return intervals.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, closed.from) },
      { from: Math.max(from, closed.to), to },
    ].filter((part) => part.from < part.to),
  );
}

const clamp = (instant: number): number => Math.min(Math.max(instant, EARLIEST), LATEST);

function neverOpen(): DeskstatError {
  const args = { message: sentence('mistake.never_open'), try: 'Mon-Fri 09:00-18:00' };
  return new DeskstatError({ code: 'usage', args }, 2);
}
