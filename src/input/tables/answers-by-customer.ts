import type { CodeColumn } from '../../model/columns.ts';
import { mailOf } from '../../model/loose-keys.ts';
import { codesIn, numbersIn, type Stack } from './stack.ts';

/** A survey about to be joined; `ticket` is filled in. */
export interface JoinSide {
  readonly stack: Stack;
  readonly ticket: Int32Array;
  readonly tickets: Stack;
}

/** How long after a solve a survey may come and still be about it. */
const WINDOW = 14 * 86_400_000;

/**
 * Answers that name no ticket, only a customer: they are about the customer's ticket that was solved last before the
 * survey was sent (or, where that is not known, answered), at most 14 days earlier. A survey that names a ticket which
 * is not here stays without one. Tickets without any solve stamps count from their creation.
 */
export function joinByCustomer({ stack, ticket, tickets }: JoinSide): void {
  const customer = codesIn(stack.columns, 'customer');
  const requester = codesIn(tickets.columns, 'requester');
  const sent = numbersIn(stack.columns, 'sent_at');
  const answered = numbersIn(stack.columns, 'answered_at');
  if (!customer || !requester || (!sent && !answered)) return;
  const named = codesIn(stack.columns, 'ticket_id');
  const at = (row: number): number => {
    const first = sent ? sent[row] : Number.NaN;
    return Number.isNaN(first) && answered ? answered[row] : first;
  };
  const open: number[] = [];
  for (let row = 0; row < stack.rows; row++) {
    if (ticket[row] < 0 && customer.codes[row] !== 0 && !(named && named.codes[row] !== 0)) open.push(row);
  }
  if (open.length === 0) return;
  const solves = solvesByRequester(tickets, requester);
  const requesterOf = sameAddress(customer, requester);
  for (const row of open) {
    const own = solves.get(requesterOf(customer.codes[row]));
    const when = at(row);
    if (!own || Number.isNaN(when)) continue;
    const found = lastUpTo(own, when);
    if (found && when - found.at <= WINDOW) ticket[row] = found.ticket;
  }
}

interface Solve {
  readonly at: number;
  readonly ticket: number;
}

/** Solves of each requester, ascending; of several at one instant the ticket with the greater id is the last. */
function solvesByRequester(tickets: Stack, requester: CodeColumn): Map<number, Solve[]> {
  const stamps = (['solved_at', 'closed_at'] as const).flatMap(
    (field) => numbersIn(tickets.columns, field) ?? [],
  );
  const created = numbersIn(tickets.columns, 'created_at');
  const ids = codesIn(tickets.columns, 'id');
  const nameOf = (ticket: number): string => (ids ? ids.names.name(ids.codes[ticket]) : '');
  const solves = new Map<number, Solve[]>();
  for (let t = 0; t < tickets.rows; t++) {
    const solved = stamps.map((column) => column[t]).find((value) => !Number.isNaN(value)) ?? Number.NaN;
    const at = stamps.length > 0 ? solved : created ? created[t] : Number.NaN;
    if (requester.codes[t] === 0 || Number.isNaN(at)) continue;
    const own = solves.get(requester.codes[t]);
    if (own) own.push({ at, ticket: t });
    else solves.set(requester.codes[t], [{ at, ticket: t }]);
  }
  for (const own of solves.values()) {
    if (own.length > 1) own.sort((a, b) => a.at - b.at || (nameOf(a.ticket) < nameOf(b.ticket) ? -1 : 1));
  }
  return solves;
}

function lastUpTo(solves: readonly Solve[], when: number): Solve | null {
  let low = 0;
  let high = solves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (solves[middle].at <= when) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : solves[low - 1];
}

const keyOf = (name: string): string => mailOf(name) ?? name.toLowerCase();

/** The requester's code of a customer: the same one, or that of the same e-mail address, with a name or in other letters. */
function sameAddress(customer: CodeColumn, requester: CodeColumn): (code: number) => number {
  const written = new Set(requester.codes);
  let folded: Map<string, number> | null = null;
  return (code) => {
    if (written.has(code) && customer.names === requester.names) return code;
    if (!folded) {
      folded = new Map();
      for (const each of written) if (each !== 0) folded.set(keyOf(requester.names.name(each)), each);
    }
    const key = keyOf(customer.names.name(code));
    return key.includes('@') || customer.names !== requester.names ? (folded.get(key) ?? 0) : 0;
  };
}
