import { withConversation } from './conversation.ts';
import type { Random } from './random.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const statuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export type TrueStatus = (typeof statuses)[number];
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const channels = ['email', 'phone', 'chat', 'web'] as const;

/** A change of hands: who had the ticket before, and who has it from then on. */
export interface TrueHand {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

export interface TrueMessage {
  readonly at: number;
  readonly by: 'customer' | 'agent' | 'bot';
  readonly author: string;
  readonly isPublic: boolean;
  readonly text: string;
}

/** What really happened to a ticket, to the second; instants in epoch milliseconds. */
export interface TrueTicket {
  readonly number: number;
  readonly createdAt: number;
  readonly answeredAt: number | null;
  readonly firstSolvedAt: number | null;
  /** The last solve; null where it is open, also after a reopen. */
  readonly solvedAt: number | null;
  readonly closedAt: number | null;
  readonly reopenedAt: number | null;
  readonly reopens: number;
  readonly hands: readonly TrueHand[];
  readonly status: TrueStatus;
  readonly updatedAt: number;
  readonly priority: (typeof priorities)[number];
  readonly channel: (typeof channels)[number];
  readonly group: string;
  readonly assignee: string | null;
  readonly requester: string;
  readonly subject: string;
  /** 1–5, with the time of the answer. */
  readonly rating: { readonly score: number; readonly at: number } | null;
  readonly messages: readonly TrueMessage[];
}

export interface TrueDesk {
  readonly tickets: readonly TrueTicket[];
  /** When the export was made; nothing later is in it. */
  readonly exportedAt: number;
  readonly from: number;
}

const agents = ['Ana Prado', 'Bo Lind', 'Chitra Rao', 'Dario Conti', 'Eva Maas', 'Farid Aziz'];
const groups = ['Billing', 'Technical', 'Delivery', 'Accounts'];
const subjects = [
  'Invoice shows the wrong amount',
  'Cannot log in since the update',
  'Parcel has not arrived yet',
  'Please change my address',
  'App closes when I open settings',
  'Refund for a cancelled order',
  'How do I add a second user',
  'Printer does not answer',
];

/** What befalls a desk beside its every day. */
export interface World {
  /** On one day a third of all tickets come. */
  readonly outage?: boolean;
  /** Two agents leave halfway; others take over what they had. */
  readonly leavers?: boolean;
  /** The export is made on a Friday. */
  readonly endsOnFriday?: boolean;
}

/** A desk of some weeks: arrivals by day, answers and solves by lognormal delays, some never answered, some reopened. */
export function simulateDesk(random: Random, size: number, world: World = {}): TrueDesk {
  const length = 28 + random.int(100);
  const from = Date.UTC(2025, random.int(12), 1 + random.int(28)) + random.int(3) * DAY;
  const FRIDAY = 5;
  const lacking = (FRIDAY - new Date(from + length * DAY).getUTCDay() + 7) % 7;
  const days = length + (world.endsOnFriday ? lacking : 0);
  const exportedAt = from + days * DAY + (1 + random.int(20)) * HOUR + random.int(3600) * SECOND;
  const pace = { answer: random.around(3 * HOUR, 0.7), solve: random.around(20 * HOUR, 0.6) };
  const tickets: TrueTicket[] = [];
  const broken = random.fork('outage');
  const outage = from + Math.floor((0.3 + 0.5 * broken.next()) * days) * DAY;
  const arrivals = Array.from({ length: size }, () => from + Math.floor(random.next() * days * DAY))
    .map((at) => (world.outage && broken.chance(0.3) ? outage + Math.floor(broken.next() * DAY) : at))
    .sort((a, b) => a - b);
  const leavesAt = world.leavers ? from + (days / 2) * DAY : Number.POSITIVE_INFINITY;
  for (const [index, at] of arrivals.entries()) {
    const createdAt = Math.min(Math.floor(at / SECOND) * SECOND, exportedAt - HOUR);
    const ticket = simulateTicket(random, {
      ...{ number: 10_001 + index * 3 + random.int(3), createdAt, exportedAt, pace },
    });
    tickets.push(
      withConversation(ticket, random.fork(`conversation ${index}`), { exportedAt, leavesAt, agents }),
    );
  }
  return { tickets, exportedAt, from };
}

interface TicketSeed {
  readonly number: number;
  readonly createdAt: number;
  readonly exportedAt: number;
  readonly pace: { readonly answer: number; readonly solve: number };
}

const wholeSeconds = (span: number): number => Math.max(61, Math.round(span / SECOND)) * SECOND;

function simulateTicket(random: Random, { number, createdAt, exportedAt, pace }: TicketSeed): TrueTicket {
  const known = (at: number | null): number | null => (at !== null && at <= exportedAt ? at : null);
  const requester = `customer${random.int(400)}@example.com`;
  const agent = random.pick(agents);
  const isNeverAnswered = random.chance(0.05);
  const answeredAt = known(isNeverAnswered ? null : createdAt + wholeSeconds(random.around(pace.answer, 1)));
  const isNeverSolved = random.chance(0.06) || answeredAt === null;
  const firstSolvedAt = known(
    isNeverSolved || answeredAt === null ? null : answeredAt + wholeSeconds(random.around(pace.solve, 0.9)),
  );
  const reopenedAt = known(
    firstSolvedAt !== null && random.chance(0.06)
      ? firstSolvedAt + wholeSeconds(random.around(DAY, 0.5))
      : null,
  );
  const againAt = known(
    reopenedAt === null ? null : reopenedAt + wholeSeconds(random.around(pace.solve, 0.7)),
  );
  const solvedAt = reopenedAt === null ? firstSolvedAt : againAt;
  const closedAt = known(solvedAt === null || random.chance(0.4) ? null : solvedAt + 4 * DAY);
  const rating =
    solvedAt !== null && random.chance(0.35)
      ? {
          score: random.pick([5, 5, 5, 4, 4, 3, 2, 1]),
          at: solvedAt + wholeSeconds(HOUR * 3 * random.next()),
        }
      : null;
  const isRated = rating !== null && rating.at <= exportedAt;
  const stamps = [createdAt, answeredAt, solvedAt, closedAt, reopenedAt].filter(
    (each): each is number => each !== null,
  );
  const text = random.pick(subjects);
  const messages: TrueMessage[] = [
    { at: createdAt, by: 'customer', author: requester, isPublic: true, text },
  ];
  if (answeredAt !== null)
    messages.push({
      at: answeredAt,
      by: 'agent',
      author: agent,
      isPublic: true,
      text: `About ${number}: please try the steps of ${random.int(9000)}`,
    });
  return {
    number,
    createdAt,
    answeredAt,
    firstSolvedAt,
    solvedAt,
    closedAt,
    reopenedAt,
    reopens: reopenedAt === null ? 0 : 1,
    hands: [],
    status: closedAt !== null ? 'closed' : solvedAt !== null ? 'solved' : openStatus(random, answeredAt),
    updatedAt: Math.max(...stamps),
    priority: random.pick(priorities),
    channel: random.pick(channels),
    group: random.pick(groups),
    assignee: answeredAt === null ? null : agent,
    requester,
    subject: text,
    rating: isRated ? rating : null,
    messages,
  };
}

const openStatus = (random: Random, answeredAt: number | null): TrueStatus =>
  answeredAt === null ? 'new' : random.pick(['open', 'open', 'pending', 'on_hold'] as const);
