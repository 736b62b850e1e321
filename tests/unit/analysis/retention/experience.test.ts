import { describe, expect, it } from 'vitest';
import { retentionOf } from '../../../../src/analysis/retention/index.ts';
import type { ExperienceEffect, Retention } from '../../../../src/model/retention.ts';
import { utc } from '../../../../src/time/zone.ts';
import { DAY, HOUR, readFiles } from '../../../desk.ts';
import { seededRandom } from '../../stats/seeded-random.ts';

const START = Date.UTC(2024, 0, 1);
const DAYS = 540;

interface Simulated {
  readonly desk: Awaited<ReturnType<typeof readFiles>>['desk'];
  /** Share still there at the end, of those who ever wrote and of those who never did. */
  readonly naive: { readonly wrote: number; readonly silent: number };
}

/**
 * Customers who come within two months, leave at a constant rate, and write at a constant rate for as long as they
 * stay. `harm` multiplies the rate of leaving for 90 days after a late answer; 1: support changes nothing.
 */
async function simulate({
  seed,
  customers,
  harm,
}: {
  seed: number;
  customers: number;
  harm: number;
}): Promise<Simulated> {
  const { uniform } = seededRandom(seed);
  const exponential = (mean: number): number => -mean * Math.log(uniform());
  const people = ['Customer email,Started at,Ended at'];
  const tickets = ['Ticket ID,Created at,First response at,Solved at,Status,Requester'];
  const iso = (day: number): string => new Date(Math.round(START + day * DAY)).toISOString();
  const sums = { wrote: [0, 0], silent: [0, 0] };
  let id = 0;
  for (let c = 0; c < customers; c++) {
    const from = uniform() * 60;
    const asks: { at: number; late: boolean }[] = [];
    for (let at = from + exponential(220); at < DAYS; at += exponential(220))
      asks.push({ at, late: uniform() < 0.25 });
    let end = DAYS + 1;
    for (let at = from; at < DAYS; at++) {
      const isHurt = asks.some((ask) => ask.late && ask.at < at && ask.at > at - 90);
      if (uniform() < 1 - Math.exp(-(isHurt ? harm : 1) / 600)) {
        end = at + uniform();
        break;
      }
    }
    people.push(`p${c}@example.org,${iso(from)},${end < DAYS ? iso(end) : ''}`);
    const own = asks.filter(({ at }) => at < end);
    for (const { at, late } of own) {
      const answer = START + at * DAY + (late ? 30 + 10 * uniform() : 1 + uniform()) * HOUR;
      const stamp = new Date(Math.round(answer)).toISOString();
      tickets.push(`${++id},${iso(at)},${stamp},${stamp},solved,p${c}@example.org`);
    }
    const side = sums[own.length > 0 ? 'wrote' : 'silent'];
    side[0]++;
    if (end > DAYS) side[1]++;
  }
  for (const day of [0, DAYS]) tickets.push(`${++id},${iso(day)},,,open,nobody@example.org`);
  const { desk } = await readFiles(
    { 'customers.csv': `${people.join('\n')}\n`, 'tickets.csv': `${tickets.join('\n')}\n` },
    { asOf: iso(DAYS) },
  );
  return {
    desk,
    naive: { wrote: sums.wrote[1] / sums.wrote[0], silent: sums.silent[1] / sums.silent[0] },
  };
}

const study = ({ desk }: Simulated): Retention =>
  retentionOf(desk, { kind: 'customers', every: 'month', zone: utc, weekStarts: 1 }) as Retention;
const effectOf = (found: Retention, experience: string): ExperienceEffect =>
  found.experience?.effects.find((effect) => effect.experience === experience) as ExperienceEffect;

describe('what customers lived through', () => {
  // Sixty such desks of 800 customers (seeds 100 to 159): whole lives differ by 41 points, landmarks by 0.3 on average; no
  // verdict but noise, and 98.8 % of the 95 % intervals hold 0.
  it('finds no effect where there is none, though whole lives look very different', async () => {
    let alarms = 0;
    let sum = 0;
    const seeds = [1, 2, 3, 4, 5, 6];
    for (const seed of seeds) {
      const simulated = await simulate({ seed, customers: 1500, harm: 1 });
      // Who stays long has more chances to write: far apart without any effect.
      expect(Math.abs(simulated.naive.wrote - simulated.naive.silent)).toBeGreaterThan(0.2);
      const effect = effectOf(study(simulated), 'ticket');
      expect(Math.abs(effect.difference?.value ?? 1)).toBeLessThan(0.08);
      sum += effect.difference?.value ?? 1;
      if (effect.verdict !== 'noise') alarms++;
    }
    expect(Math.abs(sum / seeds.length)).toBeLessThan(0.02);
    expect(alarms).toBeLessThanOrEqual(1);
  }, 60_000);

  it('finds an effect that is there', async () => {
    const found = study(await simulate({ seed: 11, customers: 3000, harm: 4 }));
    const late = effectOf(found, 'late_against_in_time');
    expect(late.verdict).toBe('real');
    expect(late.difference?.value).toBeLessThan(-0.1);
    expect(effectOf(found, 'answered_in_time').verdict).toBe('noise');
    // Three of four answers came within two hours or so: late is beyond that.
    expect(found.experience?.limit).toMatchObject({ by: 'quarter' });
  }, 60_000);

  it('counts landmarks back from as-of, as far as tickets reach', async () => {
    const simulated = await simulate({ seed: 3, customers: 200, harm: 1 });
    const { experience } = study(simulated);
    // 540 days: 90 ahead, then every 90 days while 90 days of tickets lie before.
    expect(experience?.landmarks.map((at) => Math.round((at - START) / DAY))).toEqual([
      90, 180, 270, 360, 450,
    ]);
    expect(experience?.days).toBe(90);
  });
});

describe('a landmark by hand', () => {
  // As-of is day 181 after 1 January: one landmark, day 91; days 1 to 91 are looked at, the outcome on day 181.
  const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
  const files = (
    people: readonly (readonly [start: number, end: number | null, tickets: readonly string[]])[],
  ) => {
    const customers = ['Customer email,Started at,Ended at'];
    const tickets = ['Ticket ID,Created at,First response at,Status,Requester,Satisfaction rating'];
    let id = 100;
    people.forEach(([start, end, own], i) => {
      customers.push(`p${i}@example.org,${day(start)},${end === null ? '' : day(end)}`);
      for (const ticket of own) tickets.push(`${++id},${ticket.replace('WHO', `p${i}@example.org`)}`);
    });
    tickets.push(`1,${day(0)},,open,stranger@example.org,`, `2,${day(181)},,open,stranger@example.org,`);
    return { 'customers.csv': `${customers.join('\n')}\n`, 'tickets.csv': `${tickets.join('\n')}\n` };
  };

  it('looks only at customers of the whole window and at what happened in it', async () => {
    const ask = (at: number): string => `${day(at)},${day(at)},solved,WHO,`;
    const { desk } = await readFiles(
      files([
        // Began within the window: not looked at.
        [5, null, [ask(50)]],
        // Left before the landmark: not looked at.
        [-400, 60, [ask(50)]],
        // Wrote before the window only: no ticket; stays.
        [-400, null, [ask(0.5)]],
        // Wrote after the landmark only: no ticket; leaves.
        [-400, 150, [ask(100)]],
        // Wrote on day 40; leaves on day 170.
        [-30, 170, [ask(40)]],
        // Wrote on day 40; leaves after the outcome was looked at.
        [-30, null, [ask(40)]],
      ]),
      { asOf: day(181) },
    );
    const found = retentionOf(desk, { kind: 'customers', every: 'month', zone: utc, weekStarts: 1 });
    const ticket = effectOf(found as Retention, 'ticket');
    expect(found?.experience).toMatchObject({ observations: 4, customers: 4 });
    expect(found?.experience?.landmarks).toEqual([Date.parse(day(91))]);
    expect([ticket.exposed.kept, ticket.exposed.n, ticket.others.kept, ticket.others.n]).toEqual([
      1, 2, 1, 2,
    ]);
    expect(ticket.verdict).toBe('too_few');
  });
});

describe('the same recurring issue again', () => {
  it('is an experience where issues are known', async () => {
    const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
    const customers = ['Customer email,Started at,Ended at'];
    const tickets = ['Ticket ID,Created at,Status,Requester'];
    const issue: number[] = [];
    const add = (who: string, at: number, code: number): void => {
      tickets.push(`${tickets.length},${day(at)},open,${who}@example.org`);
      issue.push(code);
    };
    // Others left long before, so that ends are known from early on.
    for (let i = 0; i < 20; i++) customers.push(`q${i}@example.org,${day(-600)},${day(-590 + 20 * i)}`);
    for (let i = 0; i < 60; i++) {
      // A third has issue 7 twice and leaves, a third two different ones, a third one ticket in no issue twice: all stay.
      customers.push(`p${i}@example.org,${day(-300)},${i % 3 === 0 ? day(120) : ''}`);
      add(`p${i}`, 30, i % 3 === 2 ? 0 : 7);
      add(`p${i}`, 60, i % 3 === 0 ? 7 : i % 3 === 1 ? 8 : 0);
    }
    add('stranger', 0, 0);
    add('stranger', 181, 0);
    const { desk } = await readFiles(
      { 'customers.csv': `${customers.join('\n')}\n`, 'tickets.csv': `${tickets.join('\n')}\n` },
      { asOf: day(181) },
    );
    const found = retentionOf(desk, {
      kind: null,
      every: 'month',
      zone: utc,
      weekStarts: 1,
      issues: Uint32Array.from(issue),
    }) as Retention;
    const { exposed, others, difference, verdict } = effectOf(found, 'problem_repeated');
    expect([exposed.kept, exposed.n, others.kept, others.n]).toEqual([0, 20, 40, 40]);
    expect(difference?.value).toBe(-1);
    expect(verdict).toBe('real');
  });
});

describe('customers and tickets that do not know each other', () => {
  it('say so instead of calling everybody silent', async () => {
    const { desk } = await readFiles({
      'customers.csv':
        'Customer email,Started at,Ended at\nann@example.org,2025-01-01,\nbo@example.org,2025-01-03,2026-02-01\n',
      'tickets.csv':
        'Ticket ID,Created at,Status,Requester\n1,2025-05-01T00:00:00Z,open,Ann Ray\n2,2026-05-01T00:00:00Z,open,Bo Lee\n',
    });
    const found = retentionOf(desk, { kind: null, every: null, zone: utc, weekStarts: 1 });
    expect(found).toMatchObject({
      experience: null,
      noExperience: 'not_matched',
      matched: { tickets: 0, of: 2 },
    });
  });

  it('meet through the organization where customers are firms', async () => {
    const { desk } = await readFiles(
      {
        'customers.csv': 'Customer,Started at,Ended at\nAcme,2025-01-01,\nByte & Co,2025-01-03,2026-02-01\n',
        'tickets.csv':
          'Ticket ID,Created at,Status,Requester,Organization\n1,2025-05-01T00:00:00Z,open,ann@example.org,Acme\n2,2026-05-01T00:00:00Z,open,bo@example.org,Byte & Co\n',
      },
      { kinds: { 'customers.csv': 'customers' } },
    );
    const found = retentionOf(desk, { kind: null, every: null, zone: utc, weekStarts: 1 });
    expect(found?.matched).toEqual({ tickets: 2, of: 2, by: 'organization' });
  });
});
