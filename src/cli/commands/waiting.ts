import type { SheetFormat } from '../../output/renderers/row-report.ts';
import { renderWaiting } from '../../output/renderers/waiting-table.ts';
import { askWaiting, type WaitingOptions } from '../../questions/answers/waiting.ts';
import { emit } from '../emit.ts';
import { pageOptions } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat waiting [files…]`: who still waits at as-of, how long on both clocks, and why. */
export async function run(args: readonly string[], options: WaitingOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'waiting', options, io, paths: args });
  const answer = await answered(session, () => askWaiting(session, args, options));
  const locale = await localeOf(session.run);
  await emit({
    options,
    content: 'rows',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      renderWaiting(answer, format as SheetFormat, {
        ...{ locale, zone: session.zone, excel: options.excel },
        knowsLinks: stdout && io.stdout.isTTY,
        ...pageOptions(options, { io, stdout }),
      }),
  });
  await printProblems(answer.problems, { io, locale });
  return exitCodes.done;
}
