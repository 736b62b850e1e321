import {
  count,
  described,
  flag,
  listOf,
  mapOf,
  object,
  oneOf,
  orNull,
  outputSchema,
  problem,
  share,
  stamp,
  text,
  version,
} from './json-schema.ts';

const field = object({ source: text, confidence: share, format: text, missing: orNull(count) });
const span = object({ from: orNull(stamp), to: orNull(stamp) });

const table = object({
  stream: orNull(text),
  kind: oneOf(['tickets', 'surveys', 'messages', 'events', 'customers', 'activity', 'reference', 'none']),
  preset: orNull(text),
  confidence: share,
  reason: orNull(text),
  rows: count,
  rejected: count,
  coverage: orNull(span),
  zone: object({
    id: text,
    origin: oneOf(['stamps', 'flag', 'header', 'preset', 'report_zone', 'default']),
  }),
  fields: described(mapOf(field), 'By canonical field'),
  unmapped: listOf(text),
  problems: listOf(problem),
});

const file = object({
  path: text,
  format: oneOf(['csv', 'json', 'ndjson']),
  encoding: text,
  delimiter: orNull(text),
  compression: orNull(text),
  problems: listOf(problem),
  tables: listOf(table),
});

/** JSON Schema of `deskstat inspect --format json`. */
export const inspectSchema = outputSchema('inspect', {
  version,
  as_of: orNull(stamp),
  timezone: text,
  coverage: orNull(
    object({
      from: orNull(stamp),
      to: orNull(stamp),
      cut: oneOf(['created', 'touched', 'solved']),
      pinned: flag,
    }),
  ),
  tickets: count,
  files: listOf(file),
  problems: listOf(problem),
});
