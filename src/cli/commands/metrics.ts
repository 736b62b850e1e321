import { renderMetrics } from '../../output/renderers/metric-tables.ts';
import type { SheetFormat } from '../../output/renderers/row-report.ts';
import { askMetrics, type MetricsOptions } from '../../questions/answers/metrics.ts';
import { observedDesk } from '../../questions/observed-desk.ts';
import { recipeOf } from '../../questions/recipe.ts';
import { emit } from '../emit.ts';
import { pageOptions } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { writesRecipe } from '../output-formats.ts';
import { answered, openSession, type Session } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat metrics [files…]`: tidy figures, one a row. */
export async function run(args: readonly string[], options: MetricsOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'metrics', options, io, paths: args });
  if (options.list) {
    const { emitMetricList } = await import('../emit-metric-list.ts');
    await emitMetricList(options, session);
    return exitCodes.done;
  }
  const digests = writesRecipe(options, 'rows');
  const observed = await observedIn(options, session);
  const answer = await answered(session, () => askMetrics(session, args, options, { digests, observed }));
  const { desk, head, problems } = answer;
  const { zone } = observed?.frame ?? session;
  const recipe = digests ? await recipeOf({ command: 'metrics', args, session, asOf: desk.asOf }) : {};
  const locale = await localeOf(session.run);
  const page = { locale, zone, excel: options.excel, envelope: { ...head, ...recipe } };
  await emit({
    options,
    content: 'rows',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      renderMetrics(answer, format as SheetFormat, { ...page, ...pageOptions(options, { io, stdout }) }),
  });
  await printProblems(problems, { io, locale });
  return exitCodes.done;
}

/** Observations of a folder, where they are asked of in place of files. */
async function observedIn({ observations, by = [], metric = [] }: MetricsOptions, session: Session) {
  if (observations === undefined) return null;
  const { openObservations } = await import('../observations-folder.ts');
  return observedDesk(await openObservations(observations, session.io), { session, by, named: metric });
}
