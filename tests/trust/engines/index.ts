import { chmodSync } from 'node:fs';
import { questions } from '../../observed-desk.ts';
import { tryDuckdb, tryLargeDesk } from './duckdb.ts';
import { tryParsing } from './parsing.ts';
import { tryPostgres } from './postgres.ts';
import { endWithin, temporaryFolder } from './programs.ts';
import { tryRoad } from './road.ts';
import { trySpark } from './spark.ts';
import type { Outcome, Plan } from './trials.ts';

/** A metric of each kind. */
const smallQuestion = [
  ...['--metric', 'created,first_response_time,csat,nps,backlog', '--by', 'group', '--totals'],
  ...['--stat', 'mean,p50,p90,count,share,score'],
];

/** The small form is part of every build: it waits for nothing longer than this. */
const SMALL_SECONDS = 300;

const all = {
  duckdb: tryDuckdb,
  large: tryLargeDesk,
  parsed: tryParsing,
  postgres: tryPostgres,
  spark: trySpark,
  road: tryRoad,
} satisfies Record<string, (plan: Plan) => Promise<Outcome>>;

/** Runs the printed queries on every engine that can be had here; the exit code: 1 where one gives other rows. */
export async function tryEngines({
  small,
  only,
  tickets,
}: {
  readonly small: boolean;
  /** Names of engines; none: all. */
  readonly only: readonly string[];
  readonly tickets: number;
}): Promise<number> {
  const strange = only.find((name) => !Object.hasOwn(all, name));
  if (strange !== undefined) {
    console.error(`no engine "${strange}"; there are ${Object.keys(all).join(', ')}`);
    return 2;
  }
  if (small) endWithin(SMALL_SECONDS);
  const folder = temporaryFolder('engines');
  chmodSync(folder, 0o755);
  const plan: Plan = { folder, isSmall: small, asked: small ? [smallQuestion] : questions, tickets };
  let isEqual = true;
  for (const [name, attempt] of Object.entries(all)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const { engine, skipped, compared, differences } = await attempt(plan);
    if (compared !== undefined) console.log(`${engine}: ${compared}, ${differences.length} differ`);
    if (skipped !== undefined) console.log(`${engine}: could not be tried: ${skipped}`);
    for (const each of differences.slice(0, 10)) console.log(`  ${engine}: ${each}`);
    if (differences.length > 0) isEqual = false;
  }
  return isEqual ? 0 : 1;
}
