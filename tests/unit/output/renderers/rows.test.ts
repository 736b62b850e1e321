import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type RowOptions, writeRows } from '../../../../src/output/renderers/rows.ts';
import { hostileTexts } from '../sample-report.ts';

type Rows = readonly Record<string, unknown>[];
const text = (rows: Rows, format: Parameters<typeof writeRows>[1], options: RowOptions): string =>
  [...writeRows(rows, format, options)].join('');

describe('CSV', () => {
  it('quotes what must be quoted, leaves missing empty, and ends lines with LF', () => {
    const rows = [
      { name: 'a,b', note: 'said "no"', n: 1.5, ok: true },
      { name: 'two\nlines', note: null, n: Number.NaN, ok: false },
      { name: ' padded ', note: undefined, n: Number.POSITIVE_INFINITY, ok: null },
    ];
    expect(text(rows, 'csv', { columns: ['name', 'note', 'n', 'ok'] })).toBe(
      'name,note,n,ok\n"a,b","said ""no""",1.5,true\n"two\nlines",,,false\n" padded ",,,\n',
    );
  });

  it('writes numbers in the shortest form that reads back, never rounded', () => {
    const numbers = [0.1 + 0.2, 1 / 3, 14400, 1e21, 5e-324, -0, 123456789.12345679];
    const lines = text(
      numbers.map((n) => ({ n })),
      'csv',
      { columns: ['n'] },
    ).split('\n');
    expect(lines.slice(1, -1)).toEqual([
      '0.30000000000000004',
      '0.3333333333333333',
      '14400',
      '1e+21',
      '5e-324',
      '0',
      '123456789.12345679',
    ]);
    expect(text([{ n: -2 }], 'csv', { columns: ['n'] })).toBe('n\n-2\n');
  });

  it('neutralises text that begins like a formula, and only text', () => {
    expect(text([{ a: '=1+1', b: -1, c: '-1', d: '\tx' }], 'csv', { columns: ['a', 'b', 'c', 'd'] })).toBe(
      "a,b,c,d\n'=1+1,-1,'-1,'\tx\n",
    );
  });

  it('puts a byte order mark first where Excel asks for it', () => {
    expect(text([], 'csv', { columns: ['a'], excel: true })).toBe('\ufeffa\n');
  });

  it('keeps a row of one empty cell', () => {
    expect(text([{ a: null }, { a: 'x' }], 'csv', { columns: ['a'] })).toBe('a\n""\nx\n');
  });

  it('reads back as it was for every string', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (pairs) => {
        const csv = text(
          pairs.map(([a, b]) => ({ a, b })),
          'csv',
          { columns: ['a', 'b'] },
        );
        const read = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' });
        expect(read.errors).toEqual([]);
        const guarded = (value: string) =>
          /^[=+\-@\u0000-\u001f\u007f-\u009f＝＋－＠]/.test(value) ? `'${value}` : value;
        expect(read.data.slice(1, -1)).toEqual(pairs.map((pair) => pair.map(guarded)));
      }),
    );
  });
});

describe('JSON', () => {
  it('puts the envelope first and streams the rows', () => {
    const rows = Array.from({ length: 1200 }, (_, n) => ({ n }));
    const chunks = [
      ...writeRows(rows, 'json', { columns: [], envelope: { schema: 'deskstat.metrics/1', as_of: null } }),
    ];
    expect(chunks.length).toBeGreaterThan(2);
    const whole = chunks.join('');
    expect(whole.startsWith('{\n"schema":"deskstat.metrics/1",\n"as_of":null,\n"rows":[\n{"n":0},\n')).toBe(
      true,
    );
    expect(whole.endsWith('{"n":1199}\n]\n}\n')).toBe(true);
    expect(JSON.parse(whole)).toEqual({ schema: 'deskstat.metrics/1', as_of: null, rows });
  });

  it('is whole without rows, and writes what is no number as null', () => {
    expect(text([], 'json', { columns: [] })).toBe('{\n"rows":[]\n}\n');
    expect(text([{ a: Number.NaN }], 'ndjson', { columns: [] })).toBe('{"a":null}\n');
  });
});

describe('table', () => {
  it('aligns wide and combining letters, numbers at the right, and leaves no trailing space', () => {
    const rows = [
      { group: 'Billing', n: 1200 },
      { group: 'বিলিং', n: 5 },
      { group: '配送', n: null },
    ];
    expect(text(rows, 'table', { columns: [{ key: 'group', label: 'Group' }, 'n'] })).toBe(
      ['Group       n', '─────────────', 'Billing  1200', 'বিলিং       5', '配送        –', ''].join('\n'),
    );
  });

  it('fits a width, and shows what would act', () => {
    const rows = [{ a: 'x'.repeat(10_000), b: '\u001b[2J', c: 1 }];
    const lines = text(rows, 'table', { columns: ['a', 'b', 'c'], width: 20 }).split('\n');
    expect(lines[2]).toBe(`${'x'.repeat(10)}…  ␛[2J  1`);
  });

  it('goes on after the rows it measured', () => {
    const rows = Array.from({ length: 1005 }, (_, n) => ({ name: n > 1000 ? 'much longer' : 'short', n }));
    const lines = text(rows, 'table', { columns: ['name', 'n'] })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(1007);
    expect(lines.at(-1)).toBe('much…  1004');
  });
});

describe('Markdown', () => {
  it('escapes cells and aligns numbers', () => {
    expect(text([{ a: 'x|y', n: 1 }], 'markdown', { columns: ['a', 'n'] })).toBe(
      '| a | n |\n| --- | ---: |\n| x\\|y | 1 |\n',
    );
  });
});

describe('a table on a narrow terminal', () => {
  const rows = [
    {
      id: '229722',
      at: '26 Oct 2026, 06:48',
      group: 'Accounts and apps of all kinds',
      extra: 'Dhaka',
      took: '30h 13m',
    },
  ];
  const columns = [
    { key: 'id', isWhole: true },
    { key: 'at', isWhole: true },
    { key: 'group' },
    { key: 'extra', priority: 3 },
    { key: 'took', align: 'right' },
  ] as const;
  const lines = (width: number) => text(rows, 'table', { columns, width }).split('\n');

  it('lets the least important column go and shortens words, but cuts no stamp, id or figure', () => {
    // 6 + 18 + 30 + 5 + 7 cells and four gaps of two are 74.
    expect(lines(74)[2]).toBe('229722  26 Oct 2026, 06:48  Accounts and apps of all kinds  Dhaka  30h 13m');
    expect(lines(60)[2]).toBe('229722  26 Oct 2026, 06:48  Accounts and ap…  Dhaka  30h 13m');
    expect(lines(54)[0]).not.toContain('extra');
    expect(lines(54)[2]).toBe('229722  26 Oct 2026, 06:48  Accounts and app…  30h 13m');
    expect(lines(20)[2]).toBe('229722  26 Oct 2026, 06:48  Acc…  30h 13m');
  });
});
