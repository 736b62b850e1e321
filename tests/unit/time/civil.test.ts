import { UTCDateMini } from '@date-fns/utc/date/mini';
import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDate,
  DAY,
  dayNumber,
  daysInMonth,
  isLeapYear,
  isoDate,
  parseIsoDate,
  weekdayOf,
} from '../../../src/time/civil.ts';
import { isoWeekOf, mondayOfIsoWeek } from '../../../src/time/iso-week.ts';

describe('dayNumber', () => {
  it('counts from 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(1969, 12, 31)).toBe(-1);
    expect(dayNumber(2000, 3, 1)).toBe(11_017);
    // python3 -c "import datetime as d; print((d.date(2026,11,22)-d.date(1970,1,1)).days)" → 20779
    expect(dayNumber(2026, 11, 22)).toBe(20_779);
  });

  it('carries months into years, both ways', () => {
    expect(dayNumber(2026, 13, 1)).toBe(dayNumber(2027, 1, 1));
    expect(dayNumber(2026, 0, 1)).toBe(dayNumber(2025, 12, 1));
    expect(dayNumber(2026, -11, 1)).toBe(dayNumber(2025, 1, 1));
  });

  it('agrees with Date.UTC and turns back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2500 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const days = dayNumber(year, month, day);
          expect(days).toBe(Date.UTC(year, month - 1, day) / DAY);
          expect(civilDate(days)).toEqual({ year, month, day });
          expect(parseIsoDate(isoDate(days))).toBe(days);
        },
      ),
    );
  });
});

describe('dates', () => {
  it('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true]);
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(2023, 2)).toBe(28);
    expect(daysInMonth(2023, 12)).toBe(31);
    expect([0, 13, Number.NaN].map((month) => daysInMonth(2023, month))).toEqual([0, 0, 0]);
  });

  it('refuses dates that do not exist', () => {
    expect(parseIsoDate('2026-02-29')).toBeNull();
    expect(parseIsoDate('2026-13-01')).toBeNull();
    expect(parseIsoDate('2026-00-10')).toBeNull();
    expect(parseIsoDate('2026-01-00')).toBeNull();
    expect(parseIsoDate('20260101')).toBeNull();
    expect(parseIsoDate('2024-2-29')).toBe(dayNumber(2024, 2, 29));
  });
});

describe('weeks', () => {
  it('names weekdays by ISO number', () => {
    expect(weekdayOf(dayNumber(1970, 1, 1))).toBe(4);
    expect(weekdayOf(dayNumber(1969, 12, 29))).toBe(1);
    expect(weekdayOf(dayNumber(2026, 11, 22))).toBe(7);
  });

  it('numbers ISO weeks over New Year', () => {
    // python3 -c "import datetime as d; print(d.date(2027,1,3).isocalendar(), d.date(2024,12,30).isocalendar())"
    expect(isoWeekOf(dayNumber(2027, 1, 3))).toEqual({ year: 2026, week: 53 });
    expect(isoWeekOf(dayNumber(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
    expect(isoWeekOf(dayNumber(2026, 11, 9))).toEqual({ year: 2026, week: 46 });
  });

  it('finds the Monday of a week, and that 2025 has no week 53', () => {
    expect(isoDate(mondayOfIsoWeek(2026, 46) ?? 0)).toBe('2026-11-09');
    expect(isoDate(mondayOfIsoWeek(2026, 53) ?? 0)).toBe('2026-12-28');
    expect(mondayOfIsoWeek(2025, 53)).toBeNull();
    expect(mondayOfIsoWeek(2025, 0)).toBeNull();
  });

  it('every day lies in the week that its Monday begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 80_000 }), (day) => {
        const { year, week } = isoWeekOf(day);
        const date = new UTCDateMini(day * DAY);
        expect({ year, week }).toEqual({ year: getISOWeekYear(date), week: getISOWeek(date) });
        expect(mondayOfIsoWeek(year, week)).toBe(day - (weekdayOf(day) - 1));
      }),
    );
  });
});
