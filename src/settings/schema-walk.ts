import type { GenericSchema } from 'valibot';

/** The parts of valibot's schema objects that the settings schema is made of. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: GenericSchema;
  readonly pipe?: readonly GenericSchema[];
  readonly getter?: (input: unknown) => GenericSchema;
  readonly entries?: Readonly<Record<string, GenericSchema>>;
  readonly item?: GenericSchema;
  readonly key?: GenericSchema;
  readonly value?: GenericSchema;
  readonly options?: readonly string[];
}

export const partsOf = (schema: GenericSchema): SchemaParts => schema as unknown as SchemaParts;

/** The schema below `optional`, pipes and laziness, as chosen by the input. */
export function unwrapped(schema: GenericSchema, input?: unknown): GenericSchema {
  const { wrapped, pipe, getter } = partsOf(schema);
  if (wrapped) return unwrapped(wrapped, input);
  if (getter) return unwrapped(getter(input), input);
  const names = mapIn(pipe);
  if (names) return names;
  if (pipe && pipe[0] !== schema) return unwrapped(pipe[0], input);
  return schema;
}

/** The map that a pipe of free names ends in. */
export function mapIn(pipe: readonly GenericSchema[] | undefined): GenericSchema | undefined {
  return pipe?.find((step) => step.type === 'map');
}

/** The schema of the value that a path through the input leads to, or null where none is declared. */
export function schemaAt(
  schema: GenericSchema,
  path: readonly { readonly key: unknown; readonly value: unknown; readonly input: unknown }[],
): GenericSchema | null {
  let here = schema;
  for (const { key, value, input } of path) {
    const { entries, item, value: named } = partsOf(unwrapped(here, input));
    const next = entries?.[String(key)] ?? item ?? named;
    if (!next) return null;
    here = unwrapped(next, value);
  }
  return here;
}
