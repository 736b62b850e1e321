import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { contactAfter, contactsOf, DAY } from './windows.ts';

const WINDOW = 7 * DAY;

export const noRepeatRate = {
  id: 'no_repeat_rate',
  shape: 'flow',
  kind: 'share',
  name: 'Solved without coming back',
  definition: 'Share of first solves after which the requester opened no further ticket within 7 days.',
  source:
    'What is left of first contact resolution where the export does not say how many answers a ticket took.',
  periodOf: 'first solve',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ['created_at', 'first_solved_at', 'solved_at', 'closed_at', 'status', 'requester'],
  observe(desk) {
    const facts = factsOf(desk);
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
      else if (solvedAt + WINDOW > desk.asOf) list.leaveOut(t, solvedAt, 'window_open');
      else {
        const end = solvedAt + WINDOW;
        list.use(t, solvedAt, contactAfter(contacts, codes[t], facts.createdAt[t]) > end ? 1 : 0, end);
      }
    }
    return list.done();
  },
} as const satisfies FlowMetric;
