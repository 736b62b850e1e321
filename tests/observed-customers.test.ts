import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Retention and churn from observations of customers: the rows of the files, whole and in shards.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-customers-'));
  for (const [name, lines] of Object.entries(written))
    writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const day = 86_400_000;
const date = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** 120 customers over two years, of whom some left, some came back, and some are called gone without a day. */
function many(): { readonly newer: string[]; readonly older: string[] } {
  const newer = ['customer_id,start_date,churn_date,status,plan'];
  const older = ['customer_id,start_date,churn_date,status,plan'];
  for (let i = 0; i < 120; i++) {
    const start = Date.UTC(2024, 0, 3) + ((i * 37) % 500) * day;
    const end = i % 3 === 0 ? start + (40 + ((i * 53) % 300)) * day : Number.NaN;
    const left = end < Date.UTC(2026, 0, 1) ? date(end) : '';
    const status = left !== '' ? 'churned' : i % 50 === 7 ? 'churned' : 'active';
    newer.push([`CUST-${1000 + i}`, date(start), left, status, ['Pro', 'Basic'][i % 2]].join(','));
    if (i % 9 === 0 && left !== '')
      newer.push([`CUST-${1000 + i}`, date(end + 60 * day), '', 'active', 'Pro'].join(','));
    // The older list knows the same stretches, before anybody left, under other words.
    if (i % 2 === 0) older.push([`cust_0${1000 + i}`, date(start), '', 'active', 'Basic'].join(','));
  }
  return { newer, older };
}

const { newer, older } = many();
const written: Readonly<Record<string, readonly string[]>> = {
  'hand.csv': [
    'customer_id,start_date,churn_date',
    'c1,2025-01-10,',
    'c2,2025-01-10,2025-03-15',
    'c3,2025-01-20,2025-02-10',
    'c3,2025-03-05,',
    'c4,2025-02-01,2025-04-01',
    'c5,2025-02-15,',
    'c6,2025-02-15,2025-02-20',
    'c7,2025-03-10,',
    'c8,2025-01-05,2025-03-31',
  ],
  'newer.csv': newer,
  'older.csv': older,
  'endless.csv': newer.map((row) => row.split(',').slice(0, 2).join(',')),
  'never.csv': newer.map((row, i) => (i === 0 ? row : row.replace(/,(?:[\d-]*),\w+,/, ',,active,'))),
  'undated.csv': newer.map((row, i) => (i % 4 === 1 ? row.replace(/,,active,/, ',,churned,') : row)),
  'agreed.csv': newer.map((row) => row.replace('churn_date', 'contract end')),
  'tickets.csv': [
    'Ticket ID,Created at,Solved at,Group,Customer ID',
    ...Array.from({ length: 90 }, (_, i) => {
      const at = Date.UTC(2025, 2, 1, 9) + i * 3 * day;
      return [i + 1, `${date(at)} 09:00`, `${date(at + day)} 10:00`, 'AB'[i % 2], `CUST-${1000 + i}`].join(
        ',',
      );
    }),
  ],
};

async function run(...line: string[]): Promise<{ code: number; out: string; error: string }> {
  const io = memoryIo({ cwd: folder });
  const placed = line.map((word) => (word.endsWith('.csv') ? path.join(folder, word) : word));
  const code = await runCli(placed, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}

interface Row {
  readonly metric: string;
  readonly period: { readonly start: string } | null;
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
}

async function rows(...line: string[]): Promise<readonly Row[]> {
  const { code, out, error } = await run('metrics', ...line, '--format', 'json');
  expect(code, error).toBe(0);
  return (JSON.parse(out) as { rows: Row[] }).rows;
}

async function observe(...line: string[]): Promise<void> {
  const { code, error } = await run('observe', ...line);
  expect(code, error).toBe(0);
}

const both = ['--metric', 'retention_rate,churn_rate'];
const questions: readonly (readonly string[])[] = [
  [],
  [...both, '--every', 'month'],
  [...both, '--every', 'quarter', '--compare', 'previous'],
  [...both, '--period', '2025', '--compare', 'year-ago'],
  [...both, '--since', '2025-03-05', '--until', '2025-09-05'],
  [...both, '--every', 'month', '--tz', 'Asia/Kathmandu'],
  ['--every', 'month'],
];

describe('customers in observations', () => {
  it('stay and leave as counted by hand', async () => {
    await observe('hand.csv', '--as-of', '2025-05-31', '-o', 'hand');
    const found = await rows('--observations', 'hand', ...both, '--every', 'month');
    const told = found.map(({ metric, period, value, n }) => [metric, period?.start.slice(0, 7), n, value]);
    // On 1 February c1 c2 c3 c8 are customers, of whom c3 has left by 1 March; then c1 c2 c4 c5 c8, of whom c2 and c8 have
    // left by 1 April; then c1 c3 (again) c4 c5 c7, of whom c4 has left by 1 May.
    expect(
      told.filter(([metric, month]) => metric === 'retention_rate' && String(month) <= '2025-04'),
    ).toEqual([
      ['retention_rate', '2025-01', 0, null],
      ['retention_rate', '2025-02', 4, 3 / 4],
      ['retention_rate', '2025-03', 5, 3 / 5],
      ['retention_rate', '2025-04', 5, 4 / 5],
    ]);
    const march = found.find(
      ({ metric, period }) => metric === 'churn_rate' && period?.start.startsWith('2025-03'),
    );
    expect(march).toMatchObject({ n: 5, value: 2 / 5, status: 'ok' });
    // Wilson's interval of 2 of 5.
    expect([march?.low, march?.high]).toEqual([expect.closeTo(0.1176208, 7), expect.closeTo(0.7692757, 7)]);
  });

  for (const files of [
    ['newer.csv'],
    ['newer.csv', 'older.csv'],
    ['tickets.csv', 'newer.csv', 'older.csv'],
    ['tickets.csv', 'endless.csv'],
    ['never.csv'],
    ['undated.csv'],
    ['agreed.csv'],
    ['tickets.csv'],
  ])
    it(`give the rows of the files: ${files.join(', ')}`, async () => {
      const into = files.join('-').replaceAll('.csv', '');
      await observe(...files, '-o', into);
      for (const options of questions)
        expect(await rows('--observations', into, ...options), options.join(' ')).toEqual(
          await rows(...files, ...options),
        );
    });

  it('are in no segment and under no filter of tickets', async () => {
    const files = ['tickets.csv', 'newer.csv'];
    const filter = ['--where', 'group = A'];
    await observe(...files, ...filter, '-o', 'filtered');
    expect(await rows('--observations', 'filtered', ...both)).toEqual(
      await rows(...files, ...filter, ...both),
    );
    await observe(...files, '-o', 'split');
    const split = [...both, '--by', 'group', '--totals'];
    const found = await rows('--observations', 'split', ...split);
    expect(found).toEqual(await rows(...files, ...split));
    expect(found[0]).toMatchObject({ status: 'unavailable' });
  });

  it('give in shards what one process gives', async () => {
    const files = ['tickets.csv', 'newer.csv', 'older.csv'];
    const stated = ['--as-of', '2026-01-15', '--coverage', 'created', '--coverage', '2025-03-01..2026-01-15'];
    await observe(...files, ...stated, '-o', 'whole');
    for (const shard of ['1/3', '2/3', '3/3'])
      await observe(...files, ...stated, '--shard', shard, '-o', 'parts');
    for (const options of questions) {
      const whole = await rows('--observations', 'whole', ...options);
      const parts = await rows('--observations', 'parts', ...options);
      expect(parts).toEqual(whole.filter(({ metric }) => metric !== 'csat_response_rate'));
      expect(parts.map(({ metric }) => metric)).toContain('churn_rate');
    }
  });

  it('are named by a number, never by their key', async () => {
    await observe('hand.csv', '-o', 'nameless');
    const file = path.join(folder, 'nameless/metric=customers/part-00000-of-00001.parquet');
    expect(readFileSync(file).includes(Buffer.from('c7'))).toBe(false);
  });
});
