import { backticked, type Engine } from '../engine.ts';

export const spark: Engine = {
  id: 'spark',
  name: 'Apache Spark',
  proven: 'run',
  quote: backticked,
  types: { text: 'string', integer: 'bigint', double: 'double' },
  hasValues: true,
  ordered: (text) => text,
  files: ({ observations, critical }) => ({
    observations: `parquet.${backticked(observations)}`,
    critical: `parquet.${backticked(critical)}`,
  }),
};
