import { checkVerdicts } from '../model/check.ts';
import { unitOfKind } from '../model/metric.ts';
import { slaTargetIds } from '../model/sla.ts';

type JsonSchema = { readonly [keyword: string]: unknown };

const nullable = (type: string): JsonSchema => ({ type: [type, 'null'] });
const stamp: JsonSchema = { type: 'string', description: 'ISO 8601 with offset' };

const whole = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const period: JsonSchema = {
  anyOf: [
    { type: 'null' },
    whole({ start: stamp, end: stamp, label: { type: 'string' }, complete: { type: 'boolean' } }),
  ],
};
const segment: JsonSchema = {
  type: 'object',
  additionalProperties: nullable('string'),
  description: 'Value of each dimension; {} is the whole desk',
};

/** What stands before the rows of every output about a desk. */
function envelope(command: string): Readonly<Record<string, JsonSchema>> {
  return {
    schema: { const: `deskstat.${command}/1` },
    as_of: nullable('string'),
    timezone: { type: 'string' },
    sources: { type: 'array', items: { type: 'object' } },
    problems: {
      type: 'array',
      items: whole({
        code: { type: 'string' },
        severity: { enum: ['error', 'warning', 'note'] },
        message: { type: 'string' },
        count: nullable('integer'),
        lines: { type: 'array', items: { type: 'integer' } },
      }),
    },
  };
}

const target = whole(
  {
    ticket_id: nullable('string'),
    target: { enum: slaTargetIds },
    policy: { type: 'string' },
    clock: { enum: ['calendar', 'business'] },
    limit: { type: 'number', description: 'Seconds on that clock' },
    due_at: nullable('string'),
    ended_at: nullable('string'),
    late_by: nullable('number'),
    late_by_calendar: nullable('number'),
    group: nullable('string'),
    assigned: { type: 'boolean' },
    assignee: nullable('string'),
  },
  ['assignee'],
);

/** JSON Schema (draft 07) of `deskstat check --format json`. */
export function checkJsonSchema(): JsonSchema {
  const figure = {
    value: nullable('number'),
    limit: nullable('number'),
    unit: { enum: Object.values(unitOfKind) },
    n: { type: 'integer' },
    low: nullable('number'),
    high: nullable('number'),
  };
  const check = whole({
    expect: { type: 'string' },
    name: nullable('string'),
    verdict: { enum: checkVerdicts },
    period,
    segment,
    metric: { type: 'string' },
    stat: { type: 'string' },
    clock: nullable('string'),
    ...figure,
    reason: nullable('string'),
  });
  const tried = whole({
    target: { enum: slaTargetIds },
    limit: { type: 'number' },
    clock: { enum: ['calendar', 'business'] },
    period,
    segment,
    met: nullable('number'),
    n: { type: 'integer' },
    low: nullable('number'),
    high: nullable('number'),
    reason: nullable('string'),
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'deskstat check --format json',
    ...whole(
      {
        ...envelope('check'),
        passed: { type: 'boolean' },
        checks: { type: 'array', items: check },
        breaches: { type: 'array', items: target },
        at_risk: { type: 'array', items: target },
        tried: { type: 'array', items: tried },
      },
      ['at_risk', 'tried'],
    ),
  };
}
