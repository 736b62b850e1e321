import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DurationUnit } from '../../../src/model/mapping.ts';
import { DeskstatError } from '../../../src/model/problem.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/time/civil.ts';
import { durationReader, formatDuration, parseDurationLiteral } from '../../../src/time/duration.ts';

const encoder = new TextEncoder();

function read(text: string, unit: DurationUnit | null = null): number {
  const bytes = encoder.encode(`"${text}"`);
  return durationReader({ unit }).read(bytes, 1, bytes.length - 1);
}

describe('durationReader', () => {
  it.each([
    ['90', 90],
    ['0', 0],
    ['0.5', 0.5],
    ['1.5e2', 150],
    ['-3', -3],
    ['2,5', 2.5],
    ['-2,5', -2.5],
    ['-1,234', -1234],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u202f234', 1234],
    ["1'234.5", 1234.5],
    ['12,34,567', 1_234_567],
    ['1.234', 1.234],
    ['১২৩', 123],
    ['１，２３４．５', 1234.5],
  ])('reads the bare number %j in the unit', (text, amount) => {
    expect(read(text, 's')).toBe(Math.round(amount * SECOND));
    expect(read(text, 'h')).toBe(Math.round(amount * HOUR));
    expect(read(text, null)).toBeNaN();
  });

  it('knows all units', () => {
    const units = ['ms', 's', 'm', 'h', 'd'] as const;
    expect(units.map((unit) => read('2', unit))).toEqual([2, 2 * SECOND, 2 * MINUTE, 2 * HOUR, 2 * DAY]);
  });

  it.each([
    ['2h 5m', 125 * MINUTE],
    ['2 h 05 min', 125 * MINUTE],
    ['2h05', 125 * MINUTE],
    ['5m30', 330 * SECOND],
    ['1 day 3:04', 27 * HOUR + 4 * MINUTE],
    ['1 day, 2:03:04', 26 * HOUR + 3 * MINUTE + 4 * SECOND],
    ['1d 02:03:04', 26 * HOUR + 3 * MINUTE + 4 * SECOND],
    ['0 days 02:05:00.250', 125 * MINUTE + 250],
    ['02:05:00', 125 * MINUTE],
    ['02:05 hrs', 125 * MINUTE],
    ['2:05 min', 125 * SECOND],
    ['1 dagen, 2 uur en 5 minuten', DAY + 125 * MINUTE],
    ['2 godz. i 5 min.', 125 * MINUTE],
    ['2 часа 5 минут', 125 * MINUTE],
    ['2 saat ve 5 dk', 125 * MINUTE],
    ['2:05', 125 * MINUTE],
    ['０２：０５：００', 125 * MINUTE],
    ['２ｈ　５ｍ', 125 * MINUTE],
    ['127:00:01', 127 * HOUR + SECOND],
    ['00:00:00', 0],
    ['PT2H5M', 125 * MINUTE],
    ['P1DT2H', 26 * HOUR],
    ['PT0.5S', 500],
    ['P2W', 14 * DAY],
    ['1970-01-02 09:46:18', 33 * HOUR + 46 * MINUTE + 18 * SECOND],
    ['1970-01-01 00:00:00', 0],
    ['1971-02-03 00:00:01', 398 * DAY + SECOND],
    ['2 hours 5 minutes', 125 * MINUTE],
    ['1 hour and 5 mins', 65 * MINUTE],
    ['1.5 hours', 90 * MINUTE],
    ['3 Stunden und 10 Minuten', 190 * MINUTE],
    ['2 jours 3 heures', 51 * HOUR],
    ['2 horas y 5 minutos', 125 * MINUTE],
    ['1 dia e 2 horas', 26 * HOUR],
    ['১ ঘণ্টা ৫ মিনিট', 65 * MINUTE],
    ['2 घंटे 5 मिनट', 125 * MINUTE],
    ['250ms', 250],
    ['-5m', -5 * MINUTE],
  ])('reads %j as it says, whatever the unit', (text, milliseconds) => {
    expect(read(text)).toBe(milliseconds);
    expect(read(text, 'd')).toBe(milliseconds);
  });

  it.each([
    '',
    ' ',
    '-',
    'N/A',
    'soon',
    '2 parsecs',
    '5m 5m',
    '2h 3:04',
    '3:04 2h',
    '1:60',
    '1:00:60',
    'PT',
    'P',
    'P1Y',
    'P1M',
    'P1DT',
    '1970-02-30 00:00:00',
    '2024-05-01 10:00:00',
    '1 month',
    '5 30',
    '30 5m',
    'h',
    '1,23,4',
    '1.2.3',
    '1,2,3',
    '9'.repeat(200),
  ])('does not read %j', (text) => {
    expect(read(text, 'm')).toBeNaN();
  });

  it('reads what formatDuration prints exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), (milliseconds) => {
        expect(read(formatDuration(milliseconds, { exact: true }))).toBe(milliseconds);
        expect(read(formatDuration(milliseconds, { exact: true, clock: 'business' }))).toBe(milliseconds);
      }),
    );
  });

  it('reads equal texts equally, again and again', () => {
    const reader = durationReader({ unit: 'h' });
    const cells = ['2h 5m', '1.5', '2h 5m', 'soon', 'soon', '1.5'].map((text) => encoder.encode(text));
    const values = cells.map((bytes) => reader.read(bytes, 0, bytes.length));
    expect(values).toEqual([125 * MINUTE, 90 * MINUTE, 125 * MINUTE, Number.NaN, Number.NaN, 90 * MINUTE]);
  });

  it('gives whole milliseconds or NaN for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9hmsd:., PT-]{0,20}$/)), (text) => {
        const value = read(text, 'h');
        expect(Number.isNaN(value) || Number.isInteger(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0s', '0s'],
    [400, '0s', '0s'],
    [45 * SECOND, '45s', '45s'],
    [59_499, '59s', '59s'],
    [59_500, '1m', '1m'],
    [330 * SECOND, '5m 30s', '5m 30s'],
    [599_600, '10m', '10m'],
    [25 * MINUTE, '25m', '25m'],
    [125 * MINUTE, '2h 05m', '2h 05m'],
    [HOUR - 400, '1h 00m', '1h 00m'],
    [DAY - 29 * SECOND, '1d', '24h 00m'],
    [28 * HOUR, '1d 4h', '28h 00m'],
    [27 * HOUR + 5 * MINUTE, '1d 3h', '27h 05m'],
    [100 * DAY, '100d', '2400h 00m'],
    [-125 * MINUTE, '-2h 05m', '-2h 05m'],
    [-400, '0s', '0s'],
    [Number.NaN, '–', '–'],
  ])('%d ms reads %s, on the business clock %s', (milliseconds, calendar, business) => {
    expect(formatDuration(milliseconds)).toBe(calendar);
    expect(formatDuration(milliseconds, { clock: 'calendar' })).toBe(calendar);
    expect(formatDuration(milliseconds, { clock: 'business' })).toBe(business);
  });

  it('prints every part when asked for exactness', () => {
    expect(formatDuration(125 * MINUTE + 7250, { exact: true })).toBe('2h 05m 7.250s');
    expect(formatDuration(26 * HOUR, { exact: true })).toBe('1d 2h');
    expect(formatDuration(26 * HOUR, { exact: true, clock: 'business' })).toBe('26h');
    expect(formatDuration(0, { exact: true })).toBe('0s');
    expect(formatDuration(1, { exact: true })).toBe('0.001s');
    expect(formatDuration(-61 * SECOND, { exact: true })).toBe('-1m 1s');
  });
});

describe('parseDurationLiteral', () => {
  it.each([
    ['4h', 4 * HOUR],
    ['1d 2h', 26 * HOUR],
    ['90m', 90 * MINUTE],
    ['30s', 30 * SECOND],
    ['2h05m', 125 * MINUTE],
    ['1.5h', 90 * MINUTE],
    [' 1w ', 7 * DAY],
  ])('reads %j', (text, milliseconds) => {
    expect(parseDurationLiteral(text)).toBe(milliseconds);
  });

  const mistake = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof DeskstatError)
        return { exit: error.exitCode, ...JSON.parse(JSON.stringify(error.problem.args)) };
    }
    return null;
  };

  it('needs a unit', () => {
    expect(mistake(() => parseDurationLiteral('4'))).toMatchObject({
      exit: 2,
      message: '"4" has no unit',
      try: '4m or 4h',
      column: 1,
    });
    expect(mistake(() => parseDurationLiteral(''))).toMatchObject({ message: 'a duration must stand here' });
    expect(mistake(() => parseDurationLiteral('4 parsecs'))).toMatchObject({
      message: '"4 parsecs" is no duration',
    });
    expect(mistake(() => parseDurationLiteral('h'))).not.toBeNull();
  });

  it('refuses days and weeks on the business clock only', () => {
    for (const text of ['1d', '1w', '2 days', '1d 2h', '1D']) {
      expect(mistake(() => parseDurationLiteral(text, { clock: 'business' }))).toMatchObject({ exit: 2 });
      expect(mistake(() => parseDurationLiteral(text, { clock: 'calendar' }))).toBeNull();
    }
    expect(parseDurationLiteral('9h', { clock: 'business' })).toBe(9 * HOUR);
  });

  it('points into the text that it stands in', () => {
    const within = { language: 'expectation', text: 'x < 4', column: 5 } as const;
    expect(mistake(() => parseDurationLiteral('4', { within }))).toMatchObject({ text: 'x < 4', column: 5 });
  });
});

describe('shapes of durations', () => {
  it.each([
    ['1970-01-01 02:00:00.000Z', 2 * HOUR],
    ['1970-01-01T02:00:00.0', 2 * HOUR],
    ['1970-01-01 02:00:00Z', 2 * HOUR],
    ['2h30', 150 * MINUTE],
    ['2m30', 150 * SECOND],
    ['1 day and 2 hours', 26 * HOUR],
    ['000000000000015', 15 * MINUTE],
    ['0', 0],
  ])('%j', (text, milliseconds) => {
    expect(read(text, 'm')).toBe(milliseconds);
  });

  it.each([
    '2h !',
    '2h and',
    '5s30',
    '1d30',
    '2h30 5s',
    '1970-01-01 02:00:00.5Z',
    '1970-01-01 24:00:00',
    '1970-01-01 02:00:00x',
    'x1970-01-01 02:00:00',
    '1970-01-00 02:00:00',
    '1d 3:04 5:06',
  ])('%j is none', (text) => {
    expect(read(text, 'm')).toBeNaN();
  });
});
