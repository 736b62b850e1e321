import { businessClock, calendarClock } from '../../../../src/analysis/sla/clocks.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { type SlaTargetId, type SlaTargets, targetStates } from '../../../../src/model/sla.ts';
import { parseFilter } from '../../../../src/query/filter.ts';
import { type PolicyRequest, slaTargets } from '../../../../src/questions/sla-targets.ts';
import { type BusinessCalendar, compileCalendar } from '../../../../src/time/calendar.ts';
import { parseHours } from '../../../../src/time/working-hours.ts';
import { utc, zone } from '../../../../src/time/zone.ts';
import { HOUR, readFiles } from '../../../desk.ts';

/** Working hours in a zone. */
export function hours(text: string, where = 'UTC'): BusinessCalendar {
  return compileCalendar({ zone: zone(where), weekly: parseHours(text), holidays: [] });
}

/** A policy, its targets in hours. */
export function policy(
  targets: Partial<Record<SlaTargetId, number>>,
  more: {
    readonly name?: string;
    readonly when?: string;
    readonly calendar?: BusinessCalendar;
    readonly pauseOn?: PolicyRequest['pauseOn'];
  } = {},
): PolicyRequest {
  const { calendar } = more;
  return {
    name: more.name ?? 'All',
    when: more.when === undefined ? null : parseFilter(more.when),
    clock: calendar ? 'business' : 'calendar',
    targets: new Map(Object.entries(targets).map(([id, limit]) => [id as SlaTargetId, limit * HOUR])),
    pauseOn: more.pauseOn ?? [],
    clockOf: () => (calendar ? businessClock(calendar) : calendarClock),
  };
}

/** A desk of tickets (and status changes), as of an instant. Statuses and stamps as the canonical names say. */
export async function deskOf(
  files: { readonly tickets: string; readonly events?: string; readonly messages?: string },
  asOf: string,
): Promise<Desk> {
  const { desk } = await readFiles(
    {
      'tickets.csv': files.tickets,
      ...(files.events ? { 'events.csv': files.events } : {}),
      ...(files.messages ? { 'messages.csv': files.messages } : {}),
    },
    {
      asOf,
      kinds: {
        'tickets.csv': 'tickets',
        ...(files.events ? { 'events.csv': 'events' } : {}),
        ...(files.messages ? { 'messages.csv': 'messages' } : {}),
      },
    },
  );
  return desk;
}

export const targetsOf = (desk: Desk, ...policies: readonly PolicyRequest[]): SlaTargets =>
  slaTargets(desk, { policies, zone: utc });

/** What a test looks at: one line a target, in the order of tickets. */
export interface SeenTarget {
  readonly id: string;
  readonly state: string;
  readonly policy: string;
  readonly due: string | null;
  /** Hours too late. */
  readonly late: number;
}

export function seen(desk: Desk, sla: SlaTargets, target: SlaTargetId): SeenTarget[] {
  const table = sla.targets[target];
  if ('unavailable' in table) throw new Error(table.unavailable.english);
  const ids = desk.tickets.columns.id;
  return Array.from(table.ticket, (ticket, i) => ({
    id: ids?.type === 'code' ? ids.names.name(ids.codes[ticket]) : '',
    state: targetStates[table.state[i]],
    policy: sla.policies[table.policy[i]].name,
    due: Number.isNaN(table.dueAt[i]) ? null : new Date(table.dueAt[i]).toISOString().slice(0, 16),
    late: table.overrun[i] / HOUR,
  }));
}
