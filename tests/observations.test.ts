import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../src/analysis/metrics/index.ts';
import { runCli } from '../src/cli/program.ts';
import type { Metric } from '../src/model/metric.ts';
import { engines } from '../src/sql/engines/index.ts';
import {
  differences,
  type Figure,
  hours,
  queryable,
  questions,
  type Row,
  writeObservedDesk,
} from './observed-desk.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Observations are measured again at home and by the printed query on DuckDB: both give the rows of the files.
let folder = '';
let duck: DuckDBConnection;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-observations-'));
  files = writeObservedDesk(folder);
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  const { code, error } = await run('observe', ...files, '--hours', hours, '-o', 'out');
  expect(code, error).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files: readonly string[] = [];

/** Every kind of figure held against a period before it, in segments, on both clocks and of open tickets. */
const comparisons: readonly (readonly string[])[] = [
  ['--every', 'week', '--compare', 'previous'],
  ['--every', 'month', '--by', 'group', '--totals', '--compare', 'previous'],
  [
    '--period',
    '2026-03',
    '--by',
    'priority,group',
    '--top',
    '3',
    '--min-group',
    '6',
    '--compare',
    'previous',
  ],
  ['--every', 'month', '--censored', '--by', 'group', '--compare', 'previous'],
  ['--tz', 'Asia/Kathmandu', '--clock', 'calendar', '--every', 'week', '--compare', 'previous'],
];

async function run(...line: string[]): Promise<{ code: number; out: string; error: string }> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}

async function figures(...line: string[]): Promise<readonly Figure[]> {
  const { code, out, error } = await run('metrics', ...line, '--format', 'json');
  expect(code, error).toBe(0);
  return (JSON.parse(out) as { rows: Figure[] }).rows;
}

function expectSame(found: readonly Row[], wanted: readonly Figure[]): void {
  expect(differences(found, queryable(wanted))).toEqual([]);
}

describe('observations', () => {
  for (const options of questions)
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
    // sql_cannot
    for (const metric of [
      'resolution_time.km_p50',
      'retention_rate',
      'first_contact_resolution_same_issue',
    ]) {
      const { code, error } = await run('sql', '--observations', 'out', '--metric', metric);
      expect([code, error]).toEqual([
        2,
        expect.stringContaining(`a query cannot compute ${metric}: only "metrics --observations" does`),
      ]);
      expect(error).toContain(`deskstat metrics --observations out --metric ${metric}`);
    }
    // What is no figure is asked by a command of its own, whoever is asked for it.
    for (const line of [
      ['sql', '--observations', 'out'],
      ['metrics', '--observations', 'out'],
      ['observe', files[0], '-o', 'no'],
    ]) {
      const { code, error } = await run(...line, '--metric', 'issues');
      expect([code, error]).toEqual([
        2,
        expect.stringMatching(/"issues" is no metric\n +try +deskstat issues\n/),
      ]);
    }
  });

  for (const options of comparisons)
    it(`are compared as the files are: ${options.join(' ')}`, async () => {
      const wanted = await figures(...files, '--hours', hours, ...options);
      expect(wanted.some(({ verdict }) => verdict !== null)).toBe(true);
      expect(await figures('--observations', 'out', ...options)).toEqual(wanted);
    });

  it('keep the days off, which comparisons tell apart', async () => {
    const settings = path.join(folder, 'days-off.yaml');
    writeFileSync(settings, 'holidays: [2026-01-14, 2026-02-16..2026-02-18, 03-24]\n');
    await run('observe', ...files, '--config', settings, '-o', 'off');
    const options = ['--metric', 'created,solved', '--every', 'week', '--compare', 'previous'];
    const wanted = await figures(...files, '--config', settings, ...options);
    expect(wanted).not.toEqual(await figures(...files, ...options));
    expect(await figures('--observations', 'off', ...options)).toEqual(wanted);
  });

  it('keep no working hours of groups, by which alone one could say how long a ticket had been open earlier', async () => {
    const settings = path.join(folder, 'groups.yaml');
    writeFileSync(
      settings,
      `hours: ${hours}\ncalendars:\n  early: { hours: 'Mon-Sat 06:00-14:00' }\ngroups:\n  Billing: { calendar: early }\n`,
    );
    expect((await run('observe', ...files, '--config', settings, '-o', 'by-group')).error).not.toContain(
      'error',
    );
    const options = ['--metric', 'resolution_time', '--every', 'month', '--compare', 'previous'];
    const { code, error } = await run('metrics', '--observations', 'by-group', ...options, '--censored');
    expect([code, error]).toEqual([2, expect.stringContaining('km_p50@business needs the files')]);
    const wanted = await figures(...files, '--config', settings, ...options);
    expect(await figures('--observations', 'by-group', ...options)).toEqual(wanted);
  });

  it('know nothing of what ended after as-of, where only its length is told', async () => {
    const told = path.join(folder, 'told.csv');
    const rows = Array.from({ length: 12 }, (_, i) => `${i + 1},2026-03-${i + 10} 09:00,${600 * (i + 1)}`);
    writeFileSync(told, `Ticket ID,Created at,First response time (min)\n${rows.join('\n')}\n`);
    await run('observe', told, '-o', 'told');
    const options = ['--metric', 'first_response_time', '--censored'];
    const wanted = await figures(told, ...options);
    // The n-th comes on the n-th day and takes n times ten hours: the last four end after the last has come.
    expect(wanted.find(({ stat }) => stat === 'km_p50')).toMatchObject({ n: 12, open: 4 });
    expect(await figures('--observations', 'told', ...options)).toEqual(wanted);
  });

  it('of a header without rows say that there was nothing', async () => {
    const empty = path.join(folder, 'empty.csv');
    writeFileSync(empty, 'Ticket ID,Created at,Solved at\n');
    expect((await run('observe', empty, '-o', 'nothing')).code).toBe(0);
    for (const options of [[], ['--every', 'month', '--metric', 'created,retention_rate']])
      expect(await figures('--observations', 'nothing', ...options)).toEqual(
        await figures(empty, ...options),
      );
    const { code, error } = await run('sql', '--observations', 'nothing');
    expect([code, error]).toEqual([3, expect.stringContaining('a header and no rows')]);
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

  it('count once a person only where the metric says that it looks across the tickets of one', async () => {
    const found = await duck.runAndReadAll(
      `select distinct metric from read_parquet('${folder}/out/metric=*/*.parquet', hive_partitioning = true, union_by_name = true)
       where person_order is not null order by metric`,
    );
    // The query looks for such entries in these metrics alone.
    const across = metrics.filter((metric: Metric) => metric.looksAcross === 'person').map(({ id }) => id);
    const counted = found.getRowObjectsJson().map(({ metric }) => String(metric));
    expect(counted).not.toEqual([]);
    expect(across).toEqual(expect.arrayContaining(counted));
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

  it('have working hours and weekdays in the zone in which they were measured alone', async () => {
    for (const options of [
      [],
      ['--clock', 'calendar', '--by', 'weekday'],
      ['--metric', 'first_response_time@business'],
    ])
      for (const command of ['metrics', 'sql']) {
        const { code, error } = await run(command, '--observations', 'out', '--tz', 'Asia/Dhaka', ...options);
        expect([code, error], options.join(' ')).toEqual([
          2,
          expect.stringContaining('measured in UTC, not in Asia/Dhaka'),
        ]);
      }
    const calendar = ['--observations', 'out', '--tz', 'Asia/Dhaka', '--clock', 'calendar'];
    expect((await run('sql', ...calendar, '--metric', 'created')).code).toBe(0);
  });

  it('are written into a folder alone', async () => {
    const { code, error } = await run('observe', files[0], '-o', files[1]);
    expect([code, error]).toEqual([2, expect.stringContaining('cannot be written')]);
  });

  it('come too late for what is about reading', async () => {
    for (const late of [['--where', 'group = Billing'], ['--hours', hours], ['tickets.csv']])
      expect((await run('metrics', '--observations', 'out', ...late)).code, late.join(' ')).toBe(2);
    const { error } = await run('metrics', '--observations', 'out', '--hours', hours);
    expect(error).toMatch(/try +deskstat observe … --hours\n/);
    // What is about the terminal or the output is no reading.
    for (const early of [['--no-notes'], ['--no-color'], ['--lang', 'bn'], ['--quiet']])
      expect((await run('metrics', '--observations', 'out', ...early)).code, early.join(' ')).toBe(0);
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
