import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '../../../src/time/civil.ts';
import { recurringDays } from '../../../src/time/recurrence.ts';

const days = (rule: string, start: string): string[] | string => {
  const found = recurringDays(rule, {
    start: parseIsoDate(start) as number,
    dayOf: (until) => parseIsoDate(until.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3')),
  });
  return 'days' in found ? found.days.map(isoDate) : found.notRead;
};

// The days stand in RFC 5545, 3.8.5.3, or were counted on a calendar.
describe('a recurrence rule', () => {
  it.each([
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3', '2024-11-28', ['2024-11-28', '2025-11-27', '2026-11-26']],
    // Memorial Day: the last Monday of May.
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20261231', '2025-05-26', ['2025-05-26', '2026-05-25']],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19', ['1997-05-19', '1998-05-18', '1999-05-17']],
    ['FREQ=MONTHLY;BYDAY=1FR;COUNT=3', '1997-09-05', ['1997-09-05', '1997-10-03', '1997-11-07']],
    ['FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3', '1997-09-28', ['1997-09-28', '1997-10-29', '1997-11-28']],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3',
      '1997-09-29',
      ['1997-09-29', '1997-10-30', '1997-11-27'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=4',
      '1997-09-02',
      ['1997-09-02', '1997-09-04', '1997-09-16', '1997-09-18'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05',
      ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    ['FREQ=DAILY;INTERVAL=10;COUNT=3', '1997-09-02', ['1997-09-02', '1997-09-12', '1997-09-22']],
    // A 29 February comes every four years.
    ['FREQ=YEARLY;COUNT=2', '2024-02-29', ['2024-02-29', '2028-02-29']],
    ['FREQ=MONTHLY;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', '1997-05-12', ['1997-05-12', '1998-05-11']],
    ['FREQ=YEARLY;BYYEARDAY=1,100;COUNT=3', '1997-01-01', ['1997-01-01', '1997-04-10', '1998-01-01']],
    ['freq=yearly;until=20271231T235959Z;', '2026-02-16', ['2026-02-16', '2027-02-16']],
  ])('%s from %s', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected);
  });

  it.each([
    ['FREQ=HOURLY', 'FREQ=HOURLY'],
    ['FREQ=YEARLY;BYHOUR=9', 'BYHOUR=9'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX'],
    ['FREQ=YEARLY;INTERVAL=0', 'INTERVAL=0'],
    ['FREQ=WEEKLY;WKST=XX', 'WKST=XX'],
    ['FREQ=YEARLY;UNTIL=2027', 'UNTIL=2027'],
    ['FREQ=YEARLY;RSCALE=HEBREW', 'RSCALE=HEBREW'],
    ['COUNT=3', 'COUNT=3'],
    ['nonsense', 'NONSENSE'],
  ])('%s is not read for %s', (rule, part) => {
    expect(days(rule, '2026-01-01')).toBe(part);
  });
});
