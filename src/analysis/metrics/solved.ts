import type { Desk } from '../../model/desk.ts';
import { numbersOf } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { emptyColumn } from './empty-columns.ts';
import { ObservationList } from './observing.ts';
import { areWholeDays } from './precision.ts';
import { unreadTimesIn } from './stamp-columns.ts';
import { factsOf, type TicketFacts } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';

/** So many finished tickets without any end, and this share of them, are a part that was not recorded. */
const LACKING = 10;
const LACKING_SHARE = 0.1;

/**
 * Whether so many finished tickets stand outside of the history that tells of ends that those in it are a part. A ticket
 * without an end in an export that stamps ends itself was closed without being solved, or lost its stamp: it is counted.
 */
function lacksEnds({ spells }: Desk, { rows, isFinished, endedAt }: TicketFacts): boolean {
  if (!spells) return false;
  let finished = 0;
  let lacking = 0;
  for (let t = 0; t < rows; t++) {
    if (isFinished[t] !== 1) continue;
    finished++;
    if (Number.isNaN(endedAt[t]) && spells.offsets[t] === spells.offsets[t + 1]) lacking++;
  }
  return lacking >= LACKING && lacking > LACKING_SHARE * finished;
}

export const solved = {
  id: 'solved',
  shape: 'flow',
  kind: 'count',
  name: 'Solved tickets',
  definition: 'Tickets whose last solve lies in the period.',
  source:
    'A ticket that was reopened counts once, at its last solve. Tools with one end only (closed) count that end. Without stamps: creation and the helpdesk’s own resolution time on the calendar.',
  periodOf: 'solved_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['count'],
  reads: ['created_at', 'solved_at', 'closed_at', 'status', 'reported_resolution_time_seconds'],
  observe(desk) {
    const facts = factsOf(desk);
    const { rows, isFinished } = facts;
    // Solves that took a time which nobody can read are not none.
    if (!facts.solvedAt && unreadTimesIn(desk, ['reported_resolution_time_seconds']))
      return unavailable('ends_of_some');
    const solvedAt = facts.solvedAt ?? solvesByTimes(desk, facts);
    if (!solvedAt) return unavailable('no_solve');
    if (facts.solvedAt && lacksEnds(desk, facts)) return unavailable('ends_of_some');
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

/**
 * When finished tickets were solved, where no stamp tells it and the helpdesk says how long that took by the calendar,
 * to the minute or finer; null where it does not. What it counts in days is on no certain day.
 */
function solvesByTimes(desk: Desk, { rows, createdAt, isFinished }: TicketFacts): Float64Array | null {
  const took = numbersOf(desk.tickets, 'reported_resolution_time_seconds');
  if (!took || areWholeDays(took) || emptyColumn(desk, 'solved_at')) return null;
  const solvedAt = new Float64Array(rows).fill(Number.NaN);
  for (let t = 0; t < rows; t++) if (isFinished[t] === 1) solvedAt[t] = createdAt[t] + took[t];
  return solvedAt;
}
