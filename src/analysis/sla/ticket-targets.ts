import { type SlaTargetId, type SlaTargets, slaTargetIds, targetStates } from '../../model/sla.ts';
import { isUnavailable } from '../metrics/unavailable.ts';

/** How a target of a ticket stands: kept (early or in time), missed, or still to be kept. */
export type TicketTarget = 'met' | 'missed' | 'open';

/** Of several waits of one ticket the worst says it all. */
const worstFirst: readonly TicketTarget[] = ['missed', 'open', 'met'];

/**
 * For each kind of target that a policy sets, how it stands for every ticket row: null where no policy sets it, the
 * ticket was closed before it was due without what was promised, or nobody recorded when it ended.
 */
export function ticketTargets(
  { targets }: SlaTargets,
  { rows }: { readonly rows: number },
): ReadonlyMap<SlaTargetId, readonly (TicketTarget | null)[]> {
  const found = new Map<SlaTargetId, (TicketTarget | null)[]>();
  for (const target of slaTargetIds) {
    const table = targets[target];
    if (isUnavailable(table) || table.ticket.length === 0) continue;
    const standing = new Array<TicketTarget | null>(rows).fill(null);
    for (let i = 0; i < table.ticket.length; i++) {
      const state = standingOf(targetStates[table.state[i]]);
      const known = standing[table.ticket[i]];
      if (state && (known === null || worstFirst.indexOf(state) < worstFirst.indexOf(known)))
        standing[table.ticket[i]] = state;
    }
    found.set(target, standing);
  }
  return found;
}

function standingOf(state: (typeof targetStates)[number]): TicketTarget | null {
  switch (state) {
    case 'met':
    case 'met_early':
      return 'met';
    case 'missed':
      return 'missed';
    case 'not_due':
    case 'paused':
      return 'open';
    default:
      return null;
  }
}
