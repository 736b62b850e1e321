import { askRetention, type RetentionCommandOptions } from '../../questions/answers/retention.ts';
import { emitAnswer } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { wordsOf } from '../words.ts';

/** `deskstat retention [files…]`: who stays, by cohort, and what goes with leaving. */
export async function run(
  args: readonly string[],
  options: RetentionCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const session = await openSession({ command: 'retention', options, io, paths: args });
  const answer = await answered(session, () => askRetention(session, args, options));
  const words = await wordsOf(session.run);
  await emitAnswer(answer, { options, content: 'rows', inputs: session.inputs, io, words });
  return exitCodes.done;
}
