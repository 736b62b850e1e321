import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { engines } from '../src/sql/engines/index.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Observations are measured again at home and by the printed query on DuckDB: both give the rows of the files.
let folder = '';
let duck: DuckDBConnection;

const day = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** Ninety days of tickets with every state a figure tells apart, and answers of which some belong to no ticket. */
function writeDesk(): void {
  const start = Date.UTC(2026, 0, 5, 8);
  const tickets: string[] = [];
  const answers: string[] = [];
  const recommended: string[] = [];
  for (let i = 0; i < 400; i++) {
    const at = start + i * 0.225 * day + ((i * 7919) % 3600) * 1000;
    const answered = i % 11 === 0 ? '' : iso(at + (1 + ((i * 37) % 400)) * 60_000);
    const solved = i % 6 === 0 ? '' : iso(at + (1 + ((i * 53) % 90)) * 3_600_000);
    const status = solved === '' ? 'Open' : 'Solved';
    const group = ['Billing', 'Technical', '', 'Émile'][i % 4];
    const priority = ['Urgent', 'High', 'Normal', 'Low', ''][i % 5];
    const tags = ['vip', 'vip refund', '', 'refund app'][i % 4];
    tickets.push(
      [
        i + 1,
        iso(at),
        answered,
        solved,
        status,
        group,
        priority,
        `c${i % 60}@example.com`,
        i % 3,
        i % 4,
        tags,
      ].join(','),
    );
    if (i % 4 === 1)
      answers.push([i % 16 === 1 ? 90_000 + i : i + 1, iso(at + 3 * day), 1 + ((i * 3) % 5)].join(','));
    if (i % 5 === 2) recommended.push([i + 1, iso(at + 5 * day), (i * 7) % 11].join(','));
  }
  const head =
    'Ticket ID,Created at,First response at,Solved at,Status,Group,Priority,Requester,Reopens,Replies,Tags';
  writeFileSync(path.join(folder, 'tickets.csv'), `${[head, ...tickets].join('\n')}\n`);
  writeFileSync(
    path.join(folder, 'surveys.csv'),
    `${['Ticket ID,Answered at,CSAT score', ...answers].join('\n')}\n`,
  );
  writeFileSync(
    path.join(folder, 'nps.csv'),
    `${['Ticket ID,Answered at,NPS score', ...recommended].join('\n')}\n`,
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-observations-'));
  writeDesk();
  files = ['tickets.csv', 'surveys.csv', 'nps.csv'].map((name) => path.join(folder, name));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  const { code, error } = await run('observe', ...files, '--hours', hours, '-o', 'out');
  expect(code, error).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files: string[] = [];
const hours = 'Mon-Fri 09:00-17:00';

async function run(...line: string[]): Promise<{ code: number; out: string; error: string }> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}

type Row = Readonly<Record<string, unknown>>;
interface Figure extends Row {
  readonly period: { readonly start: string } | null;
  readonly segment: Readonly<Record<string, string | null>>;
}

async function figures(...line: string[]): Promise<readonly Figure[]> {
  const { code, out, error } = await run('metrics', ...line, '--format', 'json');
  expect(code, error).toBe(0);
  const { rows } = JSON.parse(out) as { rows: Figure[] };
  // Retention is about customers, who have no observations.
  return rows.filter(({ metric }) => metric !== 'retention_rate' && metric !== 'churn_rate');
}

/** One part in 10¹² of an interval's end, a unit in the last place of a mean, and nothing else may differ. */
function expectClose(
  found: unknown,
  wanted: unknown,
  { within, about }: { within: number; about: string },
): void {
  const number = found === null || found === undefined ? null : Number(found);
  if (number === null || wanted === null) expect(number, about).toBe(wanted);
  else
    expect(Math.abs(number - (wanted as number)), about).toBeLessThanOrEqual(
      within * Math.abs(wanted as number),
    );
}

function expectSame(found: readonly Row[], wanted: readonly Figure[]): void {
  const dimensions = Object.keys(found[0]).filter((name) => name.startsWith('by_'));
  const nameOf = (period: unknown, segment: readonly unknown[], { key, status }: Row): string =>
    JSON.stringify([period, segment, key, status === 'unavailable']);
  const byName = new Map(
    found.map(
      (row) =>
        [
          nameOf(
            row.period_start,
            dimensions.map((name) => row[name]),
            row,
          ),
          row,
        ] as const,
    ),
  );
  expect(found.length).toBe(wanted.length);
  for (const row of wanted) {
    const segment = dimensions.map((name) => row.segment[name.slice(3)] ?? null);
    const about = nameOf(row.period?.start ?? null, segment, row);
    const other = byName.get(about) ?? {};
    expectClose(other.value, row.value, {
      within: row.stat === 'mean' ? Number.EPSILON : 0,
      about: `value ${about}`,
    });
    for (const name of ['n', 'open'])
      expectClose(other[name], row[name], { within: 0, about: `${name} ${about}` });
    for (const name of ['low', 'high'])
      expectClose(other[name], row[name], { within: 1e-12, about: `${name} ${about}` });
    for (const name of ['metric', 'stat', 'clock', 'unit', 'status', 'reason', 'clock_source', 'precision'])
      expect(other[name] ?? null, `${name} ${about}`).toBe(row[name] ?? null);
  }
}

const stats = ['--stat', 'mean,p50,p75,p90,p95,p99,min,max,count,share,score'];
const asked: readonly (readonly string[])[] = [
  [],
  stats,
  ['--by', 'group', '--every', 'week', '--totals', ...stats],
  ['--by', 'priority,group', '--top', '3', '--totals', '--period', '2026-02'],
  ['--by', 'priority', '--every', 'month', '--min-group', '8'],
  ['--clock', 'business', '--since', '2026-01-20', '--until', '2026-03-01', '--by', 'weekday'],
];

describe('observations', () => {
  for (const options of asked)
    it(`give the rows of the files, at home and on DuckDB: ${options.join(' ') || 'no options'}`, async () => {
      const wanted = await figures(...files, '--hours', hours, ...options);
      expect(wanted.length).toBeGreaterThan(30);
      expect(await figures('--observations', 'out', ...options)).toEqual(wanted);
      const { out, error, code } = await run('sql', '--observations', 'out', ...options);
      expect(code, error).toBe(0);
      expectSame((await duck.runAndReadAll(out)).getRowObjectsJson() as Row[], wanted);
    });

  it('count an entry once in totals where a list puts it into several segments', async () => {
    await run('observe', ...files, '--by', 'tags', '-o', 'tagged');
    for (const options of [
      ['--by', 'tags', '--totals'],
      ['--by', 'tags', '--top', '1', '--every', 'month'],
    ]) {
      const wanted = await figures(...files, ...options);
      expect(await figures('--observations', 'tagged', ...options)).toEqual(wanted);
      const { out } = await run('sql', '--observations', 'tagged', ...options);
      expectSame((await duck.runAndReadAll(out)).getRowObjectsJson() as Row[], wanted);
    }
  });

  it('have statistics of open tickets at home, which a query refuses', async () => {
    const options = ['--metric', 'first_response_time,resolution_time', '--censored', '--by', 'group'];
    const wanted = await figures(...files, '--hours', hours, ...options);
    expect(await figures('--observations', 'out', ...options)).toEqual(wanted);
    const { code, error } = await run('sql', '--observations', 'out', '--metric', 'resolution_time.km_p50');
    expect([code, error]).toEqual([2, expect.stringContaining('a query cannot compute km_p50')]);
    // sql_cannot
    expect((await run('sql', '--observations', 'out', '--metric', 'retention_rate')).code).toBe(2);
  });

  it('hold what their schema says', async () => {
    const { out } = await run('schema', 'observe');
    const { properties } = JSON.parse(out) as { properties: Record<string, unknown> };
    const columns = await duck.runAndReadAll(
      `select column_name from (describe select * from '${folder}/out/metric=created/*.parquet')`,
    );
    const names = columns.getRowObjectsJson().map(({ column_name }) => String(column_name));
    expect(names.filter((name) => !name.startsWith('by_') && name !== 'metric')).toEqual(
      Object.keys(properties),
    );
  });

  it('say their zone, hours and filter, and no person unasked', async () => {
    await run('observe', files[0], '--tz', 'Asia/Dhaka', '--where', 'group = Billing', '-o', 'dhaka');
    const [name] = readdirSync(path.join(folder, 'dhaka/_deskstat')).filter((each) => each.endsWith('.json'));
    const text = readFileSync(path.join(folder, 'dhaka/_deskstat', name), 'utf8');
    const manifest = JSON.parse(text) as { timezone: string; where: string; dimensions: { name: string }[] };
    expect(manifest).toMatchObject({ timezone: 'Asia/Dhaka', where: 'group = Billing', hasHours: false });
    expect(manifest.dimensions.map(({ name: each }) => each)).not.toContain('requester');
  });
});

describe('observations that cannot be used', () => {
  it('are none without their manifest, which is written last', async () => {
    mkdirSync(path.join(folder, 'half/metric=created'), { recursive: true });
    const { code, error } = await run('metrics', '--observations', 'half');
    // observations_broken
    expect([code, error]).toEqual([3, expect.stringContaining('no manifest is in it')]);
  });

  it('lack what was not measured, and say what is there', async () => {
    await run('observe', files[0], '--metric', 'created', '--by', 'group', '-o', 'few');
    // observations_lack
    const metric = await run('sql', '--observations', 'few', '--metric', 'csat');
    expect([metric.code, metric.error]).toEqual([
      3,
      expect.stringContaining('there are no observations of csat'),
    ]);
    const dimension = await run('metrics', '--observations', 'few', '--by', 'priority');
    expect([dimension.code, dimension.error]).toEqual([
      3,
      expect.stringContaining('observations of priority'),
    ]);
  });

  it('come too late for what is about reading', async () => {
    for (const late of [['--where', 'group = Billing'], ['--hours', hours], ['tickets.csv']])
      expect((await run('metrics', '--observations', 'out', ...late)).code, late.join(' ')).toBe(2);
  });
});

describe('the query of an engine', () => {
  for (const { id, proven } of engines)
    it(`says whether it was run: ${id}`, async () => {
      const { out, code } = await run(
        'sql',
        '--engine',
        id,
        '--observations',
        'out',
        '--table',
        'observations',
      );
      expect(code).toBe(0);
      expect(out.startsWith('-- parsed, never run\n')).toBe(proven === 'parsed');
    });
});
