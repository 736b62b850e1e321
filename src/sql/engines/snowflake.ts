import { doubleQuoted, type Engine, standardTypes } from '../engine.ts';

export const snowflake: Engine = {
  id: 'snowflake',
  name: 'Snowflake',
  proven: 'parsed',
  quote: doubleQuoted,
  types: standardTypes,
  ordered: (text) => text,
  files: () => null,
};
