import { statSync } from 'node:fs';
import path from 'node:path';
import { DeskstatError } from '../model/problem.ts';
import { settingsNames } from '../model/settings-names.ts';

/** Where the settings lie, and which file beside the data is not used because of them. */
export interface FoundSettings {
  readonly file: string | null;
  readonly unused: string | null;
}

/**
 * The settings of a run: upwards from the working folder to the root of its repository (the working folder alone where it
 * is in none: figures must not depend on what lies above it), else beside the first input.
 * Apart from loading, so that a run without settings does not pay for a YAML parser.
 *
 * @throws DeskstatError (2) for two of them in one folder
 */
export function findSettings(cwd: string, firstInput: string | null): FoundSettings {
  const used = foldersUpwards(cwd).reduce<string | null>(
    (found, folder) => found ?? settingsIn(folder),
    null,
  );
  const beside = firstInput === null ? null : settingsIn(folderOf(path.resolve(cwd, firstInput)));
  if (used === null) return { file: beside, unused: null };
  return { file: used, unused: beside === used ? null : beside };
}

function settingsIn(folder: string): string | null {
  const found = settingsNames.map((name) => path.join(folder, name)).filter(isFile);
  if (found.length > 1) {
    throw new DeskstatError(
      { code: 'settings_twice', args: { other: settingsNames[1] }, where: { file: found[0] } },
      2,
    );
  }
  return found[0] ?? null;
}

/** The folder and those above it up to the one that holds `.git`; the folder alone where none does. */
function foldersUpwards(cwd: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (statSync(path.join(folder, '.git'), { throwIfNoEntry: false })) return folders;
    if (path.dirname(folder) === folder) return [cwd];
  }
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

function folderOf(input: string): string {
  try {
    return statSync(input, { throwIfNoEntry: false })?.isDirectory() ? input : path.dirname(input);
  } catch {
    // A name too long to be a file is told where files are opened.
    return path.dirname(input);
  }
}
