import type { SheetFormat } from '../../output/renderers/row-report.ts';
import { renderTickets } from '../../output/renderers/ticket-table.ts';
import { askTickets, type TicketsOptions, ticketRows } from '../../questions/answers/tickets.ts';
import { emit } from '../emit.ts';
import { pageOptions } from '../emit-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat tickets [files…]`: one row a ticket, its fields and every measure, by creation and id. */
export async function run(args: readonly string[], options: TicketsOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'tickets', options, io, paths: args });
  const answer = await answered(session, () => askTickets(session, args, options));
  const locale = await localeOf(session.run);
  await emit({
    options,
    content: 'rows',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      renderTickets(answer, format as SheetFormat, {
        ...{ locale, zone: session.zone, excel: options.excel, rows: ticketRows },
        knowsLinks: stdout && io.stdout.isTTY,
        ...pageOptions(options, { io, stdout }),
      }),
  });
  await printProblems(answer.problems, { io, locale });
  return exitCodes.done;
}
