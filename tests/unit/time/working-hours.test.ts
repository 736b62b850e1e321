import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { HOUR } from '../../../src/time/civil.ts';
import { parseHours, weeklyHours } from '../../../src/time/working-hours.ts';

/** Hours by weekday, Monday first: `9-12 13-17.5`. */
const shown = (text: string) =>
  parseHours(text).map((day) => day.map(({ from, to }) => `${from / HOUR}-${to / HOUR}`).join(' '));

const same = (hours: string, days: readonly number[]) =>
  Array.from({ length: 7 }, (_, i) => (days.includes(i + 1) ? hours : ''));

describe('parseHours', () => {
  it.each([
    ['Mon-Fri 09:00-18:00', same('9-18', [1, 2, 3, 4, 5])],
    ['Mon-Fri 09:00-18:00, Sat 10:00-14:00', [...same('9-18', [1, 2, 3, 4, 5]).slice(0, 5), '10-14', '']],
    ['mon - fri 9am - 5:30pm', same('9-17.5', [1, 2, 3, 4, 5])],
    ['Mon-Fri 09:00-12:00 13:00-17:30', same('9-12 13-17.5', [1, 2, 3, 4, 5])],
    ['Mon-Fri 09:00-12:00, 13:00-17:30', same('9-12 13-17.5', [1, 2, 3, 4, 5])],
    ['Mon, Wed, Friday 9-17', same('9-17', [1, 3, 5])],
    ['Sun-Thu 10:00-19:00', same('10-19', [7, 1, 2, 3, 4])],
    ['Fri to Mon 8-12', same('8-12', [5, 6, 7, 1])],
    ['Mon-Sun 22:00-06:00', same('22-30', [1, 2, 3, 4, 5, 6, 7])],
    ['Sat 18:00-00:00', same('18-24', [6])],
    ['Sat 18:00-24:00', same('18-24', [6])],
    ['24/7', same('0-24', [1, 2, 3, 4, 5, 6, 7])],
    ['Mon-Fri 24/7', same('0-24', [1, 2, 3, 4, 5])],
    [
      'weekdays 8.30–16.00; weekend 10–12',
      [...same('8.5-16', [1, 2, 3, 4, 5]).slice(0, 5), '10-12', '10-12'],
    ],
    ['daily 8-20, Sun closed', same('8-20', [1, 2, 3, 4, 5, 6])],
    ['Mon 12am-12pm', same('0-12', [1])],
  ])('reads %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    ['', 1],
    ['  ', 1],
    ['09:00-18:00', 1],
    ['Mon-Fri', 8],
    ['Mon-Fri 09:00', 14],
    ['Mon-Fri 09:00-', 15],
    ['Mon-Fri 09:00 18:00', 15],
    ['Mon-Fri 25:00-26:00', 9],
    ['Mon-Fri 09:60-18:00', 9],
    ['Mon-Fri 09:00-24:30', 15],
    ['Mon-Fri 13pm-3pm', 9],
    ['Mon-Fri 09:00-09:00', 9],
    ['Mon 24:00-06:00', 5],
    ['Mon-Foo 09:00-18:00', 5],
    ['Mon-Fri 09:00-18:00, Foo 10:00-14:00', 22],
    ['M 09:00-18:00', 1],
    ['Mon # 9-10', 5],
    ['Mon 9-10,, Tue', 15],
  ])('points into %j at column %d', (text, column) => {
    try {
      parseHours(text);
      expect.fail('accepted');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(error.exitCode).toBe(2);
      expect(error.problem.args.column).toBe(column);
    }
  });
});

describe('weeklyHours', () => {
  it('takes intervals by day, as a config file lists them', () => {
    const hours = weeklyHours({
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      sat: [['22:00', '02:00']],
      sun: [],
    });
    expect(hours.map((day) => day.length)).toEqual([2, 0, 0, 0, 0, 1, 0]);
    expect(hours[5]).toEqual([{ from: 22 * HOUR, to: 26 * HOUR }]);
  });
});
