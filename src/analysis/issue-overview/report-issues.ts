import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { BusinessTime, Figure } from '../../model/metric.ts';
import type { Reading, ReportIssues } from '../../model/overview.ts';
import type { Period } from '../../model/segment.ts';
import { quantiles } from '../../stats/quantile.ts';
import { countWeeks, type IssueAssignment, type IssueTrend, trendOfIssues } from '../issues/index.ts';
import { createdIn } from '../segments/periods.ts';
import { figuresByIssue } from './issue-figures.ts';

/** Issues a report shows. */
const SHOWN = 10;
/** Earlier periods from which on one is called usual. */
const FEWEST_BEFORE = 3;

export interface ReportIssuesOptions {
  readonly assignment: IssueAssignment;
  /** 1 where a ticket passes the report's filter; null for all. */
  readonly mask: Uint8Array | null;
  /** What the report is about; null for everything. */
  readonly period: Period | null;
  /** Periods of the sparklines, oldest first. */
  readonly course: readonly Period[];
  /** Whole weeks of the data up to the end of the period, for trends. */
  readonly weeks: readonly Period[];
  readonly businessTime: BusinessTime | null;
  /** Whether values of few tickets are shown: not where small groups are left out. */
  readonly showsFew: boolean;
}

/**
 * The largest recurring issues of a period. They were found in all tickets of the desk, so that one week's report knows
 * the same issues as the next, and counted, timed and rated on the period's tickets.
 */
export function reportIssues(desk: Desk, options: ReportIssuesOptions): ReportIssues {
  const { mask, period, course, weeks, businessTime } = options;
  const { issueOf, issues } = options.assignment;
  const createdAt =
    numbersOf(desk.tickets, 'created_at') ?? new Float64Array(desk.tickets.rows).fill(Number.NaN);
  const inside = period ? createdIn(desk, period, mask) : (mask ?? new Uint8Array(desk.tickets.rows).fill(1));
  const sizes = new Float64Array(issues.length);
  let tickets = 0;
  for (let t = 0; t < inside.length; t++) {
    if (inside[t] === 0) continue;
    tickets++;
    if (issueOf[t] >= 0) sizes[issueOf[t]]++;
  }
  const dated = { issueOf, createdAt, issues: issues.length };
  const bounds = (list: readonly Period[]): Float64Array =>
    Float64Array.from([...list.map(({ start }) => start), ...list.slice(-1).map(({ end }) => end)]);
  const weekly = weeks.length > 0 ? countWeeks(dated, bounds(weeks)) : null;
  const trends = weekly && trendOfIssues(weekly);
  const courses = course.length > 0 ? countWeeks(dated, bounds(course)).counts : null;
  const shown = issues
    .filter(({ index }) => sizes[index] > 0)
    .sort((a, b) => sizes[b.index] - sizes[a.index] || a.index - b.index)
    .slice(0, SHOWN);
  const typicalTicketOf = typicalTicketReader(desk, { issueOf, inside });
  const measure = figuresByIssue(desk, { issueOf, count: issues.length, mask: inside, businessTime });
  const responses = measure('first_response_time', 'p50');
  const resolutions = measure('resolution_time', 'p50');
  const ratings = measure('csat', 'share');
  return {
    tickets,
    clustered: sizes.reduce((sum, size) => sum + size, 0),
    weeks: weeks.length,
    issues: shown.map(({ index, id, label, mixed, typical }) => {
      const word = wordOf(trends?.[index], weeks.length);
      return {
        id: id ?? String(index + 1),
        label,
        example: typicalTicketOf(index, typical),
        ...(mixed ? { mixed } : {}),
        size: sizes[index],
        share: tickets === 0 ? 0 : sizes[index] / tickets,
        trend: word,
        ...(weekly && word === 'new'
          ? { since: weeks[weekly.counts[index].findIndex((tickets) => tickets > 0)].start }
          : {}),
        usual: period && courses ? usualOf(courses[index].subarray(0, -1)) : null,
        course: courses ? [...courses[index]] : [],
        response: readingOf(responses[index], options),
        resolution: readingOf(resolutions[index], options),
        csat: readingOf(ratings[index], options),
      };
    }),
  };
}

/** Where an issue is heading; a steady one may have had a week that stands out within the last two. */
function wordOf(trend: IssueTrend | undefined, weeks: number): ReportIssues['issues'][number]['trend'] {
  if (!trend || trend.trend === 'too_few') return null;
  const isSpiking = trend.spikes.some((week) => week >= weeks - 2);
  return trend.trend === 'steady' && isSpiking ? 'spike' : trend.trend;
}

/** What a period before usually brought: the median, of three or more. */
function usualOf(counts: Float64Array): number | null {
  return counts.length < FEWEST_BEFORE ? null : quantiles(counts, [0.5])[0];
}

/** The number of a typical ticket, of the period where one is: people look there what an issue is about. */
function typicalTicketReader(
  desk: Desk,
  { issueOf, inside }: { readonly issueOf: ArrayLike<number>; readonly inside: Uint8Array },
): (issue: number, typical: readonly number[]) => string | null {
  const ids = codesOf(desk.tickets, 'id');
  if (!ids) return () => null;
  return (issue, typical) => {
    const chosen =
      typical.find((t) => inside[t] === 1) ?? inside.findIndex((is, t) => is === 1 && issueOf[t] === issue);
    return chosen < 0 || ids.codes[chosen] === 0 ? null : ids.names.name(ids.codes[chosen]);
  };
}

function readingOf(figure: Figure | undefined, { showsFew }: ReportIssuesOptions): Reading | null {
  if (!figure) return null;
  const { value, n, low, high, status, few } = figure;
  return { value, n, low, high, status, ...(showsFew && few ? { few } : {}) };
}
