import { codesOf } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { noSolve } from './resolution.ts';
import { factsOf } from './ticket-facts.ts';
import { END_UNKNOWN, noEnd } from './unknown-ends.ts';

export const closedUnsolved = {
  id: 'closed_unsolved',
  shape: 'flow',
  kind: 'count',
  name: 'Closed without a solve',
  definition: 'Tickets created in the period that were finished without ever being solved.',
  source: 'They have no resolution time. Only for tools that tell solved from closed.',
  periodOf: 'created_at',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: ['created_at', 'first_solved_at', 'solved_at', 'closed_at', 'status'],
  observe(desk) {
    const facts = factsOf(desk);
    if (!facts.knowsEnd) return noEnd(facts);
    if (!facts.firstSolvedAt) return noSolve(desk);
    const status = codesOf(desk.tickets, 'status');
    const solvedStatus = status?.names.find('solved') || -1;
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.createdAt[t];
      if (!Number.isNaN(facts.firstSolvedAt[t]) || facts.solvedSometime?.[t] === 1)
        list.leaveOut(t, at, 'solved');
      else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, at, 'not_recorded');
      else if (facts.isFinished[t] === 0) list.open(t, at);
      else if (status?.codes[t] === solvedStatus) list.leaveOut(t, at, 'solved_without_stamp');
      else list.use(t, at, 1, facts.endedAt[t]);
    }
    return list.done();
  },
} as const satisfies FlowMetric;
