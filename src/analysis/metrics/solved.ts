import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';

export const solved = {
  id: 'solved',
  shape: 'flow',
  kind: 'count',
  name: 'Solved tickets',
  definition: 'Tickets whose last solve lies in the period.',
  source:
    'A ticket that was reopened counts once, at its last solve. Tools with one end only (closed) count that end.',
  periodOf: 'solved_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status'],
  observe(desk) {
    const { rows, solvedAt, isFinished } = factsOf(desk);
    if (!solvedAt) return unavailable('no_solve');
    const list = new ObservationList(rows);
    for (let t = 0; t < rows; t++) {
      if (!Number.isNaN(solvedAt[t])) list.use(t, solvedAt[t], 1, solvedAt[t]);
      else if (isFinished[t] === 0) list.open(t, Number.NaN);
      else if (isFinished[t] === END_UNKNOWN) list.leaveOut(t, Number.NaN, 'not_recorded');
      else list.leaveOut(t, Number.NaN, 'finished_without_solve');
    }
    return list.done();
  },
} as const satisfies FlowMetric;
