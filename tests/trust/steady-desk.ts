/** Minutes, hours and days in milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday, 5 January 2026: the desk runs from half a year before it. */
export const monday = Date.UTC(2026, 0, 5);

export interface DeskTicket {
  readonly id: number;
  readonly created: number;
  readonly answered: number;
  readonly solved: number;
  readonly group: string;
  readonly channel: string;
  readonly priority: string;
  readonly requester: number;
  /** 1–5, where somebody rated it. */
  readonly rating: number | null;
}

/** mulberry32: a small generator of the same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface DeskOptions {
  readonly seed: number;
  readonly perWeek: number;
  readonly weeks: number;
  /** Factor on answers and ends from this instant on. */
  readonly slower?: { readonly from: number; readonly by: number };
  /** Arrivals as many times as usual in a stretch of time. */
  readonly outage?: { readonly from: number; readonly to: number; readonly times: number };
  /** A further team from this instant on, with so many of the tickets that the others have together. */
  readonly team?: { readonly from: number; readonly share: number };
}

/**
 * A desk that never changes (but for what is asked for): Poisson arrivals, more on weekdays and by day; log-normal
 * answers (median 1 h) and ends (median 10 h, p90 about 4 days); a third of the tickets rated.
 */
export function steadyDesk({ seed, perWeek, weeks, slower, outage, team }: DeskOptions): DeskTicket[] {
  const random = randomOf(seed);
  // Of a generator of its own: the same seed gives the same arrivals with and without ratings.
  const rate = randomOf(seed + 1_000_003);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
  const tickets: DeskTicket[] = [];
  const start = monday - 26 * 7 * DAY;
  const hours = (26 + weeks) * 7 * 24;
  // 5 weekdays of 10 full hours and 14 at a tenth, weekends at a fifth of that: 12.8 full hours a weekday.
  const fullHours = 5 * 11.4 + 2 * 11.4 * 0.2;
  for (let hour = 0; hour < hours; hour++) {
    const inDay = hour % 24;
    const weight = (inDay >= 8 && inDay < 18 ? 1 : 0.1) * (Math.floor(hour / 24) % 7 < 5 ? 1 : 0.2);
    const at = start + hour * HOUR;
    const times = outage && at >= outage.from && at < outage.to ? outage.times : 1;
    const isJoined = team !== undefined && at >= team.from;
    const count = poisson((perWeek * weight * times * (isJoined ? 1 + team.share : 1)) / fullHours, random);
    for (let i = 0; i < count; i++) {
      const created = Math.floor((start + (hour + random()) * HOUR) / 1000) * 1000;
      const factor = slower && created >= slower.from ? slower.by : 1;
      const answered = created + Math.ceil(factor * Math.exp(normal()) * 3600) * 1000;
      const solved = answered + Math.ceil(factor * Math.exp(1.7 * normal()) * 36_000) * 1000;
      tickets.push({
        id: tickets.length + 1,
        created,
        answered,
        solved,
        group:
          isJoined && random() < team.share / (1 + team.share) ? 'Delta' : pick(['Alpha', 'Beta', 'Gamma']),
        channel: pick(['Email', 'Email', 'Web']),
        priority: pick(['normal', 'normal', 'high', 'low']),
        requester: Math.floor(random() * perWeek * 8),
        rating: rate() < 0.3 ? ratings[Math.floor(rate() * ratings.length)] : null,
      });
    }
  }
  return tickets;
}

/** Three of four are good. */
const ratings = [5, 5, 5, 4, 4, 4, 2, 1];

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count++;
  }
  return count;
}
