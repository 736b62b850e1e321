import { machineNumber } from '../model/machine-number.ts';
import type { TargetEntry } from '../model/sla.ts';
import { formatInstant, type Zone } from '../time/zone.ts';

/** A target in JSON, durations in seconds; people are left out unless they are asked for. */
export function targetRow(
  entry: TargetEntry,
  { zone, showAgents }: { readonly zone: Zone; readonly showAgents: boolean },
): Record<string, unknown> {
  const stamp = (instant: number): string | null =>
    Number.isFinite(instant) ? formatInstant(instant, zone, 'second') : null;
  return {
    ticket_id: entry.id,
    target: entry.target,
    policy: entry.policy,
    clock: entry.clock,
    limit: machineNumber(entry.limit, 'duration'),
    due_at: stamp(entry.dueAt),
    ended_at: stamp(entry.endAt),
    late_by: entry.isMissed ? machineNumber(entry.overrun, 'duration') : null,
    late_by_calendar: entry.isMissed ? machineNumber(entry.calendarOverrun, 'duration') : null,
    group: entry.group,
    assigned: entry.assignee !== null,
    ...(showAgents ? { assignee: entry.assignee } : {}),
  };
}
