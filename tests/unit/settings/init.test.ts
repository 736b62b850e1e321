import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldMapping, TableMapping } from '../../../src/model/mapping.ts';
import { matchesFile, patternOf } from '../../../src/settings/file-pattern.ts';
import { type InspectedTable, initConfig } from '../../../src/settings/init.ts';
import { parseConfig } from '../../../src/settings/load.ts';

const column = (source: string, confidence: number, reading: FieldMapping['reading']): FieldMapping => ({
  column: 0,
  source,
  confidence,
  reading,
});
const instant = (zone: string | null, format: 'iso8601' | 'day_first' = 'iso8601') =>
  ({ type: 'instant', format, zone }) as const;

const table = (given: Partial<TableMapping>): TableMapping => ({
  stream: null,
  kind: 'tickets',
  preset: null,
  confidence: 0.9,
  fields: {},
  unmapped: [],
  zone: { id: 'UTC', origin: 'stamps' },
  problems: [],
  ...given,
});

const generic: InspectedTable = {
  mapping: table({
    fields: {
      created_at: column('Opened: Date', 0.84, { ...instant('Asia/Dhaka', 'day_first'), ambiguous: true }),
      id: column('#', 1, { type: 'id' }),
      csat: column('Rating', 0.9, {
        type: 'score',
        scale: { id: '1-5', kind: 'csat', min: 1, max: 5, topBoxFrom: 4 },
        words: null,
      }),
    },
    unmapped: [
      { column: 3, source: 'Product area' },
      { column: 4, source: 'product-area' },
      { column: 5, source: 'বিভাগ' },
      { column: 6, source: '' },
    ],
    zone: { id: 'Asia/Dhaka', origin: 'default' },
  }),
  seen: new Map([
    [
      'status',
      new Map([
        ['Resolve ticket', 'solved'],
        ['Half: done', null],
      ]),
    ],
    ['priority', new Map([['P0!', null]])],
  ]),
};
const preset: InspectedTable = {
  mapping: table({
    preset: 'zendesk',
    stream: 'tickets',
    fields: {
      created_at: column('Created at', 1, instant(null)),
      type: column('Kind of thing', 0.7, { type: 'category', values: null }),
    },
  }),
};

describe('a new settings file', () => {
  const text = initConfig({
    tz: 'Asia/Dhaka',
    lang: 'bn',
    files: [
      { path: '/data/export-2026-11-02.csv', tables: [generic] },
      { path: '/data/export-2026-11-09.csv', tables: [generic] },
      { path: 'zendesk.json', tables: [preset, { mapping: table({ kind: 'none' }) }] },
    ],
  });

  it('pins what was recognised, and loads', () => {
    const { config } = parseConfig(text, 'deskstat.yaml');
    expect(config.tz).toBe('Asia/Dhaka');
    expect(config.lang).toBe('bn');
    expect(config.files).toEqual([
      {
        match: 'export-*.csv',
        kind: 'tickets',
        scale: '1-5',
        map: new Map([
          ['created_at', 'Opened: Date'],
          ['id', '#'],
          ['csat', 'Rating'],
        ]),
        value: new Map([['status', new Map([['Resolve ticket', 'solved']])]]),
      },
      {
        match: 'zendesk.json',
        stream: 'tickets',
        kind: 'tickets',
        preset: 'zendesk',
        map: new Map([['type', 'Kind of thing']]),
        value: new Map(),
      },
    ]);
  });

  it('says how sure each guess was and what nobody could know', () => {
    expect(text).toContain('# guessed, 84 % sure');
    expect(text).toContain('# date_order: day  # the values fit both: is it right?');
    expect(text).toContain('# source_tz: Asia/Dhaka  # not in the file: is it right?');
    expect(text).toContain('# the preset maps created_at');
    expect(text).toContain('# "Half: done": …  # not understood');
  });

  it('loads with every example line uncommented, too', () => {
    const uncommented = text
      .split('\n')
      .map((line) =>
        /^# {1,5}(?:[\w]+:|- |\p{L}[^.]*: )/u.test(line) && !/^# [A-Z"]/.test(line) ? line.slice(2) : line,
      )
      .join('\n');
    const { config } = parseConfig(uncommented, 'deskstat.yaml');
    expect(config.hours).toEqual(['Mon-Fri 09:00-18:00']);
    expect(config.holidays).toHaveLength(3);
    expect(config.sla.map(({ name }) => name)).toEqual(['Urgent', 'Everything else']);
    expect(config.checks).toHaveLength(3);
    expect(config.book).toBe('issues.yaml');
    expect(config.groups[0].name).toBe('Billing');
    expect(config.dimensions).toEqual(
      new Map([
        ['product_area', 'Product area'],
        ['বিভাগ', 'বিভাগ'],
      ]),
    );
  });

  it('of nothing at all loads as nothing pinned', () => {
    const empty = initConfig({ files: [] });
    expect(parseConfig(empty, 'x').config.files).toEqual([]);
    expect(empty).toContain('# tz: UTC');
  });

  it('survives any column name and any value', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a: b', '- x', '#', 'yes', '007', '"', "'", '|', '*x', '~', 'null', '\u2028'),
    );
    const written = fc
      .tuple(name, name)
      .filter(([a, b]) => a.trim() !== '' && b.trim() !== '' && isText(a + b));
    fc.assert(
      fc.property(written, ([source, raw]) => {
        const mapping = table({
          fields: { status: column(source, 0.5, { type: 'category', values: null }) },
        });
        const seen = new Map([
          [
            'status',
            new Map([
              [raw, 'solved'],
              [`${raw}?`, null],
            ]),
          ],
        ]);
        const made = initConfig({ files: [{ path: 'x.csv', tables: [{ mapping, seen }] }] });
        const [file] = parseConfig(made, 'x').config.files;
        expect(file.map.get('status')).toBe(source.trim());
        expect(file.value.get('status')?.get(raw)).toBe('solved');
      }),
      { numRuns: 500 },
    );
  });
});

// Lone surrogates cannot be written to a file.
const isText = (text: string): boolean => !/\p{Cs}/u.test(text);

describe('patterns of file names', () => {
  it.each([
    ['tickets-2026-11-02.csv', 'tickets-*.csv'],
    ['/a/b/tickets_20261102_0930.csv.gz', 'tickets_*.csv.gz'],
    ['C:\\exports\\report 2026.json', 'report *.json'],
    ['q3.csv', 'q3.csv'],
    ['v2-tickets.csv', 'v2-tickets.csv'],
    ['-', '-'],
  ])('%s fits next week as %s', (file, pattern) => {
    expect(patternOf(file)).toBe(pattern);
    expect(matchesFile(pattern, file)).toBe(true);
  });

  it.each([
    ['tickets-*.csv', 'data/tickets-x.csv', true],
    ['tickets-*.csv', 'data/tickets-x.csv.gz', false],
    ['tickets-*.csv', 'old-tickets-x.csv', false],
    ['west/*.csv', 'data/west/a.csv', true],
    ['west/*.csv', 'data/northwest/a.csv', false],
    ['west/*.csv', 'data/west/b/a.csv', false],
    ['west/**.csv', 'data/west/b/a.csv', true],
    ['./a.csv', 'a.csv', true],
    ['a?.csv', 'a1.csv', true],
    ['a?.csv', 'a12.csv', false],
    ['a+(b).csv', 'a+(b).csv', true],
    ['a.csv', 'aXcsv', false],
  ])('%s held against %s: %s', (pattern, file, expected) => {
    expect(matchesFile(pattern, file)).toBe(expected);
  });
});
