import {
  count,
  described,
  flag,
  listOf,
  mapOf,
  number,
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

const mapped = object({ source: text, confidence: share, format: text, missing: orNull(count) });
/** A field that two columns fit equally well. */
const ambiguous = object({ source: { type: 'null' }, candidates: listOf(text), margin: share });
const field = { anyOf: [mapped, ambiguous] };
const evidence = listOf(text);
const why = object({
  evidence,
  points: orNull(number),
  runner_up: orNull(object({ kind: text, points: number })),
  fields: mapOf(
    object({
      evidence,
      runner_up: orNull(object({ source: text, score: number, used_for: orNull(text) })),
    }),
  ),
});
const span = object({ from: orNull(stamp), to: orNull(stamp) });

const table = object(
  {
    stream: orNull(text),
    kind: oneOf(['tickets', 'surveys', 'messages', 'events', 'customers', 'activity', 'reference', 'none']),
    preset: orNull(text),
    preset_evidence: described(
      oneOf(['third_party', 'unverified']),
      'Where nobody has seen the columns of the preset in a real export',
    ),
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
    why: described(why, 'Only with --why'),
  },
  ['preset_evidence', 'why'],
);

const file = object({
  path: text,
  format: oneOf([
    'csv',
    'json',
    'ndjson',
    'xlsx',
    'html',
    'excel_xml',
    'columns',
    'parquet',
    'duckdb',
    'sqlite',
    'postgres',
  ]),
  encoding: text,
  delimiter: orNull(text),
  compression: orNull(text),
  problems: listOf(problem),
  tables: listOf(table),
});

const examination = described(
  object({
    file: orNull(text),
    left: text,
    right: text,
    compared: count,
    agreed: count,
    used: oneOf(['left', 'right']),
    pattern: described(
      orNull(object({ id: oneOf(['factor', 'right_smaller']), factor: number }, ['factor'])),
      'What the differences have in common',
    ),
    examples: listOf(object({ ticket: text, left: number, right: number })),
    tolerance_seconds: orNull(number),
  }),
  'What a file says twice, and on how many tickets both agree; durations in seconds',
);

const survey = object({
  file: text,
  survey: described(text, 'What it is called, in whichever files its answers stand'),
  question: described(text, 'Its header or type in this file'),
  kind: described(oneOf(['csat', 'nps', 'ces', 'other']), 'other: set apart, in no figure'),
  scale: text,
  low: number,
  high: number,
  answers: count,
  joined: described(count, 'Answers whose ticket is here'),
  main: described(flag, 'The one of its kind that rates tickets'),
});

const messages = object({
  questions: listOf(
    object({
      channel: orNull(text),
      threads: count,
      opened: count,
      place: oneOf(['thread', 'creation', 'each']),
    }),
  ),
  roles: mapOf(count),
  automatic: count,
  by_bots: described(count, 'Answers of bots that end waits, as the settings say'),
});

/** JSON Schema of `deskstat inspect --format json`. */
export const inspectSchema = outputSchema('inspect', {
  settings: described(orNull(text), 'The settings file that is used'),
  version,
  as_of: orNull(stamp),
  timezone: text,
  coverage: orNull(
    object({
      from: orNull(stamp),
      to: orNull(stamp),
      cut: oneOf(['created', 'touched', 'solved', 'open']),
      pinned: flag,
      sources: described(
        listOf(
          object({
            kind: oneOf(['messages', 'events', 'csat', 'nps', 'ces', 'customers']),
            from: orNull(stamp),
            to: orNull(stamp),
            known: object({ from: orNull(stamp), to: orNull(stamp) }),
          }),
        ),
        'What messages, status changes, surveys and customers cover beside the tickets',
      ),
    }),
  ),
  tickets: count,
  files: listOf(file),
  messages: described(orNull(messages), 'Where questions stand and by which rules writers were told apart'),
  surveys: listOf(survey),
  examined: listOf(examination),
  problems: listOf(problem),
});
