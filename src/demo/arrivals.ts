import { dayMs, hourMs, localTime, zoneMs } from './desk-hours.ts';
import { type Channel, channels, type Priority } from './life.ts';
import type { Random } from './random.ts';
import { isOutage, loadOf, type Story, trendOf, weekOf } from './story.ts';
import type { GroupName, Theme } from './theme.ts';
import { themes } from './themes.ts';

/** How much is written in each hour of the local day. */
const hourLoad = [
  0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 0.8, 1.8, 3, 4.5, 5.5, 5.8, 5.2, 4.6, 4.4, 4.5, 4.6, 4.8, 5, 5.2, 5, 4, 2.4,
  1,
];

export interface Arrival {
  readonly at: number;
  readonly channel: Channel;
  /** Null for questions that nobody else asks. */
  readonly theme: Theme | null;
}

/** Ordinary tickets of the year and those that the outage adds, in the order in which they come. */
export function createArrivals(
  counts: { readonly ordinary: number; readonly outage: number },
  random: Random,
  story: Story,
): Arrival[] {
  const firstDay = Math.floor((story.start + zoneMs) / dayMs);
  const loads = Array.from(
    { length: Math.round((story.until - story.start) / dayMs) },
    (_, index) => loadOf(firstDay + index, story) * random.lognormal({ median: 1, sigma: 0.09 }),
  );
  const arrivals: Arrival[] = [];
  for (let index = 0; index < counts.ordinary; index++) {
    arrivals.push(ordinaryArrival({ day: firstDay + random.weighted(loads), random, story }));
  }
  const failed = themes.find((theme) => theme.id === 'payment_failed')!;
  for (let index = 0; index < counts.outage; index++) {
    // Most of it comes at once; it fades as people learn of it.
    const span = story.outage.to - story.outage.from;
    const at = story.outage.from + Math.min(random.exponential(0.35), 0.999) * span;
    const moved = waking(at, random);
    arrivals.push({
      at: moved,
      channel: channelAt(moved, [0.3, 0.42, 0.16, 0.12], { random, story }),
      theme: failed,
    });
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

function ordinaryArrival(given: { day: number; random: Random; story: Story }): Arrival {
  const { day, random, story } = given;
  const hour = random.weighted(hourLoad);
  const at = day * dayMs - zoneMs + hour * hourMs + Math.floor(random.next() * 3600) * 1000;
  const year = (at - story.start) / (story.until - story.start);
  const weights = [0.5 - 0.06 * year, 0.23 + 0.08 * year, 0.16, 0.11];
  return { at, channel: channelAt(at, weights, { random, story }), theme: themeAt(at, random, story) };
}

/** People find out at an hour at which they shop: what would fall into the night comes in the morning. */
function waking(at: number, random: Random): number {
  const whole = Math.floor(at / 1000) * 1000;
  const { time } = localTime(whole);
  return time < 7 * hourMs ? whole + 7 * hourMs - time + Math.floor(random.next() * 5400) * 1000 : whole;
}

function channelAt(
  at: number,
  weights: readonly number[],
  { random, story }: { readonly random: Random; readonly story: Story },
): Channel {
  const channel = channels[random.weighted(weights)];
  if (channel !== 'Phone') return channel;
  // Nobody calls a closed desk: such a call becomes an e-mail.
  const { weekday, time, day } = localTime(at);
  const hours = story.isDayOff(day) ? null : weekOf('Deliveries', 'Phone')[weekday];
  return hours && time >= hours[0] * hourMs && time < (hours[1] - 0.2) * hourMs ? 'Phone' : 'Email';
}

function themeAt(at: number, random: Random, story: Story): Theme | null {
  if (random.chance(0.035)) return null;
  return themes[random.weighted(themes.map((theme) => theme.weight * trendOf(theme, at, story)))];
}

/** Questions without a theme are shared out among the groups. */
export function groupOf(theme: Theme | null, random: Random): GroupName {
  const groups: readonly GroupName[] = ['Deliveries', 'Accounts and app', 'Product quality'];
  return theme?.group ?? random.pick(groups);
}

export function priorityOf(given: {
  readonly theme: Theme | null;
  readonly business: boolean;
  readonly at: number;
  readonly random: Random;
  readonly story: Story;
}): Priority {
  const { theme, business, at, random, story } = given;
  let pressing = (theme?.pressing ?? 0) * (business ? 1.6 : 1);
  if (theme?.id === 'payment_failed' && isOutage(at, story)) pressing = 0.85;
  if (random.chance(pressing)) return random.chance(0.35) ? 'Urgent' : 'High';
  return random.chance(0.18) ? 'Low' : 'Normal';
}
