import type { GenericSchema } from 'valibot';
import { configSchema } from './schema.ts';
import { editorNotes } from './schema-parts.ts';
import { mapIn, partsOf } from './schema-walk.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** JSON Schema (draft 07, which editors know best) of `deskstat.yaml`. */
export function configJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'deskstat.yaml',
    description: 'Settings of deskstat',
    ...jsonSchemaOf(configSchema),
  };
}

function jsonSchemaOf(schema: GenericSchema): JsonSchema {
  const { description, examples, json, anyOf } = editorNotes.get(schema) ?? {};
  const about = {
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
  };
  if (json) return { ...about, ...json };
  if (anyOf) return { ...about, anyOf: anyOf.map(jsonSchemaOf) };
  const { type, wrapped, pipe, entries, item, options } = partsOf(schema);
  if (wrapped) return { ...jsonSchemaOf(wrapped), ...about };
  const names = mapIn(pipe);
  if (names) return { ...about, ...namedSchema(names) };
  switch (type) {
    case 'strict_object':
      return { ...about, ...objectSchema(entries ?? {}) };
    case 'array':
      return {
        ...about,
        type: 'array',
        items: jsonSchemaOf(item!),
        ...(pipe?.some((action) => (action as { type?: string }).type === 'min_length')
          ? { minItems: 1 }
          : {}),
      };
    case 'picklist':
      return { ...about, enum: options };
    case 'boolean':
      return { ...about, type: 'boolean' };
    case 'string':
      // The first step of a pipe carries the notes of what it is made of (`text` inside `onlyOne`).
      return { ...(pipe && pipe[0] !== schema ? jsonSchemaOf(pipe[0]) : { type: 'string' }), ...about };
    default:
      throw new Error(`no JSON Schema for a valibot ${type}`);
  }
}

function namedSchema(names: GenericSchema): JsonSchema {
  const { key, value } = partsOf(names);
  const known = key && partsOf(key).options;
  return {
    type: 'object',
    additionalProperties: jsonSchemaOf(value!),
    ...(known ? { propertyNames: { enum: known } } : {}),
  };
}

function objectSchema(entries: Readonly<Record<string, GenericSchema>>): JsonSchema {
  const names = Object.keys(entries);
  const required = names.filter((name) => partsOf(entries[name]).type !== 'optional');
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(names.map((name) => [name, jsonSchemaOf(entries[name])])),
  };
}
