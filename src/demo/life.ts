import { afterWorking, dayMs, hourMs, minuteMs } from './desk-hours.ts';
import { type Agent, type Customer, teamAt } from './people.ts';
import type { Random } from './random.ts';
import { answerHoursOf, isOutage, leftLyingOf, type Story, solveFactorOf, weekOf } from './story.ts';
import type { GroupName, Theme } from './theme.ts';

export const channels = ['Email', 'Chat', 'Phone', 'Social'] as const;
export type Channel = (typeof channels)[number];
export const priorities = ['Low', 'Normal', 'High', 'Urgent'] as const;
export type Priority = (typeof priorities)[number];

/** Everything that will ever happen to a ticket, later than the end of the data included. */
export interface Life {
  readonly createdAt: number;
  /** NaN where nobody ever answers. */
  readonly answeredAt: number;
  readonly firstSolvedAt: number;
  /** NaN where the ticket did not come back. */
  readonly reopenedAt: number;
  /** The last solve; NaN where there is none. */
  readonly solvedAt: number;
  readonly closedAt: number;
  readonly replies: number;
  readonly reassignments: number;
  readonly agent: Agent | null;
}

const channelPace: Readonly<Record<Channel, number>> = { Email: 1, Social: 0.6, Chat: 0.045, Phone: 0.03 };
const priorityPace: Readonly<Record<Priority, number>> = { Low: 1.4, Normal: 1, High: 0.6, Urgent: 0.35 };

export interface Case {
  readonly createdAt: number;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly group: GroupName;
  /** Null for questions that nobody else asks. */
  readonly theme: Theme | null;
  readonly customer: Customer;
}

function timesReassigned(random: Random): number {
  if (!random.chance(0.12)) return 0;
  return random.chance(0.2) ? 2 : 1;
}

/** Plays a ticket from its creation to its end. */
export function liveThrough(given: Case, random: Random, story: Story): Life {
  const { createdAt, channel, priority, group } = given;
  const week = weekOf(group, channel);
  const work = (from: number, hours: number): number =>
    afterWorking({ from, working: hours * hourMs, week, isDayOff: story.isDayOff });
  const { oneTouch = 0.75, solveHours = 2, reopen = 0.02 } = given.theme ?? {};

  const ignored = random.chance(isOutage(createdAt, story) && group === 'Billing' ? 0.07 : 0.02);
  if (ignored && channel !== 'Phone') return unanswered(createdAt, random);

  const agent = random.pick(teamAt(group, createdAt, story));
  const paces = channelPace[channel] * priorityPace[priority] * agent.pace;
  const business = given.customer.plan === 'Business' ? 0.7 : 1;
  const median = answerHoursOf(group, createdAt, story) * paces * business;
  const sigma = channel === 'Email' || channel === 'Social' ? 0.85 : 0.55;
  const answeredAt = work(createdAt, Math.max(random.lognormal({ median, sigma }), 1 / 60));

  const reassignments = timesReassigned(random);
  const single = reassignments === 0 && random.chance(oneTouch);
  const base = single
    ? 0.35
    : solveHours * solveFactorOf(group, createdAt, story) * (1 + 0.6 * reassignments);
  const solving = random.lognormal({ median: base * (0.6 + 0.4 * agent.pace), sigma: single ? 0.6 : 0.95 });
  const customerPause = !single && random.chance(0.35) ? random.exponential(14 * hourMs) : 0;
  const replies = single ? 1 : 2 + Math.floor(random.exponential(1.3));
  const forgotten = random.chance(leftLyingOf(group, createdAt, story));
  // What lies forgotten is found and solved in the end, weeks later.
  const lying = forgotten ? 10 * dayMs + random.exponential(35 * dayMs) : 0;
  const firstSolvedAt = work(answeredAt + customerPause + lying, solving);
  const comesBack = random.chance(reopen * (single ? 0.6 : 1.2));
  const reopenedAt = comesBack ? firstSolvedAt + 20 * minuteMs + random.exponential(34 * hourMs) : Number.NaN;
  const solvedAt = comesBack ? work(reopenedAt, random.lognormal({ median: 6, sigma: 0.8 })) : firstSolvedAt;
  return {
    createdAt,
    answeredAt,
    firstSolvedAt,
    reopenedAt,
    solvedAt,
    closedAt: solvedAt + 4 * dayMs,
    replies: replies + (comesBack ? 1 : 0),
    reassignments,
    agent,
  };
}

/** Nobody answers; a rule closes most of these after two weeks, and a clean-up the others. */
function unanswered(createdAt: number, random: Random): Life {
  const open = random.chance(0.75) ? 14 : random.whole({ low: 40, high: 95 });
  return {
    createdAt,
    answeredAt: Number.NaN,
    firstSolvedAt: Number.NaN,
    reopenedAt: Number.NaN,
    solvedAt: Number.NaN,
    closedAt: createdAt + open * dayMs,
    replies: 0,
    reassignments: 0,
    agent: null,
  };
}

/** How a customer feels about it, on a scale without ends; about 5 for a smooth ticket. */
export function feelingOf(life: Life, given: Case, random: Random): number {
  const wait = (life.answeredAt - life.createdAt) / hourMs;
  const whole = (life.solvedAt - life.createdAt) / dayMs;
  const expected = given.channel === 'Chat' || given.channel === 'Phone' ? 0.3 : 6;
  return (
    5.05 -
    0.3 * Math.max(0, Math.log2(wait / expected)) -
    0.35 * Math.max(0, Math.log2(whole / 1.5)) -
    (Number.isNaN(life.reopenedAt) ? 0 : 0.9) -
    0.25 * life.reassignments +
    (given.theme?.mood ?? 0.3) +
    (life.agent?.charm ?? 0) +
    1.05 * random.normal()
  );
}
