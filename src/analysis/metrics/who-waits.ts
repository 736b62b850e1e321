import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import { authorRoles } from '../../model/fields.ts';
import type { BusinessTime, Unavailable } from '../../model/metric.ts';
import { answerInstants, factsOf, stateCode } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { noEnd } from './unknown-ends.ts';
import { waitsOf } from './waits.ts';

/**
 * Why a customer still waits, the reason to act on first: the ticket is parked (on hold), nobody owns it, it was
 * reopened, only a bot answered, its owner is silent, nobody answered (where owners are not known), it is answered
 * and not solved.
 */
export const waitReasons = [
  'parked',
  'no_owner',
  'reopened',
  'only_bot',
  'owner_silent',
  'not_answered',
  'not_solved',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** A ticket in which the desk owes the customer something at as-of. */
export interface WaitingTicket {
  /** Row of the ticket. */
  readonly ticket: number;
  /** Since when the customer waits. */
  readonly since: number;
  /** Milliseconds until as-of. */
  readonly waited: number;
  /** The same in working time; null without working hours. */
  readonly workingTime: number | null;
  /** Every reason that holds, in the order of `waitReasons`; the first one counts. Never empty. */
  readonly reasons: readonly WaitReason[];
}

/**
 * Who waits at as-of, the longest first (in working time where hours are set). With messages: since the oldest one
 * without a human answer. With status changes: since the desk last had to act. Else: since creation. Tickets that
 * wait for the customer are not among them.
 */
export function listWaiting(
  desk: Desk,
  {
    businessTime,
    mask = null,
  }: { readonly businessTime: BusinessTime | null; readonly mask?: Uint8Array | null },
): WaitingTicket[] | Unavailable {
  const facts = factsOf(desk);
  if (desk.coverage.cut === 'solved') return unavailable('cut_solved');
  if (!facts.knowsWaiting) return noEnd(facts);
  const known = knowledgeOf(desk);
  const found: WaitingTicket[] = [];
  for (let t = 0; t < facts.rows; t++) {
    if (facts.isFinished[t] !== 0 || mask?.[t] === 0) continue;
    const since = waitingSince(desk, { t, known });
    if (Number.isNaN(since) || since > desk.asOf) continue;
    found.push({
      ticket: t,
      since,
      waited: desk.asOf - since,
      workingTime: businessTime ? businessTime(since, desk.asOf, t) : null,
      reasons: reasonsFor(desk, { t, known }),
    });
  }
  return found.sort(
    (a, b) =>
      (b.workingTime ?? 0) - (a.workingTime ?? 0) || b.waited - a.waited || known.compare(a.ticket, b.ticket),
  );
}

/** For what a ticket waits: a first answer, something after it, or nobody knows whether it was answered. */
export const waitingParts = ['unanswered', 'answered', 'untold'] as const;
export type WaitingPart = (typeof waitingParts)[number];

/** For what each of the tickets that wait does so. */
export function waitingPartOf(desk: Desk): (ticket: number) => WaitingPart {
  const facts = factsOf(desk);
  const answeredAt = answerInstants(desk);
  if (!answeredAt || facts.isUndecided) return () => 'untold';
  return (t) => {
    if (facts.answerIsKnown?.[t] === 0) return 'untold';
    // What an agent opened has no first answer to wait for.
    return Number.isNaN(answeredAt[t]) && facts.openedByAgent[t] === 0 ? 'unanswered' : 'answered';
  };
}

/** How many of those that wait do so for what. */
export function countWaiting(
  desk: Desk,
  waiting: readonly Pick<WaitingTicket, 'ticket'>[],
): Record<WaitingPart, number> {
  const partOf = waitingPartOf(desk);
  const counts = { unanswered: 0, answered: 0, untold: 0 };
  for (const { ticket } of waiting) counts[partOf(ticket)]++;
  return counts;
}

interface Knowledge {
  readonly answeredAt: Float64Array | null;
  readonly reopens: Float64Array | null;
  isInStatus(t: number, status: 'pending' | 'on_hold'): boolean;
  /** Null where the export does not say who owns tickets. */
  hasOwner(t: number): boolean | null;
  /** By id, so that the order of rows has no say. */
  compare(a: number, b: number): number;
}

function knowledgeOf(desk: Desk): Knowledge {
  const { tickets } = desk;
  const status = codesOf(tickets, 'status');
  const assignee = codesOf(tickets, 'assignee');
  const id = codesOf(tickets, 'id');
  const nameOf = (t: number): string => (id ? id.names.name(id.codes[t]) : '');
  const codeOf = {
    pending: status?.names.find('pending') ?? 0,
    on_hold: status?.names.find('on_hold') ?? 0,
  };
  return {
    answeredAt: answerInstants(desk),
    reopens: numbersOf(tickets, 'reopens'),
    isInStatus: (t, name) => codeOf[name] !== 0 && status?.codes[t] === codeOf[name],
    hasOwner: (t) => assignee && assignee.codes[t] !== 0,
    compare: (a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a - b),
  };
}

interface TicketInput {
  readonly t: number;
  readonly known: Knowledge;
}

/** NaN where the desk owes nothing. */
function waitingSince(desk: Desk, { t, known }: TicketInput): number {
  const { messages, spells } = desk;
  const facts = factsOf(desk);
  const isParked = known.isInStatus(t, 'on_hold');
  if (messages && messages.offsets[t] < messages.offsets[t + 1]) {
    const waits = waitsOf(t, { desk, messages });
    const open = waits.find(({ to, solvedAt }) => Number.isNaN(to) && Number.isNaN(solvedAt));
    if (open) return open.from;
    const isAnswered = known.answeredAt !== null && !Number.isNaN(known.answeredAt[t]);
    if (waits.length === 0 && !isAnswered && facts.openedByAgent[t] === 0) return facts.createdAt[t];
    return isParked ? lastMessageAt(desk, t) : Number.NaN;
  }
  if (known.isInStatus(t, 'pending')) return Number.NaN;
  if (spells && spells.offsets[t] < spells.offsets[t + 1]) return owingSince(desk, t);
  return Number.isNaN(facts.askedAt[t]) ? facts.createdAt[t] : facts.askedAt[t];
}

function lastMessageAt(desk: Desk, t: number): number {
  const { messages } = desk;
  let last = Number.NaN;
  if (!messages) return last;
  for (let i = messages.offsets[t]; i < messages.offsets[t + 1] && messages.sentAt[i] <= desk.asOf; i++)
    last = messages.sentAt[i];
  return last;
}

const owing = new Set(['new', 'open', 'on_hold'].map((state) => stateCode(state as 'new')));

/** Start of the last unbroken run of statuses in which the desk has to act; NaN where it does not have to at as-of. */
function owingSince(desk: Desk, t: number): number {
  const { spells } = desk;
  let since = Number.NaN;
  if (!spells) return since;
  for (let i = spells.offsets[t]; i < spells.offsets[t + 1] && spells.from[i] <= desk.asOf; i++) {
    if (!owing.has(spells.state[i])) since = Number.NaN;
    else if (Number.isNaN(since))
      since = i === spells.offsets[t] ? Math.min(factsOf(desk).createdAt[t], spells.from[i]) : spells.from[i];
  }
  return since;
}

const ended = new Set([stateCode('solved'), stateCode('closed')]);

function reasonsFor(desk: Desk, { t, known }: TicketInput): WaitReason[] {
  const facts = factsOf(desk);
  // Where an agent opened the ticket nobody asked, and there is no first answer to wait for.
  const isKnown = facts.openedByAgent[t] === 0 && known.answeredAt !== null && facts.answerIsKnown?.[t] !== 0;
  const isAnswered = isKnown ? !Number.isNaN(known.answeredAt?.[t] ?? Number.NaN) : null;
  const owner = known.hasOwner(t);
  const holds: Readonly<Record<WaitReason, boolean>> = {
    parked: known.isInStatus(t, 'on_hold'),
    no_owner: owner === false,
    reopened: wasReopened(desk, { t, known }),
    only_bot: isAnswered !== true && hasBotAnswer(desk, t),
    owner_silent: owner === true && (isAnswered === false || isSilenceKnown(desk, t)),
    not_answered: isAnswered === false,
    not_solved: isAnswered !== false,
  };
  return waitReasons.filter((reason) => holds[reason]);
}

/** Whether messages, or changes of its status, tell what happened to a ticket after its first answer. */
function isSilenceKnown({ messages, spells }: Desk, t: number): boolean {
  const has = (list: { readonly offsets: Uint32Array } | null | undefined): boolean =>
    list != null && list.offsets[t] < list.offsets[t + 1];
  return has(messages) || has(spells);
}

function wasReopened(desk: Desk, { t, known }: TicketInput): boolean {
  const { spells } = desk;
  if (!spells || spells.offsets[t] === spells.offsets[t + 1])
    return known.reopens !== null && known.reopens[t] > 0;
  for (let i = spells.offsets[t]; i < spells.offsets[t + 1] && spells.from[i] <= desk.asOf; i++)
    if (ended.has(spells.state[i])) return true;
  return false;
}

const CUSTOMER = authorRoles.indexOf('customer') + 1;
const OTHER = authorRoles.indexOf('other') + 1;

/** A public message that neither the customer nor a person wrote. */
function hasBotAnswer({ messages, asOf }: Desk, t: number): boolean {
  if (!messages) return false;
  for (let i = messages.offsets[t]; i < messages.offsets[t + 1] && messages.sentAt[i] <= asOf; i++) {
    if (
      messages.isPublic[i] === 1 &&
      messages.role[i] !== CUSTOMER &&
      messages.role[i] !== 0 &&
      messages.role[i] !== OTHER &&
      messages.isHumanAnswer[i] === 0
    )
      return true;
  }
  return false;
}
