import { statSync } from 'node:fs';
import path from 'node:path';

const fileNames = ['deskstat.yaml', 'deskstat.yml'];

/**
 * The settings file of a folder, or null. Parents are not searched: figures must not depend on where a folder lies.
 * Apart from loading, so that a run without settings does not pay for a YAML parser.
 */
export function findConfig(folder: string): string | null {
  for (const name of fileNames) {
    const file = path.join(folder, name);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return null;
}
