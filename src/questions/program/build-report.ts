import type { Desk } from '../../model/desk.ts';
import { groupProblems } from '../../model/group-problems.ts';
import type { Report } from '../../model/report.ts';
import { dimensionOf } from '../asked.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { bookOf } from '../issue-reading.ts';
import { ownNames, reportByOwnNames } from '../own-names.ts';
import { reportDesk } from '../report.ts';
import { ticketLink } from '../ticket-links.ts';
import { settleCall, type TimeOptions } from './settled-call.ts';

/** What a report is about; everything left out is as on the command line. */
export interface BuildReportOptions extends TimeOptions {
  readonly compare?: 'previous' | 'year-ago' | 'none';
  /** Dimensions to tell the desk apart by; the usual ones unless given. */
  readonly by?: readonly string[];
  readonly top?: number;
  /** Segments with fewer tickets are suppressed. */
  readonly minGroup?: number;
  readonly where?: string;
  /** False leaves recurring issues out, which take the most time. */
  readonly issues?: boolean;
}

/** A report as blocks, and what it was made from. */
export interface DeskReport extends Report {
  /** As-of, zone, sources and problems, as every JSON output begins with. */
  readonly about: Readonly<Record<string, unknown>>;
}

/**
 * The whole picture of one period, as `deskstat report`: headings, figures, tables, series and notes, for `renderReport`.
 * People and customer text in it are masked.
 *
 * @throws DeskstatError (2) for an unknown dimension or period
 * @example await renderReport(await buildReport(desk, { period: 'last-week' }), 'html')
 */
export async function buildReport(desk: Desk, options: BuildReportOptions = {}): Promise<DeskReport> {
  const { session, frame, request, instant } = settleCall(desk, 'report', options);
  const { config, run, zone } = session;
  const node = filterOf(options.where);
  const problems = groupProblems(desk.problems);
  const { input, report } = await reportDesk(desk, {
    period: request,
    compare: run.compare,
    frame,
    by: (options.by ?? []).map((name) => dimensionOf(name, session)),
    top: options.top ?? null,
    minGroup: run.minGroup,
    where: node && { text: options.where as string, node: withDimensions(node, config) },
    problems,
    title: run.title,
    ticketLink: ticketLink(run.ticketUrl),
    ...(options.issues === false ? {} : { issueBook: await bookOf(session) }),
  });
  const { period, before, tickets, filter } = input.overview;
  const shown = (each: typeof before) =>
    each && { start: instant(each.start), end: instant(each.end), label: each.label };
  const about = {
    ...dataEnvelope('report', { desk, zone }),
    period: period && { ...shown(period), complete: period.complete },
    before: shown(before),
    where: filter,
    tickets,
  };
  return { ...reportByOwnNames(report, ownNames(config)), about };
}
