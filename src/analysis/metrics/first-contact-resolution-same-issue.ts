import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { replyCounts } from './reply-counts.ts';
import { nextOfSameIssue } from './same-issue.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { DAY, reopenedAfter } from './windows.ts';

const WINDOW = 7 * DAY;

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
  defaultStats: ['share'],
  reads: [
    'created_at',
    'first_solved_at',
    'solved_at',
    'closed_at',
    'status',
    'replies',
    'reopens',
    'requester',
    'author',
    'author_role',
    'public',
    'text',
    'issue',
  ],
  observe(desk) {
    const facts = factsOf(desk);
    const count = replyCounts(desk);
    if (!desk.issues) return unavailable('no_issues');
    if (!count) return unavailable('no_replies_for_fcr');
    if (!facts.requester) return unavailable('no_requester');
    if (!facts.firstSolvedAt) return unavailable('no_solve');
    const next = nextOfSameIssue(facts, desk.issues);
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const solvedAt = facts.firstSolvedAt[t];
      if (Number.isNaN(solvedAt)) {
        if (facts.isFinished[t] === 0) list.open(t, Number.NaN);
        else list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
      } else if (facts.requester.codes[t] === 0) list.leaveOut(t, solvedAt, 'no_requester');
      else if (desk.issues.codes[t] === 0) list.leaveOut(t, solvedAt, 'in_no_issue');
      else if (Number.isNaN(count(t))) list.leaveOut(t, solvedAt, 'replies_not_recorded');
      else if (solvedAt + WINDOW > desk.asOf) list.leaveOut(t, solvedAt, 'window_open');
      else {
        const end = solvedAt + WINDOW;
        const isBack = next[t] >= 0 && facts.createdAt[next[t]] <= end;
        const isResolved = count(t) <= 1 && !isBack && !(reopenedAfter(desk, t, solvedAt) <= end);
        list.use(t, solvedAt, isResolved ? 1 : 0, end);
      }
    }
    return list.done();
  },
} as const satisfies FlowMetric;
