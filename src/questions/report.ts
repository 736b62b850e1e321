import type { IssueAssignment, IssueBook } from '../analysis/issues/index.ts';
import type { OverviewOptions } from '../analysis/overview/overview.ts';
import { compileFilter } from '../analysis/segments/filter.ts';
import { wholeWeeks } from '../analysis/segments/periods.ts';
import type { Desk, DeskIssues } from '../model/desk.ts';
import { issueFields } from '../model/issue-fields.ts';
import type { Overview, ReportInput, ReportIssues } from '../model/overview.ts';
import type { Report } from '../model/report.ts';
import type { Retention } from '../model/retention.ts';
import type { Period } from '../model/segment.ts';
import { needsOf } from './metric-requests.ts';

/** What a report is made of besides the desk: its questions, and the parts that other stages hand over. */
export interface ReportOptions
  extends OverviewOptions,
    Pick<ReportInput, 'problems' | 'title' | 'ticketLink'> {
  /** The book under whose names recurring issues are shown, null for none; left out: no recurring issues. */
  readonly issueBook?: IssueBook | null;
}

/** The fields and columns that a report needs. */
export async function reportNeeds({
  by,
  where,
  withIssues,
}: Pick<ReportOptions, 'by' | 'where'> & { readonly withIssues: boolean }): Promise<
  ReturnType<typeof needsOf> & { readonly kindsOfWork: true; readonly people: true }
> {
  const { overviewNeeds } = await import('../analysis/overview/overview.ts');
  const needs = needsOf({ ...overviewNeeds(by), where: where?.node ?? null });
  needs.fields.add('customer').add('kind').add('comment').add('csat_comment');
  if (withIssues) for (const field of issueFields) needs.fields.add(field);
  return { ...needs, kindsOfWork: true, people: true };
}

/** desk → figures → findings → report. */
export async function reportDesk(
  asRead: Desk,
  options: ReportOptions,
): Promise<{ readonly input: ReportInput; readonly report: Report }> {
  const { overviewOf } = await import('../analysis/overview/overview.ts');
  const { findFindings } = await import('../analysis/findings/index.ts');
  const { buildReport } = await import('../output/report/build-report.ts');
  const found = await findDeskIssues(asRead, options);
  const desk = found ? { ...asRead, issues: found.issues } : asRead;
  const overview = overviewOf(desk, options);
  const { problems, title = null, ticketLink = null } = options;
  const input: ReportInput = {
    title,
    ticketLink,
    overview,
    findings: findFindings(overview),
    problems,
    issues: found && (await issuesOfPeriod(desk, { ...options, assignment: found.assignment, overview })),
    retention: await retentionForReport(desk, options),
    tellingWords: await wordsOfBadAnswers(desk, overview),
  };
  return { input, report: buildReport(input) };
}

/** Whether customers stay, where there are customers or their activity; returning requesters are no loyalty. */
async function retentionForReport(
  desk: Desk,
  { frame, where }: Pick<ReportOptions, 'frame' | 'where'>,
): Promise<Retention | null> {
  if (!desk.customers && !desk.activity) return null;
  const { retentionKindsOf, retentionOf } = await import('../analysis/retention/index.ts');
  const [best] = retentionKindsOf(desk);
  if (best === undefined || best === 'tickets') return null;
  // Under a filter the issues of all other tickets are not known, and customers have those too.
  const issues = where ? null : (desk.issues?.codes ?? null);
  return retentionOf(desk, { kind: null, every: null, ...frame, issues });
}

const WORDS_SHOWN = 6;

/** Of the report's period alone; under a filter nothing, as it is not known of every answer which ticket it is about. */
async function wordsOfBadAnswers(
  desk: Desk,
  { period, filter }: Overview,
): Promise<NonNullable<ReportInput['tellingWords']>> {
  if (filter !== null) return [];
  if (!desk.surveys.some(({ table }) => table.columns.comment) && !desk.tickets.columns.csat_comment)
    return [];
  const { surveyComments, tellingWords } = await import('../analysis/comments/index.ts');
  const comments = surveyComments(desk).filter(
    ({ at }) => !period || (at >= period.start && at < period.end),
  );
  return tellingWords(comments, { most: WORDS_SHOWN }).words;
}

interface FoundIssues {
  readonly assignment: IssueAssignment;
  readonly issues: DeskIssues;
}

/** Recurring issues, found before anything is measured; null where nobody wants them or tickets carry no text. */
async function findDeskIssues(
  desk: Desk,
  { issueBook, where, frame }: Pick<ReportOptions, 'issueBook' | 'where' | 'frame'>,
): Promise<FoundIssues | null> {
  const hasText = desk.tickets.columns.subject || desk.tickets.columns.description;
  if (issueBook === undefined || !hasText) return null;
  const { assignIssues, deskIssuesOf } = await import('../analysis/issue-overview/issue-overview.ts');
  const mask = where && compileFilter(where.node, { desk, zone: frame.zone });
  const assignment = assignIssues(desk, { book: issueBook, mask });
  return { assignment, issues: deskIssuesOf(assignment) };
}

/** A trend is that of the weeks up to the end of the period: what came later was not known then. */
function weeksUpTo(period: Period | null, weeks: readonly Period[]): readonly Period[] {
  return period ? weeks.filter(({ end }) => end <= period.end) : weeks;
}

interface PeriodIssuesRequest extends ReportOptions {
  readonly assignment: IssueAssignment;
  readonly overview: Overview;
}

/** The recurring issues of a report's period. */
async function issuesOfPeriod(desk: Desk, request: PeriodIssuesRequest): Promise<ReportIssues> {
  const { reportIssues } = await import('../analysis/issue-overview/report-issues.ts');
  const { frame, where, overview } = request;
  const { zone, weekStarts } = frame;
  return reportIssues(desk, {
    assignment: request.assignment,
    mask: where && compileFilter(where.node, { desk, zone }),
    period: overview.period,
    course: overview.course,
    weeks: weeksUpTo(overview.period, wholeWeeks(desk, { zone, weekStarts, range: null })),
    businessTime: frame.businessTime,
    showsFew: request.minGroup === null,
  });
}
