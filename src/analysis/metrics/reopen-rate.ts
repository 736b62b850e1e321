import type { FlowMetric } from '../../model/metric.ts';
import { missingColumn, recordedCounts } from './empty-columns.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';
import { DAY, reopenedAfter, reopensAreKnown } from './windows.ts';

const WINDOW = 7 * DAY;

export const reopenRate = {
  id: 'reopen_rate',
  shape: 'flow',
  kind: 'share',
  name: 'Reopen rate',
  definition: 'Share of tickets first solved in the period that were reopened within 7 days.',
  source:
    'With status changes: an open status within 7 days of the first solve, only for tickets whose 7 days are over. With a count of reopens only: tickets with reopens ÷ tickets solved, without a window.',
  periodOf: 'first solve',
  lowerIsBetter: true,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ['created_at', 'first_solved_at', 'solved_at', 'closed_at', 'status', 'reopens'],
  observe(desk) {
    const facts = factsOf(desk);
    const reopens = recordedCounts(desk, 'reopens');
    if (!desk.spells && !reopens) return missingColumn(desk, 'reopens', 'no_reopens');
    if (!facts.firstSolvedAt) return unavailable('no_solve');
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const solvedAt = desk.spells ? facts.firstSolvedAt[t] : (facts.solvedAt ?? facts.firstSolvedAt)[t];
      if (Number.isNaN(solvedAt)) {
        if (facts.isFinished[t] === 0) list.open(t, Number.NaN);
        else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, Number.NaN, 'not_recorded');
        else list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
      } else if (!desk.spells) {
        const n = reopens ? reopens[t] : Number.NaN;
        if (Number.isNaN(n)) list.leaveOut(t, solvedAt, 'not_recorded');
        else list.use(t, solvedAt, n > 0 ? 1 : 0, solvedAt);
      } else if (!reopensAreKnown(desk, t)) list.leaveOut(t, solvedAt, 'not_recorded');
      else if (solvedAt + WINDOW > desk.asOf) list.leaveOut(t, solvedAt, 'window_open');
      else
        list.use(
          t,
          solvedAt,
          reopenedAfter(desk, t, solvedAt) <= solvedAt + WINDOW ? 1 : 0,
          solvedAt + WINDOW,
        );
    }
    return list.done(desk.spells ? {} : { note: 'counted_reopens' });
  },
} as const satisfies FlowMetric;
