import { describe, expect, it } from 'vitest';
import type { InstantFormat } from '../../../src/model/mapping.ts';
import { read, reading } from './read-instant.ts';

/** The column is read in a zone far from all of these, which what stands in a cell overrules. */
const column = 'Pacific/Kiritimati';

describe('stamps with the name of their zone', () => {
  it.each<[string, InstantFormat, string]>([
    ['2026-03-09 08:00 Europe/Paris', 'iso8601', '2026-03-09T07:00:00.000Z'],
    ['2026-07-09 08:00 Europe/Paris', 'iso8601', '2026-07-09T06:00:00.000Z'],
    ['2026-03-09T08:00[Europe/Paris]', 'iso8601', '2026-03-09T07:00:00.000Z'],
    ['2026-07-09T08:00:15.250[America/New_York]', 'iso8601', '2026-07-09T12:00:15.250Z'],
    ['2026-07-09T08:00+02:00[Europe/Paris]', 'iso8601', '2026-07-09T06:00:00.000Z'],
    ['2026-07-09 08:00 (Asia/Kolkata)', 'iso8601', '2026-07-09T02:30:00.000Z'],
    ['07/09/2026 8:00 PM America/Argentina/Buenos_Aires', 'month_first', '2026-07-09T23:00:00.000Z'],
    ['09.07.2026 08:00 Europe/Berlin', 'day_first', '2026-07-09T06:00:00.000Z'],
    ['Jul 9, 2026 8:00 PM Eastern Time (US & Canada)', 'month_name', '2026-07-10T00:00:00.000Z'],
    ['07/09/2026 8:00 AM PT', 'month_first', '2026-07-09T15:00:00.000Z'],
    ['01/09/2026 8:00 AM ET', 'month_first', '2026-01-09T13:00:00.000Z'],
    ['2026-07-09 08:00 (GMT+01:00) Paris', 'iso8601', '2026-07-09T06:00:00.000Z'],
    ['2026-07-09 08:00 (UTC+01:00) Amsterdam, Berlin, Bern, Rome', 'iso8601', '2026-07-09T06:00:00.000Z'],
    ['2026-07-09 08:00 Eastern Daylight Time', 'iso8601', '2026-07-09T12:00:00.000Z'],
    ['2026-01-09 08:00 W. Europe Standard Time', 'iso8601', '2026-01-09T07:00:00.000Z'],
    ['2026-07-09 08:00 Coordinated Universal Time', 'iso8601', '2026-07-09T08:00:00.000Z'],
    // Letters that are one offset stay that offset.
    ['2026-07-09 08:00 PST', 'iso8601', '2026-07-09T16:00:00.000Z'],
  ])('%s', (cell, format, instant) => {
    expect(read(format, cell, column)).toBe(instant);
  });

  it.each<[string, InstantFormat]>([
    ['2026-03-09 Paris', 'iso8601'],
    ['2026-03-09 08:00 Berta', 'iso8601'],
    ['2026-03-09 08:00 paris office', 'iso8601'],
    ['2026-03-09 08:00 Europe/Atlantis', 'iso8601'],
    ['2026-03-09 08:00 pt', 'iso8601'],
  ])('%s names no zone', (cell, format) => {
    expect(read(format, cell)).toBe('unreadable');
  });

  it('counts them as stamps of their own zone, hours that are there twice among them', () => {
    const { reader, value } = reading('iso8601', '2026-10-25 02:30 Europe/Paris', column);
    expect(new Date(value).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect([reader.zoned, reader.local, reader.repeated, reader.skipped]).toEqual([1, 0, 1, 0]);
  });
});
