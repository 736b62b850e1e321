import type { Engine } from '../engine.ts';
import { bigquery } from './bigquery.ts';
import { duckdb } from './duckdb.ts';
import { postgres } from './postgres.ts';
import { snowflake } from './snowflake.ts';
import { spark } from './spark.ts';
import { trino } from './trino.ts';

/** Every engine. A new one is a file and an entry here. */
export const engines = [
  duckdb,
  spark,
  postgres,
  bigquery,
  snowflake,
  trino,
] as const satisfies readonly Engine[];
