import { doubleQuoted, type Engine, standardTypes } from '../engine.ts';

export const snowflake: Engine = {
  id: 'snowflake',
  name: 'Snowflake',
  proven: 'parsed',
  quote: doubleQuoted,
  types: standardTypes,
  hasValues: true,
  ordered: (text) => text,
  files: () => null,
};
