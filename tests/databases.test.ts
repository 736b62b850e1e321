import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, readTickets } from '../src/index.ts';
import { reportOf, runIn, tablesOfDesk, writeDuckdb } from './databases.ts';

let home = '';
const at = (...parts: string[]): string => path.join(home, ...parts);
const run = (...line: string[]) => runIn(home, ...line);
/** The rows of a CSV output. */
const rowsOf = ({ stdout }: { stdout: string }): string[] => stdout.trimEnd().split('\n').slice(1);

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'deskstat-databases-'));
  expect((await run('demo', 'desk', '--size', '600')).code).toBe(0);
  rmSync(at('desk/deskstat.yaml'));
  await writeDuckdb(at('desk.duckdb'), tablesOfDesk(at('desk')));
  await writeDuckdb(at('kinds.duckdb'), [
    `create table tickets as select * from (values
      (9007199254740993, timestamp '2026-03-02 09:00:00', date '2026-03-04', timestamptz '2026-03-02 12:15:00+03:00',
        {'name': 'Ann', 'team': {'id': 3}}, ['vip', 'new'], 4.25::decimal(5, 2), 1.1::float, true, 'Open'),
      (2, timestamp '2026-03-03 00:00:00.250', null, null, null, [], null, null, false, 'Solved'))
      t("Ticket ID", "Created at", "Due date", "First response at", requester, "Tags", price, weight, vip, "Status")`,
    'create table nothing as select * from tickets limit 0',
    'create schema archive',
    'create table archive.old as select * from tickets limit 1',
    `create view open_tickets as select * from tickets where "Status" = 'Open'`,
    `create table holed as select i as "Ticket ID", case when i <> 7 then '2026-03-02' else 'soon' end as "Created at",
      'Open' as "Status" from range(1, 41) t(i)`,
  ]);
  await writeDuckdb(at('empty.duckdb'), []);
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const columns =
  'id,created_at,column:Due date,column:requester.team.id,tags,column:price,column:weight,column:vip';

describe('a DuckDB file', () => {
  it('gives the same report as the CSV files that it was made of', async () => {
    const csv = await reportOf(home, 'desk');
    expect(csv).toContain('First response');
    expect(await reportOf(home, 'duckdb:desk.duckdb')).toBe(csv);
  });

  it('has days, stamps, instants, structures, lists and numbers as it holds them', async () => {
    const source = 'duckdb:kinds.duckdb?table=tickets';
    const out = await run('tickets', source, '--format', 'csv', '--columns', columns);
    expect(rowsOf(out)).toEqual([
      '9007199254740993,2026-03-02T09:00:00Z,2026-03-04,3,"vip, new",4.25,1.1,true',
      '2,2026-03-03T00:00:00.250Z,,,,,,false',
    ]);
    const { stdout } = await run('inspect', source, '--format', 'json');
    const [file] = JSON.parse(stdout).files;
    expect(file).toMatchObject({ path: source, format: 'duckdb' });
    expect(file.tables[0].fields.first_response_at.format).toBe('iso8601');
    // 09:15 in UTC: a quarter of an hour after the ticket, whose stamp has no zone, was created.
    const answered = await run('metrics', source, '--metric', 'first_response_time.max', '--format', 'csv');
    expect(rowsOf(answered)[0]).toContain('first_response_time,max,calendar,seconds,900,1,');
  });

  it('is read by a query, typed or in deskstat.yaml, which init writes down', async () => {
    const query = `select * from tickets where "Group" = 'Deliveries'`;
    const counted = ['--metric', 'created,csat,first_response_time', '--period', 'all', '--format', 'csv'];
    const typed = await run('metrics', 'duckdb:desk.duckdb', '--query', query, ...counted);
    const filter = ['--where', 'group = Deliveries', ...counted];
    expect(typed.stdout).toBe((await run('metrics', 'desk/tickets.csv', ...filter)).stdout);
    expect(rowsOf(typed)).toHaveLength(4);
    const made = await run('init', 'duckdb:desk.duckdb', '--query', query, '--to', 'query.yaml');
    expect(made.code).toBe(0);
    expect(readFileSync(at('query.yaml'), 'utf8')).toContain('    query: ');
    const kept = await run('metrics', 'duckdb:desk.duckdb', '--config', 'query.yaml', ...counted);
    expect(kept.stdout).toBe(typed.stdout);
  });

  it('has tables in schemas, views where they are named, and names without their case', async () => {
    const created = async (name: string) =>
      rowsOf(
        await run('metrics', `duckdb:kinds.duckdb?table=${name}`, '--metric', 'created', '--format', 'csv'),
      )[0];
    expect(await created('archive.old')).toContain(',tickets,1,1,');
    expect(await created('OLD')).toContain(',tickets,1,1,');
    expect(await created('open_tickets')).toContain(',tickets,1,1,');
    expect(await created('main.Tickets')).toContain(',tickets,2,2,');
  });

  it('counts rows that cannot be used by their number, and writes them', async () => {
    const source = 'duckdb:kinds.duckdb?table=holed';
    const { stderr, code } = await run('metrics', source, '--metric', 'created', '--rejects', 'out.csv');
    expect(code).toBe(0);
    expect(stderr).toMatch(/table=holed: 1 row left out.*\n {2}lines +7\n/);
    expect(readFileSync(at('out.csv'), 'utf8')).toContain('""Created at"":""soon""');
  });

  it('may hold an empty table, and says when that is all', async () => {
    const { stderr, code } = await run('metrics', 'duckdb:kinds.duckdb?table=nothing', '--metric', 'created');
    expect(code).toBe(0);
    expect(stderr).toContain('a header and no rows');
  });

  it('is read by programs too', async () => {
    const file = `duckdb:${at('kinds.duckdb')}`;
    const desk = await readTickets([file], { query: 'select * from open_tickets' });
    expect(desk.tickets.rows).toBe(1);
    const answer = await ask('metrics', [`${file}?table=tickets`], { options: { metric: ['created'] } });
    expect((answer.rows as { value: number }[])[0].value).toBe(2);
  });
});

describe('what is refused', () => {
  const all = ['--metric', 'created', '--format', 'csv'];
  const query = (text: string) => ['duckdb:desk.duckdb', '--query', text];
  it.each([
    [
      'a missing table, with the nearest',
      ['duckdb:desk.duckdb?table=tickts'],
      3,
      'there is no table "tickts"',
    ],
    ['its hint', ['duckdb:desk.duckdb?table=tickts'], 3, 'try         duckdb:desk.duckdb?table=tickets'],
    ['no file at all', ['duckdb:'], 2, 'duckdb: needs the file of the database'],
    ['a misspelt parameter', ['duckdb:desk.duckdb?tabel=tickets'], 2, 'there is no parameter "tabel"'],
    ['a missing file, with the nearest', ['duckdb:desk.dukdb'], 3, 'try         desk.duckdb'],
    ['a file of another kind', ['duckdb:desk/tickets.csv'], 3, 'the file is not a database'],
    ['a database named as a file', ['desk.duckdb'], 3, 'try         duckdb:desk.duckdb'],
    ['a database without tables', ['duckdb:empty.duckdb'], 3, 'holds no tables'],
    [
      'a mistake in a query, with its place',
      query('select *,\n  nope from tickets'),
      2,
      'in query    line 2, column 3',
    ],
    [
      'a query that deletes',
      query('delete from tickets'),
      2,
      'the query would write, and sources are only read (DuckDB: ',
    ],
    [
      'one that inserts and returns',
      query('insert into surveys select * from surveys returning *'),
      2,
      'would write',
    ],
    [
      'one that writes a file',
      query("copy tickets to 'written.csv'"),
      2,
      'the query reaches beyond its database, which a source does not (DuckDB: ',
    ],
    ['one that reads a file', query("select * from read_csv('desk/tickets.csv')"), 2, 'reaches beyond'],
    ['one that asks the network', query("from 'https://example.com/t.parquet'"), 2, 'reaches beyond'],
    ['one that unlocks', query('set enable_external_access = true'), 2, 'cannot run the query'],
    ['one that gives no rows', query('create temp table x as select 1'), 2, 'is not one that gives rows'],
    ['two', query('select 1; drop table tickets'), 2, 'is not one that gives rows'],
    ['an empty one', query(' '), 2, '--query is empty'],
    ['one for a file', ['desk/tickets.csv', '--query', 'select 1'], 2, '--query is for one database'],
    ['one for two databases', ['duckdb:kinds.duckdb', ...query('select 1')], 2, '2 are named'],
    [
      'one beside a table',
      ['duckdb:desk.duckdb?table=tickets', '--query', 'select 1'],
      2,
      'names a table as well',
    ],
    [
      'a value that cannot be cast',
      query(`select cast("Status" as int) as "Ticket ID" from tickets`),
      2,
      'cannot run',
    ],
  ])('%s', async (_, args, exit, said) => {
    const { code, stderr, stdout } = await run('metrics', ...args, ...all);
    expect([stderr, code]).toEqual([expect.stringContaining(said), exit]);
    expect(stdout).toBe('');
  });

  it('a query of deskstat.yaml for what is no database', async () => {
    writeFileSync(at('odd.yaml'), 'files: [{match: tickets.csv, query: select 1}]\n');
    const { code, stderr } = await run('metrics', 'desk/tickets.csv', '--config', 'odd.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('is for databases')]);
  });
});

/** A package in the place where `npm install` in the working folder would put it. */
function installed(folder: string, name: string, text: string): void {
  const place = path.join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
  writeFileSync(path.join(place, 'index.js'), text);
}

const hasSqlite = (): boolean => {
  try {
    const Sqlite = createRequire(import.meta.url)('better-sqlite3');
    new Sqlite(':memory:').close();
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(hasSqlite())('a package that is not here', () => {
  it('is named, with the command that installs it', async () => {
    writeFileSync(at('desk.sqlite'), 'SQLite format 3\0');
    const { code, stderr } = await run('metrics', 'sqlite:desk.sqlite');
    expect([code, stderr]).toEqual([3, expect.stringContaining('better-sqlite3, which is not installed')]);
    expect(stderr).toContain('try         npm install better-sqlite3');
  });

  it('is said to be broken where it is', async () => {
    mkdirSync(at('broken'));
    writeFileSync(at('broken/desk.sqlite'), 'SQLite format 3\0');
    installed(at('broken'), 'better-sqlite3', "throw new Error('compiled for another Node')");
    const { code, stderr } = await runIn(at('broken'), 'metrics', 'sqlite:desk.sqlite');
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining('better-sqlite3, which cannot be loaded: compiled for another Node'),
    ]);
  });
});

// The package of SQLite has to be compiled where no build of it can be fetched, so that it is no dependency of the
// tests: a stand-in has the part of its interface that is used (docs/api.md of better-sqlite3 12).
const standIn = `
const rows = {
  'select * from "tickets"': [
    ['Ticket ID', 'Created at', 'Score', 'Photo', 'Status'],
    [9007199254740993n, '2026-03-02 09:00:00', 4.5, Buffer.from([1]), 'Open'],
    [2n, '2026-03-03 10:00:00', null, null, 'Solved'],
  ],
};
const failed = (message, code) => Object.assign(new Error(message), { code });
class Statement {
  constructor(sql) {
    const text = sql.replace(/select .* from "tickets"/, 'select * from "tickets"');
    this.sql = sql;
    this.readonly = !/delete/.test(sql);
    this.reader = !/create temp/.test(sql);
    this.table = rows[text] ?? [['x']];
    this.names = /^select "/.test(sql) ? [...sql.matchAll(/"([^"]*)"(?=,| from)/g)].map((m) => m[1]) : this.table[0];
  }
  all() { return [{ name: 'tickets', type: 'table' }, { name: 'recent', type: 'view' }]; }
  raw() { return this; }
  safeIntegers() { return this; }
  columns() { return this.names.map((name) => ({ name })); }
  *iterate() {
    const places = this.names.map((name) => this.table[0].indexOf(name));
    for (const row of this.table.slice(1)) yield places.map((place) => row[place]);
    if (/breaks/.test(this.sql)) throw failed('database disk image is malformed', 'SQLITE_CORRUPT');
  }
}
module.exports = class Database {
  constructor(file, options) {
    if (!options.readonly || !options.fileMustExist) throw new Error('not opened for reading alone');
    if (/odd/.test(file)) throw failed('file is not a database', 'SQLITE_NOTADB');
  }
  exec(sql) { if (sql !== 'begin') throw new Error(sql); }
  prepare(sql) {
    if (/fro /.test(sql)) throw failed('near "fro": syntax error', 'SQLITE_ERROR');
    if (/;./.test(sql)) throw new RangeError('The supplied SQL string contains more than one statement');
    return new Statement(sql);
  }
  close() {}
};`;

describe.skipIf(hasSqlite())('an SQLite file, through a stand-in of its package', () => {
  beforeAll(() => {
    mkdirSync(at('lite'));
    for (const name of ['desk.sqlite', 'odd.sqlite']) writeFileSync(at('lite', name), 'SQLite format 3\0');
    installed(at('lite'), 'better-sqlite3', standIn);
  });

  it('has whole numbers of any size, texts and numbers, and nothing for what is no text', async () => {
    const list = 'id,created_at,column:Score,column:Photo';
    const out = await runIn(
      at('lite'),
      'tickets',
      'sqlite:desk.sqlite',
      '--format',
      'csv',
      '--columns',
      list,
    );
    expect(rowsOf(out)).toEqual(['9007199254740993,2026-03-02T09:00:00Z,4.5,', '2,2026-03-03T10:00:00Z,,']);
  });

  it.each([
    ['sqlite:odd.sqlite', [], 3, 'SQLite cannot read it: file is not a database'],
    ['sqlite:desk.sqlite?table=tikets', [], 3, 'try         sqlite:desk.sqlite?table=tickets'],
    ['sqlite:desk.sqlite', ['--query', 'select * fro tickets'], 2, 'cannot run the query: near "fro"'],
    ['sqlite:desk.sqlite', ['--query', 'delete from tickets returning *'], 2, 'the query would write'],
    ['sqlite:desk.sqlite', ['--query', 'create temp table x (y)'], 2, 'is not one that gives rows'],
    ['sqlite:desk.sqlite', ['--query', 'select 1; select 2'], 2, 'is not one that gives rows'],
    ['sqlite:desk.sqlite', ['--query', 'select breaks'], 3, 'database disk image is malformed'],
  ])('is refused with its reason: %s %j', async (source, args, exit, said) => {
    const { code, stderr } = await runIn(at('lite'), 'metrics', source, ...args);
    expect([stderr, code]).toEqual([expect.stringContaining(said), exit]);
  });
});

// By hand: npm install --no-save better-sqlite3
describe.skipIf(!hasSqlite())('an SQLite file, where its package is installed', () => {
  it('gives the same report as the CSV files that it was made of, and is only read', async () => {
    const { parse } = createRequire(import.meta.url)('csv-parse/sync');
    const Sqlite = createRequire(import.meta.url)('better-sqlite3');
    const database = new Sqlite(at('real.sqlite'));
    for (const name of ['tickets', 'surveys', 'customers']) {
      const [header, ...rows] = parse(readFileSync(at('desk', `${name}.csv`))) as string[][];
      database.exec(`create table ${name} (${header.map((column) => `"${column}"`).join()})`);
      const insert = database.prepare(`insert into ${name} values (${header.map(() => '?').join()})`);
      for (const row of rows)
        insert.run(row.map((cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell || null)));
    }
    database.close();
    expect(await reportOf(home, 'sqlite:real.sqlite')).toBe(await reportOf(home, 'desk'));
    const { code, stderr } = await run('metrics', 'sqlite:real.sqlite', '--query', 'delete from tickets');
    expect([code, stderr]).toEqual([2, expect.stringContaining('the query would write')]);
  });
});

describe('a password', () => {
  const secret = 'c4n4ry/s3cret';
  const address = `postgres://me:${encodeURIComponent(secret)}@127.0.0.1:1/desk`;
  it.each([
    ['metrics', `${address}?table=tickets`],
    ['metrics', '--tickets', address, '--debug'],
    ['metrics', '--source', `${address}=west`, address],
    ['metrics', `postgres://me:${secret}@127.0.0.1:1/desk`],
    ['metrics', `${address}?tabel=x`],
    ['explain', address],
    [address],
    ['metrics', address, '--nonsense'],
    ['check', address, '--expect', 'created > 1', '--format', 'json'],
    ['metrics', address, '-o', address],
  ])('is in nothing that is said: %s %s', async (...line) => {
    const { stdout, stderr, code } = await run(...line);
    expect(code).toBeGreaterThanOrEqual(2);
    for (const form of [secret, encodeURIComponent(secret), 'c4n4ry'])
      expect(stdout + stderr).not.toContain(form);
  });

  it('is in no error of a program', async () => {
    const failed = await ask('metrics', [address], { options: { tickets: [address] } }).catch(
      (error) => error,
    );
    expect(failed.problem.code).toBe('database_unreachable');
    const told = JSON.stringify(failed) + failed.message + failed.stack;
    expect(told).toContain('postgres://me@127.0.0.1:1/desk');
    expect(told).not.toMatch(/c4n4ry/);
  });
});
