import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import { stateCode } from '../metrics/ticket-facts.ts';
import type { Pause } from './due.ts';
import type { SlaPolicy } from './policies.ts';

const solvedStates = [stateCode('solved'), stateCode('closed')];

/** Where the time of tickets stands still, from status changes or from what else the export says of it. */
export interface Pauses {
  /** Whether status changes of the ticket are known. */
  knows(ticket: number): boolean;
  /**
   * Stretches before `until` in which the ticket was in a status of `pause_on`, and, for a resolution, solved before it
   * was reopened. One that lasts at as-of has no end; one that the target ended in ends there.
   */
  of(
    ticket: number,
    options: { readonly policy: SlaPolicy; readonly withSolved: boolean; readonly until: number },
  ): readonly Pause[];
  /** On-hold time as the helpdesk reports it, on the policy's clock; 0 where that is not known or does not pause. */
  onHold(ticket: number, policy: SlaPolicy): number;
  /** Whether the ticket's status at as-of is one of `pause_on`, where status changes are not known. */
  isPausedNow(ticket: number, policy: SlaPolicy): boolean;
}

export function pausesOf(desk: Desk): Pauses {
  const { spells, tickets, asOf } = desk;
  const status = codesOf(tickets, 'status');
  const onHold = {
    calendar: numbersOf(tickets, 'reported_on_hold_time_seconds'),
    business: numbersOf(tickets, 'reported_on_hold_time_business_seconds'),
  };
  const knows = (t: number): boolean => spells !== null && spells.offsets[t] < spells.offsets[t + 1];
  return {
    knows,
    of(t, { policy, withSolved, until }) {
      if (!spells || !knows(t)) return [];
      const states = policy.pauseOn.map(stateCode);
      if (withSolved) states.push(...solvedStates);
      const pauses: Pause[] = [];
      for (let i = spells.offsets[t]; i < spells.offsets[t + 1]; i++) {
        const from = spells.from[i];
        if (!states.includes(spells.state[i]) || from >= until || from > asOf) continue;
        const to = spells.to[i] > asOf ? Number.POSITIVE_INFINITY : spells.to[i];
        pauses.push({ from, to: Math.min(to, until) });
      }
      return pauses;
    },
    onHold(t, policy) {
      const column = onHold[policy.clock];
      const isKnown = column !== null && policy.pauseOn.includes('on_hold') && !knows(t) && column[t] > 0;
      return isKnown ? column[t] : 0;
    },
    isPausedNow(t, policy) {
      if (!status || knows(t)) return false;
      return policy.pauseOn.some((name) => {
        const code = status.names.find(name);
        return code !== 0 && status.codes[t] === code;
      });
    },
  };
}
