import { type Desk, numbersOf } from '../../model/desk.ts';
import type { MeasureContext, Observations, Unavailable } from '../../model/metric.ts';
import { elapsed } from './observing.ts';
import { observeSolved } from './solved-durations.ts';
import { factsOf, stateCode, timeInStates } from './ticket-facts.ts';
import { type UnavailableReason, unavailable } from './unavailable.ts';
import { unknownStatusesOf } from './unknown-statuses.ts';

/** Time that solved tickets spent in one paused state, from status changes, else as the helpdesk reports it. */
export function observePaused(
  desk: Desk,
  options: {
    readonly context: MeasureContext;
    readonly state: 'pending' | 'on_hold';
    readonly reported: { readonly calendar: string; readonly business: string } | null;
    readonly lacking: UnavailableReason;
  },
): Observations | Unavailable {
  const { context, state } = options;
  const isBusiness = context.clock === 'business';
  const unknown = unknownStatusesOf(desk);
  const hasClock = !isBusiness || context.businessTime !== null;
  const canCompute = desk.spells !== null && hasClock && !unknown?.areMany;
  const field = isBusiness ? options.reported?.business : options.reported?.calendar;
  const reported = field === undefined ? null : numbersOf(desk.tickets, field);
  if (!canCompute && !reported && unknown?.areMany) return unavailable('statuses_unknown');
  if (!canCompute && !reported) return unavailable(desk.spells ? 'no_calendar' : options.lacking);
  if (!factsOf(desk).solvedAt) return unavailable('no_solve');
  const states = [stateCode(state)];
  return observeSolved(desk, {
    context,
    value: (t, solvedAt) => {
      const own =
        canCompute && unknown?.tickets[t] !== 1
          ? timeInStates(desk, t, { states, until: solvedAt, time: elapsed(context, t) })
          : Number.NaN;
      return Number.isNaN(own) && reported ? reported[t] : own;
    },
    more: { clockSource: canCompute ? 'own' : 'helpdesk' },
  });
}
