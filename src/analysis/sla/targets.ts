import type { Desk } from '../../model/desk.ts';
import type { Unavailable } from '../../model/metric.ts';
import type { Problem } from '../../model/problem.ts';
import {
  type SlaTargetId,
  type SlaTargets,
  slaTargetIds,
  type TargetState,
  type TargetTable,
  targetStates,
} from '../../model/sla.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { countedTime, dueInstant } from './due.ts';
import { type Pauses, pausesOf } from './pauses.ts';
import { type PolicyAssignment, type PolicyStretch, type SlaPolicy, stretchesOf } from './policies.ts';
import { type TargetSpan, targetSpans } from './spans.ts';

export interface TargetOptions {
  readonly policies: readonly SlaPolicy[];
  readonly assignment: PolicyAssignment;
}

/** Every target of a desk under its policies: when it is due, and how it stands at as-of (DEFINITIONS 6). */
export function measureTargets(desk: Desk, { policies, assignment }: TargetOptions): SlaTargets {
  const pauses = pausesOf(desk);
  const table = (id: SlaTargetId): TargetTable | Unavailable =>
    tableOf(id, { desk, policies, assignment, pauses });
  return {
    policies: policies.map(({ name, clock }) => ({ name, clock })),
    targets: Object.fromEntries(slaTargetIds.map((id) => [id, table(id)])) as SlaTargets['targets'],
    problems: unknownPauses(desk, policies),
  };
}

interface TableInput extends TargetOptions {
  readonly desk: Desk;
  readonly pauses: Pauses;
}

function tableOf(id: SlaTargetId, input: TableInput): TargetTable | Unavailable {
  const { desk, policies, assignment } = input;
  if (!policies.some(({ targets }) => targets.has(id)))
    return { unavailable: `no SLA policy has a ${id} target` };
  const spansOf = targetSpans[id](desk);
  if (isUnavailable(spansOf)) return spansOf;
  const entries: Decided[] = [];
  for (let t = 0; t < desk.tickets.rows; t++) {
    const stretches = stretchesOf(assignment, t);
    for (const span of spansOfStretches(t, { stretches, policies, spansOf })) {
      const decided = decide({ ...input, id, t, span, stretches });
      if (decided) entries.push(decided);
    }
  }
  return {
    ticket: Uint32Array.from(entries, ({ ticket }) => ticket),
    policy: Uint16Array.from(entries, ({ policy }) => policy),
    state: Uint8Array.from(entries, ({ state }) => targetStates.indexOf(state)),
    startAt: Float64Array.from(entries, ({ span }) => span.start),
    dueAt: Float64Array.from(entries, ({ due }) => due),
    endAt: Float64Array.from(entries, ({ span }) => span.end),
    limit: Float64Array.from(entries, ({ limit }) => limit),
    overrun: Float64Array.from(entries, ({ overrun }) => overrun),
  };
}

/** The spans of a ticket, by the clock of the last policy that holds for it; none where none ever does. */
function spansOfStretches(
  t: number,
  options: {
    readonly stretches: readonly PolicyStretch[];
    readonly policies: readonly SlaPolicy[];
    readonly spansOf: (t: number, policy: SlaPolicy) => readonly TargetSpan[];
  },
): readonly TargetSpan[] {
  const last = options.stretches.findLast(({ policy }) => policy >= 0);
  return last ? options.spansOf(t, options.policies[last.policy]) : [];
}

interface Decided {
  readonly ticket: number;
  readonly policy: number;
  readonly state: TargetState;
  readonly span: TargetSpan;
  readonly due: number;
  readonly limit: number;
  readonly overrun: number;
}

interface DecideInput extends TableInput {
  readonly id: SlaTargetId;
  readonly t: number;
  readonly span: TargetSpan;
  readonly stretches: readonly PolicyStretch[];
}

/**
 * Decides a target by the policy that held when it was kept, closed or fell due, so that a later change of priority
 * turns no promise that was kept into a breach. A stricter policy whose time is already over when it comes into
 * force is due at that moment.
 */
function decide(input: DecideInput): Decided | null {
  const { desk, policies, stretches, span, id, t } = input;
  const settled = Number.isNaN(span.end) ? span.closed : span.end;
  for (const [index, { from, policy }] of stretches.entries()) {
    const until = stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (until <= span.start) continue;
    const limit = policy < 0 ? undefined : policies[policy].targets.get(id);
    const isSettledHere = settled < until;
    if (limit === undefined) {
      if (isSettledHere) return null;
      continue;
    }
    const timing = timeTarget({ ...input, policy: policies[policy], limit, settled });
    const due = Math.max(timing.due, from);
    if (!isSettledHere && !(due < until) && until !== Number.POSITIVE_INFINITY) continue;
    const state = stateOf({ span, due, asOf: desk.asOf });
    const overrun = state === 'missed' ? timing.timeAfter(due) : 0;
    return { ticket: t, policy, state, span, due, limit, overrun };
  }
  return null;
}

interface Timing {
  readonly due: number;
  /** Counted time from an instant to the end, or to as-of. */
  timeAfter(instant: number): number;
}

function timeTarget({
  desk,
  pauses,
  id,
  t,
  span,
  policy,
  limit,
  settled,
}: DecideInput & { readonly policy: SlaPolicy; readonly limit: number; readonly settled: number }): Timing {
  const isOpen = Number.isNaN(settled);
  const isResolution = id === 'resolution';
  const clock = policy.clockOf(t);
  const until = isOpen ? Number.POSITIVE_INFINITY : settled;
  const stretches = pauses.of(t, { policy, withSolved: isResolution, until });
  const counting = { clock, pauses: stretches };
  const isStill = isResolution && isOpen && pauses.isPausedNow(t, policy);
  // Held for so long, somewhere before the solve: the target moves by it, as nobody knows when it was.
  const held = isResolution ? pauses.onHold(t, policy) : 0;
  return {
    due: isStill ? Number.NaN : dueInstant({ start: span.start, limit: limit + held, ...counting }),
    timeAfter: (instant) => countedTime({ from: instant, to: isOpen ? desk.asOf : settled, ...counting }),
  };
}

/** How a target stands at as-of. NaN as due: its time stands still. */
export function stateOf({
  span,
  due,
  asOf,
}: {
  readonly span: TargetSpan;
  readonly due: number;
  readonly asOf: number;
}): TargetState {
  const { end, closed, endUnknown } = span;
  if (endUnknown) return 'unknown_end';
  if (!Number.isNaN(end)) {
    if (end > due) return 'missed';
    return due <= asOf ? 'met' : 'met_early';
  }
  if (!Number.isNaN(closed)) return closed > due ? 'missed' : 'closed_before_due';
  if (Number.isNaN(due)) return 'paused';
  return due <= asOf ? 'missed' : 'not_due';
}

/** What policies ask to pause on and the export cannot tell. */
function unknownPauses(desk: Desk, policies: readonly SlaPolicy[]): Problem[] {
  if (desk.spells) return [];
  const { columns } = desk.tickets;
  const unknown = policies.flatMap(({ name, clock, pauseOn, targets }) => {
    const held =
      clock === 'business'
        ? columns.reported_on_hold_time_business_seconds
        : columns.reported_on_hold_time_seconds;
    const isKnown = (state: string): boolean =>
      state === 'on_hold' && held !== undefined && targets.has('resolution');
    const lost = pauseOn.filter((state) => !isKnown(state));
    return lost.length > 0 ? [{ name, lost }] : [];
  });
  if (unknown.length === 0) return [];
  const states = [...new Set(unknown.flatMap(({ lost }) => lost))];
  return [
    {
      code: 'sla_pauses_unknown',
      severity: 'warning',
      args: { policies: unknown.map(({ name }) => name), states },
    },
  ];
}
