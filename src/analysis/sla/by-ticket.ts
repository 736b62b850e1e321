import { type SlaTargetId, type SlaTargets, type TargetState, targetStates } from '../../model/sla.ts';
import { isUnavailable } from '../metrics/unavailable.ts';

/** How a ticket's target stands, in a word; a ticket with several (next responses) stands as its worst one. */
export type TicketTarget = 'met' | 'missed' | 'open';

const words: Readonly<Record<TargetState, TicketTarget | null>> = {
  met: 'met',
  met_early: 'met',
  missed: 'missed',
  not_due: 'open',
  paused: 'open',
  closed_before_due: null,
  unknown_end: null,
};
const rank: Readonly<Record<TicketTarget, number>> = { met: 0, open: 1, missed: 2 };

/** One word a ticket, null where it has no such target or nobody can tell; null altogether where none can be counted. */
export function targetsByTicket(
  sla: SlaTargets,
  { target, rows }: { readonly target: SlaTargetId; readonly rows: number },
): (TicketTarget | null)[] | null {
  const table = sla.targets[target];
  if (isUnavailable(table)) return null;
  const found = new Array<TicketTarget | null>(rows).fill(null);
  for (let i = 0; i < table.ticket.length; i++) {
    const word = words[targetStates[table.state[i]]];
    const known = found[table.ticket[i]];
    if (word !== null && (known === null || rank[word] > rank[known])) found[table.ticket[i]] = word;
  }
  return found;
}
