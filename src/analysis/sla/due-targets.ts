import type { Clock } from '../../model/metric.ts';
import { type SlaTargetId, type SlaTargets, slaTargetIds, targetStates } from '../../model/sla.ts';
import { isUnavailable } from '../metrics/unavailable.ts';

/** The promise of an open ticket that is due first. */
export interface DueTarget {
  readonly target: SlaTargetId;
  readonly dueAt: number;
  /** Too late by so much on the policy's clock; 0 while it is not due. */
  readonly overrun: number;
  readonly clock: Clock;
}

/** For each ticket row the promise that is still to be kept and due first; null where none is. */
export function dueTargets(sla: SlaTargets, { rows }: { readonly rows: number }): (DueTarget | null)[] {
  const found = new Array<DueTarget | null>(rows).fill(null);
  for (const target of slaTargetIds) {
    const table = sla.targets[target];
    if (isUnavailable(table)) continue;
    for (let i = 0; i < table.ticket.length; i++) {
      const state = targetStates[table.state[i]];
      const isDue = state === 'not_due' || (state === 'missed' && Number.isNaN(table.endAt[i]));
      const known = found[table.ticket[i]];
      if (!isDue || (known !== null && known.dueAt <= table.dueAt[i])) continue;
      const { clocks, ...policy } = sla.policies[table.policy[i]];
      const clock = clocks?.get(target) ?? policy.clock;
      found[table.ticket[i]] = { target, dueAt: table.dueAt[i], overrun: table.overrun[i], clock };
    }
  }
  return found;
}
