import { doubleQuoted, type Engine } from '../engine.ts';

export const postgres: Engine = {
  id: 'postgres',
  name: 'PostgreSQL',
  proven: 'run',
  quote: doubleQuoted,
  types: { text: 'text', integer: 'bigint', double: 'double precision' },
  hasValues: true,
  // A database orders by the language it was made with.
  ordered: (text) => `${text} collate "C"`,
  files: () => null,
};
