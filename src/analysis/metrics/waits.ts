import type { Desk, Messages } from '../../model/desk.ts';
import { numbersOf, waitEnds } from '../../model/desk.ts';
import { authorRoles } from '../../model/fields.ts';
import { factsOf, stateCode } from './ticket-facts.ts';

const CUSTOMER = authorRoles.indexOf('customer') + 1;
const endStates = new Set([stateCode('solved'), stateCode('closed')]);

/** One stretch in which a customer waited for a person: from the oldest unanswered message to the answer. */
export interface Wait {
  readonly from: number;
  /** The human answer; NaN while it is missing, or where a solve ended the wait. */
  readonly to: number;
  /** The solve that ended the wait without an answer; NaN for none. */
  readonly solvedAt: number;
  /** The customer wrote no more than thanks. */
  readonly isThanks: boolean;
}

/**
 * The waits of ticket t (DEFINITIONS 4): each begins with the oldest customer message that has no human answer yet
 * (or with the ticket, where its opening is no message) and ends with the next human answer or with a solve.
 */
export function waitsOf(t: number, options: { readonly desk: Desk; readonly messages: Messages }): Wait[] {
  const { messages, desk } = options;
  const waits: Wait[] = [];
  const facts = factsOf(desk);
  const ends = waitEnds(messages);
  const solves = solvesOf(desk, t);
  let since = facts.asksByItself[t] === 1 ? facts.createdAt[t] : Number.NaN;
  let isThanks = false;
  const endBySolve = (until: number): void => {
    if (Number.isNaN(since)) return;
    const solvedAt = solves.find((solve) => solve > since && solve < until);
    if (solvedAt === undefined) return;
    waits.push({ from: since, to: Number.NaN, solvedAt, isThanks });
    since = Number.NaN;
  };
  for (let i = messages.offsets[t]; i < messages.offsets[t + 1]; i++) {
    const at = messages.sentAt[i];
    if (at > desk.asOf) break;
    if (messages.role[i] === CUSTOMER && messages.isPublic[i] === 1) {
      endBySolve(at);
      const says = messages.isThanks?.[i] === 1;
      if (Number.isNaN(since)) {
        since = at;
        isThanks = says;
      } else isThanks &&= says;
    } else if (ends[i] === 1) {
      endBySolve(at);
      if (Number.isNaN(since)) continue;
      waits.push({ from: since, to: at, solvedAt: Number.NaN, isThanks });
      since = Number.NaN;
    }
  }
  endBySolve(Number.POSITIVE_INFINITY);
  if (!Number.isNaN(since)) waits.push({ from: since, to: Number.NaN, solvedAt: Number.NaN, isThanks });
  return waits;
}

/** When a ticket was solved or closed, as far as that is known by as-of, ascending. */
function solvesOf(desk: Desk, t: number): number[] {
  const { spells, tickets, asOf } = desk;
  const solves: number[] = [];
  if (spells)
    for (let i = spells.offsets[t]; i < spells.offsets[t + 1]; i++)
      if (endStates.has(spells.state[i])) solves.push(spells.from[i]);
  if (solves.length === 0)
    for (const field of ['first_solved_at', 'solved_at', 'closed_at'])
      solves.push(numbersOf(tickets, field)?.[t] ?? Number.NaN);
  return solves.filter((solve) => solve <= asOf).sort((a, b) => a - b);
}
