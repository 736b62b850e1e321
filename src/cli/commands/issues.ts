import { writeRows } from '../../output/renderers/rows.ts';
import {
  askIssues,
  assignColumns,
  type IssuesAnswer,
  type IssuesOptions,
} from '../../questions/answers/issues.ts';
import { emitAnswer } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { writeFileWhole } from '../files.ts';
import type { Io } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { wordsOf } from '../words.ts';

/** `deskstat issues [files…]`: the problems that keep coming back. */
export async function run(args: readonly string[], options: IssuesOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'issues', options, io, paths: args });
  const answer = await answered(session, () => askIssues(session, args, options));
  const words = await wordsOf(session.run);
  const { inputs } = session;
  const { assign } = options;
  const { saved } = answer;
  const besides = [...(assign === undefined ? [] : [assign]), ...(saved ? [saved.file.path] : [])];
  const andThen = async (): Promise<void> => {
    if (assign !== undefined) await writeAssignment(assign, answer, { inputs, io });
    if (!saved) return;
    const { file, text, counts } = saved;
    await writeFileWhole({ file: file.path, inputs, io }, (sink) => sink.write(text));
    await io.stderr.write(`${words.locale.message('said.book_saved', { file: file.name, ...counts })}\n`);
  };
  await emitAnswer(answer, { options, content: 'rows', inputs, io, words, besides, andThen });
  return exitCodes.done;
}

async function writeAssignment(
  file: string,
  { assignment }: IssuesAnswer,
  { inputs, io }: { readonly inputs: readonly string[]; readonly io: Io },
): Promise<void> {
  await writeFileWhole({ file, inputs, io }, async (sink) => {
    for (const chunk of writeRows(assignment(), 'csv', { columns: assignColumns })) await sink.write(chunk);
  });
}
