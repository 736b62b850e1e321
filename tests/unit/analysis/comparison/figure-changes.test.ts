import { beforeAll, describe, expect, it } from 'vitest';
import { overviewOf } from '../../../../src/analysis/overview/overview.ts';
import { periodsOf } from '../../../../src/analysis/segments/periods.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import type { FigureChange } from '../../../../src/model/figure-change.ts';
import type { Figure } from '../../../../src/model/metric.ts';
import { measureChanges } from '../../../../src/questions/figures.ts';
import { parseMetricRequests } from '../../../../src/questions/metric-requests.ts';
import type { ComparisonMode } from '../../../../src/time/period-series.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, DAY, frameOf, HOUR, MINUTE, readFiles } from '../../../desk.ts';
import { seededRandom } from '../../stats/seeded-random.ts';

/** A Monday, 2026-W23. */
const monday = Date.UTC(2026, 5, 1);
const WEEK = 7 * DAY;
const stamp = (at: number): string => new Date(at).toISOString();

interface Ask {
  readonly period?: string;
  readonly every?: 'day' | 'week' | 'month';
  readonly compare?: ComparisonMode;
  readonly by?: readonly string[];
  readonly minGroup?: number;
}

type Row = Figure & FigureChange & { readonly isCompared: boolean };

/** Figures with what became of them, as `metrics --compare` prints them. */
function compared(desk: Desk, metrics: string, ask: Ask = {}): Row[] {
  const request = {
    period: ask.period ?? null,
    since: null,
    until: null,
    every: ask.every ?? null,
    zone: utc,
    weekStarts: 1,
  };
  const { results, changes } = measureChanges(desk, {
    metrics: parseMetricRequests(metrics.split(','), []),
    by: ask.by ?? [],
    totals: false,
    top: null,
    where: null,
    periods: periodsOf(request, desk),
    clocks: ['calendar'],
    frame: frameOf(desk),
    minGroup: ask.minGroup ?? null,
    compare: ask.compare ?? 'previous',
  });
  const nothing: FigureChange = {
    before: null,
    beforeN: null,
    change: null,
    low: null,
    high: null,
    verdict: null,
    limits: null,
    effect: null,
  };
  return results
    .flatMap(({ figures }) => figures)
    .map((figure) => {
      const change = changes.get(figure);
      const { low, high, ...rest } = change ?? nothing;
      return { ...figure, ...rest, low, high, isCompared: change !== undefined };
    });
}

async function deskOf(rows: readonly string[], asOf: number, header = plainHeader): Promise<Desk> {
  const { desk } = await readFiles(
    { 't.csv': `${[header, ...rows].join('\n')}\n` },
    { asOf: stamp(asOf), complete: true },
  );
  return desk;
}
const plainHeader = 'Ticket ID,Created at,First response at,Solved at,Status,Group,CSAT';

/** Ten rated tickets a day: so many of them good. */
function ratedDays(from: number, good: readonly number[], group = 'Billing'): string[] {
  return good.flatMap((hits, day) =>
    Array.from({ length: 10 }, (_, i) => {
      const at = from + day * DAY + (i + 1) * HOUR;
      const rating = i < hits ? 'good' : 'bad';
      return `${group[0]}${at},${stamp(at)},${stamp(at + HOUR)},${stamp(at + 2 * HOUR)},solved,${group},${rating}`;
    }),
  );
}

const before = [8, 2, 8, 2, 5, 5, 5];
const after = [9, 9, 9, 9, 5, 9, 9];

describe('a figure beside the one before', () => {
  it('says how often a value of the period lies above one before, whatever statistic is asked for', async () => {
    // Two tickets a day, answered after 1 and 3 hours, then after 2 and 3: of the four pairs of any two days two lie
    // higher (2 over 1, 3 over 1), one lower (2 under 3) and one is equal: (2 + ½) / 4.
    const week = (from: number, hours: readonly number[]): string[] =>
      Array.from({ length: 7 }, (_, day) =>
        hours.map((long, i) => {
          const at = from + day * DAY + i * HOUR;
          return `${at},${stamp(at)},${stamp(at + long * HOUR)},,open,Billing,`;
        }),
      ).flat();
    const desk = await deskOf([...week(monday, [1, 3]), ...week(monday + WEEK, [2, 3])], monday + 2 * WEEK);
    const [median, p90, count, mean] = compared(
      desk,
      'first_response_time.p50,first_response_time.p90,created,first_response_time.mean',
      { period: '2026-W24' },
    );
    expect([median.effect, p90.effect]).toEqual([0.625, 0.625]);
    expect([count.effect, mean.effect]).toEqual([null, null]);
  });

  it('has the interval of the change by days, as computed with SciPy', async () => {
    const desk = await deskOf(
      [...ratedDays(monday, before), ...ratedDays(monday + WEEK, after)],
      monday + 2 * WEEK,
    );
    const [share] = compared(desk, 'csat', { period: '2026-W24' });
    // Python: e = (hits − 10 θ) / 70 of each week, V = 7/6 Σ (e₁ − e₀)², deff = V / (Σ θ (1 − θ) / 70) = 2.1665,
    // t = scipy.stats.t.ppf(.975, 6); Wilson's limits at n = 70 / deff with t in place of 1.96; MOVER.
    expect(share).toMatchObject({
      value: 59 / 70,
      before: 35 / 70,
      beforeN: 70,
      verdict: 'real',
      limits: null,
    });
    expect(share.change).toBeCloseTo(0.34285714285714286, 12);
    expect(share.low).toBeCloseTo(0.05650203273617499, 9);
    expect(share.high).toBeCloseTo(0.5643873101179682, 9);
    // Of pairs of an answer after and one before: θ₁(1 − θ₀) better, and half of those alike.
    expect(share.effect).toBeCloseTo((59 / 70) * (35 / 70) + 0.5 * ((59 / 70) * 0.5 + (11 / 70) * 0.5), 12);
  });

  it('is that of each segment against itself', async () => {
    const rows = [
      ...ratedDays(monday, before),
      ...ratedDays(monday + WEEK, after),
      ...ratedDays(monday, after, 'Technical'),
      ...ratedDays(monday + WEEK, after, 'Technical'),
    ];
    const desk = await deskOf(rows, monday + 2 * WEEK);
    const [billing, technical] = compared(desk, 'csat', { period: '2026-W24', by: ['group'] });
    expect(billing).toMatchObject({ segment: { group: 'Billing' }, before: 35 / 70 });
    expect(billing.low).toBeCloseTo(0.05650203273617499, 9);
    expect(technical).toMatchObject({ before: 59 / 70, change: 0, verdict: 'noise' });
  });

  it('hides a segment that was too small to be shown before', async () => {
    const rows = [
      ...ratedDays(monday, before),
      ...ratedDays(monday + WEEK, after),
      ...ratedDays(monday, [1], 'Technical').slice(0, 3),
      ...ratedDays(monday + WEEK, after, 'Technical'),
    ];
    const desk = await deskOf(rows, monday + 2 * WEEK);
    const [, technical] = compared(desk, 'csat', { period: '2026-W24', by: ['group'], minGroup: 5 });
    expect(technical).toMatchObject({ n: 70, before: null, beforeN: null, change: null, verdict: null });
    expect(compared(desk, 'csat', { period: '2026-W24', by: ['group'] })[1]).toMatchObject({
      before: 1 / 3,
      verdict: 'too_few',
    });
  });

  it('is the one before as it stood at the same lag', async () => {
    // Not at midnight: stamps that are all at midnight are dates.
    const hour = 3_600_000;
    // Each Monday seven tickets, answered after 7 to 13 days; looked at on the day after the second week.
    const rows = [0, 1].flatMap((week) =>
      Array.from({ length: 7 }, (_, i) => {
        const at = monday + week * WEEK + hour;
        const answer = at + (i + 7) * DAY;
        const isKnown = answer <= monday + 2 * WEEK + DAY + hour;
        return `${week}${i},${stamp(at)},${isKnown ? stamp(answer) : ''},,open,A,`;
      }),
    );
    const desk = await deskOf(rows, monday + 2 * WEEK + DAY + hour);
    const [median] = compared(desk, 'first_response_time.p50', { period: '2026-W24' });
    // On 9 June the first week, too, knew only the answers after seven and eight days.
    expect(median).toMatchObject({ n: 2, open: 5, before: 7.5 * DAY, beforeN: 2, change: 0 });
    const [all] = compared(desk, 'first_response_time.km_p50', { period: '2026-W24' });
    expect(all).toMatchObject({ value: null, before: null });
  });

  it('is whole where only whole windows count', async () => {
    // One ticket a day for ten weeks, each requester twice in a row: half of first tickets come back.
    const header = 'Ticket ID,Created at,Status,Requester';
    const rows = Array.from(
      { length: 70 },
      (_, day) => `${day},${stamp(monday + day * DAY + HOUR)},open,c${day >> 1}@example.org`,
    );
    const desk = await deskOf(rows, monday + 70 * DAY, header);
    const weeks = compared(desk, 'repeat_contact_rate', { every: 'week' });
    const known = weeks.filter(({ value }) => value !== null);
    expect(known.length).toBeGreaterThan(4);
    for (const week of known.slice(1)) expect(week.before).not.toBeNull();
  });

  it('enters no comparison while slow tickets from before the export are missing', async () => {
    const { desk } = await readFiles(
      {
        't.csv': `${[plainHeader, ...ratedDays(monday, before), ...ratedDays(monday + WEEK, after)].join('\n')}\n`,
      },
      { asOf: stamp(monday + 2 * WEEK) },
    );
    const rows = compared(desk, 'resolution_time.p50', { every: 'week' });
    expect(rows[0].status).toBe('edge');
    expect(rows[1]).toMatchObject({ status: 'ok', before: null, verdict: null });
  });

  it('has no verdict where the statistic knows no comparison, and none without a period before', async () => {
    const desk = await deskOf(
      [...ratedDays(monday, before), ...ratedDays(monday + WEEK, after)],
      monday + 2 * WEEK,
    );
    const [mean] = compared(desk, 'first_response_time.mean', { period: '2026-W24' });
    expect(mean).toMatchObject({ before: HOUR, change: 0, low: null, high: null, verdict: null });
    expect(compared(desk, 'csat', { period: '2026-W23' })[0]).toMatchObject({ isCompared: false });
    expect(compared(desk, 'csat', { period: '2026-W24', compare: 'year-ago' })[0].isCompared).toBe(false);
  });
});

/** So many tickets in each week, spread over its days, all answered within the hour. */
const weeksOf = (counts: readonly number[], from = monday): string[] =>
  counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, i) => {
      const at = from + week * WEEK + (i % 7) * DAY + (i + 1) * MINUTE;
      return `${week}-${i},${stamp(at)},${stamp(at + 10 * MINUTE + (i % 5) * MINUTE)},${stamp(at + HOUR)},solved,A,`;
    }),
  );

describe('counts', () => {
  // Mean 12, moving ranges 2 1 2 1 2 3 2 (mean 13/7): limits 12 ± 2.66 · 13/7.
  const counts = [10, 12, 11, 13, 12, 14, 11, 13];

  it('are judged by the limits of the periods before them', async () => {
    const desk = await deskOf(weeksOf([...counts, 17]), monday + 9 * WEEK);
    const weeks = compared(desk, 'created', { every: 'week' });
    expect(weeks.map(({ verdict }) => verdict)).toEqual([null, ...Array(7).fill('too_few'), 'unusual', null]);
    expect(weeks[8]).toMatchObject({ value: 17, before: 13, change: 4, low: null, high: null });
    expect(weeks[8].limits?.low).toBeCloseTo(12 - (2.66 * 13) / 7, 12);
    expect(weeks[8].limits?.high).toBeCloseTo(12 + (2.66 * 13) / 7, 12);
    const usual = await deskOf(weeksOf([...counts, 16]), monday + 9 * WEEK);
    expect(compared(usual, 'created', { every: 'week' })[8].verdict).toBe('noise');
  });

  it('are held against the weeks of a year ago by the limits of that time', async () => {
    // A year of 12 a week on end would make 30 of this week real against last week's 29, but not against a year ago's 30.
    const year = Array.from({ length: 62 }, (_, week) => (week < 10 ? 30 + (week % 2) : 12 + (week % 2)));
    const desk = await deskOf(weeksOf([...year.slice(0, 61), 31]), monday + 62 * WEEK);
    const period = '2027-W31';
    expect(compared(desk, 'created', { period })[0]).toMatchObject({
      value: 31,
      before: 12,
      verdict: 'real',
    });
    expect(compared(desk, 'created', { period, compare: 'year-ago' })[0]).toMatchObject({
      value: 31,
      before: 31,
      verdict: 'noise',
    });
    // How far a stock moves in a year, weeks do not tell.
    expect(compared(desk, 'backlog', { period, compare: 'year-ago' })[0].verdict).toBe('too_few');
    expect(compared(desk, 'backlog', { period })[0].verdict).toBe('noise');
  });

  it('lend their limits to figures of periods under four days', async () => {
    const days = Array.from({ length: 70 }, (_, day) => ({ day, n: 6 }));
    const rows = days.flatMap(({ day, n }) =>
      Array.from({ length: n }, (_, i) => {
        const at = monday + day * DAY + (i + 1) * HOUR;
        const answer = (30 + ((day * 5) % 3) + i) * MINUTE * (day === 69 ? 3 : 1);
        return `${day}-${i},${stamp(at)},${stamp(at + answer)},${stamp(at + 6 * HOUR)},solved,A,`;
      }),
    );
    const desk = await deskOf(rows, monday + 70 * DAY);
    const found = compared(desk, 'first_response_time.p50', { every: 'day' });
    // The last day is as-of itself, and empty.
    expect(found.at(-3)).toMatchObject({ verdict: 'noise', low: null, high: null });
    expect(found.at(-2)).toMatchObject({ verdict: 'unusual', value: 97.5 * MINUTE });
    // The twelve days before: 32.5, 33.5 or 34.5 minutes; a moving range is 1 or 2.
    expect(found.at(-2)?.limits?.high).toBeLessThan(40 * MINUTE);
  });
});

describe('customers', () => {
  it('count as independent: the difference of two shares (Newcombe 1998, table II a)', async () => {
    // 80 customers of whom 48 stay through June, then 70 at its end: 22 join, of whom and the 48 in all 56 stay in July.
    const day = (month: number): string => `2026-0${month}-15`;
    const customers = ['Customer email,Started at,Ended at'];
    // Others left month by month long before, so that ends are known from early on.
    for (let i = 0; i < 24; i++)
      customers.push(`q${i}@x.org,2023-01-01,${stamp(Date.UTC(2024, 3 + i, 10)).slice(0, 10)}`);
    for (let i = 0; i < 80; i++)
      customers.push(`a${i}@x.org,2025-01-01,${i < 32 ? day(6) : i < 46 ? day(7) : ''}`);
    for (let i = 0; i < 22; i++) customers.push(`b${i}@x.org,2026-06-10,`);
    const { desk } = await readFiles(
      { 'customers.csv': `${customers.join('\n')}\n` },
      { kinds: { 'customers.csv': 'customers' }, asOf: '2026-08-01T00:00:00Z' },
    );
    const [rate] = compared(desk, 'retention_rate', { period: '2026-07' });
    expect(rate).toMatchObject({ value: 56 / 70, n: 70 });
    expect(rate).toMatchObject({ before: 48 / 80, beforeN: 80, verdict: 'real' });
    expect(rate.low).toBeCloseTo(0.0524, 4);
    expect(rate.high).toBeCloseTo(0.3339, 4);
  });
});

describe('statistics with open tickets counted in', () => {
  it('compare as shares do where nothing is open', async () => {
    // Answered within the hour: as many of ten a day as were rated good in the test above.
    const week = (from: number, quick: readonly number[]): string[] =>
      quick.flatMap((hits, day) =>
        Array.from({ length: 10 }, (_, i) => {
          const at = from + day * DAY + (i + 1) * HOUR;
          return `${at},${stamp(at)},${stamp(at + (i < hits ? 30 * MINUTE : 3 * HOUR))},${stamp(at + 5 * HOUR)},solved,A,`;
        }),
      );
    const desk = await deskOf(
      [...week(monday, before), ...week(monday + WEEK, after)],
      monday + 2 * WEEK + DAY,
    );
    const [share] = compared(desk, 'first_response_time.solved_within_1h', { period: '2026-W24' });
    expect(share).toMatchObject({ value: 59 / 70, before: 35 / 70, kind: 'share' });
    // The limits of an incidence are log-log ones where Wilson's stood above: near, not equal.
    expect(share.low).toBeCloseTo(0.0565, 1);
    expect(share.high).toBeCloseTo(0.5644, 1);
    expect(share.verdict).toBe('real');
  });
});

describe('the figures before', () => {
  const random = seededRandom(11);
  let desk: Desk;
  let shuffled: Desk;
  beforeAll(async () => {
    const rows = Array.from({ length: 14 * 70 }, (_, i) => {
      const at = monday + Math.floor(i / 10) * DAY + 8 * HOUR + (i % 10) * HOUR;
      const answer = Math.round(Math.exp(Math.log(HOUR) + random.normal()));
      const solve = answer + Math.round(Math.exp(Math.log(DAY) + 1.2 * random.normal()));
      const isSolved = at + solve < monday + 14 * WEEK;
      const end = isSolved ? stamp(at + solve) : '';
      const group = i % 3 === 0 ? 'A' : 'B';
      return `${i},${stamp(at)},${stamp(at + answer)},${end},${isSolved ? 'solved' : 'open'},${group},${random.uniform() < 0.8 ? 'good' : 'bad'}`;
    });
    desk = await deskOf(rows, monday + 14 * WEEK);
    shuffled = await deskOf(
      [...rows].sort(() => random.uniform() - 0.5),
      monday + 14 * WEEK,
    );
  });

  it('are those of the report, and so are the verdicts on counts', () => {
    const period = '2026-W36';
    const overview = overviewOf(desk, {
      period: { period, since: null, until: null, every: null },
      compare: 'previous',
      frame: frameOf(desk),
      by: [],
      top: null,
      minGroup: null,
      where: null,
    });
    const own = overview.headlines.filter((figure) => figure.period?.label === period && figure.before);
    expect(own.length).toBeGreaterThan(7);
    const names = own.map(({ metric, stat, kind }) => (kind === 'duration' ? `${metric}.${stat}` : metric));
    const rows = compared(desk, names.join(','), { period });
    for (const [i, figure] of own.entries()) {
      expect([rows[i].metric, rows[i].before, rows[i].value]).toEqual([
        figure.metric,
        figure.before?.value,
        figure.now.value,
      ]);
      if (figure.kind === 'count') expect(rows[i].verdict).toBe(figure.verdict);
    }
    const [counted] = compared(desk, 'resolution_time.km_p50', { period });
    expect(counted.open).toBeGreaterThan(0);
    expect(own.find(({ metric, stat }) => metric === 'resolution_time' && stat === 'p50')?.withOpen).toEqual({
      value: counted.value,
      // Without --compare the interval is that of the figure, not of its change.
      low: ask(desk, 'resolution_time.km_p50', { period })[0].low,
      high: ask(desk, 'resolution_time.km_p50', { period })[0].high,
      n: counted.n,
      open: counted.open,
      status: 'ok',
    });
  });

  it('do not depend on the order of rows', () => {
    const all = 'created,backlog,first_response_time.p50,resolution_time.p90,resolution_time.km_p50,csat';
    const plain = (each: Desk) =>
      compared(each, all, { every: 'week', by: ['group'] }).map(({ period: _, ...row }) => row);
    expect(JSON.stringify(plain(shuffled))).toBe(JSON.stringify(plain(desk)));
  });
});
