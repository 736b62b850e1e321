import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
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
  const fail = (column: number, message: Sentence) =>
    syntaxError({
      language: 'holiday',
      text,
      column,
      message,
      expected: sentence('expected.holiday'),
    });
  const match =
    /^\s*((?:\d{4}-)?\d{1,2}-\d{1,2})(?:\s*(?:\.\.|\/|–|to)\s*((?:\d{4}-)?\d{1,2}-\d{1,2}))?(?:\s+(\S.*?))?\s*$/.exec(
      text,
    );
  if (!match) throw fail(1, sentence('mistake.no_date', { text: text.trim() }));
  const [, first, last = first, rest] = match;
  const yearly = first.split('-').length === 2;
  if (yearly !== (last.split('-').length === 2))
    throw fail(text.indexOf(last) + 1, sentence('mistake.one_end_with_year'));
  const from = parseIsoDate(yearly ? `2000-${first}` : first);
  const to = parseIsoDate(yearly ? `2000-${last}` : last);
  if (from === null) throw fail(text.indexOf(first) + 1, sentence('mistake.no_such_day', { date: first }));
  if (to === null) throw fail(text.lastIndexOf(last) + 1, sentence('mistake.no_such_day', { date: last }));
  if (to < from && !yearly)
    throw fail(text.lastIndexOf(last) + 1, sentence('mistake.ends_before', { last, first }));
  const holiday = { from: isoDate(from), to: isoDate(to), yearly };
  if (rest === undefined || /^closed$/i.test(rest)) return holiday;
  return {
    ...holiday,
    hours: hoursOfDay(rest, (column, message) => fail(text.indexOf(rest) + column, message)),
  };
}

const DAILY = 'daily ';

/** Intervals such as `09:00-12:00 13:00-15:00`, which hold for one day. */
function hoursOfDay(
  text: string,
  fail: (column: number, message: Sentence) => Error,
): readonly OpenInterval[] {
  try {
    return parseHours(DAILY + text)[0];
  } catch (error) {
    if (!(error instanceof DeskstatError)) throw error;
    const { column, message } = error.problem.args;
    throw fail(Number(column) - DAILY.length, message as Sentence);
  }
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

const anyHours: readonly OpenInterval[] = [{ from: 0, to: 24 * 60 * 60_000 }];

/** True for a day (counted from 1970-01-01) that holidays close from its beginning to its end. */
export function daysOff(holidays: readonly Holiday[]): (day: number) => boolean {
  const table = new HolidayTable(holidays);
  return (day) => table.hoursOn(day, anyHours)?.length === 0;
}
