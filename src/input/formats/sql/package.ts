import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeskstatError } from '../../../model/problem.ts';

interface Wanted {
  readonly name: string;
  /** All that the engine is read through. */
  readonly packages: readonly string[];
  readonly engine: string;
  /** As the source is named in messages. */
  readonly file: string;
}

/**
 * A package that people install themselves: the one beside deskstat, else the one of the working folder's project, so
 * that `npm install` in either of them is enough.
 *
 * @throws DeskstatError (3) that names the package and the command which installs it, or why it cannot be loaded
 */
export async function loadPackage<Module>({ name, packages, engine, file }: Wanted): Promise<Module> {
  const args = { engine, packages: packages.join(' and '), try: `npm install ${packages.join(' ')}` };
  const place = placeOf(name, import.meta.url) ?? placeOf(name, path.resolve('package.json'));
  if (place === null) throw new DeskstatError({ code: 'package_missing', args, where: { file } }, 3);
  try {
    return (await import(pathToFileURL(place).href)) as Module;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    throw new DeskstatError({ code: 'package_broken', args: { ...args, reason }, where: { file } }, 3);
  }
}

function placeOf(name: string, from: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}
