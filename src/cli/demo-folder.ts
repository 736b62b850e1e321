import path from 'node:path';
import { generateDesk } from '../demo/generate.ts';
import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import { makeFolder, pathExists, writeFileWhole } from './files.ts';
import type { Io } from './io.ts';

export interface DemoOptions {
  readonly force?: boolean;
  readonly seed?: number;
  /** How many tickets `--size` asks for. */
  readonly size?: number;
}

/** Monday 2 November 2026, midnight in Dhaka: the data ends with a whole week. */
const until = Date.UTC(2026, 10, 1, 18);

/**
 * Writes the sample desk into a folder and returns the paths of its files, as the user would type them.
 * @throws {DeskstatError} exit 2 when one of the files is there already and `--force` was not given.
 */
export async function writeDemo(folder: string, options: DemoOptions, io: Io): Promise<readonly string[]> {
  const files = generateDesk({ seed: options.seed ?? 1, tickets: options.size ?? 12_000, until });
  const paths = files.map((file) => path.join(folder, file.name));
  if (!options.force) {
    for (const file of paths) {
      if (await pathExists(file, io)) {
        const hint = sentence('hint.demo_folder', { folder });
        throw new DeskstatError({ code: 'output_exists', args: { try: hint }, where: { file } }, 2);
      }
    }
  }
  await makeFolder(folder, io);
  for (const [index, file] of files.entries()) {
    await writeFileWhole({ file: paths[index], io }, async (sink) => {
      for (const chunk of file.chunks()) await sink.write(chunk);
    });
  }
  return paths;
}
