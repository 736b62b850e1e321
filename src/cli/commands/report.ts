import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Desk } from '../../model/desk.ts';
import type { Overview } from '../../model/overview.ts';
import type { Period } from '../../model/segment.ts';
import { type ReportFormat, renderReport, reportFormats } from '../../output/renderers/index.ts';
import { filterOf } from '../../pipeline/figures.ts';
import { reportDesk, reportNeeds } from '../../pipeline/report.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { usesColor } from '../color.ts';
import { emit } from '../emit.ts';
import { dataEnvelope } from '../envelope.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { withDimensions } from '../filters.ts';
import { type Io, widthOf } from '../io.ts';
import { readBook } from '../issue-book-file.ts';
import type { OutputOptions, PeriodOptions, SegmentOptions } from '../options.ts';
import { carriesRecipe, recipeOf } from '../recipe.ts';
import { openSession, type Session, type SessionOptions } from '../session.ts';
import { slaOf } from '../sla.ts';
import { groupProblems, printProblems } from '../warnings.ts';
import { wordsOf } from '../words.ts';
import { dimensionOf, periodRequest } from './metrics.ts';

export interface ReportCommandOptions extends SessionOptions, SegmentOptions, PeriodOptions, OutputOptions {
  /** True after `--issues`, false after `--no-issues`. */
  readonly issues?: boolean;
}

const formats = ['table', ...reportFormats.filter((format) => format !== 'table')];

/** `deskstat report [files…]`: the whole picture of one period. */
export async function run(args: readonly string[], options: ReportCommandOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(options, io);
  const { zone, weekStarts, config } = session;
  const filter = filterOf(options.where);
  const where = filter && { text: options.where as string, node: withDimensions(filter, config) };
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const { desk, withIssues } = await readForReport(args, { session, options, by, where });
  const problems = groupProblems(desk.problems);
  const { input, report } = await reportDesk(desk, {
    period: periodRequest(options, session),
    compare: options.compare ?? 'previous',
    zone,
    weekStarts,
    by,
    top: options.top ?? null,
    minGroup: options.minGroup ?? null,
    where,
    businessTime: await session.businessTime(desk),
    sla: config.sla.length > 0 ? await slaOf(session, desk) : null,
    problems,
    ...(withIssues ? { issueBook: await bookOf(session) } : {}),
  });
  session.progress.clear();
  if (options.issues === undefined && !withIssues && desk.tickets.rows > MOST_FOR_ISSUES) {
    await io.stderr.write(
      `note: recurring issues left out, as there are more than ${MOST_FOR_ISSUES} tickets; --issues finds them\n`,
    );
  }
  const words = await wordsOf(options, config);
  const recipe = carriesRecipe(options, formats)
    ? await recipeOf({ command: 'report', args, session, asOf: desk.asOf })
    : {};
  const envelope = {
    ...dataEnvelope('report', { desk, zone }),
    ...recipe,
    ...periodsOf(input.overview, zone),
  };
  await emit({
    options,
    formats,
    inputs: args,
    io,
    bundle: async (format) => {
      const { renderBundle } = await import('../../output/renderers/bundle.ts');
      return renderBundle(report, format, { ...words, excel: options.excel });
    },
    render: async (format, { stdout }) => [
      await renderReport(report, format as ReportFormat, {
        ...words,
        envelope,
        excel: options.excel,
        width: stdout ? widthOf(io.stdout) : 80,
        color: stdout && usesColor({ color: options.color, env: io.env, output: io.stdout }),
      }),
    ],
  });
  // Somebody who reads the report on this terminal has its data quality before them already.
  const isSeen = io.stdout.isTTY && !options.quiet && (options.format ?? 'table') === 'table';
  if (!isSeen) await printProblems(desk.problems, io);
  return exitCodes.done;
}

/** With more tickets than this, recurring issues are left out unless asked for: they would take longer than all the rest. */
const MOST_FOR_ISSUES = 200_000;
/** Files up to this size are read with their texts at once. */
const SMALL_BYTES = 128 * 2 ** 20;

interface ReadInput {
  readonly session: Session;
  readonly options: ReportCommandOptions;
  readonly by: readonly string[];
  readonly where: Parameters<typeof reportNeeds>[0]['where'];
}

/**
 * Reads the files, with texts where recurring issues will be looked for. How many tickets there are is known only
 * afterwards, so that large files are read without texts first; standard input can be read once only.
 */
async function readForReport(
  args: readonly string[],
  { session, options, by, where }: ReadInput,
): Promise<{ readonly desk: Desk; readonly withIssues: boolean }> {
  const digests = carriesRecipe(options, formats);
  const read = async (withIssues: boolean): Promise<Desk> =>
    (await session.read(args, { ...(await reportNeeds({ by, where, withIssues })), digests })).desk;
  if (options.issues !== undefined) return { desk: await read(options.issues), withIssues: options.issues };
  const isSmall = args.includes('-') || (await bytesOf(args, session.io)) <= SMALL_BYTES;
  const desk = await read(isSmall);
  if (desk.tickets.rows > MOST_FOR_ISSUES) return { desk, withIssues: false };
  return { desk: isSmall ? desk : await read(true), withIssues: true };
}

/** Bytes that the named files take on disk; a folder counts as large. */
async function bytesOf(args: readonly string[], io: Io): Promise<number> {
  const sizes = await Promise.all(
    args.map(async (name) => {
      const found = await stat(path.resolve(io.cwd, name)).catch(() => null);
      return found?.isFile() ? found.size : Number.POSITIVE_INFINITY;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function bookOf({ config, loaded, io }: Session) {
  if (config.book === undefined) return null;
  const folder = loaded ? path.dirname(loaded.file) : io.cwd;
  return (await readBook(path.resolve(folder, config.book), config.book)).book;
}

/** The periods of a report, as JSON carries them. */
function periodsOf({ period, before, tickets, filter }: Overview, zone: Zone): Record<string, unknown> {
  const shown = (each: Period | null) =>
    each && {
      start: formatInstant(each.start, zone, 'second'),
      end: formatInstant(each.end, zone, 'second'),
      label: each.label,
    };
  return {
    period: period && { ...shown(period), complete: period.complete },
    before: shown(before),
    where: filter,
    tickets,
  };
}
