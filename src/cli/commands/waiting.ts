import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import { sheetHead } from '../../output/renderers/sheet-head.ts';
import { waitingColumns } from '../../output/renderers/waiting-table.ts';
import { askWaiting, type WaitingOptions } from '../../questions/answers/waiting.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat waiting [files…]`: who still waits at as-of, how long on both clocks, and why. */
export async function run(args: readonly string[], options: WaitingOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'waiting', options, io, paths: args });
  const answer = await answered(session, () => askWaiting(session, args, options));
  const { zone } = session;
  const { desk, headline, below, waiting, shown, link } = answer;
  const locale = await localeOf(session.run);
  await emit({
    options,
    content: 'rows',
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) => {
      const isPlain = format === 'table' || format === 'markdown';
      const width = stdout ? widthOf(io.stdout) : 80;
      const isForPeople = isPlain || format === 'html';
      const written = await renderRows(answer.rows(), format as SheetFormat, {
        columns: isForPeople
          ? waitingColumns(locale, { ...shown, link, width, isTable: format === 'table' })
          : answer.columns,
        envelope: answer.head,
        ...sheetHead('waiting.title', { rows: waiting, desk, zone, locale }),
        subtitle: headline,
        remarks: below,
        excel: options.excel,
        ...(format === 'table' ? { width } : {}),
        knowsLinks: stdout && io.stdout.isTTY,
      });
      if (!isPlain) return written;
      const head = `${locale.phrase(headline)}\n\n`;
      if (waiting === 0) return [head];
      const bullet = format === 'markdown' ? '- ' : '';
      return [head, ...written, '\n', ...below.map((phrase) => `${bullet}${locale.phrase(phrase)}\n`)];
    },
  });
  await printProblems(answer.problems, { io, locale });
  return exitCodes.done;
}
