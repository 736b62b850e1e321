import { describe, expect, it } from 'vitest';
import type { InstantFormat } from '../../../src/model/mapping.ts';
import { instantReader } from '../../../src/time/instant.ts';
import { zone } from '../../../src/time/zone.ts';
import { read, reading } from './read-instant.ts';

const encoder = new TextEncoder();

describe('a cell ends where it ends', () => {
  /** The reading of a cell that has `behind` right after it in the file. */
  const readBefore = (format: InstantFormat, text: string, behind: string) => {
    const length = encoder.encode(text).length;
    const reader = instantReader({ format, zone: zone('UTC') });
    const bytes = encoder.encode(text + behind);
    const value = reader.read(bytes, 0, length);
    return [value, reader.isMissing(bytes, 0, length)];
  };
  // Every one of these would go on with the date, the time or the zone if the reader looked behind the cell.
  const neighbours = [
    '0',
    '30',
    ':30',
    ':30:15',
    '.5',
    '.000',
    'T10:00',
    ' 10:00',
    'h15',
    'PM',
    ' PM',
    'm',
    '.',
  ];
  neighbours.push(
    'Z',
    'T',
    ' +06:00',
    '+06:00',
    ':00',
    'x',
    'uary',
    '\u0983',
    ' (UTC)',
    ' ',
    ']',
    ')',
    '/2024',
    '-05',
  );

  it.each([
    ['iso8601', '2024-05-01'],
    ['iso8601', '2024-5-1'],
    ['iso8601', '20240501'],
    ['iso8601', '20240501101112'],
    ['iso8601', '2024-05'],
    ['iso8601', '2024-05-'],
    ['iso8601', '2024-05-01T'],
    ['iso8601', '2024-05-01 1'],
    ['iso8601', '2024-05-01 10'],
    ['iso8601', '2024-05-01 10:'],
    ['iso8601', '2024-05-01 10:3'],
    ['iso8601', '2024-05-01 10:30'],
    ['iso8601', '2024-05-01 1030'],
    ['iso8601', '2024-05-01 103'],
    ['iso8601', '2024-05-01 9h'],
    ['iso8601', '2024-05-01 10:30:15'],
    ['iso8601', '2024-05-01 10:30:15.5'],
    ['iso8601', '2024-05-01 3 P'],
    ['iso8601', '2024-05-01 3 PM'],
    ['iso8601', '2024-05-01 3 p.'],
    ['iso8601', '2024-05-01 10:00 UT'],
    ['iso8601', '2024-05-01 10:00 UTC'],
    ['iso8601', '2024-05-01 10:00 +'],
    ['iso8601', '2024-05-01 10:00 +6'],
    ['iso8601', '2024-05-01 10:00 +06'],
    ['iso8601', '2024-05-01 10:00 +06:30'],
    ['iso8601', '2024-05-01 10:00Z (UTC'],
    ['day_first', '1'],
    ['day_first', '1/'],
    ['day_first', '1/5'],
    ['day_first', '1/5/'],
    ['day_first', '1/5/2'],
    ['day_first', '1/5/24'],
    ['day_first', '1/5/2024'],
    ['month_name', '2024 5 Mar'],
    ['month_name', '2024 5 Jan'],
    ['month_name', '5 Jan 20'],
    ['month_name', '5 Jan 2024'],
    ['month_name', '5 Jan 2024 10'],
    ['month_name', '5 Jan 2024 10:00'],
    ['month_name', '5 Jan 2024 10:00 +'],
    ['month_name', '5 Jan 2024 10:00 +0'],
    ['month_name', '5 Jan 2024 10:00 +06'],
    ['month_name', '5 Jan 2024 10:00 UTC'],
    ['month_name', '৫ জানুয়ারি ২০২৪'],
    ['epoch_s', '1731600573'],
    ['epoch_s', '1731600573.'],
    ['epoch_s', '1731600573.1'],
    ['epoch_s', '-'],
    ['excel_serial', '45292'],
  ] as const)('%s %j', (format, text) => {
    const alone = readBefore(format, text, '');
    for (const behind of neighbours) {
      expect(readBefore(format, text, behind), `before ${JSON.stringify(behind)}`).toEqual(alone);
    }
  });
});

describe('what looks like a date and is none', () => {
  it.each([
    ['iso8601', '2024-05-0\uff51', 'a full-width q'],
    ['iso8601', '2024\u221105\u221101', 'summation signs for minus signs'],
    ['iso8601', '2024-05-01 10:000', 'three digits of minutes'],
    ['iso8601', '2024-05-100', 'a day of three digits'],
    ['iso8601', '2024-100-1', 'a month of three digits'],
    ['iso8601', '2024-05-01 101:00', 'an hour of three digits'],
    ['iso8601', '2024-05-01 1x:00', 'an hour with a letter'],
    ['iso8601', '2024-05-01 11x0', 'minutes with a letter'],
    ['day_first', '1x5x2024', 'letters between the numbers'],
    ['day_first', '1:5:2024', 'colons between the numbers'],
    ['day_first', '100/1/2024', 'a day of three digits'],
    ['month_name', '5 Jan 2024 10:00 [x', 'an open bracket'],
    ['month_name', '123 Jan 2024', 'a day of three digits'],
  ] as const)('%s does not read %j: %s', (format, text, _why) => {
    expect(read(format, text)).toBe('unreadable');
  });

  it('counts no contradiction for a date before the epoch', () => {
    // 1 May 1960: out of range in this order, and in the other one (5 January 1960) as well
    const { reader, value } = reading('day_first', '1/5/1960');
    expect(value).toBeNaN();
    expect(reader.contradictions).toBe(0);
  });

  it('takes no cell of a hundred characters for a stand-in date', () => {
    expect(read('iso8601', '1900-01-01 00:00:00.0')).toBe('missing');
    expect(read('iso8601', `1900-01-01 00:00:00.${'0'.repeat(100)}`)).toBe('unreadable');
  });
});

describe('stand-in dates', () => {
  it.each([
    ['iso8601', '1970-01-01 18:45', 'missing'],
    // two days off the epoch, or off the quarters of an hour: a date like any other, only too early
    ['iso8601', '1970-01-03 00:00', 'unreadable'],
    ['iso8601', '1969-12-30 00:00', 'unreadable'],
    ['iso8601', '1970-01-01 18:46', 'unreadable'],
    ['iso8601', '1970-01-02 00:00', 'missing'],
    ['iso8601', '1969-12-31 00:00', 'missing'],
    // 1970-01-02 05:30 is more than a day away on the wall clock, exactly a day in UTC
    ['iso8601', '1970-01-02T05:30+05:30', 'missing'],
    ['iso8601', '1970-01-02T05:30', 'unreadable'],
    // midnight of 1 January in a zone behind UTC
    ['iso8601', '1970-01-02T00:00-00:15', 'unreadable'],
    ['iso8601', '1753-01-01', 'missing'],
    ['iso8601', '1901-01-01', 'missing'],
    ['iso8601', '1902-01-01', 'unreadable'],
    // 2 January in day-first order lies a day after the epoch, 1 February does not
    ['day_first', '02/01/1970', 'missing'],
    ['month_first', '02/01/1970', 'unreadable'],
    ['month_first', '01/02/1970', 'missing'],
    ['day_first', '01/02/1970', 'unreadable'],
    ['month_name', '1 Jan 1970 00:00', 'missing'],
    ['month_name', '5 Jan 0000 10 AM', 'missing'],
    ['epoch_s', '86400', 'missing'],
    ['epoch_s', '86401', 'unreadable'],
    ['epoch_ms', '86400000', 'missing'],
    ['epoch_ms', '-1', 'missing'],
    ['epoch_ms', '-2', 'unreadable'],
    ['epoch_ms', '+1', 'unreadable'],
    ['epoch_ms', '-11', 'unreadable'],
    ['excel_serial', '1', 'missing'],
    ['excel_serial', '2', 'unreadable'],
    ['epoch_s', ' n/a ', 'missing'],
    ['epoch_s', ' ০ ', 'missing'],
    ['epoch_s', 'ফাঁকা', 'unreadable'],
    ['iso8601', '১৯০০-০১-০১', 'missing'],
  ] as const)('%s: %j is %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });
});

describe('the ends of what a helpdesk can have written', () => {
  // date -u -d '1971-01-01' +%s is 31536000, of 2101-01-01 4133980800
  it.each([
    ['epoch_s', '31535999', 'unreadable'],
    ['epoch_s', '31536000', '1971-01-01T00:00:00.000Z'],
    ['epoch_s', '4133980799', '2100-12-31T23:59:59.000Z'],
    ['epoch_s', '4133980800', 'unreadable'],
    // serial 25934 is 1971-01-01, 73416 is 2101-01-01
    ['excel_serial', '25933', 'unreadable'],
    ['excel_serial', '25934', '1971-01-01T00:00:00.000Z'],
    ['excel_serial', '73415', '2100-12-31T00:00:00.000Z'],
    ['excel_serial', '73416', 'unreadable'],
    ['epoch_us', '1731600573116000', '2024-11-14T16:09:33.116Z'],
    ['month_name', '05/Jan/2024:10:00:00 +0000', '2024-01-05T10:00:00.000Z'],
    ['month_name', '5 Jan 2024 10:00 GMT-05:00', '2024-01-05T15:00:00.000Z'],
    ['month_name', '5 Jan 2024 10:00 UTC', '2024-01-05T10:00:00.000Z'],
    ['month_name', '5 Jan 2024 10:00 (UTC)', '2024-01-05T10:00:00.000Z'],
    ['month_name', '5 Jan 2024 10h30', '2024-01-05T10:30:00.000Z'],
    ['month_name', '10h30 5 Jan 2024', '2024-01-05T10:30:00.000Z'],
    ['month_name', '2024 Jan 5 10 am', '2024-01-05T10:00:00.000Z'],
    ['month_name', 'Jan 5 69', 'unreadable'],
    ['month_name', 'Jan 5 71', '1971-01-05T00:00:00.000Z'],
    ['month_name', 'Jan 5 7', 'unreadable'],
    ['month_name', '5 Jan 2024 10.3', 'unreadable'],
    ['month_name', '5 mar jan 2024', '2024-01-05T00:00:00.000Z'],
    ['month_name', '5 jan mar 2024', 'unreadable'],
    ['month_name', '5 xq 2024', 'unreadable'],
  ] as const)('%s %j: %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it('counts zoned and local stamps of counts of time', () => {
    const seconds = reading('epoch_s', '1731600573').reader;
    expect([seconds.zoned, seconds.local]).toEqual([1, 0]);
    const tooEarly = reading('epoch_s', '5').reader;
    expect([tooEarly.zoned, tooEarly.local]).toEqual([0, 0]);
    const serial = reading('excel_serial', '45292').reader;
    expect([serial.zoned, serial.local]).toEqual([0, 1]);
  });

  it.each([
    ['45292', 0],
    ['45292.0', 0],
    ['45292.5', 2],
    // Midnight among stamps that are written to the second.
    ['45292.00000000', 2],
    ['45292,00000', 2],
  ])('takes the serial %s as fine as %d', (text, fineness) => {
    expect(reading('excel_serial', text).reader.fineness).toBe(fineness);
  });
});

describe('single figures and characters at their bounds', () => {
  it.each([
    ['iso8601', '20240501105900', '2024-05-01T10:59:00.000Z'],
    ['iso8601', '20240501000000', '2024-05-01T00:00:00.000Z'],
    ['iso8601', '20240501105961', 'unreadable'],
    ['iso8601', '20240501241000', 'unreadable'],
    ['iso8601', '2024-05-01T103005', '2024-05-01T10:30:05.000Z'],
    ['iso8601', '2024-05-01T103000', '2024-05-01T10:30:00.000Z'],
    ['iso8601', '2024-05-01T10:00+15:00', '2024-04-30T19:00:00.000Z'],
    ['iso8601', '2024-05-01T10:00+16:00', 'unreadable'],
    ['iso8601', '2024-05-01 10:00Z [UTC)', 'unreadable'],
    ['iso8601', '2024-05-01\u200910:00', '2024-05-01T10:00:00.000Z'],
    ['iso8601', '\u202e2024-05-01\u202a', '2024-05-01T00:00:00.000Z'],
    ['iso8601', '2024-05-01\u2026', 'unreadable'],
    ['iso8601', '2024-05-01\u2030', 'unreadable'],
    ['iso8601', '2024-05-01\ufefc', 'unreadable'],
    ['iso8601', '2024-05-01 10\u09f030', 'unreadable'],
    ['month_name', '5 Jan 2024 tx 10:00', 'unreadable'],
    ['month_name', 'q 5 Jan 2024', 'unreadable'],
  ] as const)('%s %j: %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });
});
