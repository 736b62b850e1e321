import { backticked, type Engine } from '../engine.ts';

export const bigquery: Engine = {
  id: 'bigquery',
  name: 'BigQuery',
  proven: 'parsed',
  quote: backticked,
  types: { text: 'string', integer: 'int64', double: 'float64' },
  hasValues: false,
  ordered: (text) => text,
  files: () => null,
};
