import { doubleQuoted, type Engine, standardTypes } from '../engine.ts';

export const trino: Engine = {
  id: 'trino',
  name: 'Trino',
  proven: 'parsed',
  quote: doubleQuoted,
  types: standardTypes,
  hasValues: true,
  ordered: (text) => text,
  files: () => null,
};
