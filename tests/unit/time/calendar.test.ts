import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { addBusiness, businessDuration, compileCalendar } from '../../../src/time/calendar.ts';
import { DAY, dayOfLocal, HOUR, isoDate, MINUTE, weekdayOf } from '../../../src/time/civil.ts';
import { type Holiday, parseHoliday } from '../../../src/time/holiday.ts';
import { type OpenInterval, parseHours, type WeeklyHours } from '../../../src/time/working-hours.ts';
import { zone } from '../../../src/time/zone.ts';

const calendarOf = (hours: string, zoneId: string, ...holidays: string[]) =>
  compileCalendar({ zone: zone(zoneId), weekly: parseHours(hours), holidays: holidays.map(parseHoliday) });

const at = (text: string) => Date.parse(text);
const hoursBetween = (calendar: ReturnType<typeof calendarOf>, from: string, to: string) =>
  businessDuration(calendar, at(from), at(to)) / HOUR;

describe('09:00–18:00, worked out by hand', () => {
  it('Asia/Dhaka, no DST: Thursday 17:15 to Sunday 09:45 is 45 + 45 minutes', () => {
    const dhaka = calendarOf('Sun-Thu 09:00-18:00', 'Asia/Dhaka');
    expect(hoursBetween(dhaka, '2026-11-19T17:15+06:00', '2026-11-22T09:45+06:00')).toBe(1.5);
    expect(hoursBetween(dhaka, '2026-11-20T10:00+06:00', '2026-11-21T17:00+06:00')).toBe(0);
  });

  it('New York, clocks forward on Sunday 2026-03-08: Friday 17:00 to Monday 10:00 is 1 + 1 hours', () => {
    const newYork = calendarOf('Mon-Fri 09:00-18:00', 'America/New_York');
    expect(hoursBetween(newYork, '2026-03-06T17:00-05:00', '2026-03-09T10:00-04:00')).toBe(2);
    expect(hoursBetween(newYork, '2026-03-06T22:00Z', '2026-03-09T14:00Z')).toBe(2);
  });

  it('New York, clocks back on Sunday 2026-11-01: Friday 17:00 to Monday 10:00 is 1 + 1 hours', () => {
    const newYork = calendarOf('Mon-Fri 09:00-18:00', 'America/New_York');
    expect(hoursBetween(newYork, '2026-10-30T17:00-04:00', '2026-11-02T10:00-05:00')).toBe(2);
  });

  it('Lord Howe, half an hour on 2026-10-04: Saturday 17:00 to Sunday 10:00 is 1 + 1 of 16.5 hours', () => {
    const lordHowe = calendarOf('Mon-Sun 09:00-18:00', 'Australia/Lord_Howe');
    expect(at('2026-10-04T10:00+11:00') - at('2026-10-03T17:00+10:30')).toBe(16.5 * HOUR);
    expect(hoursBetween(lordHowe, '2026-10-03T17:00+10:30', '2026-10-04T10:00+11:00')).toBe(2);
  });
});

describe('hours that a change of the clocks falls into', () => {
  it('are an hour shorter or longer in New York', () => {
    const night = calendarOf('Mon-Sun 00:00-06:00', 'America/New_York');
    expect(hoursBetween(night, '2026-03-08T00:00-05:00', '2026-03-08T12:00-04:00')).toBe(5);
    expect(hoursBetween(night, '2026-11-01T00:00-04:00', '2026-11-01T12:00-05:00')).toBe(7);
  });

  it('are half an hour shorter or longer on Lord Howe', () => {
    const night = calendarOf('Mon-Sun 01:00-03:00', 'Australia/Lord_Howe');
    expect(hoursBetween(night, '2026-10-04T00:00+10:30', '2026-10-04T12:00+11:00')).toBe(1.5);
    expect(hoursBetween(night, '2026-04-05T00:00+11:00', '2026-04-05T12:00+10:30')).toBe(2.5);
  });

  it('vanish when they lie in the skipped hour, and count twice in the repeated one', () => {
    const calendar = calendarOf('Sun 02:00-03:00, Sat 01:00-02:00', 'America/New_York');
    expect(hoursBetween(calendar, '2026-03-08T00:00-05:00', '2026-03-08T12:00-04:00')).toBe(0);
    const repeated = calendarOf('Sun 01:00-02:00', 'America/New_York');
    expect(hoursBetween(repeated, '2026-11-01T00:00-04:00', '2026-11-01T12:00-05:00')).toBe(2);
  });
});

describe('businessDuration', () => {
  const office = calendarOf('Mon-Fri 09:00-18:00', 'UTC', '2026-12-25', '2026-12-31..2027-01-01');

  it('is exact to the millisecond', () => {
    expect(businessDuration(office, at('2026-11-23T08:59:59.999Z'), at('2026-11-23T09:00:00.001Z'))).toBe(1);
    expect(businessDuration(office, at('2026-11-23T17:59:59.999Z'), at('2026-11-23T18:00:00.001Z'))).toBe(1);
  });

  it('tells zero from missing', () => {
    expect(businessDuration(office, at('2026-11-22T10:00Z'), at('2026-11-22T12:00Z'))).toBe(0);
    expect(businessDuration(office, at('2026-11-23T10:00Z'), at('2026-11-23T10:00Z'))).toBe(0);
    expect(businessDuration(office, Number.NaN, at('2026-11-23T10:00Z'))).toBeNaN();
    expect(businessDuration(office, at('2026-11-23T10:00Z'), Number.NaN)).toBeNaN();
    expect(businessDuration(office, at('2026-11-23T11:00Z'), at('2026-11-23T10:00Z'))).toBeNaN();
  });

  it('closes a holiday from midnight to midnight, not a second more', () => {
    const always = calendarOf('24/7', 'UTC', '2026-12-25');
    const around = (from: string, to: string) => businessDuration(always, at(from), at(to));
    expect(around('2026-12-24T23:59:59Z', '2026-12-26T00:00:01Z')).toBe(2000);
    expect(around('2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z')).toBe(0);
    expect(around('2026-12-25T23:59:59Z', '2026-12-26T00:00:01Z')).toBe(1000);
    expect(hoursBetween(office, '2026-12-30T17:00Z', '2027-01-04T10:00Z')).toBe(2);
  });

  it('gives a day hours of its own', () => {
    const short = calendarOf('Mon-Fri 09:00-18:00', 'UTC', '2026-12-24 09:00-12:00');
    expect(hoursBetween(short, '2026-12-23T17:00Z', '2026-12-25T10:00Z')).toBe(1 + 3 + 1);
  });

  it('carries night shifts over midnight, cut by a holiday on either day', () => {
    const night = calendarOf('Mon-Fri 22:00-06:00', 'UTC', '2026-11-25');
    // Monday 22:00 – Tuesday 06:00: 8. Tuesday 22:00–24:00: 2, then Wednesday the 25th is closed, its own shift too.
    expect(hoursBetween(night, '2026-11-23T12:00Z', '2026-11-24T12:00Z')).toBe(8);
    expect(hoursBetween(night, '2026-11-24T12:00Z', '2026-11-26T12:00Z')).toBe(2);
    // Friday's shift ends on Saturday.
    expect(hoursBetween(night, '2026-11-27T12:00Z', '2026-11-30T12:00Z')).toBe(8);
  });

  it('spans years: 2020 to 2025 hold 1,566 weekdays', () => {
    // python3: numpy.busday_count('2020-01-01', '2026-01-01') → 1566
    const weekdays = calendarOf('Mon-Fri 09:00-18:00', 'Asia/Dhaka');
    expect(hoursBetween(weekdays, '2020-01-01T00:00+06:00', '2026-01-01T00:00+06:00')).toBe(1566 * 9);
  });

  it('is the whole time around the clock, over changes of the clocks and decades', () => {
    const always = calendarOf('24/7', 'America/New_York');
    const from = at('1990-05-05T05:05:05Z');
    const to = at('2031-10-10T10:10:10.123Z');
    expect(businessDuration(always, from, to)).toBe(to - from);
  });

  it('does not depend on what was asked before', () => {
    const calendar = calendarOf('Mon-Fri 09:00-18:00', 'Europe/Berlin');
    const before = hoursBetween(calendar, '2026-11-20T10:00Z', '2026-11-27T10:00Z');
    hoursBetween(calendar, '1950-01-01T00:00Z', '2090-01-01T00:00Z');
    expect(hoursBetween(calendar, '2026-11-20T10:00Z', '2026-11-27T10:00Z')).toBe(before);
    expect(before).toBe(45);
  });

  it('is closed before it was ever laid out', () => {
    expect(hoursBetween(office, '1800-01-01T00:00Z', '1899-12-31T00:00Z')).toBe(0);
    expect(hoursBetween(office, '2300-01-01T00:00Z', '2301-01-01T00:00Z')).toBe(0);
  });

  it('merges hours that overlap', () => {
    const doubled = calendarOf('Mon 09:00-17:00, Mon 12:00-18:00, Sun 20:00-10:00', 'UTC');
    expect(hoursBetween(doubled, '2026-11-22T00:00Z', '2026-11-24T00:00Z')).toBe(22);
  });

  it('refuses a week without an open hour', () => {
    expect(() => calendarOf('Mon closed', 'UTC')).toThrow(DeskstatError);
  });
});

describe('addBusiness', () => {
  const office = calendarOf('Mon-Fri 09:00-18:00', 'America/New_York', '2026-11-26');
  const due = (from: string, hours: number) =>
    new Date(addBusiness(office, at(from), hours * HOUR)).toISOString();

  it('finds when a target is due', () => {
    expect(due('2026-11-23T10:00-05:00', 4)).toBe('2026-11-23T19:00:00.000Z');
    expect(due('2026-11-25T17:00-05:00', 4)).toBe('2026-11-27T17:00:00.000Z');
    expect(due('2026-11-21T03:00-05:00', 1)).toBe('2026-11-23T15:00:00.000Z');
    expect(due('2026-10-30T17:00-04:00', 2)).toBe('2026-11-02T15:00:00.000Z');
  });

  it('ends at the close of a day rather than at the next opening', () => {
    expect(due('2026-11-23T09:00-05:00', 9)).toBe('2026-11-23T23:00:00.000Z');
  });

  it('knows its edges', () => {
    expect(due('2026-11-22T03:00-05:00', 0)).toBe('2026-11-22T08:00:00.000Z');
    expect(addBusiness(office, Number.NaN, HOUR)).toBeNaN();
    expect(addBusiness(office, at('2026-11-22T03:00Z'), -1)).toBeNaN();
    expect(addBusiness(office, at('2026-11-22T03:00Z'), Number.NaN)).toBeNaN();
    expect(addBusiness(office, at('2190-11-22T03:00Z'), 1e6 * HOUR)).toBeNaN();
  });

  it('reaches far ahead on a calendar that opens seldom', () => {
    const seldom = calendarOf('Mon 09:00-10:00', 'UTC');
    // The 1,000th Monday from 2026-11-23 is 999 weeks later.
    expect(addBusiness(seldom, at('2026-11-23T00:00Z'), 1000 * HOUR)).toBe(
      at('2026-11-23T10:00Z') + 999 * 7 * DAY,
    );
  });
});

describe('an open interval', () => {
  it('is half-open', () => {
    const office = calendarOf('Mon-Fri 09:00-18:00', 'UTC');
    const open = ['08:59:59.999', '09:00', '17:59:59.999', '18:00'].map((time) => {
      const from = at(`2026-11-23T${time}Z`);
      return businessDuration(office, from, from + 1);
    });
    expect(open).toEqual([0, 1, 1, 0]);
  });
});

describe('against a walk minute by minute', () => {
  const zones = [
    'UTC',
    'Asia/Dhaka',
    'Asia/Kathmandu',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Pacific/Apia',
  ];
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const interval: fc.Arbitrary<OpenInterval> = fc
    .tuple(minute, fc.integer({ min: 1, max: 24 * 60 }))
    .map(([from, length]) => ({
      from: from * MINUTE,
      to: Math.min(from + length, from < 720 ? 1440 : 2160) * MINUTE,
    }));
  const weekly: fc.Arbitrary<WeeklyHours> = fc
    .array(fc.array(interval, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((day) => day.length > 0));
  const spec = fc.record({
    zoneId: fc.constantFrom(...zones),
    weekly,
    /** Minutes around a change of the clocks, or around 2026-11-11 where there is none. */
    start: fc.integer({ min: -6 * 1440, max: 1440 }),
    length: fc.integer({ min: 0, max: 7 * 1440 }),
    closed: fc.array(fc.integer({ min: -5, max: 8 }), { maxLength: 2 }),
    short: fc.option(fc.record({ day: fc.integer({ min: -5, max: 8 }), hours: interval })),
    probe: fc.constantFrom(
      '2026-03-08',
      '2026-10-04',
      '2026-04-05',
      '2024-04-26',
      '2011-12-30',
      '2026-11-11',
    ),
  });

  /** Open or not by the rules as they are written down, from the wall clock of one instant. */
  function isOpen(
    local: number,
    week: WeeklyHours,
    special: (day: number) => readonly OpenInterval[] | null,
  ): boolean {
    const day = dayOfLocal(local);
    const time = local - day * DAY;
    const hoursFrom = (date: number) => special(date) ?? week[weekdayOf(date) - 1];
    if (hoursFrom(day).some(({ from, to }) => time >= from && time < to)) return true;
    if (special(day) !== null) return false;
    return hoursFrom(day - 1).some(({ to }) => time + DAY < to);
  }

  it('durations, inverses and open states are equal', () => {
    fc.assert(
      fc.property(spec, ({ zoneId, weekly: week, start, length, closed, short, probe }) => {
        const where = zone(zoneId);
        const center = where.localToInstant(at(`${probe}T00:00Z`)).at;
        const centerDay = dayOfLocal(center);
        const holidays: Holiday[] = closed.map((shift) => {
          const date = isoDate(centerDay + shift);
          return { from: date, to: date };
        });
        if (short) {
          const date = isoDate(centerDay + short.day);
          holidays.push({ from: date, to: date, hours: [short.hours] });
        }
        const special = (day: number) => {
          if (short && day === centerDay + short.day) return [short.hours];
          return closed.some((shift) => day === centerDay + shift) ? [] : null;
        };
        const calendar = compileCalendar({ zone: where, weekly: week, holidays });
        const from = center + start * MINUTE;
        const to = from + length * MINUTE;
        let open = 0;
        for (let instant = from; instant < to; instant += MINUTE) {
          if (isOpen(where.instantToLocal(instant), week, special)) open += MINUTE;
        }
        expect(businessDuration(calendar, from, to)).toBe(open);
        expect(businessDuration(calendar, from, from + 1)).toBe(
          isOpen(where.instantToLocal(from), week, special) ? 1 : 0,
        );
        if (open > 0) {
          const due = addBusiness(calendar, from, open);
          expect(due).toBeLessThanOrEqual(to);
          expect(businessDuration(calendar, from, due)).toBe(open);
          expect(businessDuration(calendar, from, due - 1)).toBe(open - 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('durations add up', () => {
    const instants = fc.integer({ min: at('2015-01-01T00:00Z'), max: at('2030-01-01T00:00Z') });
    const calendar = calendarOf(
      'Mon-Fri 08:30-12:00 13:00-17:15, Sat 22:00-03:00',
      'Europe/London',
      '12-25',
      '12-26',
    );
    fc.assert(
      fc.property(instants, instants, instants, (...three) => {
        const [a, b, c] = three.sort((x, y) => x - y);
        const sum = businessDuration(calendar, a, b) + businessDuration(calendar, b, c);
        expect(businessDuration(calendar, a, c)).toBe(sum);
      }),
    );
  });
});
