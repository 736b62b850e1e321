import type { MeasureContext, Observations, Unavailable } from '../../model/metric.ts';
import { type SlaTargetId, type TargetState, targetStates } from '../../model/sla.ts';
import { ObservationList } from './observing.ts';
import { isUnavailable, unavailable } from './unavailable.ts';

/** Why targets that are neither met nor missed are left out. */
const reasonOf: Readonly<Partial<Record<TargetState, string>>> = {
  met_early: 'met_before_due',
  paused: 'paused',
  closed_before_due: 'closed_before_due',
  unknown_end: 'finished_without_end_stamp',
};

/**
 * One entry a target: 1 met, 0 missed, in the period in which it fell due. What is not due yet is open, also when it
 * is met already: counted before it is due it would show 100 % on the last day.
 */
export function observeAttainment({ sla }: MeasureContext, target: SlaTargetId): Observations | Unavailable {
  if (!sla) return unavailable('no_sla');
  const table = sla.targets[target];
  if (isUnavailable(table)) return table;
  const list = new ObservationList(table.ticket.length);
  for (let i = 0; i < table.ticket.length; i++) {
    const state = targetStates[table.state[i]];
    const due = table.dueAt[i];
    if (state === 'met' || state === 'missed') list.use(table.ticket[i], due, state === 'met' ? 1 : 0, due);
    else if (state === 'not_due') list.open(table.ticket[i], due);
    else list.leaveOut(table.ticket[i], due, reasonOf[state] as string);
  }
  return list.done();
}

/** What the three attainment metrics share. */
export const attainment = {
  shape: 'flow',
  kind: 'share',
  source:
    'Policies of deskstat.yaml, the first that fits a ticket. Met ÷ (met + missed) of the targets that fell due; met before due, not due yet, paused and closed before due are counted apart. Zendesk counts a target as soon as it is met.',
  periodOf: 'due instant',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
} as const;

/** Fields that decide whether a ticket is paused or finished. */
export const targetFields = [
  'created_at',
  'solved_at',
  'closed_at',
  'status',
  'priority',
  'field',
  'new_value',
  'old_value',
  'reported_on_hold_time_seconds',
  'reported_on_hold_time_business_seconds',
] as const;
