import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import { sheetHead } from '../../output/renderers/sheet-head.ts';
import { behindClock, ticketTableColumns } from '../../output/renderers/ticket-table.ts';
import { askTickets, type TicketsOptions, ticketRows } from '../../questions/answers/tickets.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat tickets [files…]`: one row a ticket, its fields and every measure, by creation and id. */
export async function run(args: readonly string[], options: TicketsOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'tickets', options, io, paths: args });
  const { desk, head, columns, order, link, problems } = await answered(session, () =>
    askTickets(session, args, options),
  );
  const { zone } = session;
  const locale = await localeOf(session.run);
  await emit({
    options,
    content: 'rows',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) => {
      const isPlain = format === 'table' || format === 'markdown';
      const isTyped = format === 'parquet';
      const cells = isTyped
        ? columns.map((column) => ({ ...column, get: column.at ?? column.get }))
        : columns;
      const present = columns.filter(({ isAbsent, isAsked }) => isAsked || !isAbsent);
      const rows = await renderRows(ticketRows(order, cells), format as SheetFormat, {
        ...sheetHead('rows.tickets', { rows: order.length, desk, zone, locale }),
        columns:
          isPlain || format === 'html'
            ? ticketTableColumns(present, { locale, zone: zone.id, link })
            : columns.map(({ key, type, measure }) => ({ key, type, clock: measure?.clock })),
        knowsLinks: stdout && io.stdout.isTTY,
        envelope: head,
        excel: options.excel,
        ...(format === 'table' ? { width: stdout ? widthOf(io.stdout) : 80 } : {}),
      });
      const isOnBusinessClock = columns.some(({ measure }) => measure?.clock === 'business');
      return isPlain && isOnBusinessClock ? behindClock(rows as Iterable<string>, locale) : rows;
    },
  });
  await printProblems(problems, { io, locale });
  return exitCodes.done;
}
