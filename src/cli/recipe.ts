import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { termsOf } from '../questions/baseline.ts';
import type { Config } from '../settings/config.ts';
import type { OutputOptions, TypedOption } from '../settings/option-types.ts';
import { flagOf, type SettingKey, settings } from '../settings/table.ts';
import { formatInstant } from '../time/zone.ts';
import { outputTargets } from './output-formats.ts';
import type { Session } from './session.ts';

/** Formats that carry what they were made from. */
const carriers = ['json', 'html'];

/** Options that change how a result looks or where it goes, and no figure in it. */
const idle = new Set([
  ...(Object.keys(settings) as SettingKey[]).filter((key) => settings[key].changes === 'looks').map(flagOf),
  '--format',
  '--output',
  '--quiet',
  '--excel',
  '--color',
  '--no-color',
  '--debug',
  '--rejects',
]);

/** Whether a run writes a format that carries the digests of its input. */
export function carriesRecipe({ format, output }: OutputOptions, formats: readonly string[]): boolean {
  const written = [format ?? formats[0], ...outputTargets(output ?? [], formats).map((each) => each.format)];
  return written.some((each) => carriers.includes(each));
}

export interface RecipeOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly session: Session;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/**
 * What a result is made from, so that it can be made again to the same bytes: the command line without what only
 * decides the output, the files of settings with their SHA-256, the definitions and the working hours. The clock
 * that `--as-of now` read is written as the instant that it showed.
 */
export async function recipeOf({
  command,
  args,
  session,
  asOf,
}: RecipeOptions): Promise<Record<string, unknown>> {
  return {
    ...termsOf(session),
    arguments: [command, ...args, ...optionsTyped(session.options.typed ?? [], { session, asOf })],
    settings: await settingsFiles(session),
  };
}

/** Flags in the order of their names, so that the order in which they were typed does not show. */
function optionsTyped(
  typed: readonly TypedOption[],
  { session, asOf }: Pick<RecipeOptions, 'session' | 'asOf'>,
): string[] {
  return typed
    .filter(({ flag }) => !idle.has(flag))
    .sort((a, b) => (a.flag < b.flag ? -1 : a.flag > b.flag ? 1 : 0))
    .flatMap(({ flag, text }) => {
      if (text === null) return [flag];
      const isNow = flag === '--as-of' && text === 'now';
      return [flag, isNow ? formatInstant(asOf, session.zone, 'millisecond') : text];
    });
}

/** The settings, the issue book and the holiday files that they name, as they lie on disk. */
async function settingsFiles({ loaded, config, io }: Session): Promise<readonly Record<string, string>[]> {
  if (!loaded) return [];
  const { createHash } = await import('node:crypto');
  const folder = path.dirname(loaded.file);
  const named = [config.book, ...holidayFiles(config)].filter((name) => name !== undefined);
  const files = [loaded.file, ...named.map((name) => path.resolve(folder, name))];
  const found = await Promise.all(
    [...new Set(files)].map(async (file) => {
      const bytes = await readFile(file).catch(() => null);
      const shown = path.relative(io.cwd, file).replaceAll('\\', '/');
      return bytes ? [{ path: shown, sha256: createHash('sha256').update(bytes).digest('hex') }] : [];
    }),
  );
  return found.flat();
}

function holidayFiles({ holidays, calendars }: Config): string[] {
  return [...holidays, ...calendars.flatMap((calendar) => calendar.holidays)].filter((text) =>
    text.toLowerCase().endsWith('.ics'),
  );
}
