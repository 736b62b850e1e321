import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFormats } from '../../../src/model/mapping.ts';
import { detectInstantFormats, instantReader } from '../../../src/time/instant.ts';
import { formatInstant, zone } from '../../../src/time/zone.ts';
import { read, reading } from './read-instant.ts';

const encoder = new TextEncoder();

describe('iso8601', () => {
  it.each([
    ['2024-05-01', '2024-05-01T00:00:00.000Z'],
    ['2024-5-1', '2024-05-01T00:00:00.000Z'],
    ['2024-05-01 12:30', '2024-05-01T12:30:00.000Z'],
    ['2024-05-01T12:30:15', '2024-05-01T12:30:15.000Z'],
    ['2024-05-01T12:30:15.1239Z', '2024-05-01T12:30:15.123Z'],
    ['2024-05-01 12:30:15,5', '2024-05-01T12:30:15.500Z'],
    ['2019-11-16T15:59:41.966927', '2019-11-16T15:59:41.966Z'],
    ['2024-05-01T12:30:15+00:00', '2024-05-01T12:30:15.000Z'],
    ['2018-05-11T09:46:53.000+0300', '2018-05-11T06:46:53.000Z'],
    ['2024-05-01 10:00:00+00', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01 10:00:00-03:30', '2024-05-01T13:30:00.000Z'],
    ['2024-05-01 10:00:00 UTC', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01 10:00:00 +0000', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01 10:00:00 PST', '2024-05-01T18:00:00.000Z'],
    ['2024-05-01T10:00:00+05:45[Asia/Kathmandu]', '2024-05-01T04:15:00.000Z'],
    ['2024/05/01 01:05:09.250 PM', '2024-05-01T13:05:09.250Z'],
    ['20240501T101112Z', '2024-05-01T10:11:12.000Z'],
    ['20240501101112', '2024-05-01T10:11:12.000Z'],
    ['20240501', '2024-05-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2024.05.01 10.30', '2024-05-01T10:30:00.000Z'],
    ['2024-05-01T1030', '2024-05-01T10:30:00.000Z'],
    ['2024-05-01T103015Z', '2024-05-01T10:30:15.000Z'],
    ['2024-05-01 3 PM', '2024-05-01T15:00:00.000Z'],
    ['2024-05-01 13:05 PM', '2024-05-01T13:05:00.000Z'],
    ['2024-05-01 9h', '2024-05-01T09:00:00.000Z'],
    ['2024-05-01 10:00 GMT+6', '2024-05-01T04:00:00.000Z'],
    ['2024-05-01 10:00 UTC +06:00', '2024-05-01T04:00:00.000Z'],
    ['2024-05-01 10:00 UTC  (UTC)', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01 10:00:00-00:44:30', '2024-05-01T10:44:30.000Z'],
    ['2024-05-01 UTC', '2024-05-01T00:00:00.000Z'],
    ['\ufeff２０２４-05-01', '2024-05-01T00:00:00.000Z'],
    ['２０２４－０５－０１Ｔ１２：３０：１５．２５＋０６：００', '2024-05-01T06:30:15.250Z'],
    ['２０２４／０５／０１\u3000１２：３０', '2024-05-01T12:30:00.000Z'],
    ['2024-05-01 12：30', '2024-05-01T12:30:00.000Z'],
    ['٢٠٢٤-٠٥-٠١', '2024-05-01T00:00:00.000Z'],
    ['۲۰۲۴-۰۵-۰۱', '2024-05-01T00:00:00.000Z'],
    ['\u202a2024\u201005\u221201\u202c', '2024-05-01T00:00:00.000Z'],
    ['২০২৪-০৫-০১ ১০:৩০', '2024-05-01T10:30:00.000Z'],
    ['२०२४-०५-०१ १०:३०', '2024-05-01T10:30:00.000Z'],
    ['  2024-05-01 10:00\t', '2024-05-01T10:00:00.000Z'],
    ['\u200e2024-05-01\u00a010:00', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01T24:00:00', '2024-05-02T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['1971-01-01', '1971-01-01T00:00:00.000Z'],
    ['2100-12-31 23:59', '2100-12-31T23:59:00.000Z'],
  ])('reads %j', (text, expected) => {
    expect(read('iso8601', text)).toBe(expected);
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-05-32',
    '2024-05-00',
    '2024-05-01 25:00',
    '2024-05-01 24:01',
    '2024-05-01 10:60',
    '2024-05-01 10:00:61',
    '2024-05-01 10:00 tomorrow',
    '2024-05-01 10:00+99:00',
    '2024-05-01 13:00 AM',
    '2024-05-01x',
    '2024-05-011',
    '2024-05',
    '2024-05/01',
    '01/05/2024',
    '1970-12-31',
    '1970-01-02 09:46:18',
    '2101-01-01',
    '20241301',
    '2024-05-01 10:0',
    '2024-05-01 10',
    '2024-05-01 10:30:',
    '2024-05-01 10:30:5',
    '2024-05-01 10:30:1x',
    '2024-05-01 103',
    '2024-05-01 10300',
    '2024-05-01 10301',
    '2024-05-01 9030',
    '2024-05-01 3 PMX',
    '2024-05-01 24 PM',
    '2024-05-01 10:00 EST+1',
    '2024-05-01 10:00 UTCX',
    '2024-05-01 10:00 +',
    '2024-05-01 10:00 +x',
    '2024-05-01 10:00 +06:99',
    '2024-05-01 10:00 +06:00:99',
    '2024-05-01 10:00 +060',
    '2024-05-01 10:00 +06000',
    '2024-05-01 10:00 (UTC)',
    '2024-05-01 10:00Z (UTC',
    '2024-05-01-10:00',
    '2024-05-01/10',
    '2024_05_01',
    '2024050x',
    '20240501256000',
    '20240501106099',
    '202405011060',
    '2024050110600x',
    'x'.repeat(500),
  ])('does not read %j', (text) => {
    expect(read('iso8601', text)).toBe('unreadable');
  });

  it.each([
    '',
    '   ',
    '-',
    '–',
    '?',
    'N/A',
    'n/a',
    'null',
    'NULL',
    'None',
    '1900-01-01',
    '1900-01-01 00:00:00',
    '1899-12-30 00:00:00',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00Z',
    '1970-01-01 00:00:00',
    '1970-01-01T05:30:00+05:30',
    '1969-12-31 19:00:00',
    '9999-12-31',
  ])('takes %j for missing', (text) => {
    expect(read('iso8601', text)).toBe('missing');
  });

  it('reads local stamps in the zone, and counts repeated and skipped ones', () => {
    expect(read('iso8601', '2024-05-01 12:30', 'Asia/Dhaka')).toBe('2024-05-01T06:30:00.000Z');
    const reader = instantReader({ format: 'iso8601', zone: zone('America/New_York') });
    const values = ['2026-11-01 01:30', '2026-03-08 02:30', '2026-03-08 03:30', '2026-03-08 02:30Z'].map(
      (text) => {
        const bytes = encoder.encode(text);
        return new Date(reader.read(bytes, 0, bytes.length)).toISOString().slice(0, 16);
      },
    );
    expect(values).toEqual(['2026-11-01T05:30', '2026-03-08T07:30', '2026-03-08T07:30', '2026-03-08T02:30']);
    expect([reader.repeated, reader.skipped, reader.local, reader.zoned]).toEqual([1, 1, 3, 1]);
  });

  it('reads stamps without a zone in UTC where none is given', () => {
    const { reader, value } = reading('iso8601', '2024-05-01 12:30', null);
    expect(value).toBe(Date.UTC(2024, 4, 1, 12, 30));
    expect(reader.local).toBe(1);
  });

  it('gives every instant back that was written in any zone, in any order of reading', () => {
    const ids = ['UTC', 'Asia/Dhaka', 'America/New_York', 'Australia/Lord_Howe', 'Europe/London'];
    const instants = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.array(instants, { minLength: 1, maxLength: 8 }), (id, list) => {
        const where = zone(id);
        const reader = instantReader({ format: 'iso8601', zone: where });
        for (const instant of list) {
          const zoned = encoder.encode(formatInstant(instant, where, 'millisecond'));
          expect(reader.read(zoned, 0, zoned.length)).toBe(instant);
          const local = encoder.encode(new Date(where.instantToLocal(instant)).toISOString().slice(0, -1));
          expect(reader.read(local, 0, local.length)).toBe(
            where.localToInstant(where.instantToLocal(instant)).at,
          );
        }
      }),
    );
  });
});

describe('day_first and month_first', () => {
  it.each([
    ['01/05/2024 12:30', '2024-05-01T12:30', '2024-01-05T12:30'],
    ['1-5-24', '2024-05-01T00:00', '2024-01-05T00:00'],
    ['01.05.2024 03:04:05 PM', '2024-05-01T15:04', '2024-01-05T15:04'],
    ['01. 05. 2024 10:00', '2024-05-01T10:00', '2024-01-05T10:00'],
    ['5/3/2024, 14:05', '2024-03-05T14:05', '2024-05-03T14:05'],
    ['1/5/2024 3:04\u202fPM', '2024-05-01T15:04', '2024-01-05T15:04'],
    ['1/5/2024 12:04 AM', '2024-05-01T00:04', '2024-01-05T00:04'],
    ['1/5/2024 12:04 p. m.', '2024-05-01T12:04', '2024-01-05T12:04'],
    ['1/5/2024 00:04 AM', '2024-05-01T00:04', '2024-01-05T00:04'],
    ['০১/০৫/২০২৪ ১০:৩০', '2024-05-01T10:30', '2024-01-05T10:30'],
    ['０１／０５／２０２４\u3000０３：０４ ＰＭ', '2024-05-01T15:04', '2024-01-05T15:04'],
    ['1/2/68', '2068-02-01T00:00', '2068-01-02T00:00'],
    ['1/2/72', '1972-02-01T00:00', '1972-01-02T00:00'],
  ])('read %j', (text, dayFirst, monthFirst) => {
    expect(read('day_first', text).slice(0, 16)).toBe(dayFirst);
    expect(read('month_first', text).slice(0, 16)).toBe(monthFirst);
  });

  it('note what contradicts their order', () => {
    const dayFirst = reading('day_first', '12/31/2024');
    expect(dayFirst.value).toBeNaN();
    expect(dayFirst.reader.contradictions).toBe(1);
    const monthFirst = reading('month_first', '31/12/2024');
    expect(monthFirst.reader.contradictions).toBe(1);
    expect(reading('month_first', '12/31/2024').reader.contradictions).toBe(0);
  });

  it('do not take an impossible date for a contradiction', () => {
    for (const text of ['31/02/2024', '32/13/2024', '0/5/2024', '30/30/2024']) {
      const { reader, value } = reading('day_first', text);
      expect(value).toBeNaN();
      expect(reader.contradictions).toBe(0);
    }
    expect(reading('month_first', '31/02/2024').reader.contradictions).toBe(0);
  });

  it('do not read other shapes', () => {
    for (const text of [
      '2024/05/01',
      '1/5',
      '1/5/024',
      '1/5/20245',
      '1/5-2024',
      '1.5',
      '100/5/2024',
      '1//2024',
    ]) {
      expect(read('day_first', text)).toBe('unreadable');
    }
  });

  it('know stand-in dates', () => {
    expect(read('day_first', '01/01/1900')).toBe('missing');
    expect(read('day_first', '00/00/0000')).toBe('missing');
    expect(read('month_first', '12/31/9999')).toBe('missing');
    expect(read('month_first', '1/1/1970 0:00')).toBe('missing');
  });
});

describe('month_name', () => {
  it.each([
    ['Tue Oct 31 22:10:47 +0000 2017', '2017-10-31T22:10'],
    ['Tue, 5 Mar 2024 14:05:00 +0100', '2024-03-05T13:05'],
    ['Fri, 21 Nov 1997 09:55:06 -0600 (CST)', '1997-11-21T15:55'],
    ['Tue Mar 05 2024 14:05:00 GMT+0600 (Bangladesh Standard Time)', '2024-03-05T08:05'],
    ['05/Jan/24 3:04 PM', '2024-01-05T15:04'],
    ['Jan 5, 2024 3:04 PM', '2024-01-05T15:04'],
    ['Jan 5, 2024 at 3 PM EST', '2024-01-05T20:00'],
    ['5 January 2024', '2024-01-05T00:00'],
    ['January 5th 2024', '2024-01-05T00:00'],
    ['Thursday, May 2, 2024', '2024-05-02T00:00'],
    ['5-Sept-2024 08:00', '2024-09-05T08:00'],
    ['2024-Jan-05T10:00-05:00', '2024-01-05T15:00'],
    ['10:10 PM - 31 Oct 2017', '2017-10-31T22:10'],
    ['31 Oct 2017 10.10', '2017-10-31T10:10'],
    ['31 Oct 2017 10 p.m.', '2017-10-31T22:00'],
    ['Oct 31 2017 22:10 CET', '2017-10-31T21:10'],
    ['5. März 2024 um 14:05 Uhr', '2024-03-05T14:05'],
    ['Mi., 01. Mai 2024, 14.05', '2024-05-01T14:05'],
    ['1er août 2024 à 14h05', '2024-08-01T14:05'],
    ['mar. 5 mars 2024 14:05', '2024-03-05T14:05'],
    ['5 févr. 2024', '2024-02-05T00:00'],
    ['5 de enero de 2024 a las 10:30 a. m.', '2024-01-05T10:30'],
    ['mar, 7 mayo 2024', '2024-05-07T00:00'],
    ['terça-feira, 5 de março de 2024 às 22:10', '2024-03-05T22:10'],
    ['১৫ জানুয়ারি ২০২৪, ১০:৩০ PM', '2024-01-15T22:30'],
    ['সোমবার, ৫ই আগস্ট, ২০২৪', '2024-08-05T00:00'],
    ['१५ जनवरी २०२४ को 10:30 बजे', '2024-01-15T10:30'],
    ['５　Ｍａｙ　２０２４　１２：３０', '2024-05-05T12:30'],
    ['5 फ़रवरी 2024', '2024-02-05T00:00'],
    ['29 FEB 2024', '2024-02-29T00:00'],
  ])('reads %j', (text, expected) => {
    expect(read('month_name', text).slice(0, 16)).toBe(expected);
  });

  it.each([
    '29 Feb 2023',
    '31 April 2024',
    '5 March',
    'Jan 2024',
    'hello 5 Jan 2024',
    '5 Jan 2024 10:00 10:30',
    '5 Jan 2024 25:00',
    '5 Jan 2024 2025',
    '5 6 Jan 2024',
    '5 Jan 12024',
    'Jan 5 Feb 2024',
    '5 Jan 2024 10:00 XYZ',
    '5 Jan 2024 10:00 +06:99',
    '5 Jan 2024 10:00 UTC (UTC',
    '5 Jan 2024 10:00 EST PST',
    '5 Jan 2024 10',
    'May the 4th be with you',
    'মে',
  ])('does not read %j', (text) => {
    expect(read('month_name', text)).toBe('unreadable');
  });

  it('reads the month names of every supported language as Intl prints them', () => {
    for (const locale of ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'bn-BD', 'hi-IN']) {
      for (let month = 0; month < 12; month++) {
        const instant = Date.UTC(2024, month, 17, 9, 5);
        const date = { day: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;
        for (const length of ['long', 'short'] as const) {
          const text = new Intl.DateTimeFormat(locale, { ...date, month: length, weekday: length }).format(
            instant,
          );
          expect(`${text} = ${read('month_name', text).slice(0, 10)}`).toBe(
            `${text} = ${new Date(instant).toISOString().slice(0, 10)}`,
          );
        }
      }
    }
  });
});

describe('counts of time', () => {
  it.each([
    ['epoch_s', '1731600573', '2024-11-14T16:09:33.000Z'],
    ['epoch_s', '1731600573.116', '2024-11-14T16:09:33.116Z'],
    ['epoch_s', '1731600573.9999', '2024-11-14T16:09:33.999Z'],
    ['epoch_s', '1731600573.0', '2024-11-14T16:09:33.000Z'],
    ['epoch_s', '১৭৩১৬০০৫৭৩', '2024-11-14T16:09:33.000Z'],
    ['epoch_ms', '1731600573116', '2024-11-14T16:09:33.116Z'],
    ['epoch_us', '1731600573116999', '2024-11-14T16:09:33.116Z'],
    ['excel_serial', '45292', '2024-01-01T00:00:00.000Z'],
    ['excel_serial', '45292.4375', '2024-01-01T10:30:00.000Z'],
    ['excel_serial', '45292.43888888889', '2024-01-01T10:32:00.000Z'],
  ] as const)('%s reads %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it('reads serials in the zone and epochs never', () => {
    expect(read('excel_serial', '45292.5', 'Asia/Dhaka')).toBe('2024-01-01T06:00:00.000Z');
    expect(read('epoch_s', '1731600573', 'Asia/Dhaka')).toBe('2024-11-14T16:09:33.000Z');
  });

  it('takes the epoch itself for missing, and refuses what is no count', () => {
    expect(read('epoch_s', '0')).toBe('missing');
    expect(read('epoch_s', '-1')).toBe('missing');
    expect(read('excel_serial', '0')).toBe('missing');
    expect(read('excel_serial', '0.0')).toBe('missing');
    for (const text of ['1.7E+09', '17316005a3', '-1731600573', '1731600573.', '.5', '12', '1'.repeat(18)]) {
      expect(read('epoch_s', text)).toBe('unreadable');
    }
  });

  it('keeps every millisecond that a decimal count carries', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        const text = `${Math.floor(instant / 1000)}.${String(instant % 1000).padStart(3, '0')}`;
        expect(reading('epoch_s', text).value).toBe(instant);
        expect(reading('epoch_ms', String(instant)).value).toBe(instant);
        expect(reading('epoch_us', `${instant}987`).value).toBe(instant);
      }),
    );
  });
});

describe('every reader', () => {
  // Recognition asks no other format about a cell that one with the year in front has read, and none about fewer digits.
  it('of dates reads what begins with its year in no other order, and nothing of fewer than three digits', () => {
    const number = fc.integer({ min: 1, max: 31 }).map(String);
    const year = fc.oneof(fc.integer({ min: 1971, max: 2100 }), fc.integer({ min: 0, max: 99 })).map(String);
    const before = fc.constantFrom('', '', 'Mon ', 'mar. ', 'Sept ', 'T');
    const behind = fc.constantFrom(
      '',
      ' 8:05',
      'T08:05:07Z',
      ' 2:05 PM',
      ' Mar',
      ' 8:05 Europe/Paris',
      ' 2:05 CH',
    );
    const mark = fc.constantFrom('-', '/', '.', '. ', ' ', '', ' Mar ', '年');
    const text = fc
      .tuple(before, fc.tuple(fc.oneof(year, number), number, fc.oneof(number, year)), mark, behind)
      .map(([front, parts, parting, end]) => front + parts.join(parting) + end);
    const isRead = (format: (typeof instantFormats)[number], cell: string): boolean =>
      !Number.isNaN(reading(format, cell).value);
    fc.assert(
      fc.property(text, (cell) => {
        const others = (['day_first', 'month_first', 'month_name'] as const).filter((each) =>
          isRead(each, cell),
        );
        if (isRead('iso8601', cell)) expect(others, cell).toEqual([]);
        if (cell.replace(/\D/g, '').length < 3) expect(others, cell).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('returns whole milliseconds in range or NaN for any bytes', () => {
    const near = fc.stringMatching(/^[0-9:/.TZ+ -]{0,30}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...instantFormats),
        fc.oneof(near, fc.string({ unit: 'binary' })),
        (format, text) => {
          const { value } = reading(format, text, 'America/New_York');
          if (Number.isNaN(value)) return;
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(Date.UTC(1971, 0, 1));
          expect(value).toBeLessThan(Date.UTC(2101, 0, 1));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('detectInstantFormats', () => {
  const first = (values: string[]) => detectInstantFormats(values)[0];

  it('leaves missing marks out of the share', () => {
    expect(first(['2024-05-01T10:00:00Z', '-', '', 'N/A', '1900-01-01 00:00:00', 'soon'])).toEqual({
      format: 'iso8601',
      share: 0.5,
      zoned: true,
      ambiguous: false,
    });
  });

  it('says whether every stamp carries its zone', () => {
    expect(first(['2024-05-01 10:00', '2024-05-01T10:00Z']).zoned).toBe(false);
    expect(first(['1731600573']).zoned).toBe(true);
    expect(first(['45292.5']).zoned).toBe(false);
  });

  it('returns both orders where nothing decides', () => {
    expect(detectInstantFormats(['01/05/2024', '02/05/2024'])).toEqual([
      { format: 'day_first', share: 1, zoned: false, ambiguous: true },
      { format: 'month_first', share: 1, zoned: false, ambiguous: true },
    ]);
  });

  it('decides by one day above twelve', () => {
    expect(first(['01/05/2024', '13/05/2024'])).toMatchObject({
      format: 'day_first',
      share: 1,
      ambiguous: false,
    });
    expect(first(['01/05/2024', '05/13/2024'])).toMatchObject({
      format: 'month_first',
      share: 1,
      ambiguous: false,
    });
  });

  it('reads dates with dots day first', () => {
    for (const values of [['01.05.2024', '02.05.2024 10:00'], ['1.5.24'], ['10. 10. 2024']]) {
      expect(first(values)).toMatchObject({ format: 'day_first', ambiguous: false });
    }
  });

  it('does not call a mixed column undecided', () => {
    const found = detectInstantFormats(['13/05/2024', '05/13/2024']);
    expect(found.map(({ share, ambiguous }) => [share, ambiguous])).toEqual([
      [0.5, false],
      [0.5, false],
    ]);
  });

  it('tells the counts of time apart', () => {
    expect(detectInstantFormats(['1731600573.116']).map(({ format }) => format)).toEqual(['epoch_s']);
    expect(detectInstantFormats(['1731600573116']).map(({ format }) => format)).toEqual(['epoch_ms']);
    expect(detectInstantFormats(['1731600573116999']).map(({ format }) => format)).toEqual(['epoch_us']);
    expect(detectInstantFormats(['20240501']).map(({ format }) => format)).toEqual(['iso8601']);
    expect(detectInstantFormats(['20240501101500']).map(({ format }) => format)).toEqual(['iso8601']);
  });

  it('finds nothing in words, and nothing in nothing', () => {
    expect(detectInstantFormats(['urgent', 'high', '17'])).toEqual([]);
    expect(detectInstantFormats(['', '-', 'null'])).toEqual([]);
    expect(detectInstantFormats([])).toEqual([]);
  });
});
