import { precisions } from '../../model/columns.ts';
import type { FigureStatus } from '../../model/metric.ts';

const statuses: Readonly<Record<FigureStatus, true>> = {
  ok: true,
  too_few: true,
  unavailable: true,
  edge: true,
  window_open: true,
};

/** A JSON Schema, draft 07. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export const text: JsonSchema = { type: 'string' };
export const number: JsonSchema = { type: 'number' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const flag: JsonSchema = { type: 'boolean' };
export const stamp: JsonSchema = { type: 'string', description: 'ISO 8601 with offset' };

/** The same, or null where there is none. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema;
  return typeof type === 'string' && schema.enum === undefined
    ? { type: [type, 'null'], ...rest }
    : { anyOf: [{ type: 'null' }, schema] };
}

export const oneOf = (values: readonly string[]): JsonSchema => ({ enum: values });
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
/** An object whose keys depend on the data. */
export const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values });
export const described = (schema: JsonSchema, description: string): JsonSchema => ({
  ...schema,
  description,
});

/** An object with these keys and no others; those named as optional may be left out. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties,
  };
}

/** The schema of what a command writes with `--format json`. */
export function outputSchema(
  command: string,
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `deskstat ${command} --format json`,
    ...object({ schema: { const: `deskstat.${command}/1` }, ...properties }, optional),
  };
}

export const seconds = described(number, 'Seconds');
export const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };
export const status = oneOf(Object.keys(statuses));

export const period = object({ start: stamp, end: stamp, label: text, complete: flag });
export const plainPeriod = object({ start: stamp, end: stamp, label: text });
export const segment = described(mapOf(orNull(text)), 'Value of each dimension; {} is the whole desk');

export const problem = object({
  code: text,
  severity: oneOf(['error', 'warning', 'note']),
  message: text,
  count: orNull(count),
  lines: listOf(count),
});

const source = object(
  {
    path: text,
    rows: count,
    rejected: count,
    kinds: listOf(text),
    preset: orNull(text),
    sha256: described({ type: 'string', pattern: '^[0-9a-f]{64}$' }, 'Of the bytes on disk'),
  },
  ['sha256'],
);

/** What every output says of itself, besides its schema. */
export const version = described(text, 'Version of deskstat');

/** What a result about a desk rests on. */
export const deskFacts: Readonly<Record<string, JsonSchema>> = {
  as_of: described(orNull(text), 'The moment the data is looked at from, ISO 8601 with offset'),
  timezone: text,
  sources: listOf(source),
  problems: listOf(problem),
};

/** What stands before the rows of every output about a desk. */
export const deskEnvelope: Readonly<Record<string, JsonSchema>> = { version, ...deskFacts };

/** What a result can be made again from. */
export const recipe: Readonly<Record<string, JsonSchema>> = {
  definitions: described(count, 'Version of the definitions; figures of different ones are not comparable'),
  hours: described(orNull(text), 'Working hours'),
  answers: described(oneOf(['bots']), 'Answers of bots end waits too; left out: only those of people do'),
  arguments: described(
    listOf(text),
    'The command line, without what only decides where the result goes and how it looks',
  ),
  settings: listOf(object({ path: text, sha256: text })),
};

/** What of it is left out where it is the usual. */
export const mayLack = ['answers'] as const;

/** One figure, as a row of `metrics`. */
export const figureRow: Readonly<Record<string, JsonSchema>> = {
  period: orNull(period),
  segment,
  metric: text,
  stat: text,
  clock: { enum: ['calendar', 'business', null] },
  unit: described(text, 'seconds, share (0–1), tickets, score, points, or the unit of the metric'),
  value: orNull(number),
  n: count,
  low: orNull(number),
  high: orNull(number),
  open: orNull(count),
  status,
  reason: orNull(text),
  clock_source: { enum: ['own', 'helpdesk', null] },
  precision: described(
    { enum: [...precisions, null] },
    'How finely a duration is known; of days the values are differences of calendar days, in seconds',
  ),
  key: described(text, 'The name of the figure in every output: first_response_time.p90@business'),
};
