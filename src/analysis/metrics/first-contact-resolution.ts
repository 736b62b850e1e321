import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { replyCounts } from './reply-counts.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { contactAfter, contactsOf, DAY, reopenedAfter } from './windows.ts';

const WINDOW = 7 * DAY;

export const firstContactResolution = {
  id: 'first_contact_resolution',
  shape: 'flow',
  kind: 'share',
  name: 'First contact resolution',
  definition:
    'Share of first solves with at most one human public answer, no reopen and no further ticket of the same requester within 7 days.',
  source:
    'The gross form used where customers are not asked (ICMI, HDI): whether the customer came back, not whether the agent ticked a box. Only solves whose 7 days are over.',
  periodOf: 'first solve',
  lowerIsBetter: false,
  hasBusinessClock: false,
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
  ],
  observe(desk) {
    const facts = factsOf(desk);
    const count = replyCounts(desk);
    if (!count) return unavailable('no_replies_for_fcr');
    const contacts = contactsOf(facts);
    if (!facts.requester || !contacts) return unavailable('no_requester');
    if (!facts.firstSolvedAt) return unavailable('no_solve');
    const { codes } = facts.requester;
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const solvedAt = facts.firstSolvedAt[t];
      if (Number.isNaN(solvedAt)) {
        if (facts.isFinished[t] === 0) list.open(t, Number.NaN);
        else list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
      } else if (codes[t] === 0) list.leaveOut(t, solvedAt, 'no_requester');
      else if (Number.isNaN(count(t))) list.leaveOut(t, solvedAt, 'replies_not_recorded');
      else if (solvedAt + WINDOW > desk.asOf) list.leaveOut(t, solvedAt, 'window_open');
      else {
        const end = solvedAt + WINDOW;
        const isOnce = count(t) <= 1;
        const isBack = contactAfter(contacts, codes[t], facts.createdAt[t]) <= end;
        const isReopened = reopenedAfter(desk, t, solvedAt) <= end;
        list.use(t, solvedAt, isOnce && !isBack && !isReopened ? 1 : 0, end);
      }
    }
    return list.done();
  },
} as const satisfies FlowMetric;
