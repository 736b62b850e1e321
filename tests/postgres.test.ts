import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf, runIn } from './databases.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';

const programs = postgresPrograms();
if (!programs)
  console.warn('tests/postgres.test.ts: there is no PostgreSQL server here, its tests are skipped');

const secret = 'c4n4ry/s3cret?';
let home = '';
let server: PostgresServer;
/** The server by its socket; the password goes along as somebody would type it. */
const source = (query = '') =>
  `postgres://desk:${encodeURIComponent(secret)}@/postgres?host=${server.folder}${query}`;
const run = (...line: string[]) => runIn(home, ...line);
const rowsOf = ({ stdout }: { stdout: string }): string[] => stdout.trimEnd().split('\n').slice(1);

const typeOf = (table: string, column: string): string => {
  if (/ at$/.test(column)) return table === 'customers' ? 'date' : 'timestamptz';
  return /^(?:Ticket ID|Score|Satisfaction rating|Replies|Reopens|Reassignments)$/.test(column)
    ? 'bigint'
    : 'text';
};

describe.skipIf(!programs)('a PostgreSQL server', () => {
  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'deskstat-postgres-desk-'));
    expect((await run('demo', 'desk', '--size', '600')).code).toBe(0);
    rmSync(path.join(home, 'desk/deskstat.yaml'));
    server = startPostgres(programs ?? '', secret);
    for (const table of ['tickets', 'surveys', 'customers']) {
      const text = readFileSync(path.join(home, 'desk', `${table}.csv`), 'utf8').replaceAll('\r\n', '\n');
      const columns = text.slice(0, text.indexOf('\n')).trim().split(',');
      const types = columns.map((column) => `"${column}" ${typeOf(table, column)}`).join(', ');
      server.run(
        `create table ${table} (${types});\ncopy ${table} from stdin with (format csv, header);\n${text}\\.\n`,
      );
    }
    server.run(`
      create schema kinds;
      create table kinds.tickets ("Ticket ID" bigint, "Created at" timestamp, "Due date" date,
        "First response at" timestamptz, tags text[], price numeric, vip boolean, "Status" text);
      insert into kinds.tickets values
        (9007199254740993, '2026-03-02 09:00:00', '2026-03-04', '2026-03-02 12:15:00+03:00', '{vip,"a, b"}', 4.250, true, 'Open'),
        (2, '2026-03-03 00:00:00.25', 'infinity', null, '{}', 'NaN', false, 'Solved');
      create table kinds.many as select i as "Ticket ID", timestamp '2026-03-02' + i * interval '1 minute' as "Created at",
        'Open' as "Status" from generate_series(1, 2500) i;
    `);
  }, 60_000);
  afterAll(() => {
    server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('gives the same report as the CSV files that its tables were made of', async () => {
    const tables = source('&table=tickets&table=surveys&table=customers');
    expect(await reportOf(home, tables)).toBe(await reportOf(home, 'desk'));
  });

  it('has days, stamps, instants, lists and numbers as it holds them, whatever it is set to', async () => {
    server.run("alter role desk set datestyle = 'German'; alter role desk set timezone = 'Asia/Dhaka';");
    const columns = 'id,created_at,column:Due date,tags,column:price,column:vip';
    const kinds = source('&table=kinds.tickets');
    const out = await run('tickets', kinds, '--format', 'csv', '--columns', columns);
    expect(rowsOf(out)).toEqual([
      '9007199254740993,2026-03-02T09:00:00Z,2026-03-04,"vip, a, b",4.250,true',
      '2,2026-03-03T00:00:00.250Z,,,,false',
    ]);
    const answered = await run('metrics', kinds, '--metric', 'first_response_time.max', '--format', 'csv');
    expect(rowsOf(answered)[0]).toContain('first_response_time,max,calendar,seconds,900,1,');
  });

  it('is read a portion at a time, to its end', async () => {
    const out = await run('metrics', source('&table=many'), '--metric', 'created', '--format', 'csv');
    expect(rowsOf(out)[0]).toContain(',tickets,2500,2500,');
    const few = ['--query', `select * from kinds.many where "Ticket ID" <= 1000`];
    const exact = await run('metrics', source(), ...few, '--metric', 'created', '--format', 'csv');
    expect(rowsOf(exact)[0]).toContain(',tickets,1000,1000,');
  });

  it('takes a password from the environment, and asks for it where there is none', async () => {
    const plain = `postgres://desk@/postgres?host=${server.folder}&table=many`;
    const refused = await run('metrics', plain);
    expect([refused.code, refused.stderr]).toEqual([
      3,
      expect.stringContaining('the password in PGPASSWORD'),
    ]);
    const given = { PGPASSWORD: secret, PGHOST: server.folder, PGUSER: 'desk', PGDATABASE: 'postgres' };
    Object.assign(process.env, given);
    try {
      for (const name of [plain, 'postgres://?table=many'])
        expect((await run('metrics', name, '--metric', 'created')).code).toBe(0);
    } finally {
      for (const name of Object.keys(given)) delete process.env[name];
    }
  });

  it.each([
    ['a wrong password', () => [source().replace('c4n4ry', 'wrong')], 3, 'does not let "desk" in'],
    [
      'a database that is not there',
      () => [source().replace('@/postgres', '@/nowhere')],
      3,
      'does not exist',
    ],
    [
      'a server that is not there',
      () => ['postgres://127.0.0.1:1/desk'],
      3,
      'no PostgreSQL server answers at 127.0.0.1:1',
    ],
    ['a missing table', () => [source('&table=tickts')], 3, 'there is no table "tickts"'],
    [
      'a mistake, with its place',
      () => [source(), '--query', 'select *\n fro tickets'],
      2,
      'in query    line 2, column 2',
    ],
    ['a query that deletes', () => [source(), '--query', 'delete from tickets'], 2, 'the query would write'],
    [
      'one that deletes and returns',
      () => [source(), '--query', 'delete from tickets returning *'],
      2,
      'would write',
    ],
    [
      'one that calls what writes',
      () => [source(), '--query', "select nextval('s') from tickets"],
      2,
      'cannot run',
    ],
    ['two', () => [source(), '--query', 'commit; drop table tickets'], 2, 'multiple commands'],
    [
      'one that copies',
      () => [source(), '--query', "/* x */ copy tickets to program 'true'"],
      2,
      'gives rows',
    ],
    ['one that gives no rows', () => [source(), '--query', 'commit'], 2, 'is not one that gives rows'],
    [
      'one that fails on its way',
      () => [source(), '--query', 'select *, 1 / ("Ticket ID" - 2400) as x from kinds.many'],
      2,
      'division by zero',
    ],
  ])('refuses %s', async (_, args, exit, said) => {
    const { code, stderr, stdout } = await run('metrics', ...args(), '--format', 'json');
    expect([stderr, code]).toEqual([expect.stringContaining(said), exit]);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/c4n4ry|s3cret/);
    expect(server.run('select count(*) from tickets')).not.toBe('0\n');
  });

  it('is named without its password in every output, and has no bytes to make a digest of', async () => {
    const outputs = ['json', 'html', 'md'].flatMap((ending) => ['-o', `out.${ending}`]);
    const rejects = ['--rejects', 'rejects.csv'];
    const out = await run('report', source('&table=tickets'), ...outputs, ...rejects, '--no-issues');
    expect(out.code).toBe(0);
    const yaml = await run('init', source('&table=tickets'), '--to', '-');
    const files = ['out.json', 'out.html', 'out.md'].map((file) =>
      readFileSync(path.join(home, file), 'utf8'),
    );
    for (const text of [out.stdout, out.stderr, yaml.stdout, ...files]) {
      expect(text).not.toMatch(/c4n4ry|s3cret/);
    }
    const json = JSON.parse(files[0]);
    expect(json.arguments[1]).toBe(`postgres://desk@/postgres?host=${server.folder}&table=tickets`);
    expect(json.sources[0]).toMatchObject({ path: json.arguments[1], kinds: ['tickets'] });
    expect(json.sources[0].sha256).toBeUndefined();
  });

  it('is left without an open connection', async () => {
    await run('metrics', source('&table=many'), '--metric', 'created');
    const open = "select count(*) from pg_stat_activity where application_name = 'deskstat'";
    await expect.poll(() => server.run(open), { timeout: 5000 }).toBe('0\n');
  });
});
