import { blockIn } from '../../output/renderers/problem-words.ts';
import { askInit } from '../../questions/answers/init.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type InitOptions, writeSettings } from '../init-file.ts';
import type { Io } from '../io.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { fitOf } from '../terminal-fit.ts';
import { localeOf } from '../words.ts';

export type InitCommandOptions = SessionOptions & InitOptions;

/** `deskstat init [files…]`: a commented `deskstat.yaml` from what the files hold. Asks nothing. */
export async function run(args: readonly string[], options: InitCommandOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'init', options, io, paths: args });
  const locale = await localeOf(session.run);
  const { inspection, errors } = await askInit(session, args);
  await writeSettings({ inspection, options, io, locale });
  if (errors.length > 0)
    await io.stderr.write(
      `${errors.map((problem) => blockIn(locale, problem, fitOf(io.stderr))).join('\n')}\n`,
    );
  return exitCodes.done;
}
