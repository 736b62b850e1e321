import type { Desk } from '../../model/desk.ts';
import type { MeasureContext, Observations } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { END_UNKNOWN } from './unknown-ends.ts';

/**
 * One entry a ticket for figures of solved tickets: the value where the ticket is solved and the value is known,
 * else `open`, or left out as finished without a solve or without the value. Assigned to the period of the last solve.
 */
export function observeSolved(
  desk: Desk,
  options: {
    readonly context: MeasureContext;
    readonly value: (t: number, solvedAt: number) => number;
    readonly more?: Pick<Observations, 'clockSource' | 'note' | 'precision'>;
  },
): Observations {
  const { rows, solvedAt, isFinished } = factsOf(desk);
  const list = new ObservationList(rows);
  for (let t = 0; t < rows; t++) {
    const at = solvedAt ? solvedAt[t] : Number.NaN;
    if (Number.isNaN(at)) {
      if (isFinished[t] === 0) list.open(t, Number.NaN);
      else if (isFinished[t] === END_UNKNOWN) list.leaveOut(t, Number.NaN, 'not_recorded');
      else list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
      continue;
    }
    const value = options.value(t, at);
    if (Number.isNaN(value)) list.leaveOut(t, at, 'not_recorded');
    else list.use(t, at, value, at);
  }
  return list.done(options.more);
}
