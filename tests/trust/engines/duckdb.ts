import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Row } from '../../observed-desk.ts';
import { largeDesk } from './large-desk.ts';
import { figuresOf, judged, type Outcome, type Plan, run, type Trial, trialsOf } from './trials.ts';

const DESKS = 20;

export const duckdb = async (): Promise<DuckDBConnection> =>
  (await DuckDBInstance.create(':memory:')).connect();

const rowsOf = async (duck: DuckDBConnection, sql: string): Promise<readonly Row[]> =>
  (await duck.runAndReadAll(sql)).getRowObjectsJson();

/** Desks of several seeds. */
export async function tryDuckdb({ folder, isSmall, asked }: Plan): Promise<Outcome> {
  const duck = await duckdb();
  const trials: Trial[] = [];
  const rows = new Map<string, readonly Row[]>();
  for (let seed = 0; seed < (isSmall ? 1 : DESKS); seed++) {
    const own = await trialsOf(folder, { seed, asked, engine: [] });
    trials.push(...own);
    for (const { name, sql } of own) rows.set(name, await rowsOf(duck, sql));
  }
  return judged('DuckDB', trials, ({ name }) => rows.get(name) ?? []);
}

const large = [
  ['--stat', 'mean,p50,p75,p90,p95,p99,min,max,count,share,score'],
  ['--by', 'group', '--every', 'month', '--totals', '--top', '5'],
];

/** One desk of many tickets: the file of the bench. */
export async function tryLargeDesk({ folder, tickets }: Plan): Promise<Outcome> {
  const { file } = await largeDesk(tickets);
  const place = path.resolve(folder);
  const seconds: string[] = [];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    seconds.push(`${what} ${((performance.now() - from) / 1000).toFixed(1)} s`);
    return result;
  };
  await timed('observe', () => run(place, 'observe', file, '-o', 'large'));
  const duck = await duckdb();
  const trials: Trial[] = [];
  const rows = new Map<string, readonly Row[]>();
  for (const options of large) {
    const name = options.join(' ');
    const wanted = await timed('metrics', () => figuresOf(place, file, ...options));
    const sql = await run(place, 'sql', '--observations', 'large', ...options);
    trials.push({ name, sql, wanted });
    rows.set(name, await timed('query', () => rowsOf(duck, sql)));
  }
  const outcome = judged(`DuckDB, ${tickets} tickets`, trials, ({ name }) => rows.get(name) ?? []);
  return { ...outcome, compared: `${outcome.compared} (${seconds.join(', ')})` };
}
