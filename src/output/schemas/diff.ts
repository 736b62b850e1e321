import {
  count,
  described,
  type JsonSchema,
  listOf,
  number,
  object,
  oneOf,
  orNull,
  outputSchema,
  segment,
  text,
  version,
} from './json-schema.ts';

const side = object({ path: text, version: orNull(text), as_of: orNull(text), figures: count });
const moved = { old: orNull(text), new: orNull(text) };
const cause = (code: string, rest: Readonly<Record<string, JsonSchema>>): JsonSchema =>
  object({ code: { const: code }, ...rest });

const causes: JsonSchema = {
  anyOf: [
    cause('version', moved),
    cause('as_of', moved),
    cause('hours', moved),
    cause('input_changed', { path: text, old: text, new: text }),
    cause('input_added', { path: text }),
    cause('input_removed', { path: text }),
    cause('settings_changed', { path: text }),
    cause('arguments', { old: listOf(text), new: listOf(text) }),
  ],
};

const row = object({
  change: oneOf(['new', 'restated', 'gone', 'only_new', 'only_old']),
  because: oneOf([
    'after_as_of',
    'was_running',
    'window_was_open',
    'everything_so_far',
    'value_changed',
    'count_changed',
    'appeared',
    'disappeared',
    'not_asked',
  ]),
  period: orNull(
    object({ label: text, start: orNull(text), end: orNull(text), complete: { type: 'boolean' } }),
  ),
  segment,
  metric: text,
  stat: orNull(text),
  clock: orNull(text),
  unit: text,
  old: orNull(number),
  new: orNull(number),
  difference: orNull(number),
  relative: described(orNull(number), 'The difference as a share of the old value'),
  old_n: orNull(count),
  new_n: orNull(count),
});

/** JSON Schema of `deskstat diff --format json`. */
export const diffSchema = outputSchema('diff', {
  version,
  of: oneOf(['metrics', 'report']),
  timezone: text,
  old: side,
  new: side,
  same: count,
  counts: object({ new: count, restated: count, gone: count, only_new: count, only_old: count }),
  causes: described(listOf(causes), 'In what the two runs differ that can change figures'),
  rows: listOf(row),
});
