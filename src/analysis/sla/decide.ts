import type { SlaTargetId, TargetState } from '../../model/sla.ts';
import { type Counting, countedTime, dueInstant } from './due.ts';
import type { Pauses } from './pauses.ts';
import type { PolicyStretch, SlaPolicy } from './policies.ts';
import type { TargetSpan } from './spans.ts';

const DAY = 86_400_000;

/** What is the same for all targets of one kind. */
export interface Deciding {
  readonly id: SlaTargetId;
  readonly policies: readonly SlaPolicy[];
  readonly pauses: Pauses;
  readonly asOf: number;
}

/** One target: what it is counted over, and which policies held meanwhile. */
export interface Undecided {
  /** Row of the ticket. */
  readonly t: number;
  readonly span: TargetSpan;
  readonly stretches: readonly PolicyStretch[];
}

export interface Decided {
  readonly ticket: number;
  readonly policy: number;
  readonly state: TargetState;
  readonly span: TargetSpan;
  readonly due: number;
  readonly limit: number;
  readonly overrun: number;
}

/**
 * Decides a target by the policy that held when it was kept, closed or fell due, so that a later change of priority
 * turns no promise that was kept into a breach. A stricter policy whose time is already over when it comes into
 * force is due at that moment. Null where no policy promised it.
 */
export function decide(deciding: Deciding, { t, span, stretches }: Undecided): Decided | null {
  const { id, policies, asOf } = deciding;
  const settled = Number.isNaN(span.end) ? span.closed : span.end;
  for (let index = 0; index < stretches.length; index++) {
    const { from, policy } = stretches[index];
    const until = stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (until <= span.start) continue;
    const limit = policy < 0 ? undefined : policies[policy].targets.get(id);
    const isSettledHere = settled < until;
    if (limit === undefined) {
      if (isSettledHere) return null;
      continue;
    }
    const { dueAt, counting } = timeTarget(deciding, { t, span, policy: policies[policy], limit, settled });
    const due = Math.max(dueAt, from);
    const isDueHere = due < until;
    if (!isSettledHere && !isDueHere && until !== Number.POSITIVE_INFINITY) continue;
    const inDays = policies[policy].clock === 'calendar' && limit % DAY === 0;
    const state = stateOf({ span, due, asOf, inDays });
    const to = Number.isNaN(settled) ? asOf : settled;
    const overrun =
      state === 'missed' ? countedTime({ from: due, to, clock: counting.clock, pauses: counting.pauses }) : 0;
    return { ticket: t, policy, state, span, due, limit, overrun };
  }
  return null;
}

interface Timing {
  readonly t: number;
  readonly span: TargetSpan;
  readonly policy: SlaPolicy;
  readonly limit: number;
  /** When it was kept or closed; NaN while it is open. */
  readonly settled: number;
}

/** When a target is due under one policy, and how its time is counted. */
function timeTarget(
  { id, pauses }: Deciding,
  { t, span, policy, limit, settled }: Timing,
): { readonly dueAt: number; readonly counting: Counting } {
  const isOpen = Number.isNaN(settled);
  const isResolution = id === 'resolution';
  const until = isOpen ? Number.POSITIVE_INFINITY : settled;
  const clock = policy.clockOf(t);
  const stretches = pauses.of(t, { policy, withSolved: isResolution, until });
  const counting = { clock, pauses: stretches };
  if (isResolution && isOpen && pauses.isPausedNow(t, policy)) return { dueAt: Number.NaN, counting };
  // Held for so long, somewhere before the solve: the target moves by it, as nobody knows when it was.
  const held = isResolution ? pauses.onHold(t, policy) : 0;
  return {
    dueAt: dueInstant({ start: span.start, limit: limit + held, clock, pauses: stretches }),
    counting,
  };
}

/**
 * How a target stands at as-of. NaN as due: its time stands still. Where an end is a date without a time, the target is
 * missed only if it is at any time of that day, and nobody knows where the time of day decides; a promise of whole days
 * is judged on calendar days (DEFINITIONS 14).
 */
export function stateOf({
  span,
  due,
  asOf,
  inDays = false,
}: {
  readonly span: TargetSpan;
  readonly due: number;
  readonly asOf: number;
  /** The promise is one of whole calendar days. */
  readonly inDays?: boolean;
}): TargetState {
  const { end, closed, endUnknown, slack } = span;
  if (endUnknown) return 'unknown_end';
  const earlier = slack?.end ?? 0;
  const latestDue = due + (slack && !inDays ? slack.start : 0);
  if (!Number.isNaN(end)) {
    if (end - earlier > latestDue) return 'missed';
    if (end > due && !inDays) return 'unknown_end';
    return due <= asOf ? 'met' : 'met_early';
  }
  if (!Number.isNaN(closed)) return closed - earlier > latestDue ? 'missed' : 'closed_before_due';
  if (Number.isNaN(due)) return 'paused';
  return due + (slack?.start ?? 0) <= asOf ? 'missed' : 'not_due';
}
