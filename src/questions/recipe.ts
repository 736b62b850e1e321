import type { TypedOption } from '../settings/option-types.ts';
import { settingsFiles } from '../settings/settings-files.ts';
import { flagOf, type SettingKey, settings } from '../settings/table.ts';
import { formatInstant } from '../time/zone.ts';
import { termsOf } from './baseline.ts';
import type { Session } from './session.ts';

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
    settings: await settingsFiles(session, session.world.cwd),
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
