import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { writeParquet } from '../src/output/renderers/parquet.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// DuckDB is the reader: what it finds in the Parquet file is what stands in the JSON of the same run.
let folder = '';
let duck: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-parquet-'));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  await duck.run("set timezone = 'UTC'");
  writeFileSync(
    path.join(folder, 'tickets.csv'),
    [
      'Ticket ID,Created at,First response at,Solved at,Status,Group,Tags,Reopens',
      // Answered after an hour and a quarter, solved after a day.
      '1,2026-03-02T09:00:00Z,2026-03-02T10:15:00Z,2026-03-03T09:00:00Z,Solved,=Billing,"vip,refund",2',
      '2,2026-03-02T09:00:00.250Z,,,Open,বিলিং,,0',
      '',
    ].join('\n'),
  );
  writeFileSync(
    path.join(folder, 'dates.csv'),
    'Ticket ID,Created at,Solved at,Status\n1,2026-03-02,2026-03-04,Solved\n2,2026-03-03,,Open\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, unknown>>;

async function run(name: string, command: string, ...args: string[]): Promise<{ json: Row[]; file: string }> {
  const file = path.join(folder, `${name}.parquet`);
  const json = path.join(folder, `${name}.json`);
  const io = memoryIo({ cwd: folder });
  const line = [command, ...args, '-q', '-o', file, '-o', json];
  expect(await runCli(line, io), io.stderr.text()).toBe(0);
  return { json: JSON.parse(readFileSync(json, 'utf8')).rows, file };
}
async function query(sql: string): Promise<Row[]> {
  return (await duck.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}
const typesOf = async (file: string): Promise<Record<string, string>> => {
  const rows = await query(`select column_name, column_type from (describe select * from '${file}')`);
  return Object.fromEntries(rows.map(({ column_name, column_type }) => [column_name, column_type]));
};
const at = (name: string): string => path.join(folder, name);

describe('Parquet', () => {
  it('holds tickets with the types that their columns have, and the values of JSON', async () => {
    const { json, file } = await run('tickets', 'tickets', at('tickets.csv'), '--tz', 'Asia/Dhaka');
    const types = await typesOf(file);
    expect(types).toMatchObject({
      id: 'VARCHAR',
      created_at: 'TIMESTAMP WITH TIME ZONE',
      // The export has none: the column is there, and its type.
      due_at: 'TIMESTAMP WITH TIME ZONE',
      csat: 'DOUBLE',
      reopens: 'DOUBLE',
      first_response_time_seconds: 'DOUBLE',
      first_response_time_precision: 'VARCHAR',
    });
    expect(Object.keys(types)).toEqual(Object.keys(json[0]));
    const rows = await query(`select * replace (
      epoch_ms(created_at) as created_at, epoch_ms(first_response_at) as first_response_at,
      epoch_ms(solved_at) as solved_at) from '${file}'`);
    const instants = new Set(['created_at', 'first_response_at', 'solved_at']);
    for (const [i, row] of json.entries())
      for (const [key, value] of Object.entries(row)) {
        const found = rows[i][key];
        const expected = instants.has(key) && value !== null ? Date.parse(String(value)) : value;
        expect(instants.has(key) && found !== null ? Number(found) : found, `${i}: ${key}`).toEqual(expected);
      }
    expect(rows[0]).toMatchObject({ group: '=Billing', first_response_time_seconds: 4500 });
  });

  it('holds dates without a time as dates', async () => {
    const { file } = await run('dates', 'tickets', at('dates.csv'), '--tz', 'Asia/Dhaka');
    expect(await typesOf(file)).toMatchObject({ created_at: 'DATE', solved_at: 'DATE' });
    expect(await query(`select created_at::varchar as c, solved_at::varchar as s from '${file}'`)).toEqual([
      { c: '2026-03-02', s: '2026-03-04' },
      { c: '2026-03-03', s: null },
    ]);
  });

  it('holds figures, long and wide, and who waits', async () => {
    const args = [at('tickets.csv'), '--period', '2026-03', '--by', 'group'];
    const figures = ['--metric', 'created,first_response_time', '--stat', 'p50'];
    const long = await run('long', 'metrics', ...args, ...figures);
    expect(await typesOf(long.file)).toMatchObject({
      period_start: 'TIMESTAMP WITH TIME ZONE',
      by_group: 'VARCHAR',
      value: 'DOUBLE',
      n: 'DOUBLE',
      key: 'VARCHAR',
    });
    const found = await query(`select by_group, key, value from '${long.file}'`);
    expect(found).toEqual(
      long.json.map(({ segment, key, value }) => ({ by_group: (segment as Row).group, key, value })),
    );
    const wide = await run('wide', 'metrics', ...args, ...figures, '--wide');
    const [row] = await query(`select "first_response_time.p50" as p50, created from '${wide.file}'
      where by_group = '=Billing' and period_start = '2026-03-01'`);
    expect(row).toEqual({ p50: 4500, created: 1 });
    const { file } = await run('waiting', 'waiting', at('tickets.csv'));
    expect(
      await query(`select ticket_id, at_risk, since = '2026-03-02 09:00:00' as s from '${file}'`),
    ).toEqual([{ ticket_id: '2', at_risk: false, s: true }]);
  });

  it('says in its metadata as of when and in which zone, and is a table also without rows', async () => {
    const { file } = await run(
      'none',
      'tickets',
      at('tickets.csv'),
      '--where',
      'group = "=Billing" and reopens > 5',
    );
    expect(await query(`select count(*)::int as n from '${file}'`)).toEqual([{ n: 0 }]);
    const about = await query(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`,
    );
    expect(Object.fromEntries(about.map(({ key, value }) => [key, value]))).toMatchObject({
      'deskstat.schema': 'deskstat.tickets/1',
      'deskstat.timezone': 'UTC',
    });
  });

  it('is written a group of rows at a time', async () => {
    const rows = Array.from({ length: 120_000 }, (_, i) => ({ i, text: i % 3 ? `t${i % 100}` : null }));
    const columns = [{ key: 'i', type: 'number' }, { key: 'text' }] as const;
    const pieces = [...writeParquet(rows, columns, {})];
    expect(pieces.length).toBeGreaterThan(2);
    const file = at('many.parquet');
    writeFileSync(file, Buffer.concat(pieces));
    // 0 + 1 + … + 119,999; two of three have a text.
    expect(await query(`select sum(i)::double as s, count(text)::int as n from '${file}'`)).toEqual([
      { s: 7_199_940_000, n: 80_000 },
    ]);
  });

  it('is refused on a terminal, which cannot show it', async () => {
    const memory = memoryIo({ cwd: folder });
    const io = { ...memory, stdout: Object.assign(Object.create(memory.stdout), { isTTY: true }) };
    expect(await runCli(['tickets', at('tickets.csv'), '--format', 'parquet'], io)).toBe(2);
    expect(memory.stderr.text()).toContain('--output=result.parquet');
  });
});
