import { targetLines, triedLines } from '../../output/renderers/check-lists.ts';
import { checkLines, checkMarkdown } from '../../output/renderers/check-text.ts';
import { githubLines } from '../../output/renderers/github.ts';
import { junitXml } from '../../output/renderers/junit.ts';
import { askCheck, type CheckAnswer, type CheckOutcome, worstFirst } from '../../questions/answers/check.ts';
import type { CheckOptions } from '../../questions/check-requests.ts';
import { usesColor } from '../color.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answered, openSession, type Session } from '../session.ts';
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
    render: async (format, { stdout }) => renderCheck(format, { answer, session, locale, options, stdout }),
  });
  if (options.format === 'github')
    await appendSummary(checkMarkdown(worstFirst(answer.results), locale), { io, locale });
  await printProblems(answer.problems, { io, locale });
  return codes[answer.verdict];
}

interface RenderInput {
  readonly answer: CheckAnswer;
  readonly session: Session;
  readonly locale: Awaited<ReturnType<typeof localeOf>>;
  readonly options: CheckOptions;
  readonly stdout: boolean;
}

function renderCheck(
  format: string,
  { answer, session, locale, options, stdout }: RenderInput,
): Iterable<string> {
  const { trials, lists, document, timestamp } = answer;
  // A document is whole or not at all.
  const isShort = stdout && options.quiet === true && format !== 'json' && format !== 'junit';
  const results = isShort ? answer.results.filter(({ verdict }) => verdict !== 'pass') : answer.results;
  const showAgents = options.showAgents === true;
  const { io } = session;
  const page = { zone: session.zone.id, locale, showAgents };
  switch (format) {
    case 'json':
      return [`${JSON.stringify(document, null, 2)}\n`];
    case 'junit':
      return [junitXml(results, { suite: { name: 'deskstat check', timestamp }, locale })];
    case 'github':
      return githubLines(worstFirst(results), locale);
    case 'markdown':
      return [
        ...(results.length > 0 ? [checkMarkdown(results, locale)] : []),
        ...(trials.length > 0 ? ['\n', ...triedLines(trials, { locale, isMarkdown: true })] : []),
        ...targetLines(lists, { ...page, isMarkdown: true }),
      ];
    default: {
      const color = stdout && usesColor({ color: options.color, env: io.env, output: io.stdout });
      return [
        ...(results.length > 0 ? checkLines(results, { locale, color }) : []),
        ...(trials.length > 0
          ? [...(results.length > 0 ? ['\n'] : []), ...triedLines(trials, { locale, isMarkdown: false })]
          : []),
        ...targetLines(lists, { ...page, isMarkdown: false }),
      ];
    }
  }
}
