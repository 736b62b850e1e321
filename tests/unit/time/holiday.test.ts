import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { dayNumber, HOUR } from '../../../src/time/civil.ts';
import { HolidayTable, parseHoliday } from '../../../src/time/holiday.ts';

describe('parseHoliday', () => {
  it('reads dates, ranges, yearly dates and days with other hours', () => {
    expect(parseHoliday('2026-12-25')).toEqual({ from: '2026-12-25', to: '2026-12-25', yearly: false });
    expect(parseHoliday('2026-12-24..2027-01-02')).toEqual({
      from: '2026-12-24',
      to: '2027-01-02',
      yearly: false,
    });
    expect(parseHoliday(' 2026-3-1 / 2026-3-3 ')).toEqual({
      from: '2026-03-01',
      to: '2026-03-03',
      yearly: false,
    });
    expect(parseHoliday('12-25').yearly).toBe(true);
    expect(parseHoliday('02-29').yearly).toBe(true);
    expect(parseHoliday('2026-12-24 09:00-12:00')).toMatchObject({
      from: '2026-12-24',
      hours: [{ from: 9 * HOUR, to: 12 * HOUR }],
    });
    expect(parseHoliday('2026-12-24 closed').hours).toBeUndefined();
  });

  it.each([
    ['Christmas', 1],
    ['2026-02-30', 1],
    ['2026-12-24..2026-12-20', 13],
    ['2026-12-24..12-26', 13],
    ['2026-02-24..2026-02-30', 13],
    ['13-01', 1],
    ['2026-12-24 lunch', 12],
    ['2026-12-24 09:00-09:00', 12],
    ['', 1],
  ])('points into %j at column %d', (text, column) => {
    try {
      parseHoliday(text);
      expect.fail('accepted');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(error.problem.args.column).toBe(column);
    }
  });
});

describe('HolidayTable', () => {
  const usual = [{ from: 9 * 3_600_000, to: 17 * 3_600_000 }];
  const isSpecial = (table: HolidayTable, year: number, month: number, day: number) =>
    table.hoursOn(dayNumber(year, month, day), usual) !== null;

  it('takes both ends of a range', () => {
    const table = new HolidayTable([parseHoliday('2026-12-24..2026-12-26')]);
    expect([23, 24, 26, 27].map((day) => isSpecial(table, 2026, 12, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('comes back every year, over New Year too', () => {
    const table = new HolidayTable([parseHoliday('12-31..01-02')]);
    const days: [number, number, number][] = [
      [2026, 12, 30],
      [2026, 12, 31],
      [2027, 1, 1],
      [2031, 1, 2],
      [2031, 1, 3],
    ];
    expect(days.map((day) => isSpecial(table, ...day))).toEqual([false, true, true, true, false]);
  });

  it('refuses dates that do not exist', () => {
    expect(() => new HolidayTable([{ from: '2026-02-30', to: '2026-03-01' }])).toThrow(RangeError);
  });

  it('changes the hours of a season without opening a day that is closed, where a single date does', () => {
    const table = new HolidayTable([
      parseHoliday('2026-07-01..2026-08-31 08:00-14:00'),
      parseHoliday('12-01..12-20 10:00-16:00'),
      parseHoliday('2026-07-11 09:00-12:00'),
    ]);
    expect(table.hoursOn(dayNumber(2026, 7, 3), usual)).toEqual([
      { from: 8 * 3_600_000, to: 14 * 3_600_000 },
    ]);
    expect(table.hoursOn(dayNumber(2026, 7, 4), [])).toBeNull();
    expect(table.hoursOn(dayNumber(2026, 12, 5), [])).toBeNull();
    expect(table.hoursOn(dayNumber(2026, 7, 11), [])).toEqual([{ from: 9 * 3_600_000, to: 12 * 3_600_000 }]);
  });

  it('lets a dated entry win over a yearly one', () => {
    const table = new HolidayTable([parseHoliday('12-24'), parseHoliday('2026-12-24 09:00-12:00')]);
    expect(table.hoursOn(dayNumber(2026, 12, 24), usual)).toHaveLength(1);
    expect(table.hoursOn(dayNumber(2027, 12, 24), usual)).toEqual([]);
  });
});
