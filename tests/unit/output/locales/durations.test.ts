import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDuration, wordTick } from '../../../../src/output/locales/durations.ts';

const units = { day: 'd', hour: 'h', minute: 'm', second: 's' };
const digits = (value: number, width = 1): string => String(value).padStart(width, '0');
const calendar = { clock: 'calendar', units, digits } as const;
const business = { clock: 'business', units, digits } as const;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('wordDuration', () => {
  it.each([
    [0, '0s'],
    [1, '<1s'],
    [999, '<1s'],
    [second, '1s'],
    [59.4 * second, '59s'],
    [59.5 * second, '1m 00s'],
    [5 * minute + 9 * second, '5m 09s'],
    [9 * minute + 59.4 * second, '9m 59s'],
    [9 * minute + 59.5 * second, '10m'],
    [42 * minute + 29 * second, '42m'],
    [42 * minute + 30 * second, '43m'],
    [59 * minute + 29 * second, '59m'],
    [59 * minute + 30 * second, '1h 00m'],
    [2 * hour + 5 * minute, '2h 05m'],
    [23 * hour + 59 * minute + 29 * second, '23h 59m'],
    [23 * hour + 59 * minute + 30 * second, '1d 0h'],
    [day, '1d 0h'],
    [day + 4 * hour, '1d 4h'],
    [day + 23 * hour + 30 * minute, '2d 0h'],
    [29 * day + 23 * hour, '29d 23h'],
    [29 * day + 23.5 * hour, '30d'],
    [45.4 * day, '45d'],
    [-90 * minute, '−1h 30m'],
  ])('%d ms on the calendar clock is %s', (milliseconds, words) => {
    expect(wordDuration(milliseconds, calendar)).toBe(words);
  });

  it.each([
    [day + 4 * hour, '28h 00m'],
    [999 * hour + 59 * minute, '999h 59m'],
    [1000 * hour, '1000h'],
    [45 * second, '45s'],
  ])('%d ms of business time is %s: no days', (milliseconds, words) => {
    expect(wordDuration(milliseconds, business)).toBe(words);
  });

  it('never prints 60 of a unit that has 60, nor 24 hours beside days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * day }), (milliseconds) => {
        const words = wordDuration(milliseconds, calendar);
        expect(words).not.toMatch(/\b60[ms]|d 24h/);
      }),
    );
  });

  it('is off by at most half of its smaller unit', () => {
    const size = { d: day, h: hour, m: minute, s: second };
    fc.assert(
      fc.property(fc.integer({ min: second, max: 60 * day }), (milliseconds) => {
        const parts = [...wordDuration(milliseconds, calendar).matchAll(/(\d+)([dhms])/g)];
        const read = parts.reduce((sum, [, value, unit]) => sum + Number(value) * size[unit as 'd'], 0);
        const smallest = size[parts.at(-1)?.[2] as 'd'];
        expect(Math.abs(read - milliseconds)).toBeLessThanOrEqual(smallest / 2);
      }),
    );
  });
});

describe('wordTick', () => {
  it.each([
    [2 * day, '2d'],
    [36 * hour, '36h'],
    [90 * minute, '1.5h'],
    [30 * minute, '30m'],
    [10 * second, '10s'],
    [0, '0s'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(wordTick(milliseconds, calendar, String)).toBe(words);
  });
});
