import type { Clock, Unavailable } from './clock.ts';
import type { Problem } from './problem.ts';

/** What a policy can promise. */
export const slaTargetIds = ['first_response', 'next_response', 'resolution'] as const;
export type SlaTargetId = (typeof slaTargetIds)[number];

/**
 * How a target stands at as-of. `met` and `missed` fell due by then and make up attainment; the others are counted
 * apart: met although not due yet, not due yet, standing still at as-of, closed before it was due without what was
 * promised, and ended at a time that nobody recorded.
 */
export const targetStates = [
  'met',
  'missed',
  'met_early',
  'not_due',
  'paused',
  'closed_before_due',
  'unknown_end',
] as const;
export type TargetState = (typeof targetStates)[number];

/** Targets of one kind, one entry each: at most one a ticket, for next responses one a wait. */
export interface TargetTable {
  readonly ticket: Uint32Array;
  /** Index into `SlaTargets.policies`. */
  readonly policy: Uint16Array;
  /** Index into `targetStates`. */
  readonly state: Uint8Array;
  /** Epoch milliseconds: where the clock starts, when the target is due (NaN while paused), when it was fulfilled (NaN: not). */
  readonly startAt: Float64Array;
  readonly dueAt: Float64Array;
  readonly endAt: Float64Array;
  /** What was promised, in milliseconds on the policy's clock. */
  readonly limit: Float64Array;
  /** How much too late, on the policy's clock, up to the end or as-of; 0 where not missed. */
  readonly overrun: Float64Array;
}

/** Every target of a desk under its policies. */
export interface SlaTargets {
  readonly policies: readonly {
    readonly name: string;
    readonly clock: Clock;
    /** Targets that count on another clock. */
    readonly clocks?: ReadonlyMap<SlaTargetId, Clock>;
  }[];
  readonly targets: { readonly [K in SlaTargetId]: TargetTable | Unavailable };
  /** What could not be counted as the policies ask. */
  readonly problems: readonly Problem[];
}

/** One target as people look at it. Instants in epoch milliseconds, NaN = did not happen. */
export interface TargetEntry {
  /** Row of the ticket. */
  readonly ticket: number;
  readonly id: string | null;
  readonly target: SlaTargetId;
  readonly policy: string;
  readonly clock: Clock;
  readonly limit: number;
  readonly startAt: number;
  readonly dueAt: number;
  readonly endAt: number;
  readonly isMissed: boolean;
  /** Too late by so much on the policy's clock; 0 where it is not, and where no working time has gone by since. */
  readonly overrun: number;
  /** The same on the calendar. */
  readonly calendarOverrun: number;
  /** Who had the ticket last; null: nobody, or not known. A person: to be masked by whoever prints it. */
  readonly assignee: string | null;
  readonly group: string | null;
}
