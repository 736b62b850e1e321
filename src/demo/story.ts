import { dayMs, deskWeek, hourMs, localTime, sundayShift, type Week, zoneMs } from './desk-hours.ts';
import type { GroupName, Theme } from './theme.ts';

/** What happens to the sample desk in its year, as days counted back from the end. */
export interface Story {
  /** End of the data: a local midnight; nothing is later. */
  readonly until: number;
  readonly start: number;
  /** The payment provider is down for some days of one week. */
  readonly outage: { readonly from: number; readonly to: number };
  /** Two people join the delivery team, and it becomes faster for good. */
  readonly teamChange: number;
  /** Local days on which the desk is closed. */
  isDayOff(day: number): boolean;
}

const days = 364;

export function createStory(until: number): Story {
  const back = (count: number): number => until - count * dayMs;
  const dayOf = (at: number): number => Math.floor((at + zoneMs) / dayMs);
  const feast = dayOf(back(228));
  const secondFeast = dayOf(back(160));
  return {
    until,
    start: back(days),
    outage: { from: back(48) + 3 * hourMs, to: back(44) + 15 * hourMs },
    teamChange: back(75),
    isDayOff: (day) => (day >= feast && day < feast + 5) || (day >= secondFeast && day < secondFeast + 3),
  };
}

const weekdayLoad = [0.72, 1.3, 1.12, 1.05, 1.02, 0.86, 0.95];

/** How many tickets a local day brings, relative to the others, before chance. */
export function loadOf(day: number, story: Story): number {
  const at = day * dayMs - zoneMs;
  const growth = 1 + (0.25 * (at - story.start)) / (story.until - story.start);
  return weekdayLoad[localTime(at).weekday] * growth * (story.isDayOff(day) ? 0.35 : 1);
}

/** How much of a theme there is at an instant: one grows, one appears, one was mended in spring. */
export function trendOf(theme: Theme, at: number, story: Story): number {
  const left = (story.until - at) / dayMs;
  if (theme.id === 'app_crashes') return left < 70 ? 0.7 + 1.6 * (1 - left / 70) : 0.7;
  if (theme.id === 'cashback_missing') return left < 56 ? 1.6 : 0;
  if (theme.id === 'coupon_not_working') return left < 150 ? 0.25 : 1.2;
  return 1;
}

/** Median working hours to the first answer by e-mail. */
const answerHours: Readonly<Record<GroupName, number>> = {
  Deliveries: 2.4,
  Billing: 3.4,
  'Accounts and app': 1.8,
  'Product quality': 2.9,
};

/** How slow a group is at an instant, in working hours to the first answer. */
export function answerHoursOf(group: GroupName, at: number, story: Story): number {
  let hours = answerHours[group];
  if (group === 'Deliveries' && at >= story.teamChange) hours *= 0.55;
  if (isOutage(at, story)) hours *= group === 'Billing' ? 3.5 : 1.35;
  else if (group === 'Billing' && at >= story.outage.to) hours *= 1.9;
  if (localTime(at).weekday === 1) hours *= 1.25;
  return hours;
}

/** How much longer solving takes than usual. */
export function solveFactorOf(group: GroupName, at: number, story: Story): number {
  if (group === 'Deliveries' && at >= story.teamChange) return 0.75;
  return group === 'Billing' && at >= story.outage.from ? 1.6 : 1;
}

/** How many tickets are left lying: since the outage the billing team does not keep up. */
export function leftLyingOf(group: GroupName, at: number, story: Story): number {
  return group === 'Billing' && at >= story.outage.from ? 0.17 : 0.014;
}

export const isOutage = (at: number, { outage }: Story): boolean => at >= outage.from && at < outage.to;

/** The hours a group keeps: deliveries and chats are looked after on Sundays, too. */
export const weekOf = (group: GroupName, channel: string): Week =>
  group === 'Deliveries' || channel === 'Chat' || channel === 'Phone' ? sundayShift : deskWeek;
