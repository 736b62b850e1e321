import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

let folder = '';
// Answers after 1 to 40 hours, solves a day later.
const rows = Array.from({ length: 40 }, (_, i) => {
  const created = Date.UTC(2026, 9, 5) + i * 3_600_000;
  const at = (hours: number): string => new Date(created + hours * 3_600_000).toISOString();
  return `${i + 1},${at(0)},${at(i + 1)},${at(i + 25)},Solved,${i % 2 ? 'Acme' : 'Beta'}`;
});

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-joined-'));
  const header = 'Ticket ID,Created at,First response at,Solved at,Status,Customer name';
  writeFileSync(path.join(folder, 'tickets.csv'), [header, ...rows, ''].join('\n'));
  writeFileSync(path.join(folder, 'deskstat.yaml'), 'dimensions: {customer_name: Customer name}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string, ...args: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli([command, path.join(folder, 'tickets.csv'), ...args], io);
  expect(code, io.stderr.text()).toBeLessThan(2);
  return io.stdout.text();
}

interface Row {
  readonly key: string;
  readonly value: number;
  readonly segment: Readonly<Record<string, string>>;
}

interface Headline {
  readonly key: string;
  readonly value: { readonly value: number; readonly unit: string };
}
interface Block {
  readonly kind: string;
  readonly id?: string;
  readonly items?: readonly Headline[];
  readonly columns?: readonly { readonly key: string }[];
  readonly rows?: readonly (readonly { readonly value?: number; readonly text?: string }[])[];
}

const keys = [
  'first_response_time.p50',
  'first_response_time.p90',
  'resolution_time.p50',
  'resolution_time.p90',
  'created',
];

describe('the figures of one input', () => {
  it('are joined by their key across report, metrics, check and tickets, and are equal', async () => {
    const metrics: Row[] = JSON.parse(
      await run('metrics', '--metric', 'first_response_time,resolution_time,created', '--format', 'json'),
    ).rows;
    const report: { blocks: Block[] } = JSON.parse(
      await run('report', '--period', 'all', '--format', 'json'),
    );
    const headlines = report.blocks
      .flatMap(({ items = [] }) => items)
      .filter(({ key }) => keys.includes(key));
    expect(headlines.map(({ key }) => key).sort()).toEqual([...keys].sort());
    const expects = keys.flatMap((key) => ['--expect', `${key} >= ${key === 'created' ? '1' : '1m'}`]);
    const checks: Row[] = JSON.parse(
      await run('check', '--period', 'all', ...expects, '--format', 'json'),
    ).checks;
    const file = path.join(folder, 'measured.parquet');
    await run('tickets', '-q', '-o', file);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(
      `select quantile_cont(first_response_time_seconds, .5), quantile_cont(first_response_time_seconds, .9),
        quantile_cont(resolution_time_seconds, .5), quantile_cont(resolution_time_seconds, .9), count(*)::double
        from '${file}'`,
    );
    const aggregated = reader.getRows()[0] as number[];
    for (const [index, key] of keys.entries()) {
      const figure = metrics.find((row) => row.key === key)?.value;
      expect(headlines.find((each) => each.key === key)?.value.value, key).toBe(figure);
      expect(checks.find((row) => row.key === key)?.value, key).toBe(figure);
      expect(aggregated[index], key).toBeCloseTo(figure as number, 6);
    }
  });

  it('are joined by segment too, under the name that the settings give to a column', async () => {
    const by = ['--by', 'customer_name'];
    const metrics: Row[] = JSON.parse(
      await run('metrics', ...by, '--metric', 'first_response_time.p50', '--format', 'json'),
    ).rows;
    const of = (rows: readonly Row[]): unknown =>
      rows.map(({ segment, key, value }) => [segment.customer_name, key, value]);
    // Acme has the odd places: answers after 2, 4 … 40 hours, the median 21; Beta 1, 3 … 39, the median 20.
    expect(of(metrics)).toEqual([
      ['Acme', 'first_response_time.p50', 21 * 3600],
      ['Beta', 'first_response_time.p50', 20 * 3600],
    ]);
    const expectation = ['--expect', 'first_response_time.p50 > 1h by customer_name'];
    const { checks } = JSON.parse(await run('check', '--period', 'all', ...expectation, '--format', 'json'));
    expect(of(checks)).toEqual(of(metrics));
    const report: { blocks: Block[] } = JSON.parse(
      await run('report', '--period', 'all', ...by, '--format', 'json'),
    );
    const table = report.blocks.find(({ id }) => id === 'by-customer_name');
    const heads = table?.columns?.map(({ key }) => key) ?? [];
    expect(heads[0]).toBe('customer_name');
    const at = heads.indexOf('first_response_time.p50');
    expect(
      table?.rows?.map((cells) => [cells[0].text, 'first_response_time.p50', cells[at].value]).sort(),
    ).toEqual(of(metrics));
  });

  it('of a segment are found again in a baseline, under the name that the settings give to a column', async () => {
    const baseline = path.join(folder, 'base.json');
    await run('metrics', '--by', 'customer_name', '--metric', 'created', '-q', '-o', baseline);
    const expectation = ['--expect', 'created <= baseline + 10% by customer_name'];
    const { checks } = JSON.parse(
      await run('check', '--period', 'all', '--baseline', baseline, ...expectation, '--format', 'json'),
    );
    expect(checks.map(({ verdict, limit }: Record<string, unknown>) => [verdict, limit])).toEqual([
      ['pass', 22],
      ['pass', 22],
    ]);
  });

  it('are one row a segment and one column a figure with --wide, under the name that the settings give', async () => {
    const args = ['--metric', 'first_response_time,created', '--by', 'customer_name'];
    const wide = await run('metrics', ...args, '--wide', '--format', 'tsv');
    expect(wide.split('\n').map((line) => line.split('\t').slice(2, 4))).toEqual([
      ['by_customer_name', 'first_response_time.p50'],
      ['Acme', String(21 * 3600)],
      ['Beta', String(20 * 3600)],
      [],
    ]);
    const long: Row[] = JSON.parse(await run('metrics', ...args, '--format', 'json')).rows;
    expect(long[0].segment).toEqual({ customer_name: 'Acme' });
  });

  it('stand on tickets with the same columns whatever the export holds, or those that are asked for', async () => {
    const head = async (file: string, text: string): Promise<string> => {
      const io = memoryIo({ cwd: folder });
      writeFileSync(path.join(folder, file), text);
      await runCli(['tickets', path.join(folder, file), '--format', 'csv'], io);
      return io.stdout.text().split('\n')[0];
    };
    const least = await head('least.csv', 'Ticket ID,Created at,Status\n1,2026-10-05T08:00:00Z,Open\n');
    const whole = (await run('tickets', '--format', 'csv')).split('\n')[0];
    expect(whole).toBe(least);
    const asked = await run(
      'tickets',
      '--columns',
      'id,customer_name,first_response_time_seconds',
      '--format',
      'csv',
    );
    expect(asked.split('\n').slice(0, 2)).toEqual([
      'id,customer_name,first_response_time_seconds',
      '1,Beta,3600',
    ]);
  });

  it('have one number under one name, in report, metrics, check, waiting and tickets alike', async () => {
    // Ten more that nobody answered, watched for 104 hours: of all 50 half are answered after 25 to 26 hours.
    const open = Array.from({ length: 10 }, (_, i) => `9${i},2026-10-05T00:00:00Z,,,Open,Acme`);
    const file = path.join(folder, 'open.csv');
    const header = 'Ticket ID,Created at,First response at,Solved at,Status,Customer name';
    writeFileSync(file, [header, ...rows, ...open, ''].join('\n'));
    const ask = async (command: string, ...args: string[]): Promise<string> => {
      const io = memoryIo({ cwd: folder });
      expect(await runCli([command, file, ...args], io), io.stderr.text()).toBeLessThan(2);
      return io.stdout.text();
    };
    const named = ['first_response_time', 'resolution_time', 'created', 'backlog', 'unanswered'];
    const expects = [
      ...['p50', 'p75', 'p90', 'p95', 'mean', 'max'].map((stat) => `first_response_time.${stat} < 4d min 5`),
      ...['resolution_time.p50 < 4d', 'created > 1', 'backlog < 99', 'unanswered < 99'],
    ];
    const wanted = ['first_response_time', 'resolution_time'].flatMap((id) =>
      ['p50', 'p75', 'p90', 'p95', 'mean', 'max'].map((stat) => `${id}.${stat}`),
    );
    const metrics: Row[] = JSON.parse(
      await ask('metrics', '--metric', [...wanted, ...named].join(','), '--censored', '--format', 'json'),
    ).rows;
    const further: Row[] = JSON.parse(
      await ask(
        'metrics',
        '--metric',
        'first_response_time.km_p75,first_response_time.km_p95',
        '--format',
        'json',
      ),
    ).rows;
    const checks: (Row & Record<string, unknown>)[] = JSON.parse(
      await ask(
        'check',
        '--period',
        'all',
        ...expects.flatMap((each) => ['--expect', each]),
        '--format',
        'json',
      ),
    ).checks;
    const report: { blocks: Block[] } = JSON.parse(
      await ask('report', '--period', 'all', '--format', 'json'),
    );
    const values = new Map<string, Map<number | null, string[]>>();
    const say = (by: string, key: string, value: number | null): void => {
      const said = values.get(key) ?? new Map<number | null, string[]>();
      values.set(key, said.set(value, [...(said.get(value) ?? []), by]));
    };
    for (const { key, value } of [...metrics, ...further]) say('metrics', key, value);
    for (const { key, value } of checks) say('check', key, value);
    for (const { plain_value, key, stat } of checks)
      if (plain_value != null)
        say(
          'check, without open ones',
          key.replace(String(stat), String(stat).replace(/^km_|_with_open$/g, '')),
          Number(plain_value),
        );
    for (const { kind, items = [] } of report.blocks)
      if (kind === 'figures') for (const { key, value } of items) say('report', key, value.value);
    const rowsOfTickets = JSON.parse(await ask('tickets', '--format', 'json')).rows as Record<
      string,
      unknown
    >[];
    say('tickets', 'created', rowsOfTickets.length);
    say('tickets', 'backlog', rowsOfTickets.filter(({ status }) => status === 'open').length);
    const waiting = JSON.parse(await ask('waiting', '--format', 'json')) as {
      waiting: number;
      rows: object[];
    };
    say('waiting', 'unanswered', waiting.waiting);
    say('waiting', 'unanswered', waiting.rows.length);
    const several = [...values].filter(([, said]) => said.size > 1).map(([key, said]) => [key, [...said]]);
    expect(several).toEqual([]);
    const by = (key: string): string[] => [...new Set([...(values.get(key)?.values() ?? [])].flat())];
    for (const key of ['created', 'backlog', 'first_response_time.p50', 'first_response_time.p90'])
      expect(by(key), key).toEqual(expect.arrayContaining(['metrics', 'report']));
    expect(by('unanswered')).toEqual(expect.arrayContaining(['metrics', 'check', 'waiting']));
    expect(by('first_response_time.p50')).toContain('check, without open ones');
    expect(by('first_response_time.km_p90')).toEqual(['metrics', 'check']);
    expect(by('first_response_time.km_p95')).toEqual(['metrics', 'check']);
    expect(checks[0]).toMatchObject({
      ...{ key: 'first_response_time.km_p50', value: 25.5 * 3600, n: 50 },
      ...{ plain_value: 20.5 * 3600, plain_n: 40 },
    });
    const line = (await ask('check', '--period', 'all', '--expect', expects[0])).split('\n')[0];
    expect(line).toContain('1d 2h');
    expect(line).toContain('10 still open counted; that is km_p50; p50, without them, is 20h 30m (n=40)');
  });

  it('come through a pipe without "-", and nothing through it is no input', async () => {
    const text = ['Ticket ID,Created at,Status', '1,2026-10-05T08:00:00Z,Open', ''].join('\n');
    const io = memoryIo({ cwd: tmpdir(), stdin: text });
    expect(await runCli(['metrics', '--metric', 'created', '--format', 'csv'], io), io.stderr.text()).toBe(0);
    expect(io.stdout.text()).toContain(',created,count,');
    const nothing = memoryIo({ cwd: tmpdir() });
    expect(await runCli(['metrics', '--metric', 'created'], nothing)).toBe(2);
    expect(nothing.stderr.text()).toContain('no file was named');
  });
});
