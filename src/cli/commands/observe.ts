import path from 'node:path';
import { sentence } from '../../model/sentence.ts';
import { askObserve, type ObserveCommandOptions } from '../../questions/observe-files.ts';
import { usageError } from '../../settings/option-values.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { makeFolder, writeFileWhole } from '../files.ts';
import type { Io } from '../io.ts';
import { ABOUT, CRITICAL, makeRoom } from '../observations-folder.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

declare const DESKSTAT_VERSION: string;

/** `deskstat observe [files…] -o folder/`: what figures are made of, as Parquet. */
export async function run(
  args: readonly string[],
  options: ObserveCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const root = options.output?.replace(/[/\\]+$/, '');
  if (root === undefined || root === '')
    throw usageError(sentence('mistake.observe_without_folder'), '-o observations/');
  const session = await openSession({ command: 'observe', options, io, paths: args });
  const about = { folder: ABOUT, critical: path.basename(CRITICAL), version: DESKSTAT_VERSION };
  const { part, files, problems } = await answered(session, () =>
    askObserve(session, args, { options, about }),
  );
  await makeRoom(root, { part, of: part.slice(part.indexOf('-of-')), io });
  for await (const { folder, name, pieces } of files) {
    const place = path.join(root, folder);
    await makeFolder(place, io);
    await writeFileWhole({ file: path.join(place, name), io, inputs: session.inputs }, async (sink) => {
      for (const piece of pieces) await sink.write(piece);
    });
  }
  await printProblems(problems, { io, locale: await localeOf(session.run) });
  return exitCodes.done;
}
