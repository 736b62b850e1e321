import type { Desk } from '../../model/desk.ts';
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
    const solves = desk.spells ? facts.firstSolvedAt : (facts.solvedAt ?? facts.firstSolvedAt);
    for (let t = 0; t < facts.rows; t++) {
      if (Number.isNaN(solves[t])) leaveUnsolved(list, t, facts.isFinished[t]);
      else if (desk.spells) lookForReopen(list, desk, t, solves[t]);
      else useCount(list, t, solves[t], reopens ? reopens[t] : Number.NaN);
    }
    return list.done(desk.spells ? {} : { note: 'counted_reopens' });
  },
} as const satisfies FlowMetric;

function leaveUnsolved(list: ObservationList, t: number, end: number): void {
  if (end === 0) list.open(t, Number.NaN);
  else list.leaveOut(t, Number.NaN, end === END_UNKNOWN ? 'not_recorded' : 'finished_without_solve_stamp');
}

/** By status changes: an open status within the window, of tickets whose window is over. */
function lookForReopen(list: ObservationList, desk: Desk, t: number, solvedAt: number): void {
  const until = solvedAt + WINDOW;
  if (!reopensAreKnown(desk, t)) list.leaveOut(t, solvedAt, 'not_recorded');
  else if (until > desk.asOf) list.leaveOut(t, solvedAt, 'window_open');
  else list.use(t, solvedAt, reopenedAfter(desk, t, solvedAt) <= until ? 1 : 0, until);
}

/** By a count of reopens, without a window. */
function useCount(list: ObservationList, t: number, solvedAt: number, reopens: number): void {
  if (Number.isNaN(reopens)) list.leaveOut(t, solvedAt, 'not_recorded');
  else list.use(t, solvedAt, reopens > 0 ? 1 : 0, solvedAt);
}
