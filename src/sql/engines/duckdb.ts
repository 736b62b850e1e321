import { doubleQuoted, type Engine, standardTypes } from '../engine.ts';

const inQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const duckdb: Engine = {
  id: 'duckdb',
  name: 'DuckDB',
  proven: 'run',
  quote: doubleQuoted,
  types: standardTypes,
  hasValues: true,
  ordered: (text) => text,
  files: ({ observations, critical }) => ({
    observations: `read_parquet(${inQuotes(`${observations}/metric=*/*.parquet`)}, hive_partitioning = true, hive_types_autocast = false)`,
    critical: `read_parquet(${inQuotes(critical)})`,
  }),
};
