import { rangeOf } from '../../analysis/segments/periods.ts';
import type { Desk } from '../../model/desk.ts';
import { machineNumber } from '../../model/machine-number.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { bookOf } from '../issue-reading.ts';
import { deskIssues, type IssueTrend, trendOf } from '../issues.ts';
import { settleCall, type TimeOptions } from './settled-call.ts';

/** A problem that keeps coming back, as `deskstat issues --format json` tells it. */
export interface RecurringIssue {
  readonly id: string;
  readonly label: string;
  /** Id and name of its topic, the heading over issues that belong together. */
  readonly topicId: string | null;
  readonly topic: string | null;
  /** True where its tickets have much less in common than those of other issues. */
  readonly mixed: boolean;
  readonly terms: readonly string[];
  /** Tickets. */
  readonly size: number;
  /** Of all tickets, 0–1. */
  readonly share: number;
  /** Null under 20 tickets or eight whole weeks, and where tickets carry no dates. */
  readonly trend: IssueTrend | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Median, seconds; on the business clock where `hours` are given. */
  readonly firstResponseTime: number | null;
  readonly resolutionTime: number | null;
  readonly csat: number | null;
  /** The most typical tickets, people and numbers masked. */
  readonly examples: readonly { readonly ticket: string | null; readonly text: string }[];
}

/** The recurring issues of a desk; `tickets` = `clustered` + `leftOut`. */
export interface RecurringIssues {
  readonly tickets: number;
  readonly clustered: number;
  readonly leftOut: number;
  /** The largest first. */
  readonly issues: readonly RecurringIssue[];
  /** Id of the issue of each ticket, in the order of the desk's tickets; null where it is in none. */
  readonly issueOf: readonly (string | null)[];
}

/**
 * Finds the problems that keep coming back in subjects and descriptions, as `deskstat issues`.
 *
 * @throws DeskstatError (3) where the tickets carry no text
 * @example const { issues } = await findIssues(desk, { period: 'last-quarter' });
 */
export async function findIssues(
  desk: Desk,
  options: TimeOptions & { readonly where?: string } = {},
): Promise<RecurringIssues> {
  const { session, frame, request, instant } = settleCall(desk, 'issues', options);
  const { config } = session;
  const where = filterOf(options.where);
  const found = await deskIssues(desk, {
    book: await bookOf(session),
    where: where && withDimensions(where, config),
    range: rangeOf(request, desk),
    fixed: new Map(),
    frame,
  });
  const stamp = (at: number): string | null => (Number.isFinite(at) ? instant(at) : null);
  const seconds = (value: number | null): number | null => machineNumber(value, 'duration');
  return {
    tickets: found.tickets,
    clustered: found.clustered,
    leftOut: found.leftOut,
    issues: found.issues.map((issue) => ({
      id: issue.id,
      label: issue.label,
      topicId: issue.topic?.id ?? null,
      topic: issue.topic?.label ?? null,
      mixed: issue.mixed,
      terms: issue.terms,
      size: issue.size,
      share: issue.share,
      trend: trendOf(issue),
      firstSeen: stamp(issue.firstSeen),
      lastSeen: stamp(issue.lastSeen),
      firstResponseTime: seconds(issue.response.value),
      resolutionTime: seconds(issue.resolution.value),
      csat: issue.csat.value,
      examples: issue.examples,
    })),
    issueOf: Array.from(found.assignment.issueOf, (issue) => (issue < 0 ? null : found.issues[issue].id)),
  };
}
