import { explainText } from '../../output/renderers/explain-text.ts';
import { askExplain, type ExplainOptions, metricExplained } from '../../questions/answers/explain.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat explain <metric> [files…]`: the receipt of a figure. */
export async function run(args: readonly string[], options: ExplainOptions, io: Io): Promise<ExitCode> {
  metricExplained(args);
  const session = await openSession({ command: 'explain', options, io, paths: args.slice(1) });
  const { document, told, problems } = await answered(session, () => askExplain(session, args, options));
  const locale = await localeOf(session.run);
  await emit({
    options,
    content: 'document',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      format === 'json'
        ? [`${JSON.stringify(document, null, 2)}\n`]
        : [
            explainText(document, {
              width: stdout ? widthOf(io.stdout) : 80,
              locale,
              figures: told?.figures ?? [],
              asOf: told?.asOf ?? null,
              covered: told?.covered ?? null,
            }),
          ],
  });
  await printProblems(problems, { io, locale });
  return exitCodes.done;
}
