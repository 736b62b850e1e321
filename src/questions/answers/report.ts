import { groupProblems } from '../../model/group-problems.ts';
import type { Overview } from '../../model/overview.ts';
import type { Report } from '../../model/report.ts';
import type { Period } from '../../model/segment.ts';
import type {
  OutputOptions,
  PeriodOptions,
  SegmentOptions,
  SessionOptions,
} from '../../settings/option-types.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { dimensionOf } from '../asked.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { bookOf, issuesLeftOut, readWithTexts } from '../issue-reading.ts';
import { emptyFilterNote } from '../nothing-found.ts';
import { ownNames, reportByOwnNames } from '../own-names.ts';
import { reportDesk, reportNeeds } from '../report.ts';
import { type Session, tellIssues } from '../session.ts';
import { ticketLink } from '../ticket-links.ts';
import type { Answer } from './answer.ts';

export interface ReportCommandOptions extends SessionOptions, SegmentOptions, PeriodOptions, OutputOptions {
  /** True after `--issues`, false after `--no-issues`. */
  readonly issues?: boolean;
  /** Everything on the terminal, not the first screen alone. */
  readonly full?: boolean;
  readonly title?: string;
}

/** The whole picture of one period, as blocks. */
export interface WholeReport extends Answer {
  /** Its periods and filter, behind the head in JSON. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly report: Report;
  readonly asOf: number;
}

/** The whole picture of one period; with digests of its files where it is to be made again from them. */
export async function askReport(
  session: Session,
  paths: readonly string[],
  options: ReportCommandOptions,
  { digests = false }: { readonly digests?: boolean } = {},
): Promise<WholeReport> {
  const { zone, config } = session;
  const filter = filterOf(options.where);
  const where = filter && { text: options.where as string, node: withDimensions(filter, config) };
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const { desk, withIssues } = await readWithTexts(paths, {
    session,
    issues: options.issues,
    read: async (withTexts) => {
      const needs = await reportNeeds({ by, where, withIssues: withTexts });
      return (await session.read(paths, { ...needs, digests, mayBeEmpty: true })).desk;
    },
  });
  const frame = await frameOf(session, desk, { withTargets: true });
  if (withIssues) tellIssues(session, desk);
  const problems = [
    ...desk.problems,
    ...emptyFilterNote(desk, { where: where?.node ?? null, text: where?.text, zone }),
  ];
  const { input, report } = await reportDesk(desk, {
    period: session.run.asked,
    compare: session.run.compare,
    frame,
    by,
    top: options.top ?? null,
    minGroup: session.run.minGroup,
    where,
    problems: groupProblems(problems),
    title: session.run.title,
    ticketLink: ticketLink(session.run.ticketUrl),
    ...(withIssues ? { issueBook: await bookOf(session) } : {}),
  });
  return {
    head: dataEnvelope('report', { desk, zone }),
    about: periodsOf(input.overview, zone),
    report: reportByOwnNames(report, ownNames(config)),
    asOf: desk.asOf,
    problems,
    remarks: options.issues === undefined && !withIssues ? issuesLeftOut(desk) : [],
  };
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
