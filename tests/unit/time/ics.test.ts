import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../src/time/ics.ts';

describe('readIcs', () => {
  const calendar = (...events: string[][]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n');

  it('reads all-day events, the end not included', () => {
    const text = calendar(
      ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas\\, both', ' days'],
      ['DTSTART;VALUE=DATE:20260326', 'SUMMARY;LANGUAGE="en:x":Independence Day'],
      ['DTSTART;VALUE=DATE:20260401', 'DURATION:P1W'],
      ['DTSTART;TZID=Asia/Dhaka:20260501T000000', 'DTEND;TZID=Asia/Dhaka:20260502T000000'],
    );
    expect(readIcs(text)).toEqual({
      holidays: [
        { from: '2026-12-25', to: '2026-12-26', yearly: false, name: 'Christmas, bothdays' },
        { from: '2026-03-26', to: '2026-03-26', yearly: false, name: 'Independence Day' },
        { from: '2026-04-01', to: '2026-04-07', yearly: false },
        { from: '2026-05-01', to: '2026-05-01', yearly: false },
      ],
      passedOver: 0,
      names: [],
    });
  });

  // The days that the span covers from midnight to midnight, counted on a calendar.
  it.each([
    // Two days and the first half of the 26th, which is no closed day.
    ['DTSTART;VALUE=DATE:20261224', 'DURATION:P2DT12H', '2026-12-24', '2026-12-25'],
    // As some calendars write the last moment of the day.
    ['DTSTART:20261225T000000', 'DTEND:20261226T235959', '2026-12-25', '2026-12-26'],
    ['DTSTART:20261225T000000', 'DTEND:20261225T235900', '2026-12-25', '2026-12-25'],
    // 24 hours; 1,440 minutes; 86,400 seconds.
    ['DTSTART:20261225T000000', 'DURATION:+PT24H', '2026-12-25', '2026-12-25'],
    ['DTSTART:20261225T000000', 'DURATION:PT1440M', '2026-12-25', '2026-12-25'],
    ['DTSTART:20261225T000000', 'DURATION:PT86400S', '2026-12-25', '2026-12-25'],
    ['DTSTART:20261225T000000', 'DURATION:P1W', '2026-12-25', '2026-12-31'],
    // A date is its day, however short the event says to be, and whatever cannot be read behind it.
    ['DTSTART;VALUE=DATE:20261225', 'DURATION:PT8H', '2026-12-25', '2026-12-25'],
    ['DTSTART;VALUE=DATE:20261225', 'DURATION:P', '2026-12-25', '2026-12-25'],
    ['DTSTART;VALUE=DATE:20261225', 'DURATION:-P2D', '2026-12-25', '2026-12-25'],
    ['DTSTART;VALUE=DATE:20261225', 'DTEND:20261227T000000Z', '2026-12-25', '2026-12-26'],
  ])('%s, %s closes %s to %s', (start, end, from, to) => {
    expect(readIcs(calendar([start, end]))).toEqual({
      holidays: [{ from, to, yearly: false }],
      passedOver: 0,
      names: [],
    });
  });

  it.each([
    ['DTSTART:20261225T090000', 'DTEND:20261225T110000'],
    // A stamp without an end takes no time (RFC 5545, 3.6.1).
    ['DTSTART:20261225T000000', 'SUMMARY:Midnight'],
    ['DTSTART:20261225T000000', 'DTEND:20261224T000000'],
    ['DTSTART;VALUE=DATE:20260230', 'DURATION:P1D'],
  ])('%s, %s covers no whole local day', (start, end) => {
    expect(readIcs(calendar([start, end]))).toMatchObject({ holidays: [], passedOver: 1 });
  });

  it('repeats yearly events and counts what it passes over', () => {
    const text = calendar(
      ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY'],
      ['DTSTART;VALUE=DATE:20200216', 'RRULE:FREQ=YEARLY;INTERVAL=1;WKST=SU'],
      ['DTSTART;VALUE=DATE:20200217', 'RRULE:FREQ=YEARLY;INTERVAL=2'],
      ['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
      ['DTSTART:20261225T100000Z', 'DTEND:20261225T110000Z'],
      ['DTSTART;VALUE=DATE:20261231', 'STATUS:CANCELLED'],
      ['SUMMARY:no date at all'],
    );
    const { holidays, passedOver, names } = readIcs(text);
    expect(holidays).toEqual([
      { from: '2020-12-25', to: '2020-12-25', yearly: true },
      { from: '2020-02-16', to: '2020-02-16', yearly: true },
      // Every second year, and Thanksgiving: both up to where a rule is cut.
      ...Array.from({ length: 31 }, (_, i) => ({
        from: `${2020 + 2 * i}-02-17`,
        to: `${2020 + 2 * i}-02-17`,
        yearly: false,
      })),
      expect.objectContaining({ from: '2020-11-26', yearly: false }),
      expect.objectContaining({ from: '2021-11-25', yearly: false }),
      ...Array.from({ length: 59 }, () => expect.objectContaining({ yearly: false })),
    ]);
    expect(passedOver).toBe(3);
    expect(names).toEqual(
      ['20261225T100000Z', '20261231', 'no date at all'].map((name) =>
        expect.stringContaining(name.slice(0, 7)),
      ),
    );
  });

  it('closes the hours of a day that an event covers for three hours and more', () => {
    const { holidays } = readIcs(
      calendar(['DTSTART:20261224T120000', 'DTEND:20261226T000000', 'SUMMARY:Christmas']),
    );
    expect(holidays).toEqual([
      { from: '2026-12-25', to: '2026-12-25', yearly: false, name: 'Christmas' },
      {
        from: '2026-12-24',
        to: '2026-12-24',
        yearly: false,
        name: 'Christmas',
        closed: [{ from: 12 * 3_600_000, to: 24 * 3_600_000 }],
      },
    ]);
  });

  it('reads stamps in UTC in the zone of the calendar', () => {
    // Midnight of 25 December in Dhaka is 18:00 of the 24th in UTC.
    const text = calendar(['DTSTART:20261224T180000Z', 'DTEND:20261225T180000Z']);
    expect(readIcs(text, { offsetAt: () => 6 * 3_600_000 }).holidays).toEqual([
      { from: '2026-12-25', to: '2026-12-25', yearly: false },
    ]);
  });

  it('is not misled by alarms inside an event, by an end before the start, or by no calendar', () => {
    const text = calendar([
      'BEGIN:VALARM',
      'DURATION:P9D',
      'DTSTART:20200101',
      'END:VALARM',
      'DTSTART;VALUE=DATE:20261225',
      'DTEND;VALUE=DATE:20261225',
    ]);
    expect(readIcs(text).holidays).toEqual([{ from: '2026-12-25', to: '2026-12-25', yearly: false }]);
    expect(
      readIcs('END:VEVENT\nBEGIN:VEVENT\n???\nDTSTART:20261225\nDURATION:P2D\nEND:VEVENT').holidays,
    ).toEqual([{ from: '2026-12-25', to: '2026-12-26', yearly: false }]);
    expect(readIcs('hello\nworld')).toEqual({ holidays: [], passedOver: 0, names: [] });
  });

  it('takes an UNTIL in UTC as the last day in the zone of the calendar', () => {
    // Midnight of 26 December in Dhaka is 18:00 of the 25th in UTC: that day is in.
    const text = calendar([
      'DTSTART:20261224T180000Z',
      'DTEND:20261225T180000Z',
      'RRULE:FREQ=DAILY;UNTIL=20261225T180000Z',
    ]);
    expect(readIcs(text, { offsetAt: () => 6 * 3_600_000 }).holidays.map(({ from }) => from)).toEqual([
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('adds days of RDATE, leaves out those of EXDATE, and follows a day that was moved or called off', () => {
    const text = calendar(
      ['UID:a', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;VALUE=DATE:20260112'],
      ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20260119', 'DTSTART;VALUE=DATE:20260120'],
      ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20260126', 'DTSTART;VALUE=DATE:20260126', 'STATUS:CANCELLED'],
      ['UID:b', 'DTSTART;VALUE=DATE:20260301', 'RDATE;VALUE=DATE:20260305,20260309'],
    );
    const { holidays, passedOver } = readIcs(text);
    expect(holidays.map(({ from }) => from)).toEqual([
      '2026-01-05',
      '2026-01-20',
      '2026-03-01',
      '2026-03-05',
      '2026-03-09',
    ]);
    expect(passedOver).toBe(0);
  });

  it('names the part of a repetition for which an event is passed over', () => {
    const text = calendar(
      ['SUMMARY:Team day', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;BYHOUR=9'],
      ['SUMMARY:Audit', 'DTSTART;VALUE=DATE:20260106', 'RRULE:FREQ=YEARLY', 'EXRULE:FREQ=YEARLY;INTERVAL=4'],
    );
    expect(readIcs(text)).toEqual({
      holidays: [],
      passedOver: 2,
      names: ['Team day (BYHOUR=9)', 'Audit (EXRULE)'],
    });
  });
});
