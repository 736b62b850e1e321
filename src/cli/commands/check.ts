import type { FormatOf } from '../../model/output-formats.ts';
import { checkMarkdown } from '../../output/renderers/check-text.ts';
import { renderVerdicts } from '../../output/renderers/verdicts.ts';
import { askCheck, type CheckOutcome } from '../../questions/answers/check.ts';
import type { CheckOptions } from '../../questions/check-requests.ts';
import { emit } from '../emit.ts';
import { pageOptions } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { appendSummary } from '../step-summary.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

const codes: Readonly<Record<CheckOutcome, ExitCode>> = {
  passed: exitCodes.done,
  failed: exitCodes.expectationFailed,
  no_data: exitCodes.noData,
  unavailable: exitCodes.unusableInput,
};

/** `deskstat check [files…]`: expectations → verdicts → an exit code. */
export async function run(args: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'check', options, io, paths: args });
  const answer = await answered(session, () => askCheck(session, args, options));
  const locale = await localeOf(session.run);
  await emit({
    // `-q` is silent when everything passed; what did not pass is worth its lines.
    options: { ...options, quiet: options.quiet === true && answer.verdict === 'passed' },
    content: 'verdicts',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      renderVerdicts(answer, format as FormatOf<'verdicts'>, {
        ...{ locale, zone: session.zone.id, showAgents: options.showAgents === true },
        onlyFailed: stdout && options.quiet === true,
        ...pageOptions(options, { io, stdout }),
      }),
  });
  if (options.format === 'github')
    await appendSummary(checkMarkdown(answer.worstFirst, locale), { io, locale });
  await printProblems(answer.problems, { io, locale });
  return codes[answer.verdict];
}
