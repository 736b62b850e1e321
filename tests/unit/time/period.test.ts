import { UTCDateMini } from '@date-fns/utc/date/mini';
import {
  addDays,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { DAY, HOUR } from '../../../src/time/civil.ts';
import {
  addUnits,
  allTime,
  isRelativePeriod,
  periodAt,
  periodUnits,
  relativePeriods,
  resolveAsOf,
  resolveInstant,
  resolvePeriod,
  resolveRange,
  startOfUnit,
} from '../../../src/time/period.ts';
import { PeriodIndex, previousPeriod, splitPeriod } from '../../../src/time/period-series.ts';
import { formatInstant, zone } from '../../../src/time/zone.ts';

const dhaka = zone('Asia/Dhaka');
const newYork = zone('America/New_York');
// A Sunday evening in New York, already Monday in Dhaka.
const asOf = Date.parse('2026-11-22T23:30:00Z');
const inDhaka = { asOf, zone: dhaka, weekStarts: 1 };
const inNewYork = { asOf, zone: newYork, weekStarts: 1 };

function shown(text: string, context: typeof inDhaka): string {
  const { start, end, label } = resolvePeriod(text, context);
  return `${formatInstant(start, context.zone, 'minute')} ${formatInstant(end, context.zone, 'minute')} ${label}`;
}

describe('resolvePeriod', () => {
  it.each([
    ['today', '2026-11-23T00:00+06:00 2026-11-24T00:00+06:00 2026-11-23'],
    ['yesterday', '2026-11-22T00:00+06:00 2026-11-23T00:00+06:00 2026-11-22'],
    ['this-week', '2026-11-23T00:00+06:00 2026-11-30T00:00+06:00 2026-W48'],
    ['last-week', '2026-11-16T00:00+06:00 2026-11-23T00:00+06:00 2026-W47'],
    ['This-Month', '2026-11-01T00:00+06:00 2026-12-01T00:00+06:00 2026-11'],
    ['last-month', '2026-10-01T00:00+06:00 2026-11-01T00:00+06:00 2026-10'],
    ['last-quarter', '2026-07-01T00:00+06:00 2026-10-01T00:00+06:00 2026-Q3'],
    ['this-year', '2026-01-01T00:00+06:00 2027-01-01T00:00+06:00 2026'],
    ['last-year', '2025-01-01T00:00+06:00 2026-01-01T00:00+06:00 2025'],
    ['last-30-days', '2026-10-24T00:00+06:00 2026-11-23T00:00+06:00 2026-10-24/2026-11-22'],
    ['last-1-days', '2026-11-22T00:00+06:00 2026-11-23T00:00+06:00 2026-11-22'],
    ['last-3-weeks', '2026-11-02T00:00+06:00 2026-11-23T00:00+06:00 2026-11-02/2026-11-22'],
    ['last-6-months', '2026-05-01T00:00+06:00 2026-11-01T00:00+06:00 2026-05-01/2026-10-31'],
    ['2026-W46', '2026-11-09T00:00+06:00 2026-11-16T00:00+06:00 2026-W46'],
    ['2026-w6', '2026-02-02T00:00+06:00 2026-02-09T00:00+06:00 2026-W06'],
    ['2026-W53', '2026-12-28T00:00+06:00 2027-01-04T00:00+06:00 2026-W53'],
    ['2026-10', '2026-10-01T00:00+06:00 2026-11-01T00:00+06:00 2026-10'],
    ['2026-12', '2026-12-01T00:00+06:00 2027-01-01T00:00+06:00 2026-12'],
    ['2026-Q3', '2026-07-01T00:00+06:00 2026-10-01T00:00+06:00 2026-Q3'],
    ['2026-q4', '2026-10-01T00:00+06:00 2027-01-01T00:00+06:00 2026-Q4'],
    ['2026', '2026-01-01T00:00+06:00 2027-01-01T00:00+06:00 2026'],
    ['2026-10-05', '2026-10-05T00:00+06:00 2026-10-06T00:00+06:00 2026-10-05'],
    ['2026-10-05/2026-10-07', '2026-10-05T00:00+06:00 2026-10-08T00:00+06:00 2026-10-05/2026-10-07'],
    ['2026-10-05..2026-10-05', '2026-10-05T00:00+06:00 2026-10-06T00:00+06:00 2026-10-05'],
  ])('%s in Dhaka', (text, expected) => {
    expect(shown(text, inDhaka)).toBe(expected);
  });

  it('looks from the local day: in New York it is still Sunday', () => {
    expect(shown('today', inNewYork)).toBe('2026-11-22T00:00-05:00 2026-11-23T00:00-05:00 2026-11-22');
    expect(shown('last-week', inNewYork)).toBe('2026-11-09T00:00-05:00 2026-11-16T00:00-05:00 2026-W46');
  });

  it('cuts weeks at local midnights over a change of the clocks', () => {
    const autumn = resolvePeriod('2026-W44', inNewYork);
    expect(autumn.end - autumn.start).toBe(7 * DAY + HOUR);
    const spring = resolvePeriod('2026-W10', inNewYork);
    expect(spring.end - spring.start).toBe(7 * DAY - HOUR);
  });

  it('starts weeks on any day, then labelled by their days', () => {
    const sunday = { ...inNewYork, weekStarts: 7 };
    expect(shown('this-week', sunday)).toBe(
      '2026-11-22T00:00-05:00 2026-11-29T00:00-05:00 2026-11-22/2026-11-28',
    );
    expect(() => resolvePeriod('2026-W46', sunday)).toThrow(DeskstatError);
    expect(() => resolvePeriod('2026-W46', sunday)).toThrow(/ISO week/);
  });

  it('knows the period without ends', () => {
    expect(resolvePeriod('all', inDhaka)).toEqual(allTime);
  });

  it.each([
    '',
    'lastweek',
    'last-0-days',
    'next-week',
    'this-3-weeks',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2025-W53',
    '2026-W00',
    '2026-Q5',
    '26',
    '99999',
    '2026-10-07/2026-10-05',
    '2026-10-07/soon',
    'yesterday week',
  ])('refuses %j', (text) => {
    expect(() => resolvePeriod(text, inDhaka)).toThrow(DeskstatError);
  });
});

describe('resolveInstant, resolveAsOf, resolveRange', () => {
  const iso = (instant: number) => new Date(instant).toISOString();

  it('read dates at their local start, stamps in the zone or their own', () => {
    expect(iso(resolveInstant('2026-10-05', inDhaka))).toBe('2026-10-04T18:00:00.000Z');
    expect(iso(resolveInstant('2026-10-05T09:30', inDhaka))).toBe('2026-10-05T03:30:00.000Z');
    expect(iso(resolveInstant('2026-10-05 09:30:15', inDhaka))).toBe('2026-10-05T03:30:15.000Z');
    expect(iso(resolveInstant('2026-10-05T09:30Z', inDhaka))).toBe('2026-10-05T09:30:00.000Z');
    expect(iso(resolveInstant('2026-10', inDhaka))).toBe('2026-09-30T18:00:00.000Z');
    expect(iso(resolveInstant('last-month', inDhaka))).toBe('2026-09-30T18:00:00.000Z');
    expect(() => resolveInstant('2026-10-05T25:00', inDhaka)).toThrow(DeskstatError);
    expect(() => resolveInstant('all', inDhaka)).toThrow(DeskstatError);
  });

  it('take a date alone as the end of that day for as-of', () => {
    expect(iso(resolveAsOf('2026-10-05', dhaka))).toBe('2026-10-05T18:00:00.000Z');
    expect(iso(resolveAsOf('2026-10-05T09:30', dhaka))).toBe('2026-10-05T03:30:00.000Z');
    expect(() => resolveAsOf('last-week', dhaka)).toThrow(DeskstatError);
    expect(() => resolveAsOf('2026-02-30', dhaka)).toThrow(DeskstatError);
  });

  it('keep ranges half-open, and open where an end is left out', () => {
    const range = resolveRange({ since: '2026-10-01', until: '2026-10-15' }, inDhaka);
    expect(range).toEqual({
      start: Date.parse('2026-09-30T18:00:00Z'),
      end: Date.parse('2026-10-14T18:00:00Z'),
      label: '2026-10-01/2026-10-14',
    });
    expect(resolveRange({ since: '2026-10-01', until: null }, inDhaka).label).toBe('2026-10-01/..');
    expect(resolveRange({ since: null, until: null }, inDhaka)).toEqual(allTime);
    expect(resolveRange({ since: null, until: '2026-10-01' }, inDhaka).label).toBe('../2026-09-30');
    expect(() => resolveRange({ since: '2026-10-02', until: '2026-10-02' }, inDhaka)).toThrow(DeskstatError);
  });
});

describe('splitPeriod', () => {
  it('splits into whole and clipped weeks', () => {
    const whole = { start: Date.parse('2026-10-29T18:00:00Z'), end: Date.parse('2026-11-10T06:00:00Z') };
    const weeks = splitPeriod({ ...whole, every: 'week', zone: dhaka, weekStarts: 1 });
    expect(weeks.map(({ label, clipped }) => [label, clipped])).toEqual([
      ['2026-W44', true],
      ['2026-W45', false],
      ['2026-W46', true],
    ]);
  });

  it('refuses a period without ends', () => {
    expect(() => splitPeriod({ ...allTime, every: 'week', zone: dhaka, weekStarts: 1 })).toThrow(RangeError);
  });

  it('covers any period once, in every zone, and agrees with periodAt', () => {
    const zones = fc.constantFrom(
      'Asia/Dhaka',
      'America/St_Johns',
      'Africa/Cairo',
      'Pacific/Apia',
      'America/Havana',
    );
    fc.assert(
      fc.property(
        zones,
        fc.constantFrom(...periodUnits),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.integer({ min: 1, max: 200 * DAY }),
        (id, every, weekStarts, start, length) => {
          const calendar = { zone: zone(id), weekStarts };
          const parts = splitPeriod({ start, end: start + length, every, ...calendar });
          expect(parts[0].start).toBe(start);
          expect(parts.at(-1)?.end).toBe(start + length);
          parts.forEach((part, i) => {
            expect(part.end).toBeGreaterThan(part.start);
            if (i > 0) expect(part.start).toBe(parts[i - 1].end);
            const period = periodAt(part.start, every, calendar);
            expect(period.label).toBe(part.label);
            expect(part.clipped).toBe(period.start !== part.start || period.end !== part.end);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves out a day that a zone skipped', () => {
    const calendar = { zone: zone('Pacific/Apia'), weekStarts: 1 };
    const start = Date.parse('2011-12-29T10:00:00Z');
    const days = splitPeriod({ start, end: start + 2 * DAY, every: 'day', ...calendar });
    expect(days.map(({ label }) => label)).toEqual(['2011-12-29', '2011-12-31']);
  });

  it('gives the repeated hour before midnight in Newfoundland to the new day', () => {
    // 2010-11-07 00:01 −02:30 goes back to 2010-11-06 23:01 −03:30.
    const calendar = { zone: zone('America/St_Johns'), weekStarts: 1 };
    const second = Date.parse('2010-11-07T02:45:00Z');
    expect(formatInstant(second, calendar.zone, 'minute')).toBe('2010-11-06T23:15-03:30');
    expect(periodAt(second, 'day', calendar).label).toBe('2010-11-07');
    const { start, end } = periodAt(second, 'day', calendar);
    expect(start).toBe(Date.parse('2010-11-07T00:00-02:30'));
    expect(periodAt(end, 'day', calendar)).toMatchObject({ start: end, label: '2010-11-08' });
    expect(periodAt(end - 1, 'day', calendar).label).toBe('2010-11-07');
  });
});

describe('units of the calendar', () => {
  const dateOf = (day: number) => new UTCDateMini(day * DAY);
  const dayOf = (date: Date) => Math.round(date.getTime() / DAY);
  const days = fc.integer({ min: -40_000, max: 90_000 });

  it('add up as in date-fns, short months and leap years included', () => {
    const adders = { day: addDays, week: addWeeks, month: addMonths, quarter: addQuarters, year: addYears };
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -60, max: 60 }),
        fc.constantFrom(...periodUnits),
        (day, count, unit) => {
          expect(addUnits(day, count, unit)).toBe(dayOf(adders[unit](dateOf(day), count)));
        },
      ),
    );
    // 2024-02-29 is day 19782; 2023-02-28 is day 19416.
    expect(addUnits(19_782, -1, 'year')).toBe(19_416);
  });

  it('begin as in date-fns', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (day, weekStarts) => {
        const date = dateOf(day);
        const weekStartsOn = (weekStarts % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
        expect(startOfUnit(day, 'day', weekStarts)).toBe(day);
        expect(startOfUnit(day, 'week', weekStarts)).toBe(dayOf(startOfWeek(date, { weekStartsOn })));
        expect(startOfUnit(day, 'month', weekStarts)).toBe(dayOf(startOfMonth(date)));
        expect(startOfUnit(day, 'quarter', weekStarts)).toBe(dayOf(startOfQuarter(date)));
        expect(startOfUnit(day, 'year', weekStarts)).toBe(dayOf(startOfYear(date)));
      }),
    );
  });
});

describe('PeriodIndex', () => {
  it('finds what a linear search finds, in any order of questions', () => {
    const periods = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20 })), { maxLength: 12 })
      .map((steps) => {
        let at = 0;
        return steps.map(([length, gap]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at, label: '' };
        });
      });
    fc.assert(
      fc.property(periods, fc.array(fc.integer({ min: -5, max: 900 })), (list, instants) => {
        const index = new PeriodIndex(list);
        for (const instant of [...instants, Number.NaN]) {
          expect(index.indexOf(instant)).toBe(
            list.findIndex(({ start, end }) => instant >= start && instant < end),
          );
        }
      }),
    );
  });

  it('holds a period without ends', () => {
    const index = new PeriodIndex([allTime]);
    expect(index.indexOf(0)).toBe(0);
    expect(index.indexOf(Number.NaN)).toBe(-1);
  });
});

describe('previousPeriod', () => {
  const compare = (text: string, mode: 'previous' | 'year-ago', context = inDhaka) => {
    const before = previousPeriod(resolvePeriod(text, context), { ...context, mode });
    return (
      before &&
      `${formatInstant(before.start, context.zone, 'day')} ${formatInstant(before.end, context.zone, 'day')} ${before.label}`
    );
  };

  it.each([
    ['2026-W46', '2026-11-02 2026-11-09 2026-W45', '2025-11-10 2025-11-17 2025-W46'],
    ['2026-03', '2026-02-01 2026-03-01 2026-02', '2025-03-01 2025-04-01 2025-03'],
    ['2026-01', '2025-12-01 2026-01-01 2025-12', '2025-01-01 2025-02-01 2025-01'],
    ['2026-Q1', '2025-10-01 2026-01-01 2025-Q4', '2025-01-01 2025-04-01 2025-Q1'],
    ['2026', '2025-01-01 2026-01-01 2025', '2025-01-01 2026-01-01 2025'],
    ['2026-10-05', '2026-10-04 2026-10-05 2026-10-04', '2025-10-06 2025-10-07 2025-10-06'],
    [
      'last-30-days',
      '2026-09-24 2026-10-24 2026-09-24/2026-10-23',
      '2025-10-25 2025-11-24 2025-10-25/2025-11-23',
    ],
    [
      'last-6-months',
      '2025-11-01 2026-05-01 2025-11-01/2026-04-30',
      '2025-05-01 2025-11-01 2025-05-01/2025-10-31',
    ],
  ])('%s', (text, previous, yearAgo) => {
    expect(compare(text, 'previous')).toBe(previous);
    expect(compare(text, 'year-ago')).toBe(yearAgo);
  });

  it('keeps local midnights over a change of the clocks', () => {
    expect(compare('2026-W45', 'previous', inNewYork)).toBe('2026-10-26 2026-11-02 2026-W44');
    const before = previousPeriod(resolvePeriod('2026-W45', inNewYork), { ...inNewYork, mode: 'previous' });
    expect((before?.end ?? 0) - (before?.start ?? 0)).toBe(7 * DAY + HOUR);
  });

  it('knows weeks that start on a Sunday', () => {
    const sunday = { ...inNewYork, weekStarts: 7 };
    expect(compare('last-week', 'previous', sunday)).toBe('2026-11-08 2026-11-15 2026-11-08/2026-11-14');
  });

  it('takes a range with times of day for as long just before it', () => {
    const range = { start: asOf - 5 * HOUR, end: asOf, label: '' };
    expect(previousPeriod(range, { ...inDhaka, mode: 'previous' })).toMatchObject({
      start: asOf - 10 * HOUR,
      end: asOf - 5 * HOUR,
    });
    expect(previousPeriod(range, { ...inDhaka, mode: 'year-ago' })).toMatchObject({
      start: range.start - 364 * DAY,
    });
  });

  it('has nothing before everything', () => {
    expect(compare('all', 'previous')).toBeNull();
  });
});

describe('what is typed as a period', () => {
  const label = (text: string) => resolvePeriod(text, inDhaka).label;

  it('is what is offered to type', () => {
    expect(relativePeriods).toContain('last-quarter');
    for (const offered of relativePeriods)
      expect([offered, isRelativePeriod(offered, inDhaka)]).toEqual([offered, true]);
  });
  it.each([
    ['  last-week ', '2026-W47'],
    ['2026w46', '2026-W46'],
    ['2026q3', '2026-Q3'],
    ['2026-9', '2026-09'],
    ['previous-month', '2026-10'],
    ['last-1-week', '2026-W47'],
    ['1960-01-01/1960-01-02', '1960-01-01/1960-01-02'],
  ])('%j is %s', (text, expected) => {
    expect(label(text)).toBe(expected);
  });

  it.each([
    'xlast-week',
    'last-weekend',
    'x2026-w46',
    '2026-w461',
    'x2026-q3',
    '2026-q33',
    'x2026-10',
    '12026',
    'x2026',
    '1826',
    '2226',
    'soon/2026-10-07',
    '2026-10-05/',
    '/2026-10-05',
    '1960-01-01/soon',
    'soon',
  ])('%j is none', (text) => {
    expect(problemOf(() => resolvePeriod(text, inDhaka))).toEqual({
      language: 'period',
      text,
      column: 1,
      message: `"${text}" is no period`,
      expected: 'last-week, this-month, last-30-days, 2026-W46, 2026-10, 2026-Q3, 2026, 2026-10-05 or all',
    });
  });

  it('says which week to write where weeks start on another day', () => {
    // Monday of 2026-W46 is 9 November; the week from Sunday that holds it begins on the 8th
    expect(problemOf(() => resolvePeriod('2026-W46', { ...inDhaka, weekStarts: 7 }))).toEqual({
      language: 'period',
      text: '2026-W46',
      column: 1,
      message: '"2026-W46" is an ISO week, which starts on Monday, and --week-starts names another day',
      try: '2026-11-08/…, or leave --week-starts out',
    });
  });
});

describe('what is typed as an instant', () => {
  const iso = (instant: number) => new Date(instant).toISOString();

  it('may have blanks around it and capitals in it', () => {
    expect(iso(resolveInstant(' 2026-10-05 ', inDhaka))).toBe('2026-10-04T18:00:00.000Z');
    expect(iso(resolveInstant(' LAST-Month ', inDhaka))).toBe('2026-09-30T18:00:00.000Z');
    expect(iso(resolveInstant('2026-Q3', inDhaka))).toBe('2026-06-30T18:00:00.000Z');
    expect(iso(resolveInstant('2026-W41', inDhaka))).toBe('2026-10-04T18:00:00.000Z');
    expect(iso(resolveInstant('2026-10-05t09:30', inDhaka))).toBe('2026-10-05T03:30:00.000Z');
    expect(iso(resolveAsOf(' 2026-10-05 ', dhaka))).toBe('2026-10-05T18:00:00.000Z');
  });

  it.each(['soon', 'ALL', '2026-10-05T25:00', ''])('%j is refused with what can be written', (text) => {
    expect(problemOf(() => resolveInstant(text, inDhaka))).toEqual({
      language: 'date',
      text,
      column: 1,
      message: `"${text}" is no date`,
      expected: '2026-10-05, 2026-10-05T09:30, 2026-10, 2026-W41 or last-month',
    });
  });

  it('must not end a range before its beginning', () => {
    const range = { since: '2026-10-02', until: '2026-10-01' };
    expect(problemOf(() => resolveRange(range, inDhaka))).toEqual({
      language: 'period',
      text: '2026-10-02 … 2026-10-01',
      column: 1,
      message: '--until 2026-10-01 does not lie after --since 2026-10-02',
    });
  });

  it('labels a range of one day by that day', () => {
    expect(resolveRange({ since: '2026-10-05', until: '2026-10-06' }, inDhaka).label).toBe('2026-10-05');
    expect(resolveRange({ since: '2026-10-05', until: '2026-10-05T09:30' }, inDhaka).label).toBe(
      '2026-10-05',
    );
  });
});

/** What is said of a mistake, for `toEqual`: parts that are not said are left out. */
function problemOf(act: () => unknown): Record<string, unknown> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DeskstatError)) throw error;
    expect([error.problem.code, error.exitCode]).toEqual(['bad_syntax', 2]);
    return JSON.parse(JSON.stringify(error.problem.args));
  }
  return expect.fail('accepted');
}
