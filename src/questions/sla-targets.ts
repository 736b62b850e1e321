import { compileFilter } from '../analysis/segments/filter.ts';
import { assignPolicies } from '../analysis/sla/assign.ts';
import type { SlaPolicy } from '../analysis/sla/policies.ts';
import { measureTargets } from '../analysis/sla/targets.ts';
import type { Desk } from '../model/desk.ts';
import { DeskstatError, type Problem, problemLine } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import type { SlaTargets } from '../model/sla.ts';
import type { FilterNode } from '../query/filter.ts';
import type { Zone } from '../time/zone.ts';

/** An SLA policy with the filter that says for which tickets it is. */
export interface PolicyRequest extends SlaPolicy {
  readonly when: FilterNode | null;
}

/** Policies under which no ticket is: one before them takes every ticket, or none fits them. */
function unreached(
  policies: readonly PolicyRequest[],
  { policy, changed }: ReturnType<typeof assignPolicies>,
): Problem[] {
  const used = new Set<number>();
  for (let t = 0; t < policy.length; t++) used.add(policy[t]);
  for (const stretches of changed.values()) for (const stretch of stretches) used.add(stretch.policy);
  if (policy.length === 0) return [];
  return policies.flatMap(({ name }, index): Problem[] => {
    if (used.has(index)) return [];
    const all = policies.findIndex(({ when }) => when === null);
    const before = all >= 0 && all < index ? policies[all].name : undefined;
    const severity = before === undefined ? 'note' : 'warning';
    return [{ code: 'policy_unreached', severity, args: { policy: name, before } }];
  });
}

/** Every target of a desk under its SLA policies, the first whose filter fits a ticket. */
export function slaTargets(
  desk: Desk,
  { policies, zone }: { readonly policies: readonly PolicyRequest[]; readonly zone: Zone },
): SlaTargets {
  const masks = (of: Desk): (Uint8Array | null)[] =>
    policies.map(({ when }) => when && compileFilter(when, { desk: of, zone }));
  try {
    const assignment = assignPolicies(desk, masks);
    const measured = measureTargets(desk, { policies, assignment });
    return { ...measured, problems: [...measured.problems, ...unreached(policies, assignment)] };
  } catch (error) {
    // A policy about a field that the export lacks makes SLA figures unavailable, not the run.
    if (!(error instanceof DeskstatError) || error.exitCode !== 3) throw error;
    const nothing = { unavailable: sentence('why.sla_not_applied', { problem: problemLine(error.problem) }) };
    return {
      policies,
      targets: { first_response: nothing, next_response: nothing, resolution: nothing },
      problems: [],
    };
  }
}
