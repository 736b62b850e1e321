import type { Desk, Spells } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { missingColumn, recordedCounts } from './empty-columns.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';
import { DAY, reopenedAfter } from './windows.ts';

const WINDOW = 7 * DAY;

export const reopenRate = {
  id: 'reopen_rate',
  shape: 'flow',
  kind: 'share',
  name: 'Reopen rate',
  definition: 'Share of tickets first solved in the period that were reopened within 7 days.',
  source:
    'With status changes: an open status within 7 days of the first solve, only for tickets whose changes are told and whose 7 days are over. With a count of reopens only, or beside changes of fewer than half of the solved tickets: tickets with reopens ÷ tickets solved, without a window.',
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
    const spells = desk.spells && tellsOfHalf(desk.spells, facts.solvedAt, reopens) ? desk.spells : null;
    const solves = spells ? facts.firstSolvedAt : (facts.solvedAt ?? facts.firstSolvedAt);
    for (let t = 0; t < facts.rows; t++) {
      if (Number.isNaN(solves[t])) leaveUnsolved(list, t, facts.isFinished[t]);
      else if (spells) lookForReopen(list, desk, t, solves[t]);
      else useCount(list, t, solves[t], reopens ? reopens[t] : Number.NaN);
    }
    return list.done(spells ? {} : { note: 'counted_reopens' });
  },
} as const satisfies FlowMetric;

function leaveUnsolved(list: ObservationList, t: number, end: number): void {
  if (end === 0) list.open(t, Number.NaN);
  else list.leaveOut(t, Number.NaN, end === END_UNKNOWN ? 'not_recorded' : 'finished_without_solve_stamp');
}

const isTold = ({ offsets }: Spells, t: number): boolean => offsets[t] < offsets[t + 1];

/** A window and a count without one are two measures, never of one figure: changes of few tickets give way to a count. */
function tellsOfHalf(spells: Spells, solvedAt: Float64Array | null, reopens: Float64Array | null): boolean {
  if (!reopens || !solvedAt) return true;
  let [told, counted] = [0, 0];
  for (let t = 0; t < solvedAt.length; t++) {
    if (Number.isNaN(solvedAt[t])) continue;
    if (isTold(spells, t)) told++;
    else if (!Number.isNaN(reopens[t])) counted++;
  }
  return told >= counted;
}

/**
 * By status changes: an open status within the window, of tickets whose window is over. Those without any change are not
 * recorded, also where the export counts their reopens: when they were first solved nothing tells.
 */
function lookForReopen(list: ObservationList, desk: Desk, t: number, solvedAt: number): void {
  const until = solvedAt + WINDOW;
  if (desk.spells && !isTold(desk.spells, t)) list.leaveOut(t, solvedAt, 'not_recorded');
  else if (until > reopensKnownUntil(desk)) list.leaveOut(t, solvedAt, 'window_open');
  else list.use(t, solvedAt, reopenedAfter(desk, t, solvedAt) <= until ? 1 : 0, until);
}

/**
 * Status changes that end before the tickets do know no reopening behind their last one. Where they only become few, as
 * those of the last tickets of a window do, they are known up to the end.
 */
function reopensKnownUntil({ asOf, sourceCoverage }: Desk): number {
  const events = sourceCoverage?.events;
  return events && events.bulkTo < asOf ? Math.min(asOf, events.to) : asOf;
}

/** By a count of reopens, without a window. */
function useCount(list: ObservationList, t: number, solvedAt: number, reopens: number): void {
  if (Number.isNaN(reopens)) list.leaveOut(t, solvedAt, 'not_recorded');
  else list.use(t, solvedAt, reopens > 0 ? 1 : 0, solvedAt);
}
