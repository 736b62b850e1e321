import type { Clock } from '../../model/metric.ts';
import type { SlaTargetId } from '../../model/sla.ts';
import type { SlaClock } from './clocks.ts';

/** A policy, compiled: which clock it counts on for a ticket, and in which statuses that stands still. */
export interface SlaPolicy {
  readonly name: string;
  readonly clock: Clock;
  /** Milliseconds on the policy's clock. */
  readonly targets: ReadonlyMap<SlaTargetId, number>;
  readonly pauseOn: readonly ('pending' | 'on_hold')[];
  clockOf(ticket: number): SlaClock;
  /** Targets that count on a clock of their own. */
  readonly others?: ReadonlyMap<SlaTargetId, Pick<SlaPolicy, 'clock' | 'clockOf'>>;
}

/** A policy as it holds for one of its targets. */
export function policyFor(policy: SlaPolicy, id: SlaTargetId): SlaPolicy {
  const other = policy.others?.get(id);
  return other ? { ...policy, clock: other.clock, clockOf: (ticket) => other.clockOf(ticket) } : policy;
}

/** The policy that holds for a ticket from an instant on; −1: none. */
export interface PolicyStretch {
  readonly from: number;
  readonly policy: number;
}

/** Which policy holds for each ticket: the first whose filter fits, at the time where events know it. */
export interface PolicyAssignment {
  /** Index of the policy by what is known of the ticket at the end; −1: none. */
  readonly policy: Int32Array;
  /** Tickets whose policy changed on the way, with every stretch from the first on, in order. */
  readonly changed: ReadonlyMap<number, readonly PolicyStretch[]>;
}

/** The first policy that lets a row through; −1 for none. `null` lets every row through. */
export function firstMatches(masks: readonly (Uint8Array | null)[], rows: number): Int32Array {
  const found = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    for (let policy = 0; policy < masks.length && found[row] < 0; policy++) {
      const mask = masks[policy];
      if (mask === null || mask[row] === 1) found[row] = policy;
    }
  }
  return found;
}

/** The stretches of one ticket. */
export function stretchesOf({ policy, changed }: PolicyAssignment, ticket: number): readonly PolicyStretch[] {
  return changed.get(ticket) ?? [{ from: Number.NEGATIVE_INFINITY, policy: policy[ticket] }];
}
