import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { runCli } from '../../src/cli/program.ts';
import { engines } from '../../src/sql/engines/index.ts';
import {
  differences,
  type Figure,
  hours,
  queryable,
  questions,
  type Row,
  writeObservedDesk,
} from '../observed-desk.ts';
import { memoryIo } from '../unit/cli/memory-io.ts';

const scripts = path.resolve('tests/trust');
const DESKS = 20;
/** A metric of each kind. */
const smallQuestion = [
  ...['--metric', 'created,first_response_time,csat,nps,backlog', '--by', 'group', '--totals'],
  ...['--stat', 'mean,p50,p90,count,share,score'],
];

/** One question: the query of an engine, and the rows of `metrics` that it has to give. */
interface Trial {
  readonly name: string;
  readonly sql: string;
  readonly wanted: readonly Figure[];
}

/** What became of an engine: why it could not be tried, or what it said otherwise. */
interface Outcome {
  readonly engine: string;
  readonly skipped?: string;
  readonly rows: number;
  readonly differences: readonly string[];
}

/** Runs the printed queries on every engine that can be had here; the exit code: 1 where one gives other rows. */
export async function tryEngines({
  small,
  only,
}: {
  readonly small: boolean;
  /** Names of engines; none: all. */
  readonly only: readonly string[];
}): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-engines-'));
  chmodSync(folder, 0o755);
  try {
    const asked = small ? [smallQuestion] : questions;
    let isEqual = true;
    const all = {
      duckdb: () => tryDuckdb(folder, { desks: small ? 1 : DESKS, asked }),
      parsed: () => tryParsing(folder),
      postgres: () => tryPostgres(folder, asked),
      spark: () => trySpark(folder, { asked, seconds: small ? 60 : 3600 }),
    };
    for (const [name, outcome] of Object.entries(all)) {
      if (only.length > 0 && !only.includes(name)) continue;
      const { engine, skipped: why, rows, differences: found } = await outcome();
      console.log(
        why ? `${engine}: could not be tried: ${why}` : `${engine}: ${rows} rows, ${found.length} differ`,
      );
      for (const each of found.slice(0, 10)) console.log(`  ${each}`);
      if (found.length > 0) isEqual = false;
    }
    return isEqual ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, ...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  if (code !== 0) throw new Error(`deskstat ${line.join(' ')}: ${io.stderr.text()}`);
  return io.stdout.text();
}

/** A desk with its observations in `out`. */
async function observed(folder: string, seed: number): Promise<{ place: string; files: readonly string[] }> {
  const place = path.join(folder, `desk-${seed}`);
  mkdirSync(place, { recursive: true });
  const files = writeObservedDesk(place, seed);
  if (!existsSync(path.join(place, 'out')))
    await run(place, 'observe', ...files, '--hours', hours, '-o', 'out');
  return { place, files };
}

async function trialsOf(
  folder: string,
  { seed, asked, engine }: { seed: number; asked: typeof questions; engine: readonly string[] },
): Promise<readonly Trial[]> {
  const { place, files } = await observed(folder, seed);
  const trials: Trial[] = [];
  for (const options of asked) {
    const json = await run(place, 'metrics', ...files, '--hours', hours, ...options, '--format', 'json');
    const { rows } = JSON.parse(json) as { rows: Figure[] };
    const sql = await run(place, 'sql', '--observations', 'out', ...options, ...engine);
    trials.push({ name: `desk ${seed} ${options.join(' ')}`, sql, wanted: queryable(rows) });
  }
  return trials;
}

function judged(engine: string, trials: readonly Trial[], rowsOf: (trial: Trial) => readonly Row[]): Outcome {
  const found = trials.flatMap((trial) =>
    differences(rowsOf(trial), trial.wanted).map((each) => `${trial.name}: ${each}`),
  );
  return { engine, rows: trials.reduce((sum, { wanted }) => sum + wanted.length, 0), differences: found };
}

const skipped = (engine: string, why: string): Outcome => ({
  engine,
  skipped: why,
  rows: 0,
  differences: [],
});

async function tryDuckdb(
  folder: string,
  { desks, asked }: { desks: number; asked: typeof questions },
): Promise<Outcome> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const trials: Trial[] = [];
  const rows = new Map<string, readonly Row[]>();
  for (let seed = 0; seed < desks; seed++) {
    const own = await trialsOf(folder, { seed, asked, engine: [] });
    trials.push(...own);
    for (const { name, sql } of own) rows.set(name, (await duck.runAndReadAll(sql)).getRowObjectsJson());
  }
  return judged('DuckDB', trials, ({ name }) => rows.get(name) ?? []);
}

interface Ran {
  readonly ok: boolean;
  readonly text: string;
}

function ran(command: string, args: readonly string[], seconds = 600): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: seconds * 1000,
    maxBuffer: 1 << 30,
  });
  const said = error ? error.message : (stderr ?? '').trim().split('\n').slice(-3).join(' ');
  return status === 0 ? { ok: true, text: stdout } : { ok: false, text: said };
}

/** A Python that has these packages: the machine's own, or one of a folder made for it. */
function pythonWith(packages: readonly string[]): Ran {
  const imports = `import ${packages.join(', ')}`;
  const home = process.env.DESKSTAT_PYTHON_HOME ?? path.resolve('.bench/python');
  for (const python of [path.join(home, 'bin/python'), 'python3'])
    if (ran(python, ['-c', imports]).ok) return { ok: true, text: python };
  const made = ran('python3', ['-m', 'venv', home]);
  if (!made.ok) return { ok: false, text: `no Python environment: ${made.text}` };
  const python = path.join(home, 'bin/python');
  const installed = ran(python, ['-m', 'pip', 'install', '--quiet', ...packages]);
  return installed.ok ? { ok: true, text: python } : { ok: false, text: `pip: ${installed.text}` };
}

async function trySpark(
  folder: string,
  { asked, seconds }: { asked: typeof questions; seconds: number },
): Promise<Outcome> {
  const engine = 'Apache Spark';
  if (!ran('java', ['-version']).ok) return skipped(engine, 'there is no Java');
  const python = pythonWith(['pyspark']);
  if (!python.ok) return skipped(engine, python.text);
  const trials = await trialsOf(folder, { seed: 0, asked, engine: ['--engine', 'spark'] });
  const given = path.join(folder, 'spark.json');
  const out = path.join(folder, 'spark-rows.json');
  writeFileSync(given, JSON.stringify(trials.map(({ name, sql }) => ({ name, sql }))));
  const done = ran(python.text, [path.join(scripts, 'spark.py'), given, out], seconds);
  if (/ETIMEDOUT/.test(done.text)) return skipped(engine, `it took more than ${seconds} seconds`);
  if (!done.ok) return { engine, rows: 0, differences: [done.text] };
  const rows = JSON.parse(readFileSync(out, 'utf8')) as Record<string, Row[]>;
  return judged(engine, trials, ({ name }) => rows[name] ?? []);
}

/** Where Debian puts the programs of a server, newest first. */
function postgresPrograms(): string | null {
  const found = ran('bash', ['-c', 'ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1']);
  return found.text.trim() === '' ? null : found.text.trim();
}

async function tryPostgres(folder: string, asked: typeof questions): Promise<Outcome> {
  const engine = 'PostgreSQL';
  const install = 'apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql';
  if (!postgresPrograms() && process.getuid?.() === 0) ran('bash', ['-c', install]);
  const programs = postgresPrograms();
  if (!programs) return skipped(engine, 'its programs are not installed');
  const data = mkdtempSync(path.join(tmpdir(), 'deskstat-postgres-'));
  const isRoot = process.getuid?.() === 0;
  // The server refuses to run as root: Debian's package brings a user for it.
  const as = (line: string): Ran =>
    isRoot ? ran('su', ['postgres', '-s', '/bin/bash', '-c', line]) : ran('bash', ['-c', line]);
  if (isRoot) ran('chown', ['postgres', data]);
  const server = `${programs}/pg_ctl -D ${data}/db -w -s`;
  const psql = `${programs}/psql -h ${data} -d postgres -q -v ON_ERROR_STOP=1 -At`;
  try {
    const settings = `-c listen_addresses='' -c unix_socket_directories=${data}`;
    const started = as(
      `${programs}/initdb -D ${data}/db -A trust -E UTF8 --locale=C >/dev/null && ${server} -o "${settings}" -l ${data}/log start`,
    );
    if (!started.ok) return skipped(engine, started.text);
    const loading = await loadingScript(folder);
    const loaded = as(`${psql} -f ${loading}`);
    if (!loaded.ok) return { engine, rows: 0, differences: [loaded.text] };
    const options = ['--engine', 'postgres', '--table', 'observations'];
    const trials = await trialsOf(folder, { seed: 0, asked, engine: options });
    const failed: string[] = [];
    const outcome = judged(engine, trials, ({ sql }) => {
      const file = path.join(folder, 'query.sql');
      writeFileSync(file, `select coalesce(json_agg(t), '[]') from (\n${sql}) as t;\n`);
      const answer = as(`${psql} -f ${file}`);
      if (!answer.ok) failed.push(answer.text);
      return answer.ok ? (JSON.parse(answer.text) as Row[]) : [];
    });
    return { ...outcome, differences: [...failed, ...outcome.differences] };
  } finally {
    as(`${server} -m immediate stop`);
    rmSync(data, { recursive: true, force: true });
  }
}

/** The observations of a desk as two tables, through text that DuckDB writes. */
async function loadingScript(folder: string): Promise<string> {
  const { place } = await observed(folder, 0);
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const postgres = engines.find(({ id }) => id === 'postgres');
  if (!postgres) throw new Error('there is no engine postgres');
  const lines: string[] = [];
  const types: Readonly<Record<string, string>> = {
    VARCHAR: postgres.types.text,
    BIGINT: postgres.types.integer,
    DOUBLE: postgres.types.double,
  };
  for (const [table, files] of [
    [
      'observations',
      `'${place}/out/metric=*/*.parquet', hive_partitioning = true, hive_types_autocast = false`,
    ],
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
  }
  const file = path.join(folder, 'load.sql');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Engines that are not here: their text is parsed in their dialects. */
async function tryParsing(folder: string): Promise<Outcome> {
  const parsed = engines.filter(({ proven }) => proven === 'parsed').map(({ id }) => id);
  const engine = `${parsed.join(', ')} (parsed, never run)`;
  const python = pythonWith(['sqlglot']);
  if (!python.ok) return skipped(engine, python.text);
  const { place } = await observed(folder, 0);
  const queries: { dialect: string; sql: string }[] = [];
  for (const dialect of parsed)
    for (const options of questions) {
      const table = ['--engine', dialect, '--table', 'desk.observations'];
      queries.push({ dialect, sql: await run(place, 'sql', '--observations', 'out', ...options, ...table) });
    }
  const given = path.join(folder, 'parse.json');
  writeFileSync(given, JSON.stringify(queries));
  const done = ran(python.text, [path.join(scripts, 'parse.py'), given]);
  return { engine, rows: queries.length, differences: done.ok ? [] : [done.text] };
}
