import type { Desk } from '../../model/desk.ts';
import type { Observations, Unavailable } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';
import { contactsKnownUntil, DAY } from './windows.ts';

const WINDOW = 7 * DAY;

/**
 * One entry a ticket for shares of first solves that lasted: 1 or 0 where the seven days after the solve are over by
 * as-of, and as far as it is known who wrote again, else open or left out. Assigned to the period of the first solve, known when the window ends.
 */
export function observeFirstSolves(
  desk: Desk,
  options: {
    /** Why a solved ticket of a known requester is left out; null where it is not. */
    readonly reasonToLeaveOut?: (t: number) => string | null;
    readonly isResolved: (t: number, window: { readonly solvedAt: number; readonly end: number }) => boolean;
  },
): Observations | Unavailable {
  const { rows, requester, firstSolvedAt, isFinished } = factsOf(desk);
  if (!requester) return unavailable('no_requester');
  if (!firstSolvedAt) return unavailable('no_solve');
  const { reasonToLeaveOut = () => null, isResolved } = options;
  const list = new ObservationList(rows);
  const knownUntil = contactsKnownUntil(desk, WINDOW);
  for (let t = 0; t < rows; t++) {
    const solvedAt = firstSolvedAt[t];
    if (Number.isNaN(solvedAt)) {
      if (isFinished[t] === 0) list.open(t, Number.NaN);
      else if (isFinished[t] === END_UNKNOWN) list.leaveOut(t, Number.NaN, 'not_recorded');
      else list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
      continue;
    }
    const end = solvedAt + WINDOW;
    const reason =
      (requester.codes[t] === 0 ? 'no_requester' : reasonToLeaveOut(t)) ??
      (end > knownUntil ? 'window_open' : null);
    if (reason) list.leaveOut(t, solvedAt, reason);
    else list.use(t, solvedAt, isResolved(t, { solvedAt, end }) ? 1 : 0, end);
  }
  return list.done();
}
