import { type ReportFormat, renderReport } from '../../output/renderers/index.ts';
import { askReport, type ReportCommandOptions } from '../../questions/answers/report.ts';
import { recipeOf } from '../../questions/recipe.ts';
import { emit } from '../emit.ts';
import { pageOptions } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { writesRecipe } from '../output-formats.ts';
import { answered, openSession } from '../session.ts';
import { printProblems, printRemarks } from '../warnings.ts';
import { wordsOf } from '../words.ts';

/** `deskstat report [files…]`: the whole picture of one period. */
export async function run(args: readonly string[], options: ReportCommandOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'report', options, io, paths: args });
  const digests = writesRecipe(options, 'report');
  const { head, about, report, asOf, problems, remarks } = await answered(session, () =>
    askReport(session, args, options, { digests }),
  );
  const words = await wordsOf(session.run);
  await printRemarks(remarks ?? [], { io, locale: words.locale });
  const recipe = digests ? await recipeOf({ command: 'report', args, session, asOf }) : {};
  await emit({
    options,
    content: 'report',
    inputs: session.inputs,
    io,
    pages: true,
    bundle: async (format) => {
      const { renderBundle } = await import('../../output/renderers/bundle.ts');
      return renderBundle(report, format, { ...words, excel: options.excel });
    },
    render: async (format, { stdout }) => [
      await renderReport(report, format as ReportFormat, {
        ...words,
        envelope: { ...head, ...recipe, ...about },
        excel: options.excel,
        knowsLinks: stdout && io.stdout.isTTY,
        full: options.full === true || !stdout,
        ...pageOptions(options, { io, stdout }),
      }),
    ],
  });
  // Somebody who reads the report on this terminal has its data quality before them already.
  const isSeen =
    options.full === true && io.stdout.isTTY && !options.quiet && (options.format ?? 'table') === 'table';
  if (!isSeen) await printProblems(problems, { io, locale: words.locale });
  return exitCodes.done;
}
