import type { FlowMetric } from '../../model/metric.ts';
import { missingColumn } from './empty-columns.ts';
import { observeFirstSolves } from './first-solves.ts';
import { messageFields } from './message-fields.ts';
import { replyCounts } from './reply-counts.ts';
import { laterOfSameIssue } from './same-issue.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { reopenedAfter, reopensAreKnown } from './windows.ts';

export const firstContactResolutionSameIssue = {
  id: 'first_contact_resolution_same_issue',
  shape: 'flow',
  kind: 'share',
  name: 'First contact resolution, same issue',
  definition:
    'Share of first solves with at most one human public answer, no reopen and no further ticket of the same requester about the same issue within 7 days.',
  source:
    'As first contact resolution, but a customer who comes back about something else does not count against it.',
  periodOf: 'first solve',
  lowerIsBetter: false,
  hasBusinessClock: false,
  needsIssues: true,
  looksAcross: 'desk',
  defaultStats: ['share'],
  reads: [
    'created_at',
    'first_solved_at',
    'solved_at',
    'closed_at',
    'status',
    'replies',
    'reopens',
    ...messageFields,
    'issue',
  ],
  observe(desk) {
    const facts = factsOf(desk);
    const { issues } = desk;
    const count = replyCounts(desk);
    if (!issues) return unavailable('no_issues');
    if (!count) return missingColumn(desk, 'replies', 'no_replies_for_fcr');
    const later = laterOfSameIssue(facts, issues);
    const comesBack = (t: number, { solvedAt, end }: { solvedAt: number; end: number }): boolean =>
      later(t, end).some((other) => facts.createdAt[other] > solvedAt);
    return observeFirstSolves(desk, {
      reasonToLeaveOut: (t) =>
        issues.codes[t] === 0
          ? 'in_no_issue'
          : Number.isNaN(count(t))
            ? 'replies_not_recorded'
            : reopensAreKnown(desk, t)
              ? null
              : 'reopens_not_recorded',
      isResolved: (t, { solvedAt, end }) =>
        count(t) <= 1 && !comesBack(t, { solvedAt, end }) && !(reopenedAfter(desk, t, solvedAt) <= end),
    });
  },
} as const satisfies FlowMetric;
