import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskstat } from './cli.ts';
import { readZip } from './unit/output/zip-reader.ts';

// Reports as they are kept and passed on: made again to the same bytes, compared, split into tables, and harmless
// whatever stands in the data.
const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-reports-'));
const file = (name: string): string => path.join(folder, name);
const read = (name: string): string => readFileSync(file(name), 'utf8');
const run = (...args: string[]) => deskstat(args, { cwd: folder });

beforeAll(() => {
  expect(deskstat(['demo', folder, '--size', '1500', '--force']).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands: readonly (readonly string[])[] = [
  ['report', 'tickets.csv', 'surveys.csv', '--no-issues', '--compare', 'year-ago', '--period', '2026-W43'],
  [
    'metrics',
    'tickets.csv',
    'surveys.csv',
    '--where',
    "channel = 'chat'",
    '--by',
    'group',
    '--every',
    'month',
    '--metric',
    'created,csat',
  ],
  ['metrics', 'tickets.csv', '--metric', 'backlog', '--as-of', 'now'],
];

describe.each(commands.map((line) => [line.join(' '), line] as const))('%s', (_, line) => {
  it('is made again from what its JSON says, to the same bytes', { timeout: 120_000 }, () => {
    const first = run(...line, '--format', 'json');
    expect(first.code, first.stderr).toBe(0);
    const { arguments: again, sources, settings, version } = JSON.parse(first.stdout);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    for (const { path: name, sha256 } of [...sources, ...settings])
      expect(sha256).toBe(
        createHash('sha256')
          .update(readFileSync(file(name)))
          .digest('hex'),
      );
    expect(settings.map((each: { path: string }) => each.path)).toEqual(['deskstat.yaml']);
    const second = run(...again, '--format', 'json');
    expect(second.stdout).toBe(first.stdout);
  });
});

it('carries what decides its figures, and nothing of where it goes or how it looks', {
  timeout: 120_000,
}, () => {
  const line = ['metrics', 'tickets.csv', '--metric', 'created'];
  const plain = run(...line, '--format', 'json').stdout;
  run(...line, '-q', '-o', 'json=somewhere.txt', '--lang', 'bn', '--no-color', '--max-age', '90000d');
  expect(read('somewhere.txt')).toBe(plain);
  const ordered = run(
    'metrics',
    'tickets.csv',
    '--totals',
    '--by',
    'group',
    '--metric',
    'created',
    '--format',
    'json',
  );
  expect(ordered.stdout).toBe(
    run('metrics', '--metric', 'created', '--by', 'group', 'tickets.csv', '--totals', '--format', 'json')
      .stdout,
  );
  expect(JSON.parse(ordered.stdout).arguments).toEqual([
    'metrics',
    'tickets.csv',
    '--by',
    'group',
    '--metric',
    'created',
    '--totals',
  ]);
});

it('hashes no input for a format that carries no hash', () => {
  const rows = run('metrics', 'tickets.csv', '--metric', 'created', '--format', 'csv');
  expect(rows.stdout).not.toMatch(/[0-9a-f]{64}/);
});

describe('deskstat diff', () => {
  it('tells new data from restated history, in every format', { timeout: 120_000 }, () => {
    const line = ['metrics', 'tickets.csv', '--metric', 'created', '--every', 'month', '--format', 'json'];
    writeFileSync(file('old.json'), run(...line, '--as-of', '2026-08-20').stdout);
    const later = JSON.parse(run(...line).stdout);
    // History is restated by hand: one ticket fewer in April than was said.
    const april = later.rows.find((row: { period: { label: string } }) => row.period.label === '2026-04');
    april.value -= 1;
    writeFileSync(file('new.json'), JSON.stringify(later));
    const told = run('diff', 'old.json', 'new.json');
    expect(told.code, told.stderr).toBe(0);
    expect(told.stdout).toContain('1 figure of the past restated');
    expect(told.stdout).toMatch(
      new RegExp(`\\nApril 2026\\n.+\\n.+\\n +New tickets +${april.value + 1} +${april.value} +▼ −`),
    );
    expect(told.stdout).toContain('August 2026: 1 figure, not complete then');
    const csv = run('diff', 'old.json', 'new.json', '--format', 'csv').stdout.trim().split('\n');
    expect(csv[0]).toMatch(/^change,because,period,period_start,period_end,metric,/);
    expect(csv.filter((each) => each.startsWith('restated'))).toHaveLength(1);
    const { rows, counts } = JSON.parse(run('diff', 'old.json', 'new.json', '--format', 'json').stdout);
    expect(counts.restated).toBe(1);
    expect(rows.find((row: { change: string }) => row.change === 'restated')).toMatchObject({
      old: april.value + 1,
      new: april.value,
      difference: -1,
    });
    expect(run('diff', 'old.json', 'new.json', '--format', 'markdown').stdout).toContain(
      '## History that was restated',
    );
    expect(run('diff', 'old.json', 'new.json', '--format', 'html').stdout).toContain(
      'History that was restated',
    );
    const bengali = run('diff', 'old.json', 'new.json', '--lang', 'bn').stdout;
    expect(bengali).toContain('আগের ১টি হিসাব বদলেছে');
    expect(bengali).toMatch(/\nএপ্রিল ২০২৬\n.+\n.+\n +নতুন টিকিট/);
    expect(bengali).not.toMatch(/Two results|figure|History|Period|Change|data up to|New tickets/);
    const hindi = run('diff', 'old.json', 'new.json', '--lang', 'hi').stdout;
    expect(hindi).toContain('1 पुराना आँकड़ा बदला');
  });

  it('says so when nothing differs, and refuses what cannot be compared', () => {
    expect(run('diff', 'new.json', 'new.json').stdout).toContain('Nothing differs');
    writeFileSync(file('text.json'), 'no json');
    for (const [other, reason] of [
      ['text.json', 'it is not JSON'],
      ['missing.json', 'missing.json'],
    ]) {
      const refused = run('diff', 'new.json', other);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain(reason);
    }
  });
});

describe('-o folder/', () => {
  it('writes a file a table, whole or not at all, the same each time', { timeout: 120_000 }, () => {
    const line = ['report', 'tickets.csv', 'surveys.csv', '--no-issues', '-q'];
    expect(run(...line, '-o', 'tables/', '-o', 'ndjson=lines/').code).toBe(0);
    const names = readdirSync(file('tables'));
    expect(names).toEqual(expect.arrayContaining(['figures.csv', 'by-group.csv', 'volume.csv']));
    expect(names.every((name) => name.endsWith('.csv'))).toBe(true);
    expect(readdirSync(file('lines'))).toEqual(names.map((name) => name.replace('.csv', '.ndjson')));
    expect(read('tables/volume.csv').split('\n')[0]).toBe('x,series,unit,value');
    for (const each of read('lines/figures.ndjson').trim().split('\n'))
      expect(JSON.parse(each)).toHaveProperty('metric');
    const before = names.map((name) => read(`tables/${name}`));
    expect(run(...line, '-o', 'tables/').code).toBe(0);
    expect(readdirSync(file('tables')).map((name) => read(`tables/${name}`))).toEqual(before);
  });

  it('is refused where there is one table, and for a format without tables', () => {
    expect(run('metrics', 'tickets.csv', '-o', 'tables/').stderr).toContain('this command writes one table');
    expect(run('report', 'tickets.csv', '--no-issues', '-o', 'html=tables/')).toMatchObject({ code: 2 });
  });
});

describe('hostile values', () => {
  const hostile = [
    '<script>alert(1)</script>',
    "=cmd|'/C calc'!A0",
    '\u202Egnp.exe',
    '@SUM(1+1)',
    '](javascript:alert(1))',
    `x${'y'.repeat(10_000)}`,
    '| a | b |',
    '<img src=x onerror=alert(1)>',
  ];

  beforeAll(() => {
    mkdirSync(file('hostile'));
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const lines = [
      'Ticket ID,Created at,First response at,Solved at,Status,Group,Channel,Subject,Agent,Satisfaction rating',
    ];
    for (let i = 0; i < 400; i++) {
      const name = hostile[i % hostile.length];
      const at = (minutes: number): string =>
        new Date(Date.UTC(2026, 9, 1) + (i * 97 + minutes) * 60_000).toISOString();
      lines.push(
        [
          String(i + 1),
          at(0),
          at(20 + (i % 50)),
          at(300),
          'Solved',
          quoted(name),
          quoted(name),
          quoted(`${name} again`),
          quoted(name),
          String(1 + (i % 5)),
        ].join(','),
      );
    }
    writeFileSync(file('hostile/tickets.csv'), `${lines.join('\n')}\n`);
    const made = deskstat(
      [
        'report',
        'tickets.csv',
        '--period',
        'all',
        '-q',
        '--by',
        'column:Agent',
        '-o',
        'report.html',
        '-o',
        'report.md',
        '-o',
        'report.xlsx',
        '-o',
        'report.csv',
        '-o',
        'tables/',
      ],
      { cwd: file('hostile') },
    );
    expect(made.code, made.stderr).toBe(0);
  }, 120_000);

  it('are text in HTML', () => {
    const page = read('hostile/report.html');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert(1)');
    expect(page).not.toMatch(/<img/i);
    expect(page).not.toContain('y'.repeat(1000));
    expect(page).not.toContain('\u202E');
    expect(Buffer.byteLength(page)).toBeLessThan(500_000);
  });

  it('are text in Markdown', () => {
    const page = read('hostile/report.md');
    expect(page).not.toMatch(/(?<!\\)<script>/);
    expect(page).not.toMatch(/(?<!\\)<img/);
    expect(page).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(page).not.toContain('\u202E');
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.some((line) => line.includes('\\| a \\| b \\|'))).toBe(true);
  });

  it('begin no formula in CSV', () => {
    for (const text of [
      read('hostile/report.csv'),
      ...readdirSync(file('hostile/tables')).map((name) => read(`hostile/tables/${name}`)),
    ]) {
      expect(text).not.toMatch(/(^|,|")[=@+]\w*[(c]/m);
    }
    expect(read('hostile/tables/by-column-agent.csv')).toContain("'=cmd|");
  });

  it('are strings in XLSX, and no formula is in it', () => {
    const parts = readZip(readFileSync(file('hostile/report.xlsx')));
    const sheets = [...parts]
      .filter(([name]) => /^xl\/worksheets\/.*\.xml$/.test(name))
      .map(([, text]) => text);
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) expect(sheet).not.toMatch(/<f[ >]/);
    const all = [...parts.values()].join('\n');
    expect(all).toContain('&lt;script&gt;');
    expect(all).not.toContain('<script>');
  });
});
