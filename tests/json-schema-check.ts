type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : typeof value === 'number' && Number.isInteger(value)
        ? 'integer'
        : typeof value;

const known = new Set([
  '$schema',
  'title',
  'description',
  'type',
  'const',
  'enum',
  'anyOf',
  'properties',
  'patternProperties',
  'additionalProperties',
  'required',
  'items',
  'minimum',
  'maximum',
  'pattern',
]);

/** Where a value breaks a JSON Schema (the keywords that ours use; any other throws). Empty: it holds. */
export function schemaErrors(value: unknown, schema: Json, at = '$'): string[] {
  for (const keyword of Object.keys(schema))
    if (!known.has(keyword)) throw new Error(`keyword ${keyword} is not checked`);
  const errors: string[] = [];
  const type = typeOf(value);
  const types = schema.type === undefined ? null : ([schema.type].flat() as string[]);
  if (types && !types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [`${at}: ${type} instead of ${types.join(' or ')}`];
  if ('const' in schema && value !== schema.const)
    errors.push(`${at}: ${JSON.stringify(value)} is not ${JSON.stringify(schema.const)}`);
  if (schema.enum && !(schema.enum as unknown[]).includes(value))
    errors.push(`${at}: ${JSON.stringify(value)} is none of ${JSON.stringify(schema.enum)}`);
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum)
      errors.push(`${at}: ${value} is below ${schema.minimum}`);
    if (typeof schema.maximum === 'number' && value > schema.maximum)
      errors.push(`${at}: ${value} is above ${schema.maximum}`);
  }
  if (
    typeof value === 'string' &&
    typeof schema.pattern === 'string' &&
    !new RegExp(schema.pattern).test(value)
  )
    errors.push(`${at}: ${JSON.stringify(value)} does not match ${schema.pattern}`);
  if (Array.isArray(schema.anyOf)) {
    const tries = (schema.anyOf as Json[]).map((each) => schemaErrors(value, each, at));
    if (!tries.some((each) => each.length === 0))
      errors.push(tries.sort((a, b) => a.length - b.length)[0]?.[0] ?? `${at}: no alternative`);
  }
  if (Array.isArray(value) && isObject(schema.items)) {
    for (const [index, each] of value.entries())
      errors.push(...schemaErrors(each, schema.items, `${at}[${index}]`));
  }
  if (isObject(value)) errors.push(...objectErrors(value, schema, at));
  return errors;
}

function objectErrors(value: Json, schema: Json, at: string): string[] {
  const errors: string[] = [];
  for (const name of (schema.required ?? []) as string[])
    if (!(name in value)) errors.push(`${at}: ${name} is missing`);
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const patterns = Object.entries((schema.patternProperties ?? {}) as Record<string, Json>);
  for (const [name, each] of Object.entries(value)) {
    const matching = patterns.filter(([pattern]) => new RegExp(pattern).test(name)).map(([, found]) => found);
    const own = Object.hasOwn(properties, name) ? [properties[name], ...matching] : matching;
    for (const found of own) errors.push(...schemaErrors(each, found, `${at}.${name}`));
    if (own.length > 0) continue;
    if (schema.additionalProperties === false) errors.push(`${at}: ${name} is not in the schema`);
    else if (isObject(schema.additionalProperties))
      errors.push(...schemaErrors(each, schema.additionalProperties, `${at}.${name}`));
  }
  return errors;
}
