import type { Desk } from '../../model/desk.ts';
import { groupProblems } from '../../model/group-problems.ts';
import type { Report } from '../../model/report.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { reportDesk } from '../report.ts';
import { type TimeOptions, timeFrame } from './time-frame.ts';

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
  const { zone, weekStarts, request, businessTime, instant } = timeFrame(desk, options);
  const node = filterOf(options.where);
  const problems = groupProblems(desk.problems);
  const { input, report } = await reportDesk(desk, {
    period: request,
    compare: options.compare ?? 'previous',
    zone,
    weekStarts,
    by: options.by ?? [],
    top: options.top ?? null,
    minGroup: options.minGroup ?? null,
    where: node && { text: options.where as string, node },
    businessTime,
    sla: null,
    problems,
    ...(options.issues === false ? {} : { issueBook: null }),
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
  return { ...report, about };
}
