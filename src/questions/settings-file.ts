import path from 'node:path';
import { fileOfDatabase, isDatabase } from '../model/database-address.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import { nearestValue } from '../model/suggest.ts';
import type { Config, LoadedConfig } from '../settings/config.ts';
import { matchesFile } from '../settings/file-pattern.ts';
import { isFileOf, type PerFile } from '../settings/file-pins.ts';
import { findSettings } from '../settings/find.ts';
import { usageError } from '../settings/option-values.ts';
import { flagOf } from '../settings/table.ts';
import { parseDurationLiteral } from '../time/duration.ts';
import { zone } from '../time/zone.ts';
import { atSetting } from './filters.ts';

export interface Settings {
  readonly loaded: LoadedConfig | null;
  /** What is to be said of where they lie. */
  readonly problems: readonly Problem[];
}

/** The settings file of a run: the one that was named, else the one that is found. */
export async function loadSettings(
  { config }: { readonly config?: string },
  { cwd, inputs }: { readonly cwd: string; readonly inputs: readonly string[] },
): Promise<Settings> {
  const first = inputs.flatMap((input) => fileNamed(input) ?? []).at(0) ?? null;
  const found =
    config === undefined ? findSettings(cwd, first) : { file: path.resolve(cwd, config), unused: null };
  if (found.file === null) return { loaded: null, problems: [] };
  const { loadConfig } = await import('../settings/load.ts');
  const loaded = await loadConfig(found.file, nameFrom(cwd, found.file));
  checkTexts(loaded);
  if (found.unused === null) return { loaded, problems: [] };
  const where = { file: nameFrom(cwd, found.unused) };
  return {
    loaded,
    problems: [
      {
        code: 'settings_unused',
        severity: 'note',
        args: { used: nameFrom(cwd, found.file) },
        where,
      },
    ],
  };
}

/** The file that an input is or lies in; null for standard input and for servers. */
const fileNamed = (input: string): string | null =>
  input === '-' ? null : isDatabase(input) ? fileOfDatabase(input) : input;

/** As a file is named in messages: from here, where it does not lie elsewhere. */
function nameFrom(folder: string, file: string): string {
  const name = path.relative(folder, file);
  return name === '' || name.startsWith('..') ? file : name;
}

/** Texts in small languages that every command would stumble over later are read where their place is known. */
function checkTexts(loaded: LoadedConfig): void {
  const { tz, files, maxAge } = loaded.config;
  if (tz !== undefined) atSetting(loaded, ['tz'], () => zone(tz));
  if (maxAge !== undefined) atSetting(loaded, ['max_age'], () => parseDurationLiteral(maxAge));
  for (const [index, { sourceTz }] of files.entries())
    if (sourceTz !== undefined) atSetting(loaded, ['files', index, 'source_tz'], () => zone(sourceTz));
}

/**
 * Entries of `files:` that are about none of the files that were read.
 *
 * @throws DeskstatError (2) where a file is called nearly so, and no other entry is about it
 */
export function unusedPatterns(
  { config, loaded }: { readonly config: Config; readonly loaded: LoadedConfig | null },
  paths: readonly string[],
): Problem[] {
  const isMeant = (file: string): boolean => config.files.some(({ match }) => matchesFile(match, file));
  const free = paths.filter((file) => !isMeant(file)).map((file) => path.basename(file));
  return config.files.flatMap(({ match }, index): Problem[] => {
    if (paths.some((file) => matchesFile(match, file))) return [];
    const where = loaded?.whereOf('files', index, 'match');
    const near = nearestValue(path.basename(match), free);
    if (near !== null)
      throw new DeskstatError(
        {
          code: 'pattern_misspelt',
          args: { pattern: match, try: sentence('hint.match_file', { file: near }) },
          where,
        },
        2,
      );
    return [{ code: 'pattern_unused', severity: 'note', args: { pattern: match }, where }];
  });
}

/** @throws DeskstatError (2) for `--source-tz FILE=…` or `--source FILE=…` about a file that is not read: nobody would heed it. */
export function refuseUnknownFiles(
  options: { readonly source?: readonly PerFile[]; readonly sourceTz?: readonly PerFile[] },
  paths: readonly string[],
): void {
  for (const key of ['source', 'sourceTz'] as const)
    for (const each of options[key] ?? []) {
      const { file, value } = each;
      if (file === null || paths.some((read) => isFileOf(each, read))) continue;
      const near =
        nearestValue(
          path.basename(file),
          paths.map((read) => path.basename(read)),
        ) ?? paths[0];
      const option = flagOf(key);
      throw usageError(
        sentence('mistake.no_file_of_option', { option, file }),
        `${option} '${near}=${value}'`,
      );
    }
}

/** @throws DeskstatError (2) for hours of a group that no ticket has where one is called nearly so. */
export function refuseUnknownGroups(
  { config, loaded }: { readonly config: Config; readonly loaded: LoadedConfig | null },
  names: readonly string[],
): void {
  for (const { name, calendar } of config.groups) {
    if (calendar === undefined || names.includes(name)) continue;
    const near = nearestValue(name, names);
    if (near === null) continue;
    if (!loaded) throw usageError(sentence('mistake.no_ticket_of_group', { group: name }), near);
    const args = { path: 'groups', reason: sentence('mistake.no_such_group'), found: name, try: near };
    throw new DeskstatError({ code: 'config_invalid', args, where: loaded.whereOf('groups', name) }, 2);
  }
}
