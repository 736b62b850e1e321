import { doubleQuoted, type Engine, standardTypes } from '../engine.ts';

export const trino: Engine = {
  id: 'trino',
  name: 'Trino',
  proven: 'parsed',
  quote: doubleQuoted,
  types: standardTypes,
  ordered: (text) => text,
  files: () => null,
};
