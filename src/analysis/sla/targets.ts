import { GrowingCodes, GrowingFloats } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import type { Unavailable } from '../../model/metric.ts';
import type { Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';
import {
  type SlaTargetId,
  type SlaTargets,
  slaTargetIds,
  type TargetTable,
  targetStates,
} from '../../model/sla.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { type Decided, type Deciding, decide } from './decide.ts';
import { type Pauses, pausesOf } from './pauses.ts';
import { type PolicyAssignment, policyFor, type SlaPolicy, stretchesOf } from './policies.ts';
import { targetSpans } from './spans.ts';

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
    policies: policies.map(({ name, clock, others }) => ({
      name,
      clock,
      ...(others ? { clocks: new Map([...others].map(([id, other]) => [id, other.clock])) } : {}),
    })),
    targets: Object.fromEntries(slaTargetIds.map((id) => [id, table(id)])) as SlaTargets['targets'],
    problems: unknownPauses(desk, policies),
  };
}

interface TableInput extends TargetOptions {
  readonly desk: Desk;
  readonly pauses: Pauses;
}

function tableOf(id: SlaTargetId, input: TableInput): TargetTable | Unavailable {
  const { desk, assignment } = input;
  const policies = input.policies.map((policy) => policyFor(policy, id));
  if (!policies.some(({ targets }) => targets.has(id)))
    return { unavailable: sentence('why.no_sla_target', { target: id }) };
  const spansOf = targetSpans[id](desk);
  if (isUnavailable(spansOf)) return spansOf;
  const found = new TargetList();
  const deciding: Deciding = { id, policies, asOf: desk.asOf, pauses: input.pauses };
  for (let t = 0; t < desk.tickets.rows; t++) {
    const stretches = stretchesOf(assignment, t);
    const last = stretches.findLast(({ policy }) => policy >= 0);
    // A duration that the helpdesk reports ends when the clock of the last policy says so.
    if (!last) continue;
    for (const span of spansOf(t, policies[last.policy])) {
      const decided = decide(deciding, { t, span, stretches });
      if (decided) found.push(decided);
    }
  }
  return found.done();
}

/** Targets as columns that grow: a million of them as objects would take a quarter of a gigabyte. */
class TargetList {
  readonly #ticket = new GrowingCodes();
  readonly #policy = new GrowingCodes();
  readonly #state = new GrowingCodes();
  readonly #startAt = new GrowingFloats();
  readonly #dueAt = new GrowingFloats();
  readonly #endAt = new GrowingFloats();
  readonly #limit = new GrowingFloats();
  readonly #overrun = new GrowingFloats();

  push({ ticket, policy, state, span, due, limit, overrun }: Decided): void {
    this.#ticket.push(ticket);
    this.#policy.push(policy);
    this.#state.push(targetStates.indexOf(state));
    this.#startAt.push(span.start);
    this.#dueAt.push(due);
    this.#endAt.push(span.end);
    this.#limit.push(limit);
    this.#overrun.push(overrun);
  }

  done(): TargetTable {
    return {
      ticket: this.#ticket.done(),
      policy: Uint16Array.from(this.#policy.done()),
      state: Uint8Array.from(this.#state.done()),
      startAt: this.#startAt.done(),
      dueAt: this.#dueAt.done(),
      endAt: this.#endAt.done(),
      limit: this.#limit.done(),
      overrun: this.#overrun.done(),
    };
  }
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
