import type { TrueHand, TrueMessage, TrueTicket } from './desk.ts';
import type { Random } from './random.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

interface Course {
  readonly exportedAt: number;
  /** When the first two agents leave. */
  readonly leavesAt: number;
  readonly agents: readonly string[];
}

/** A whole second strictly between two instants, or null where there is none. */
function between(random: Random, from: number, to: number): number | null {
  const seconds = Math.floor((to - from) / SECOND) - 1;
  return seconds < 1 ? null : from + (1 + random.int(seconds)) * SECOND;
}

/** What was written and who had a ticket in the course of it; tickets that nobody answers are sometimes given up. */
export function withConversation(begun: TrueTicket, random: Random, course: Course): TrueTicket {
  const ticket = begun.answeredAt === null ? givenUp(begun, random, course) : begun;
  const messages = messagesOf(ticket, random, course);
  const hands = handsOf(ticket, random, course);
  const last = Math.max(...messages.map(({ at }) => at), ...hands.map(({ at }) => at));
  return {
    ...ticket,
    messages,
    hands,
    assignee: hands.at(-1)?.to ?? ticket.assignee,
    updatedAt: Math.max(ticket.updatedAt, last),
  };
}

function givenUp(ticket: TrueTicket, random: Random, { exportedAt }: Course): TrueTicket {
  const at = ticket.createdAt + (1 + Math.round(random.around(2 * DAY, 0.5) / SECOND)) * SECOND;
  if (!random.chance(0.3) || at > exportedAt) return ticket;
  return { ...ticket, firstSolvedAt: at, solvedAt: at, status: 'solved', updatedAt: at };
}

function messagesOf(ticket: TrueTicket, random: Random, { exportedAt }: Course): TrueMessage[] {
  const { answeredAt, solvedAt, reopenedAt, closedAt, requester, number } = ticket;
  const [opening, ...rest] = ticket.messages;
  const messages = [opening, ...rest];
  const byCustomer = (at: number, text: string): TrueMessage => ({
    ...{ at, text, by: 'customer', author: requester, isPublic: true },
  });
  if (answeredAt === null) return messages;
  const agent = rest[0].author;
  const byAgent = (at: number, isPublic = true): TrueMessage => ({
    ...{ at, by: 'agent', author: agent, isPublic },
    text: `${isPublic ? 'Further' : 'For us'}: ${number}, step ${random.int(9000)}`,
  });
  const noted = random.chance(0.2) ? between(random, opening.at, answeredAt) : null;
  if (noted !== null) messages.push(byAgent(noted, false));
  const until = solvedAt ?? exportedAt;
  const asked = random.chance(0.5) ? between(random, answeredAt, until) : null;
  if (asked !== null) messages.push(byCustomer(asked, `And what of part ${random.int(90)}?`));
  const again = asked !== null && random.chance(0.7) ? between(random, asked, until) : null;
  if (again !== null) messages.push(byAgent(again));
  if (reopenedAt !== null) messages.push(byCustomer(reopenedAt, 'It has come back'));
  const thanked =
    solvedAt !== null && random.chance(0.2) ? solvedAt + (60 + random.int(3000)) * SECOND : null;
  if (thanked !== null && thanked < (closedAt ?? exportedAt)) messages.push(byCustomer(thanked, 'Thank you'));
  return messages.sort((a, b) => a.at - b.at);
}

function handsOf(ticket: TrueTicket, random: Random, { exportedAt, leavesAt, agents }: Course): TrueHand[] {
  const { assignee, answeredAt, solvedAt } = ticket;
  if (assignee === null || answeredAt === null) return [];
  const until = solvedAt ?? exportedAt;
  const others = agents.filter((each) => each !== assignee);
  const left = agents.indexOf(assignee) < 2 && leavesAt > answeredAt && leavesAt < until;
  const at = left ? leavesAt : random.chance(0.15) ? between(random, answeredAt, until) : null;
  if (at === null) return [];
  const hands = [{ at, from: assignee, to: random.pick(left ? others.slice(1) : others) }];
  const second = random.chance(0.2) ? between(random, at, until) : null;
  if (second !== null)
    hands.push({
      at: second,
      from: hands[0].to,
      to: random.pick(agents.filter((each) => each !== hands[0].to)),
    });
  return hands;
}
