import { codesOf, type Desk } from '../../model/desk.ts';
import {
  type SlaTargetId,
  type SlaTargets,
  slaTargetIds,
  type TargetEntry,
  type TargetState,
  targetStates,
} from '../../model/sla.ts';
import { isUnavailable } from '../metrics/unavailable.ts';

export interface EntryOptions {
  readonly desk: Desk;
  readonly sla: SlaTargets;
  /** Only these kinds of target; all when left out. */
  readonly targets?: readonly SlaTargetId[];
  /** 1 where a ticket is asked for; all when null. */
  readonly mask?: Uint8Array | null;
}

/** The targets that were missed and fell due in `[from, to)`: the latest first, by how much on their own clock. */
export function listBreaches(
  options: EntryOptions & { readonly from?: number; readonly to?: number },
): readonly TargetEntry[] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = options;
  return entriesOf(options, (state, due) => state === 'missed' && due >= from && due < to).sort(
    (a, b) =>
      b.overrun - a.overrun || b.calendarOverrun - a.calendarOverrun || a.dueAt - b.dueAt || byId(a, b),
  );
}

/** The targets that are still to be kept and fall due within `soon` milliseconds after as-of: the next one first. */
export function listAtRisk(options: EntryOptions & { readonly soon: number }): readonly TargetEntry[] {
  const { desk, soon } = options;
  return entriesOf(options, (state, due) => state === 'not_due' && due <= desk.asOf + soon).sort(
    (a, b) => a.dueAt - b.dueAt || byId(a, b),
  );
}

function byId(a: TargetEntry, b: TargetEntry): number {
  const [left, right] = [a.id ?? '', b.id ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.target < b.target ? -1 : a.target > b.target ? 1 : a.startAt - b.startAt;
}

function entriesOf(
  { desk, sla, targets = slaTargetIds, mask }: EntryOptions,
  isWanted: (state: TargetState, due: number) => boolean,
): TargetEntry[] {
  const nameIn = (field: string): ((t: number) => string | null) => {
    const column = codesOf(desk.tickets, field);
    return (t) => (column && column.codes[t] !== 0 ? column.names.name(column.codes[t]) : null);
  };
  const [idOf, assigneeOf, groupOf] = ['id', 'assignee', 'group'].map(nameIn);
  const entries: TargetEntry[] = [];
  for (const target of targets) {
    const table = sla.targets[target];
    if (isUnavailable(table)) continue;
    for (let i = 0; i < table.ticket.length; i++) {
      const ticket = table.ticket[i];
      if (!isWanted(targetStates[table.state[i]], table.dueAt[i]) || mask?.[ticket] === 0) continue;
      const { name, clock, clocks } = sla.policies[table.policy[i]];
      entries.push({
        ticket,
        id: idOf(ticket),
        target,
        policy: name,
        clock: clocks?.get(target) ?? clock,
        limit: table.limit[i],
        startAt: table.startAt[i],
        dueAt: table.dueAt[i],
        endAt: table.endAt[i],
        isMissed: targetStates[table.state[i]] === 'missed',
        overrun: table.overrun[i],
        calendarOverrun: Math.max(
          0,
          (Number.isNaN(table.endAt[i]) ? desk.asOf : table.endAt[i]) - table.dueAt[i],
        ),
        assignee: assigneeOf(ticket),
        group: groupOf(ticket),
      });
    }
  }
  return entries;
}
