import { DeskstatError } from '../../model/problem.ts';
import type { Locale } from '../../output/locales/index.ts';
import { type Inspection, initConfig } from '../../settings/init.ts';
import { pathExists, writeFileWhole } from '../files.ts';
import type { Io } from '../io.ts';

/** Options of `deskstat init` beyond those of reading. */
export interface InitOptions {
  /** Where to write; `-` prints instead. */
  readonly to?: string;
  /** Write over a file that is there. */
  readonly force?: boolean;
}

/**
 * Writes the settings that pin an inspection, asking nothing: a file that is there stays unless `--force`.
 * @throws {DeskstatError} exit 2 when the file is there already or cannot be written.
 */
export async function writeSettings(given: {
  readonly inspection: Inspection;
  readonly options: InitOptions;
  readonly io: Io;
  readonly locale: Locale;
}): Promise<void> {
  const { inspection, options, io, locale } = given;
  const text = initConfig(inspection);
  const file = options.to ?? 'deskstat.yaml';
  if (file === '-') {
    await io.stdout.write(text);
    return;
  }
  if (!options.force && (await pathExists(file, io))) {
    const hint = '--force to write over it, or --to - to print what it would hold';
    throw new DeskstatError({ code: 'output_exists', args: { try: hint }, where: { file } }, 2);
  }
  const inputs = inspection.files.map((each) => each.path);
  await writeFileWhole({ file, inputs, io }, (sink) => sink.write(text));
  await io.stderr.write(`${locale.message('said.wrote', { file })}\n`);
}
