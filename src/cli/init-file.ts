import path from 'node:path';
import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import type { Locale } from '../output/locales/index.ts';
import { type Inspection, initConfig } from '../settings/init.ts';
import { keptFrom } from '../settings/init-kept.ts';
import { readTextFile } from '../settings/text-file.ts';
import { pathExists, writeFileWhole } from './files.ts';
import type { Io } from './io.ts';

/** Options of `deskstat init` beyond those of reading. */
export interface InitOptions {
  /** Where to write; `-` prints instead. */
  readonly to?: string;
  /** Write over a file that is there. */
  readonly force?: boolean;
}

/**
 * Writes the settings that pin an inspection, asking nothing: a file that is there stays unless `--force`, which writes its
 * `files:` anew and keeps what somebody wrote beside it.
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
  const isThere = await pathExists(file, io);
  if (isThere && !options.force) {
    const hint = sentence('hint.force_or_print');
    throw new DeskstatError({ code: 'output_exists', args: { try: hint }, where: { file } }, 2);
  }
  const inputs = inspection.files.map((each) => each.path);
  const typed = (['tz', 'lang'] as const).filter((key) => inspection[key] !== undefined);
  const whole = isThere
    ? keptFrom(text, { old: await readTextFile(path.resolve(io.cwd, file)), file, paths: inputs, typed })
    : text;
  await writeFileWhole({ file, inputs, io }, (sink) => sink.write(whole));
  await io.stderr.write(`${locale.message('said.wrote', { file })}\n`);
}
