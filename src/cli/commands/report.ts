import { groupProblems } from '../../model/group-problems.ts';
import type { Overview } from '../../model/overview.ts';
import type { Period } from '../../model/segment.ts';
import { type ReportFormat, renderReport, reportFormats } from '../../output/renderers/index.ts';
import { dataEnvelope } from '../../questions/envelope.ts';
import { filterOf } from '../../questions/figures.ts';
import { withDimensions } from '../../questions/filters.ts';
import { bookOf, issuesLeftOut, readWithTexts } from '../../questions/issue-reading.ts';
import { ownNames, reportByOwnNames } from '../../questions/own-names.ts';
import { slaOf } from '../../questions/policies.ts';
import { reportDesk, reportNeeds } from '../../questions/report.ts';
import { ticketLink } from '../../questions/ticket-links.ts';
import type { OutputOptions, PeriodOptions, SegmentOptions } from '../../settings/option-types.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { usesColor } from '../color.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { carriesRecipe, recipeOf } from '../recipe.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { printProblems, printRemarks } from '../warnings.ts';
import { wordsOf } from '../words.ts';
import { dimensionOf } from './metrics.ts';

export interface ReportCommandOptions extends SessionOptions, SegmentOptions, PeriodOptions, OutputOptions {
  /** True after `--issues`, false after `--no-issues`. */
  readonly issues?: boolean;
  /** Everything on the terminal, not the first screen alone. */
  readonly full?: boolean;
  readonly title?: string;
}

const formats = ['table', ...reportFormats.filter((format) => format !== 'table')];

/** `deskstat report [files…]`: the whole picture of one period. */
export async function run(args: readonly string[], options: ReportCommandOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'report', options, io, paths: args });
  const { zone, weekStarts, config } = session;
  const filter = filterOf(options.where);
  const where = filter && { text: options.where as string, node: withDimensions(filter, config) };
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const digests = carriesRecipe(options, formats);
  const { desk, withIssues } = await readWithTexts(args, {
    session,
    issues: options.issues,
    read: async (withTexts) =>
      (
        await session.read(args, {
          ...(await reportNeeds({ by, where, withIssues: withTexts })),
          digests,
          mayBeEmpty: true,
        })
      ).desk,
  });
  const problems = groupProblems(desk.problems);
  const { input, report: built } = await reportDesk(desk, {
    period: session.run.asked,
    compare: session.run.compare,
    zone,
    weekStarts,
    by,
    top: options.top ?? null,
    minGroup: session.run.minGroup,
    where,
    businessTime: await session.businessTime(desk),
    sla: config.sla.length > 0 ? await slaOf(session, desk) : null,
    problems,
    title: session.run.title,
    ticketLink: ticketLink(session.run.ticketUrl),
    ...(withIssues ? { issueBook: await bookOf(session) } : {}),
  });
  const report = reportByOwnNames(built, ownNames(config));
  session.world.progress.clear();
  const words = await wordsOf(session.run);
  if (options.issues === undefined && !withIssues)
    await printRemarks(issuesLeftOut(desk), { io, locale: words.locale });
  const recipe = digests ? await recipeOf({ command: 'report', args, session, asOf: desk.asOf }) : {};
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
    pages: true,
    bundle: async (format) => {
      const { renderBundle } = await import('../../output/renderers/bundle.ts');
      return renderBundle(report, format, { ...words, excel: options.excel });
    },
    render: async (format, { stdout }) => [
      await renderReport(report, format as ReportFormat, {
        ...words,
        envelope,
        excel: options.excel,
        knowsLinks: stdout && io.stdout.isTTY,
        full: options.full === true || !stdout,
        width: stdout ? widthOf(io.stdout) : 80,
        color: stdout && usesColor({ color: options.color, env: io.env, output: io.stdout }),
      }),
    ],
  });
  // Somebody who reads the report on this terminal has its data quality before them already.
  const isSeen =
    options.full === true && io.stdout.isTTY && !options.quiet && (options.format ?? 'table') === 'table';
  if (!isSeen) await printProblems(desk.problems, { io, locale: words.locale });
  return exitCodes.done;
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
