import { askDiff, type DiffOptions } from '../../questions/answers/diff.ts';
import { emitAnswer } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openSession } from '../session.ts';
import { wordsOf } from '../words.ts';

/** `deskstat diff OLD NEW`: what is new, and what of the past has another figure now. */
export async function run(args: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const answer = await askDiff(args, io.cwd);
  const session = await openSession({ command: 'diff', options: { ...options, guess: true }, io, paths: [] });
  const words = await wordsOf(session.run);
  await emitAnswer(answer, { options, content: 'report', inputs: args, io, words });
  return exitCodes.done;
}
