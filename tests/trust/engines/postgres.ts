import { chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engines } from '../../../src/sql/engines/index.ts';
import type { Row } from '../../observed-desk.ts';
import { duckdb } from './duckdb.ts';
import { atEnd, type Ran, type RunOptions, ran, ranAtEnd } from './programs.ts';
import { judged, type Outcome, observed, type Plan, skipped, trialsOf } from './trials.ts';

const engine = 'PostgreSQL';

/** Where Debian puts the programs of a server, newest first; else those of the path. */
async function programs(): Promise<string | null> {
  const home = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(home).sort((a, b) => Number(b) - Number(a));
    if (versions.length > 0) return path.join(home, versions[0], 'bin');
  } catch {
    // Not a Debian, or not installed.
  }
  const found = await ran('sh', ['-c', 'command -v initdb'], { seconds: 10 });
  return found.ok ? path.dirname(found.text.trim()) : null;
}

/** The server refuses to run as root: Debian's package brings a user for it. */
async function serverUser(): Promise<RunOptions['user'] | undefined> {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map((which) => ran('id', [which, 'postgres'], { seconds: 10 })),
  );
  return uid.ok && gid.ok ? { uid: Number(uid.text), gid: Number(gid.text) } : undefined;
}

export async function tryPostgres({ folder, asked, isSmall }: Plan): Promise<Outcome> {
  if (!(await programs()) && process.getuid?.() === 0) {
    const install =
      'apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=15 update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql';
    await ran('sh', ['-c', install], { seconds: isSmall ? 180 : 600 });
  }
  const bin = await programs();
  if (!bin) return skipped(engine, 'its programs are not installed');
  const user = await serverUser();
  if (user === undefined)
    return skipped(engine, 'there is no user postgres, and its server refuses to run as root');
  const data = path.join(folder, 'postgres');
  mkdirSync(data);
  if (user) chownSync(data, user.uid, user.gid);
  const db = path.join(data, 'db');
  const as = (program: string, args: readonly string[]): Promise<Ran> =>
    ran(path.join(bin, program), args, { seconds: isSmall ? 60 : 600, cwd: data, user });
  const made = await as('initdb', ['-D', db, '-A', 'trust', '-E', 'UTF8', '--locale=C']);
  if (!made.ok) return skipped(engine, made.text);
  // The server outlives what starts it, and must not outlive us.
  atEnd(() =>
    ranAtEnd(path.join(bin, 'pg_ctl'), ['-D', db, '-m', 'immediate', '-w', '-t', '15', 'stop'], user),
  );
  const settings = `-c listen_addresses='' -c unix_socket_directories='${data}' -c fsync=off`;
  const log = path.join(data, 'log');
  const started = await as('pg_ctl', ['-D', db, '-w', '-s', '-t', '50', '-o', settings, '-l', log, 'start']);
  if (!started.ok) return skipped(engine, `its server does not start: ${started.text}`);
  const psql = (file: string): Promise<Ran> =>
    as('psql', ['-h', data, '-d', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', '-At', '-f', file]);
  const loaded = await psql(await loadingScript(folder));
  if (!loaded.ok) return { engine, differences: [`loading: ${loaded.text}`] };
  const options = ['--engine', 'postgres', '--table', 'observations'];
  const trials = await trialsOf(folder, { seed: 0, asked, engine: options });
  const rows = new Map<string, readonly Row[]>();
  for (const [i, { name, sql }] of trials.entries()) {
    const file = path.join(folder, `query-${i}.sql`);
    writeFileSync(file, `select coalesce(json_agg(t), '[]') from (\n${sql}) as t;\n`);
    const answer = await psql(file);
    if (answer.isTooSlow) return skipped(engine, answer.text);
    if (!answer.ok) return { engine, differences: [`${name}: ${answer.text}`] };
    rows.set(name, JSON.parse(answer.text) as Row[]);
  }
  return judged(engine, trials, ({ name }) => rows.get(name) ?? []);
}

/** The observations of a desk as two tables, through text that DuckDB writes. */
async function loadingScript(folder: string): Promise<string> {
  const { place } = await observed(folder, 0);
  const duck = await duckdb();
  const postgres = engines.find(({ id }) => id === 'postgres');
  if (!postgres) throw new Error('there is no engine postgres');
  const lines: string[] = [];
  const types: Readonly<Record<string, string>> = {
    VARCHAR: postgres.types.text,
    BIGINT: postgres.types.integer,
    DOUBLE: postgres.types.double,
  };
  const hive = 'hive_partitioning = true, hive_types_autocast = false';
  for (const [table, files] of [
    ['observations', `'${place}/out/metric=*/*.parquet', ${hive}`],
    ['observations_critical', `'${place}/out/_deskstat/critical.parquet'`],
  ]) {
    const from = `read_parquet(${files})`;
    const described = await duck.runAndReadAll(`describe select * from ${from}`);
    const columns = described
      .getRowObjectsJson()
      .map((row) => `"${String(row.column_name)}" ${types[String(row.column_type)]}`);
    await duck.run(`copy (select * from ${from}) to '${folder}/${table}.csv' (header false, force_quote *)`);
    lines.push(`create table ${table} (${columns.join(', ')});`);
    lines.push(`\\copy ${table} from '${folder}/${table}.csv' with (format csv)`);
    lines.push(`analyze ${table};`);
  }
  const file = path.join(folder, 'load.sql');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
