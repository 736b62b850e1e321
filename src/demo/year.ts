import { type Arrival, createArrivals, groupOf, priorityOf } from './arrivals.ts';
import { afterWorking, dayMs, hourMs, minuteMs } from './desk-hours.ts';
import { type Case, channels, feelingOf, type Life, liveThrough } from './life.ts';
import { type Customer, createCustomers } from './people.ts';
import type { Random } from './random.ts';
import { type Story, weekOf } from './story.ts';
import { type TicketText, writeAlert, writeComment, writeOneOff, writeSpam, writeTicket } from './texts.ts';
import { themes } from './themes.ts';

export interface Survey {
  readonly sentAt: number;
  /** NaN where nobody answered. */
  readonly answeredAt: number;
  readonly score: number;
  readonly comment: string;
}

/** A ticket with all that will ever happen to it. */
export interface YearTicket extends Case {
  readonly life: Life;
  readonly text: TicketText;
  readonly tags: readonly string[];
  readonly survey: Survey | null;
  /** Taken out of the figures: a duplicate that was merged, or spam. */
  readonly removed: 'Merged' | 'Spam' | null;
}

export interface Year {
  /** Exactly as many as were asked for, in the order of their creation. */
  readonly tickets: readonly YearTicket[];
  readonly customers: readonly Customer[];
}

/** Plays the year of the sample desk. */
export function playYear(count: number, random: Random, story: Story): Year {
  const customers = createCustomers(Math.max(20, Math.round(count * 0.42)), random, story);
  const outage = Math.round(count * 0.028);
  const players: Players = { random, story, customers, alerts: alertsOf(story) };
  const first = createArrivals({ ordinary: Math.round(count * 0.84) - outage, outage }, random, story);
  const tickets = playArrivals(first, players, count);
  // Follow-ups are a matter of chance; what is missing to the asked number comes on ordinary days.
  const missing = createArrivals({ ordinary: count - tickets.length, outage: 0 }, random, story);
  for (const arrival of missing) {
    const customer = customerAt(arrival.at, players);
    // These come out of turn: a customer lost by one might have written later.
    const { endedAt } = customer;
    tickets.push(play(arrival, customer, players));
    customer.endedAt = endedAt;
  }
  tickets.sort((a, b) => a.createdAt - b.createdAt);
  return { tickets, customers: [...customers, players.alerts] };
}

interface Players {
  readonly random: Random;
  readonly story: Story;
  readonly customers: readonly Customer[];
  /** A shop system that writes whenever an order of its company fails. */
  readonly alerts: Customer;
}

const alertsOf = (story: Story): Customer => ({
  name: 'Padma Logistics order system',
  email: 'alerts@padma-logistics.example',
  language: 'en',
  plan: 'Business',
  organization: 'Padma Logistics',
  startedAt: story.start - 400 * dayMs,
  endedAt: Number.POSITIVE_INFINITY,
});

interface FollowUp extends Arrival {
  readonly customer: Customer;
}

function playArrivals(arrivals: readonly Arrival[], players: Players, most: number): YearTicket[] {
  const { random, story } = players;
  const waiting: FollowUp[] = [];
  const tickets: YearTicket[] = [];
  const add = (arrival: Arrival, customer: Customer): void => {
    const ticket = play(arrival, customer, players);
    tickets.push(ticket);
    const next = followUpOf(ticket, random);
    if (next && next.at < story.until) insert(waiting, next);
  };
  for (const arrival of arrivals) {
    while (waiting.length > 0 && waiting[0].at <= arrival.at) {
      const next = waiting.shift()!;
      if (next.customer.endedAt > next.at && tickets.length < most) add(next, next.customer);
    }
    if (tickets.length < most) add(arrival, customerAt(arrival.at, players));
  }
  return tickets;
}

function insert(waiting: FollowUp[], next: FollowUp): void {
  let index = waiting.length;
  while (index > 0 && waiting[index - 1].at > next.at) index--;
  waiting.splice(index, 0, next);
}

/** One of the customers of that moment; some write often, a quarter never. */
function customerAt(at: number, { random, customers, alerts }: Players): Customer {
  if (random.chance(0.007)) return alerts;
  for (let attempt = 0; attempt < 200; attempt++) {
    const customer = customers[Math.floor(customers.length * 0.82 * random.next() ** 1.25)];
    if (customer.startedAt <= at && customer.endedAt > at) return customer;
  }
  return alerts;
}

function play(arrival: Arrival, customer: Customer, players: Players): YearTicket {
  const { random, story } = players;
  const isMachine = customer === players.alerts;
  const { at: createdAt } = arrival;
  const theme = isMachine ? failedPayment : arrival.theme;
  const channel = isMachine ? channels[0] : arrival.channel;
  const group = groupOf(theme, random);
  const business = customer.plan === 'Business';
  const priority = priorityOf({ theme, business, at: createdAt, random, story });
  const given: Case = { createdAt, channel, priority, group, theme, customer };
  const { language, name } = customer;
  if (random.chance(0.013)) return spamTicket(given, players);
  const text = isMachine
    ? writeAlert(random)
    : theme
      ? writeTicket({ theme, language, name, random })
      : writeOneOff(random);
  const tags = [
    ...(theme && random.chance(0.62) ? [theme.tag] : []),
    ...(business && random.chance(0.5) ? ['business'] : []),
  ];
  if (random.chance(0.012)) return mergedTicket({ ...given, text, tags }, players);
  const life = liveThrough(given, random, story);
  const feeling = feelingOf(life, given, random);
  const survey = isMachine ? null : surveyOf({ life, given, feeling, random });
  if (!isMachine) loseCustomer({ life, given, feeling, random });
  return { ...given, life, text, tags, survey, removed: null };
}

const failedPayment = themes.find((theme) => theme.id === 'payment_failed')!;

function spamTicket(given: Case, { random }: Players): YearTicket {
  const life = {
    ...noLife,
    createdAt: given.createdAt,
    closedAt: given.createdAt + random.exponential(9 * hourMs),
  };
  const spammer: Customer = {
    ...given.customer,
    name: 'Growth Offers',
    email: `offer${random.whole({ low: 10, high: 99 })}@bulk.example`,
    language: 'en',
    organization: '',
  };
  const text = writeSpam(random);
  return {
    ...given,
    channel: 'Email',
    customer: spammer,
    theme: null,
    life,
    text,
    tags: [],
    survey: null,
    removed: 'Spam',
  };
}

/** The same customer wrote a second time; somebody joins it to the first ticket. */
function mergedTicket(
  given: Case & { readonly text: TicketText; readonly tags: readonly string[] },
  { random, story }: Players,
): YearTicket {
  const { group, channel, createdAt } = given;
  const working = random.lognormal({ median: 2 * hourMs, sigma: 0.7 });
  const closedAt = afterWorking({
    from: createdAt,
    working,
    week: weekOf(group, channel),
    isDayOff: story.isDayOff,
  });
  return { ...given, life: { ...noLife, createdAt, closedAt }, survey: null, removed: 'Merged' };
}

const noLife: Life = {
  createdAt: Number.NaN,
  answeredAt: Number.NaN,
  firstSolvedAt: Number.NaN,
  reopenedAt: Number.NaN,
  solvedAt: Number.NaN,
  closedAt: Number.NaN,
  replies: 0,
  reassignments: 0,
  agent: null,
};

interface Outcome {
  readonly life: Life;
  readonly given: Case;
  readonly feeling: number;
  readonly random: Random;
}

/** An hour after the solve most are asked; about four in ten of those answer, the angry ones sooner. */
function surveyOf({ life, given, feeling, random }: Outcome): Survey | null {
  if (Number.isNaN(life.solvedAt) || !random.chance(given.channel === 'Phone' ? 0.4 : 0.82)) return null;
  const sentAt = life.solvedAt + hourMs;
  const score = Math.min(5, Math.max(1, Math.round(feeling)));
  const answers = random.chance(score <= 2 ? 0.46 : 0.36);
  const answeredAt = answers ? sentAt + 2 * minuteMs + random.exponential(11 * hourMs) : Number.NaN;
  const comment = answers ? writeComment({ score, language: given.customer.language, random }) : '';
  return { sentAt, answeredAt, score, comment };
}

/** Bad experiences cost customers, and most who ask to leave do. */
function loseCustomer({ life, given, feeling, random }: Outcome): void {
  const { customer, theme, createdAt } = given;
  const isBad = !(feeling >= 2.5) || life.answeredAt - createdAt > 30 * hourMs;
  let leavesAfter = Number.POSITIVE_INFINITY;
  if (theme?.id === 'cancel_plan' && random.chance(0.5)) leavesAfter = random.whole({ low: 3, high: 32 });
  else if (isBad && random.chance(0.2)) leavesAfter = random.whole({ low: 8, high: 95 });
  customer.endedAt = Math.min(customer.endedAt, createdAt + leavesAfter * dayMs);
}

/** Who was not helped writes again within days, mostly about the same. */
function followUpOf(ticket: YearTicket, random: Random): FollowUp | null {
  const { life, customer, theme, removed } = ticket;
  if (removed !== null || customer.email.startsWith('alerts@')) return null;
  const unhelped = Number.isNaN(life.solvedAt) || !Number.isNaN(life.reopenedAt) || life.replies > 4;
  if (!random.chance(unhelped ? 0.26 : 0.07)) return null;
  const from = Number.isNaN(life.solvedAt) ? life.createdAt + 2 * dayMs : life.solvedAt;
  const at = Math.floor((from + 2 * hourMs + random.exponential(4 * dayMs)) / 1000) * 1000;
  const channel = random.chance(0.7) ? ticket.channel : 'Email';
  return {
    at,
    channel: channel === 'Phone' ? 'Email' : channel,
    theme: random.chance(0.8) ? theme : null,
    customer,
  };
}
