import { describe, expect, it } from 'vitest';
import { configJsonSchema, type JsonSchema } from '../../../src/settings/json-schema.ts';

const schema = configJsonSchema() as {
  $schema: string;
  additionalProperties: boolean;
  properties: Record<string, JsonSchema>;
};

/** What a JSON Schema of draft 07 says of a value, for the keywords that ours uses. */
function accepts(rule: JsonSchema, value: unknown): boolean {
  if (rule.anyOf) return (rule.anyOf as JsonSchema[]).some((each) => accepts(each, value));
  if (rule.enum) return (rule.enum as unknown[]).includes(value);
  const types = [rule.type].flat();
  if (Array.isArray(value)) {
    const least = (rule.minItems as number | undefined) ?? 0;
    return (
      types.includes('array') &&
      value.length >= least &&
      value.every((item) => accepts(rule.items as JsonSchema, item))
    );
  }
  if (typeof value === 'object' && value !== null) {
    const properties = (rule.properties ?? {}) as Record<string, JsonSchema>;
    const names = (rule.propertyNames as { enum?: string[] } | undefined)?.enum;
    return (
      types.includes('object') &&
      ((rule.required ?? []) as string[]).every((name) => name in value) &&
      Object.entries(value).every(([name, part]) => {
        if (names && !names.includes(name)) return false;
        if (properties[name]) return accepts(properties[name], part);
        const others = rule.additionalProperties;
        return typeof others === 'object' && accepts(others as JsonSchema, part);
      })
    );
  }
  if (Number.isInteger(value)) return types.includes('integer') || types.includes('number');
  return types.includes(typeof value);
}

describe('the JSON Schema of the settings', () => {
  it('is of the draft that editors know, closed, and describes every setting', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.additionalProperties).toBe(false);
    for (const [name, rule] of Object.entries(schema.properties)) {
      expect(rule.description, name).toEqual(expect.any(String));
    }
    expect(schema.properties.sla).toMatchObject({
      type: 'array',
      items: {
        required: ['name', 'targets'],
        additionalProperties: false,
        properties: {
          name: { type: ['string', 'number'], description: 'Name shown in reports' },
          clock: { anyOf: [{ enum: ['calendar', 'business'] }, { type: 'object' }] },
          pause_on: { type: 'array', items: { enum: ['pending', 'on_hold'] } },
        },
      },
    });
    expect(schema.properties.hours).toMatchObject({
      description: expect.stringContaining('Working hours'),
      anyOf: [{ type: ['string', 'number'] }, { type: 'array', minItems: 1 }],
    });
    expect(() => JSON.stringify(schema)).not.toThrow();
  });

  it.each([
    [{ tz: 'Asia/Dhaka', hours: 'Mon-Fri 09:00-18:00', max_rejected: '5%' }, true],
    [{ hours: ['Mon-Fri 09:00-18:00'], pseudonyms: true, min_group: 5 }, true],
    [
      {
        files: [
          { match: '*.csv', coverage: { cut: 'touched', from: '2026-01-01' }, map: { created_at: 'x' } },
        ],
      },
      true,
    ],
    [
      {
        checks: ['csat >= 90%', { expect: 'backlog < 5', name: 'x' }],
        groups: { a: ['b'], c: { calendar: 'd' }, e: 'f' },
      },
      true,
    ],
    [{ csat_boxes: { '1-5': 4 }, expect_segments: { group: ['a'] }, agents: { a: 'b', c: ['d'] } }, true],
    [{ week_start: 'monday' }, false],
    [{ week_starts: 'mon' }, false],
    [{ files: [{ kind: 'tickets' }] }, false],
    [{ files: [{ match: '*', map: { created: 'x' } }] }, false],
    [{ hours: [] }, false],
    [{ hours: { mon: '9' } }, false],
    [{ pseudonyms: 'yes' }, false],
    [{ sla: [{ name: 'x', targets: { first: '1h' } }] }, false],
  ])('%j: %s', (settings, expected) => {
    expect(accepts(schema as unknown as JsonSchema, settings)).toBe(expected);
  });
});
