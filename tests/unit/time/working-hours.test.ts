import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { HOUR } from '../../../src/time/civil.ts';
import { parseHours } from '../../../src/time/working-hours.ts';

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

/** The column and the message of the mistake in a text. */
function mistakeIn(text: string): [unknown, unknown] {
  try {
    parseHours(text);
  } catch (error) {
    if (!(error instanceof DeskstatError)) throw error;
    const { language, text: quoted, column, message, expected } = error.problem.args;
    expect([String(language), quoted]).toEqual(['working hours', text]);
    expect(String(expected)).toBe('days and hours such as Mon-Fri 09:00-18:00, Sat 10:00-14:00, or 24/7');
    return [column, String(message)];
  }
  return expect.fail(`accepted ${text}`);
}

describe('mistakes in hours', () => {
  it.each([
    ['', 1, 'no hours are given'],
    ['Mon # 9-10', 5, 'this is neither a day nor a time'],
    ['Mon   # 9-10', 7, 'this is neither a day nor a time'],
    ['Foo 9-10', 1, '"Foo" is no day of the week'],
    ['9-10', 1, '"9" is no day of the week'],
    ['Mon- 9-10', 6, '"9" is no day of the week'],
    ['Mon-', 5, 'the end is no day of the week'],
    ['Mon', 4, 'the end is no time of day'],
    ['  Mon   ', 6, 'the end is no time of day'],
    ['Mon 9', 6, '"-" and a closing time must follow 9'],
    ['Mon 9:30 Tue', 10, '"-" and a closing time must follow 9:30'],
    ['Mon 9 Tue', 7, '"-" and a closing time must follow 9'],
    ['Mon 9-10 11 12-13', 13, '"-" and a closing time must follow 11'],
    ['Mon 9-', 7, 'the end is no time of day'],
    ['Mon 9-Tue', 7, '"Tue" is no time of day'],
    ['Mon 9-25', 7, '"25" is no time of day'],
    ['Mon 9-24:01', 7, '"24:01" is no time of day'],
    ['Mon 9-17:60', 7, '"17:60" is no time of day'],
    ['Mon 0am-3am', 5, '"0am" is no time of day'],
    ['Mon 13pm-3pm', 5, '"13pm" is no time of day'],
    ['Mon, 9-17', 4, '"," is no time of day'],
    ['Mon 9-9', 5, 'the hours end when they begin (write 00:00-24:00 for a whole day)'],
    ['Mon 24:00-6:00', 5, 'no day begins at 24:00'],
    ['daily 8-20, Sun unclosed', 17, '"unclosed" is no time of day'],
    ['daily 8-20, Sun closedly', 17, '"closedly" is no time of day'],
    ['nondaily 8-20', 1, '"nondaily" is no day of the week'],
    ['dailyish 8-20', 1, '"dailyish" is no day of the week'],
    ['nonweekdays 8-20', 1, '"nonweekdays" is no day of the week'],
    ['weekdaysoff 8-20', 1, '"weekdaysoff" is no day of the week'],
    ['noweekends 8-20', 1, '"noweekends" is no day of the week'],
    ['weekendsoff 8-20', 1, '"weekendsoff" is no day of the week'],
  ])('%j: column %d, %s', (text, column, message) => {
    expect(mistakeIn(text)).toEqual([column, message]);
  });
});

describe('ways to write hours', () => {
  it.each([
    ['Mon Tue Wed 9-17', same('9-17', [1, 2, 3])],
    ['weekday 9-17', same('9-17', [1, 2, 3, 4, 5])],
    ['weekends 9-17', same('9-17', [6, 7])],
    ['everyday 9-17', same('9-17', [1, 2, 3, 4, 5, 6, 7])],
    ['ALL 9-17', same('9-17', [1, 2, 3, 4, 5, 6, 7])],
    ['Mon 1pm-5pm', same('13-17', [1])],
    ['Mon 9AM-5PM', same('9-17', [1])],
    ['Mon 1am-3am', same('1-3', [1])],
    ['Mon 12pm-12am', same('12-24', [1])],
    ['Mon 9-9.59am', [`9-${9 + 59 / 60}`, '', '', '', '', '', '']],
    ['Mon 9-10, 11-12, Tue 13-14', ['9-10 11-12', '13-14', '', '', '', '', '']],
    ['Mon 9-10 and 11-12; Tue & Wed 13-14', ['9-10 11-12', '13-14', '13-14', '', '', '', '']],
    ['daily 8-20, Sat off, Sun none', same('8-20', [1, 2, 3, 4, 5])],
    ['Sun closed', same('', [])],
    ['Mon 9-10,', same('9-10', [1])],
    ['24/7, Sun closed', same('0-24', [1, 2, 3, 4, 5, 6])],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});
