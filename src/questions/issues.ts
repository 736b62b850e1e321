import type { DeskIssue, IssueOverview } from '../analysis/issue-overview/issue-overview.ts';
import type { IssueBook } from '../analysis/issues/index.ts';
import { metrics } from '../analysis/metrics/index.ts';
import { compileFilter } from '../analysis/segments/filter.ts';
import { createdIn, wholeWeeks } from '../analysis/segments/periods.ts';
import type { Desk } from '../model/desk.ts';
import type { FieldId } from '../model/fields.ts';
import { issueFields } from '../model/issue-fields.ts';
import type { Metric } from '../model/metric.ts';
import { DeskstatError } from '../model/problem.ts';
import type { Period } from '../model/segment.ts';
import type { FilterNode } from '../query/filter.ts';
import type { Frame } from '../time/frame.ts';
import { needsOf } from './metric-requests.ts';

/** What is asked of recurring issues. */
export interface IssuesRequest {
  readonly book: IssueBook | null;
  readonly where: FilterNode | null;
  /** Only tickets created in it; null for all. */
  readonly range: Period | null;
  readonly fixed: ReadonlyMap<string, number>;
  readonly frame: Frame;
}

/** Fields that recurring issues and their figures are read from. */
export function issueNeeds(where: FilterNode | null): {
  readonly fields: Set<FieldId>;
  readonly columns: string[];
  readonly datesOptional: true;
  readonly people: true;
} {
  const all: readonly Metric[] = metrics;
  const needs = needsOf({
    metrics: all.filter(({ needsIssues }) => !needsIssues),
    by: ['channel', 'group', 'language'],
    where,
  });
  for (const field of [...issueFields, 'text', 'author', 'author_role'] as const) needs.fields.add(field);
  return { ...needs, datesOptional: true, people: true };
}

/** Recurring issues of a desk, found when they are asked for. @throws DeskstatError (3) without any text */
export async function deskIssues(desk: Desk, request: IssuesRequest): Promise<IssueOverview> {
  const { issueOverview } = await import('../analysis/issue-overview/issue-overview.ts');
  if (!desk.tickets.columns.subject && !desk.tickets.columns.description) {
    throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  }
  const { frame, range } = request;
  const { zone, weekStarts } = frame;
  const mask = request.where && compileFilter(request.where, { desk, zone });
  return issueOverview(desk, {
    book: request.book,
    mask,
    inside: range ? createdIn(desk, range, mask) : null,
    weeks: wholeWeeks(desk, { zone, weekStarts, range }),
    fixed: request.fixed,
    businessTime: frame.businessTime,
  });
}

export type IssueTrend = 'new' | 'rising' | 'falling' | 'steady' | 'spike';

/**
 * The word of a trend: a spike in the last weeks outranks "steady"; null under 20 tickets or eight whole weeks, and where
 * tickets carry no dates.
 */
export function trendOf({ trend, weeks }: DeskIssue): IssueTrend | null {
  if (!trend || trend.trend === 'too_few') return null;
  const isSpiking = trend.spikes.some((week) => week >= weeks.length - 2);
  return trend.trend === 'steady' && isSpiking ? 'spike' : trend.trend;
}

/** The desk with its recurring issues; as it was where its tickets carry no text. */
export async function withRecurringIssues(desk: Desk, book: IssueBook | null): Promise<Desk> {
  if (!desk.tickets.columns.subject && !desk.tickets.columns.description) return desk;
  const { withIssues } = await import('../analysis/issue-overview/issue-overview.ts');
  return withIssues(desk, book);
}
