import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { HOUR, MINUTE } from '../../../src/time/civil.ts';
import {
  formatInstant,
  hourOfWeek,
  isZoneName,
  localParts,
  offsetText,
  zone,
} from '../../../src/time/zone.ts';

const zoneIds = [
  'UTC',
  'Asia/Dhaka',
  'Asia/Kathmandu',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Europe/Dublin',
  'Europe/Moscow',
  'Asia/Tehran',
  'Asia/Gaza',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Monrovia',
];

const printers = new Map(
  zoneIds.map((id) => [id, new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' })]),
);

/** Another way through Intl than ours: the zone's printed offset. */
function printedOffset(id: string, instant: number): number {
  const text = printers.get(id)?.format(instant) ?? '';
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!match) throw new Error(text);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

const at = (text: string) => Date.parse(text);

describe('offsetAt', () => {
  it('equals what Intl prints, for any zone and instant', () => {
    const instants = fc.integer({ min: at('1905-01-01T00:00:00Z'), max: at('2099-12-31T00:00:00Z') });
    fc.assert(
      fc.property(fc.constantFrom(...zoneIds), instants, (id, instant) => {
        const whole = Math.floor(instant / 1000) * 1000;
        expect(zone(id).offsetAt(whole)).toBe(printedOffset(id, whole));
      }),
      { numRuns: 1500 },
    );
  });

  it('changes at the very second, New York 2026-03-08 07:00 UTC', () => {
    const newYork = zone('America/New_York');
    const change = at('2026-03-08T07:00:00Z');
    expect(newYork.offsetAt(change - 1)).toBe(-5 * HOUR);
    expect(newYork.offsetAt(change)).toBe(-4 * HOUR);
  });

  it('knows half-hour steps, quarter-hour zones, and zones that dropped DST', () => {
    const lordHowe = zone('Australia/Lord_Howe');
    expect(lordHowe.offsetAt(at('2026-01-01T00:00:00Z'))).toBe(11 * HOUR);
    expect(lordHowe.offsetAt(at('2026-07-01T00:00:00Z'))).toBe(10.5 * HOUR);
    expect(zone('Asia/Kathmandu').offsetAt(at('2026-01-01T00:00:00Z'))).toBe(5 * HOUR + 45 * MINUTE);
    expect(zone('America/Sao_Paulo').offsetAt(at('2018-12-01T00:00:00Z'))).toBe(-2 * HOUR);
    expect(zone('America/Sao_Paulo').offsetAt(at('2025-12-01T00:00:00Z'))).toBe(-3 * HOUR);
    expect(zone('Asia/Dhaka').offsetAt(at('2009-07-01T00:00:00Z'))).toBe(7 * HOUR);
    expect(zone('Asia/Dhaka').offsetAt(at('2010-07-01T00:00:00Z'))).toBe(6 * HOUR);
  });

  it('does not depend on the order of questions', () => {
    const late = zone('Europe/Dublin').offsetAt(at('2060-07-01T00:00:00Z'));
    const early = zone('Europe/Dublin').offsetAt(at('1930-07-01T00:00:00Z'));
    expect(late).toBe(HOUR);
    expect(early).toBe(HOUR);
    expect(zone('Europe/Dublin').offsetAt(at('2060-07-01T00:00:00Z'))).toBe(late);
  });

  it('stays calm at the ends of time', () => {
    const newYork = zone('America/New_York');
    expect(newYork.offsetAt(Number.NaN)).toBeNaN();
    expect(newYork.plainStretch(Number.NaN)).toBeNull();
    expect(newYork.offsetAt(Number.POSITIVE_INFINITY)).toBe(-5 * HOUR);
    expect(Number.isFinite(newYork.offsetAt(Number.NEGATIVE_INFINITY))).toBe(true);
    expect(newYork.offsetAt(at('2026-07-01T00:00:00Z'))).toBe(-4 * HOUR);
  });
});

describe('localToInstant', () => {
  const local = (text: string) => at(`${text}Z`);

  it('takes the earlier of two instants in a repeated hour', () => {
    const result = zone('America/New_York').localToInstant(local('2026-11-01T01:30:00'));
    expect(result).toEqual({ at: at('2026-11-01T05:30:00Z'), note: 'repeated' });
  });

  it('shifts a skipped hour forward by the gap', () => {
    const result = zone('America/New_York').localToInstant(local('2026-03-08T02:30:00'));
    expect(result).toEqual({ at: at('2026-03-08T07:30:00Z'), note: 'skipped' });
  });

  it('handles the half hour of Lord Howe', () => {
    const lordHowe = zone('Australia/Lord_Howe');
    // 2026-04-05 02:00 +11:00 goes back to 01:30 +10:30; 2026-10-04 02:00 +10:30 goes on to 02:30 +11:00.
    expect(lordHowe.localToInstant(local('2026-04-05T01:45:00'))).toEqual({
      at: at('2026-04-04T14:45:00Z'),
      note: 'repeated',
    });
    expect(lordHowe.localToInstant(local('2026-10-04T02:15:00'))).toEqual({
      at: at('2026-10-03T15:45:00Z'),
      note: 'skipped',
    });
    expect(lordHowe.localToInstant(local('2026-10-04T02:30:00')).note).toBeNull();
  });

  it('handles the day that Samoa left out, and midnights that do not exist', () => {
    // Samoa went from 2011-12-29 24:00 −10:00 straight to 2011-12-31 00:00 +14:00.
    expect(zone('Pacific/Apia').localToInstant(local('2011-12-30T12:00:00'))).toEqual({
      at: at('2011-12-30T22:00:00Z'),
      note: 'skipped',
    });
    // Cairo, 2024-04-26: 00:00 +02:00 goes on to 01:00 +03:00.
    expect(zone('Africa/Cairo').localToInstant(local('2024-04-26T00:00:00'))).toEqual({
      at: at('2024-04-25T22:00:00Z'),
      note: 'skipped',
    });
  });

  it('equals a search over all offsets near by, for any zone and wall clock', () => {
    const minutes = fc.integer({
      min: at('1975-01-01T00:00:00Z') / MINUTE,
      max: at('2045-01-01T00:00:00Z') / MINUTE,
    });
    const nearChanges = fc
      .tuple(fc.constantFrom(...zoneIds), minutes, fc.integer({ min: -200, max: 200 }))
      .map(([id, minute, shift]) => {
        const stretch = zone(id).stretches(minute * MINUTE, minute * MINUTE + 1)[0];
        const change = Number.isFinite(stretch.to) ? stretch.to : minute * MINUTE;
        return { id, wall: Math.floor((change + stretch.offset) / MINUTE + shift) * MINUTE };
      });
    fc.assert(
      fc.property(nearChanges, ({ id, wall }) => {
        const offsets = new Set<number>();
        for (let hours = -30; hours <= 30; hours += 1) offsets.add(printedOffset(id, wall + hours * HOUR));
        const found = [...offsets]
          .map((offset) => wall - offset)
          .filter((instant) => instant + printedOffset(id, instant) === wall)
          .sort((a, b) => a - b);
        const result = zone(id).localToInstant(wall);
        const plain = zone(id).plainStretch(wall);
        if (found.length === 0) {
          expect(result.note).toBe('skipped');
          expect(zone(id).instantToLocal(result.at)).toBeGreaterThan(wall);
        } else expect(result).toEqual({ at: found[0], note: found.length > 1 ? 'repeated' : null });
        expect(plain === null).toBe(result.note !== null);
        if (plain) expect(wall - plain.offset).toBe(result.at);
      }),
      { numRuns: 400 },
    );
  });
});

describe('zone', () => {
  it('takes IANA ids in any case, links, helpdesk names, cities and fixed offsets', () => {
    expect(zone('asia/dhaka').id).toBe('Asia/Dhaka');
    expect(zone('Asia/Kolkata').id).toBe('Asia/Kolkata');
    expect(zone('asia/kolkata').id).toBe('Asia/Kolkata');
    expect(zone('AMERICA/PORT_OF_SPAIN').id).toBe('America/Port_of_Spain');
    expect(zone('UTC').localToInstant(5)).toEqual({ at: 5, note: null });
    expect(zone('Eastern Time (US & Canada)').id).toBe('America/New_York');
    expect(zone('New Caledonia').id).toBe('Pacific/Noumea');
    expect(zone('New York').id).toBe('America/New_York');
    expect(zone('Z').id).toBe('UTC');
    expect(zone('gmt').id).toBe('UTC');
    expect(zone('+00:00').id).toBe('UTC');
    expect(zone('+03:00').offsetAt(0)).toBe(3 * HOUR);
    expect(zone('UTC-5').offsetAt(0)).toBe(-5 * HOUR);
    expect(zone('-0330').id).toBe('-03:30');
    expect(zone('Etc/GMT+5').offsetAt(0)).toBe(-5 * HOUR);
  });

  it.each([
    'IST',
    'CST',
    '',
    'Nowhere/Land',
    '+25:00',
    'Georgia Standard Thyme',
    '../etc/passwd',
    'a/b\u0000',
  ])('refuses %j', (name) => {
    expect(isZoneName(name)).toBe(false);
    expect(() => zone(name)).toThrow(DeskstatError);
  });

  it('suggests the nearest name and exits with 2', () => {
    const suggestionFor = (name: string) => {
      try {
        zone(name);
      } catch (error) {
        if (error instanceof DeskstatError) return [error.exitCode, error.problem.args.suggestion];
      }
      return null;
    };
    expect(suggestionFor('Amercia/New_York')).toEqual([2, 'America/New_York']);
    expect(suggestionFor('Asia/Dakha')).toEqual([2, 'Asia/Dhaka']);
    expect(suggestionFor('Easten Time (US & Canada)')).toEqual([2, 'America/New_York']);
    expect(suggestionFor('IST')).toEqual([2, undefined]);
  });
});

describe('local parts', () => {
  const dhaka = zone('Asia/Dhaka');

  it('show the wall clock', () => {
    expect(localParts(at('2026-11-01T20:30:15Z'), dhaka)).toEqual({
      year: 2026,
      month: 11,
      day: 2,
      weekday: 1,
      hour: 2,
      minute: 30,
      second: 15,
    });
  });

  it('count the hours of the week from Monday', () => {
    expect(hourOfWeek(at('2026-11-01T18:00:00Z'), dhaka)).toBe(0);
    expect(hourOfWeek(at('2026-11-01T17:59:59.999Z'), dhaka)).toBe(167);
    expect(hourOfWeek(Number.NaN, dhaka)).toBeNaN();
  });

  it('are printed with their offset', () => {
    const instant = at('2026-11-02T03:30:00.250Z');
    expect(formatInstant(instant, dhaka)).toBe('2026-11-02T09:30:00+06:00');
    expect(formatInstant(instant, dhaka, 'minute')).toBe('2026-11-02T09:30+06:00');
    expect(formatInstant(instant, dhaka, 'millisecond')).toBe('2026-11-02T09:30:00.250+06:00');
    expect(formatInstant(instant, dhaka, 'day')).toBe('2026-11-02');
    expect(formatInstant(instant, zone('UTC'))).toBe('2026-11-02T03:30:00Z');
    expect(formatInstant(instant, zone('Europe/London'))).toBe('2026-11-02T03:30:00+00:00');
    expect(formatInstant(Number.NaN, dhaka)).toBe('');
    expect(offsetText(-(44 * MINUTE + 30_000))).toBe('-00:44:30');
  });
});
