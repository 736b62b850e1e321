import { dayMs } from './desk-hours.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import type { GroupName, Language } from './theme.ts';
import { organizations, wordsOf } from './words.ts';

export const plans = ['Starter', 'Family', 'Business'] as const;
export type Plan = (typeof plans)[number];

export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly plan: Plan;
  readonly organization: string;
  readonly startedAt: number;
  /** Infinity while the customer stays. Bad experiences bring it nearer. */
  endedAt: number;
}

export interface Agent {
  readonly name: string;
  readonly group: GroupName;
  /** Factor on the time an answer takes. */
  readonly pace: number;
  /** What this person adds to a rating, in points. */
  readonly charm: number;
  readonly from: 'start' | 'team_change';
  /** Days before the end on which this person left. */
  readonly leftDaysBack?: number;
}

export const agents: readonly Agent[] = [
  { name: 'Farhana Akter', group: 'Deliveries', pace: 0.85, charm: 0.15, from: 'start' },
  { name: 'Rakib Hasan', group: 'Deliveries', pace: 1.1, charm: 0, from: 'start' },
  { name: 'Sunil Yadav', group: 'Deliveries', pace: 1, charm: -0.05, from: 'start' },
  { name: 'Tania Islam', group: 'Deliveries', pace: 1.05, charm: 0.1, from: 'start' },
  { name: 'Imran Chowdhury', group: 'Deliveries', pace: 0.8, charm: 0.1, from: 'team_change' },
  { name: 'Meera Joshi', group: 'Deliveries', pace: 0.75, charm: 0.2, from: 'team_change' },
  { name: 'Priya Nair', group: 'Billing', pace: 0.9, charm: 0.2, from: 'start' },
  { name: 'Tanvir Hossain', group: 'Billing', pace: 1.35, charm: -0.25, from: 'start' },
  { name: 'Anjali Verma', group: 'Billing', pace: 1, charm: 0, from: 'start' },
  { name: 'Nasrin Sultana', group: 'Billing', pace: 0.8, charm: 0.1, from: 'start', leftDaysBack: 58 },
  { name: 'Daniel Gomes', group: 'Accounts and app', pace: 1, charm: 0.05, from: 'start' },
  { name: 'Shreya Das', group: 'Accounts and app', pace: 0.9, charm: 0.15, from: 'start' },
  { name: 'Arif Mahmud', group: 'Accounts and app', pace: 1.15, charm: -0.1, from: 'start' },
  { name: 'Rupa Barua', group: 'Product quality', pace: 0.95, charm: 0.1, from: 'start' },
  { name: 'Vikram Singh', group: 'Product quality', pace: 1.1, charm: 0, from: 'start' },
];

/** Who of a group works at an instant. */
export function teamAt(group: GroupName, at: number, story: Story): readonly Agent[] {
  return agents.filter(
    (agent) =>
      agent.group === group &&
      (agent.from === 'start' || at >= story.teamChange) &&
      (agent.leftDaysBack === undefined || at < story.until - agent.leftDaysBack * dayMs),
  );
}

/** Share of a plan's customers who leave in a month for reasons of their own. */
const monthlyChurn: Readonly<Record<Plan, number>> = { Starter: 0.027, Family: 0.015, Business: 0.008 };
const monthMs = 30.44 * dayMs;
const mailHosts = ['example.com', 'example.org', 'example.net'] as const;

/** The customers of the year: more than half were there before it began, the others came during it. */
export function createCustomers(count: number, random: Random, story: Story): Customer[] {
  const used = new Set<string>();
  return Array.from({ length: count }, () => createCustomer(random, story, used));
}

function createCustomer(random: Random, story: Story, used: Set<string>): Customer {
  const language = (['en', 'bn', 'hi'] as const)[random.weighted([0.5, 0.31, 0.19])];
  const words = wordsOf[language];
  const name = `${random.pick(words.givenNames)} ${random.pick(words.familyNames)}`;
  const plan = plans[random.weighted([0.61, 0.31, 0.08])];
  const organization = plan === 'Business' ? random.pick(organizations) : '';
  let email = '';
  do {
    const host = organization ? `${slugOf(organization)}.example` : random.pick(mailHosts);
    email = `${slugOf(name, '.')}${random.whole({ low: 1, high: 999 })}@${host}`;
  } while (used.has(email));
  used.add(email);
  const year = story.until - story.start;
  const startedAt = random.chance(0.62)
    ? story.start - Math.min(random.exponential(400 * dayMs), 1500 * dayMs)
    : story.start + random.next() * year;
  const stay = random.exponential(monthMs / monthlyChurn[plan]);
  const endedAt = Math.max(startedAt, story.start) + stay;
  return { name, email, language, plan, organization, startedAt, endedAt };
}

const slugOf = (text: string, between = '-'): string => text.toLowerCase().replace(/[^a-z]+/g, between);
