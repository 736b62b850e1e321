import type { Desk, Messages } from '../../model/desk.ts';
import { authorRoles } from '../../model/fields.ts';
import { factsOf } from './ticket-facts.ts';

const CUSTOMER = authorRoles.indexOf('customer') + 1;

/** One stretch in which a customer waited for a person: from the oldest unanswered message to the answer. */
export interface Wait {
  readonly from: number;
  /** The human answer, NaN while it is still missing. */
  readonly to: number;
}

/**
 * The waits of ticket t (DEFINITIONS 4): each begins with the oldest customer message that has no human answer yet
 * (or with the ticket, where its description is no message) and ends with the next human answer. A wait that a solve ends has no answer: `to` is NaN.
 */
export function waitsOf(t: number, options: { readonly desk: Desk; readonly messages: Messages }): Wait[] {
  const { messages, desk } = options;
  const waits: Wait[] = [];
  const facts = factsOf(desk);
  let since = facts.asksByItself[t] === 1 ? facts.createdAt[t] : Number.NaN;
  for (let i = messages.offsets[t]; i < messages.offsets[t + 1]; i++) {
    const at = messages.sentAt[i];
    if (at > desk.asOf) break;
    if (messages.role[i] === CUSTOMER && messages.isPublic[i] === 1) {
      if (Number.isNaN(since)) since = at;
    } else if (messages.isHumanAnswer[i] === 1 && !Number.isNaN(since)) {
      waits.push({ from: since, to: at });
      since = Number.NaN;
    }
  }
  if (!Number.isNaN(since)) waits.push({ from: since, to: Number.NaN });
  return waits;
}
