import { backticked, type Engine } from '../engine.ts';

export const spark: Engine = {
  id: 'spark',
  name: 'Apache Spark',
  proven: 'run',
  quote: backticked,
  types: { text: 'string', integer: 'bigint', double: 'double' },
  hasValues: true,
  // Without a shuffle before it, a sort computes all that it reads once more: to see how the rows are spread.
  keptHint: '/*+ repartition(1) */ ',
  ordered: (text) => text,
  files: ({ observations, critical }) => ({
    observations: `parquet.${backticked(observations)}`,
    critical: `parquet.${backticked(critical)}`,
  }),
};
