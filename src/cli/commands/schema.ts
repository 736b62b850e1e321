import { sentence } from '../../model/sentence.ts';
import { nearest } from '../../model/suggest.ts';
import { outputSchemas } from '../../output/schemas/index.ts';
import { usageError } from '../../settings/option-values.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** What has a JSON Schema, each loaded when asked for. */
const schemas: Readonly<Record<string, () => Promise<object>>> = {
  config: async () => (await import('../../settings/json-schema.ts')).configJsonSchema(),
  ...outputSchemas,
  observe: async () => (await import('../../observations/json-schema.ts')).observeJsonSchema(),
};

/** `deskstat schema <command>`: the JSON Schema of an output, or of `deskstat.yaml`. */
export async function run(args: readonly string[], _options: unknown, io: Io): Promise<ExitCode> {
  const [name] = args;
  const names = Object.keys(schemas);
  if (!names.includes(name)) {
    const meant = nearest(name, names);
    throw usageError(
      sentence('mistake.no_schema', { name, names: names.join(', ') }),
      meant ? `deskstat schema ${meant}` : 'deskstat schema config',
    );
  }
  await io.stdout.write(`${JSON.stringify(await schemas[name](), null, 2)}\n`);
  return exitCodes.done;
}
