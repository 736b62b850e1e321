import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { periodsOf } from '../src/analysis/segments/periods.ts';
import type { Desk } from '../src/model/desk.ts';
import type { Verdict } from '../src/model/report.ts';
import { measureChanges } from '../src/questions/figures.ts';
import { parseMetricRequests } from '../src/questions/metric-requests.ts';
import { utc } from '../src/time/zone.ts';
import { projectRoot } from './cli.ts';
import { ask, DAY, frameOf, HOUR, readFiles } from './desk.ts';
import { seededRandom } from './unit/stats/seeded-random.ts';

// Desks whose truth is known, through the whole road: what a comparison and a median say of them.

const header = 'Ticket ID,Created at,First response at,Solved at,Status,CSAT';
const stamp = (at: number): string => new Date(at).toISOString();
/** A Monday. */
const monday = Date.UTC(2025, 0, 6);

const page = (name: string): string =>
  readFileSync(path.join(projectRoot, 'docs', name), 'utf8').replace(/\s+/g, ' ');

interface DeskPlan {
  readonly days: number;
  readonly seed: number;
  /** By how much everything takes longer on a day than usual; 1 = as ever. */
  readonly factor: (day: number) => number;
  /** How much days differ beyond chance: standard deviation of the logarithm of durations. */
  readonly between: number;
}

/** Some forty tickets a day, half on weekends, slower on Mondays; days differ as real days do. */
async function simulatedDesk({ days, seed, factor, between }: DeskPlan): Promise<Desk> {
  const random = seededRandom(seed);
  const rows: string[] = [];
  const end = monday + days * DAY;
  for (let day = 0; day < days; day++) {
    const weekday = day % 7;
    const busy = (weekday > 4 ? 20 : 40) * Math.exp(0.15 * random.normal());
    const slow = factor(day) * Math.exp(between * random.normal() + (weekday === 0 ? 0.3 : 0));
    const good = 0.8 - (weekday === 0 ? 0.05 : 0) + 0.06 * random.normal();
    for (let i = 0; i < Math.round(busy); i++) {
      const at = monday + day * DAY + Math.floor(random.uniform() * DAY);
      const answer = at + Math.round(HOUR * slow * Math.exp(random.normal()));
      const solve = answer + Math.round(8 * HOUR * slow * Math.exp(1.2 * random.normal()));
      const rating = random.uniform() < 0.5 ? (random.uniform() < good ? 'good' : 'bad') : '';
      const [isAnswered, isSolved] = [answer <= end, solve <= end];
      rows.push(
        [
          rows.length,
          stamp(at),
          isAnswered ? stamp(answer) : '',
          isSolved ? stamp(solve) : '',
          isSolved ? 'solved' : 'open',
          isSolved ? rating : '',
        ].join(','),
      );
    }
  }
  const { desk } = await readFiles(
    { 't.csv': `${[header, ...rows].join('\n')}\n` },
    { asOf: stamp(end), complete: true },
  );
  return desk;
}

interface Stretch {
  readonly since: number;
  readonly until: number;
}

/** The verdicts of `metrics --since … --until … --compare previous`, by figure. */
function verdictsOf(desk: Desk, metrics: string, { since, until }: Stretch): [string, Verdict | null][] {
  const [from, to] = [since, until].map((at) => stamp(at).slice(0, 10));
  const range = { period: null, since: from, until: to, every: null, zone: utc, weekStarts: 1 };
  const { results, changes } = measureChanges(desk, {
    metrics: parseMetricRequests(metrics.split(','), []),
    by: [],
    totals: false,
    top: null,
    where: null,
    periods: periodsOf(range, desk),
    clocks: ['calendar'],
    frame: frameOf(desk),
    compare: 'previous',
  });
  return results
    .flatMap(({ figures }) => figures)
    .map((figure) => [`${figure.metric}.${figure.stat}`, changes.get(figure)?.verdict ?? null]);
}

/** How often each figure is called real or small in a run of its own a period, over the periods of a desk. */
function alarms(desk: Desk, { metrics, from, days }: { metrics: string; from: number; days: number }) {
  const rates = new Map<string, { alarms: number; of: number }>();
  for (let since = from; since + days * DAY <= desk.asOf; since += days * DAY) {
    for (const [figure, verdict] of verdictsOf(desk, metrics, { since, until: since + days * DAY })) {
      const rate = rates.get(figure) ?? { alarms: 0, of: 0 };
      rates.set(figure, rate);
      rate.of++;
      if (verdict === 'real' || verdict === 'small') rate.alarms++;
    }
  }
  return rates;
}

const single = [
  'created',
  'first_response_time.p50',
  'first_response_time.p90',
  'resolution_time.p50',
  'resolution_time.km_p50',
  'csat',
  'csat_mean',
];

describe('a desk that does not change, though its days differ', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await simulatedDesk({ days: 7 * 130, seed: 5, factor: () => 1, between: 0.3 });
  }, 60_000);

  it.each([7, 28])(
    'is called changed in at most 6 % of comparisons of %i days',
    { timeout: 120_000 },
    (days) => {
      let [all, of] = [0, 0];
      for (const metrics of single) {
        for (const rate of alarms(desk, { metrics, from: monday + 70 * DAY, days }).values()) {
          all += rate.alarms;
          of += rate.of;
        }
      }
      expect(of).toBeGreaterThan(200);
      expect(all / of).toBeLessThanOrEqual(0.06);
      // A rule that finds nothing would pass, too.
      expect(all).toBeGreaterThan(0);
    },
  );
});

describe('a desk that takes a fifth longer every other four weeks', () => {
  it('is found out in most comparisons, as the page says', { timeout: 120_000 }, async () => {
    const desk = await simulatedDesk({
      days: 28 * 30,
      seed: 6,
      factor: (day) => (Math.floor(day / 28) % 2 === 0 ? 1 : 1.2),
      between: 0.1,
    });
    const text = page('comparisons.md');
    for (const [metrics, name] of [
      ['first_response_time.p50', 'median first response'],
      ['resolution_time.p50', 'median resolution'],
    ]) {
      const [found] = alarms(desk, { metrics, from: monday + 28 * DAY, days: 28 }).values();
      expect(found.alarms / found.of, metrics).toBeGreaterThan(0.6);
      expect(text).toContain(`${found.alarms} of ${found.of} for the ${name}`);
    }
  });
});

describe('a desk with a third of its tickets still open', () => {
  const SIZE = 9000;
  const DAYS = 14;
  const times: number[] = [];
  let desk: Desk;
  beforeAll(async () => {
    const random = seededRandom(9);
    const end = monday + DAYS * DAY;
    const rows = Array.from({ length: SIZE }, (_, i) => {
      const at = monday + Math.floor(random.uniform() * DAYS * DAY);
      const isSlow = random.uniform() < 0.35;
      const usual = isSlow ? 15 * DAY : 20 * HOUR;
      const time = Math.round(usual * Math.exp((isSlow ? 0.5 : 0.8) * random.normal()));
      times.push(time);
      const isSolved = at + time <= end;
      return `${i},${stamp(at)},,${isSolved ? stamp(at + time) : ''},${isSolved ? 'solved' : 'open'},`;
    });
    times.sort((a, b) => a - b);
    ({ desk } = await readFiles(
      { 't.csv': `${[header, ...rows].join('\n')}\n` },
      { asOf: stamp(end), complete: true },
    ));
  }, 60_000);

  it('takes as long as it does for those that wait, too, and the page shows the figures', () => {
    const truth = (times[SIZE / 2 - 1] + times[SIZE / 2]) / 2;
    const [counted, solvedOnly] = ask(desk, 'resolution_time.km_p50,resolution_time.p50');
    const [median, low, high] = [counted.value, counted.low, counted.high].map(Number);
    expect(Number(counted.open) / counted.n).toBeGreaterThan(1 / 3);
    expect(Math.abs(median / truth - 1)).toBeLessThan(0.05);
    expect(low < truth && truth < high).toBe(true);
    expect(Number(solvedOnly.value) / truth).toBeLessThan(0.6);
    const hours = (value: number): string => (value / HOUR).toFixed(1);
    const text = page('open-tickets.md');
    expect(text).toContain(`9,000 tickets in ${DAYS} days, of which 35 % are slow`);
    expect(text).toContain(`${Math.round((100 * Number(counted.open)) / SIZE)} % are still open`);
    expect(text).toContain(`once all are solved | ${hours(truth)} h |`);
    expect(text).toContain(`| ${hours(median)} h (95 % interval ${hours(low)} to ${hours(high)} h) |`);
    expect(text).toContain(`solved tickets only | ${hours(Number(solvedOnly.value))} h |`);
  });

  it.each(['1d', '3d', '7d'])('solves within %s as many as it does in truth', (limit) => {
    const [within] = ask(desk, `resolution_time.solved_within_${limit}`);
    const truth = times.filter((time) => time <= Number.parseInt(limit, 10) * DAY).length / SIZE;
    expect(Number(within.value)).toBeGreaterThan(truth - 0.015);
    expect(Number(within.value)).toBeLessThan(truth + 0.015);
  });
});
