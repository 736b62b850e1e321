import type { Desk } from '../../model/desk.ts';
import { firstMatches, type PolicyAssignment } from './policies.ts';

/**
 * Which policy holds for each ticket: the first whose filter lets it through.
 *
 * @param masksOf the policies' filters, compiled for a desk: 1 where a ticket passes, null where all do
 */
export function assignPolicies(desk: Desk, masksOf: (desk: Desk) => readonly (Uint8Array | null)[]): PolicyAssignment {
  return { policy: firstMatches(masksOf(desk), desk.tickets.rows), changed: new Map() };
}
