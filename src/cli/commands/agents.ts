import { type AgentsCommandOptions, askAgents } from '../../questions/answers/agents.ts';
import { emitAnswer } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { wordsOf } from '../words.ts';

/** `deskstat agents [files…]`: each agent against what the same mix of tickets takes others. */
export async function run(args: readonly string[], options: AgentsCommandOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'agents', options, io, paths: args });
  const answer = await answered(session, () => askAgents(session, args, options));
  const words = await wordsOf(session.run);
  await emitAnswer(answer, { options, content: 'rows', inputs: session.inputs, io, words });
  return exitCodes.done;
}
