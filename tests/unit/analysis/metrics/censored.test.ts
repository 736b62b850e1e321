import { describe, expect, it } from 'vitest';
import { periodsOf } from '../../../../src/analysis/segments/periods.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { parseExpectation } from '../../../../src/query/expectation.ts';
import { checkDesk } from '../../../../src/questions/check.ts';
import { metricInfos } from '../../../../src/questions/metric-requests.ts';
import { businessDuration } from '../../../../src/time/calendar.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, DAY, frameOf, HOUR, readFiles } from '../../../desk.ts';
import { hours } from '../sla/sla-desk.ts';

const head = 'id,created_at,first_response_at,solved_at,closed_at,status,group\n';
const stamp = (hour: number): string => new Date(Date.UTC(2026, 10, 2) + hour * HOUR).toISOString();

async function deskOf(rows: readonly string[], asOf = stamp(10 * 24)): Promise<Desk> {
  const { desk } = await readFiles({ 't.csv': `${head}${rows.join('\n')}\n` }, { asOf });
  return desk;
}

/** Answered after 1, 2, … 7 hours; three are still open without an answer. */
const sevenOfTen = [
  ...[1, 2, 3, 4, 5, 6, 7].map((h) => `a${h},${stamp(0)},${stamp(h)},,,open,Billing`),
  ...[1, 2, 3].map((i) => `b${i},${stamp(0)},,,,open,Billing`),
];

const check = (desk: Desk, text: string, more: Parameters<typeof frameOf>[1] = {}) => {
  const expectation = parseExpectation(text, { metrics: metricInfos() });
  return checkDesk(desk, {
    expectations: [
      {
        expectation,
        name: null,
        by: expectation.by.map(({ name }) => name),
        where: expectation.where,
        period: null,
      },
    ],
    frame: frameOf(desk, more),
    expectedSegments: new Map(),
    baseline: null,
  });
};

describe('statistics in which open tickets count', () => {
  it('know that three of ten were never answered', async () => {
    const desk = await deskOf(sevenOfTen);
    const [p50, p90, kmP50, kmP90, within4h] = ask(
      desk,
      'first_response_time.p50,first_response_time.p90,first_response_time.km_p50,first_response_time.km_p90,first_response_time.solved_within_4h',
    );
    // Of the seven answered ones: the fourth, and R-7 at 0.9 · 6 = 5.4 → 6.4 h.
    expect(p50.value).toBe(4 * HOUR);
    expect(p90.value).toBeCloseTo(6.4 * HOUR, 3);
    // Of all ten: 5 of 10 by 5 h, flat until the sixth at 6 h: the middle. Nine of ten: never.
    expect(kmP50).toMatchObject({ value: 5.5 * HOUR, n: 10, open: 3, kind: 'duration' });
    expect(kmP90).toMatchObject({
      value: null,
      n: 10,
      isNotReached: true,
      reason: { english: expect.stringContaining('not reached') },
    });
    expect(within4h).toMatchObject({ value: 0.4, kind: 'share', n: 10 });
  });

  it('take finishing without an answer as an end after which none can come', async () => {
    const rows = [
      ...[1, 2, 3, 4].map((h) => `a${h},${stamp(0)},${stamp(h)},,,open,Billing`),
      `c,${stamp(0)},,,${stamp(1.5)},closed,Billing`,
    ];
    const [within] = ask(await deskOf(rows), 'first_response_time.solved_within_4h');
    // Aalen–Johansen without censoring: 4 of 5. Kaplan–Meier with the closed one censored would say 100 %.
    expect(within).toMatchObject({ value: 0.8, n: 5, open: 0 });
  });

  it('censor what is younger than the time asked for', async () => {
    const rows = [
      `1,${stamp(0)},,${stamp(10)},,solved,Billing`,
      `2,${stamp(0)},,${stamp(30)},,solved,Billing`,
      // Created 20 h before as-of: of it nothing is known beyond 20 h.
      `3,${stamp(30)},,,,open,Billing`,
    ];
    const desk = await deskOf(rows, stamp(50));
    const [within, median] = ask(desk, 'resolution_time.solved_within_1d,resolution_time.km_p50');
    // By 24 h: one of three at 10 h (two at risk after it), the third one leaves at 20 h: 1/3.
    expect(within.value).toBeCloseTo(1 / 3, 12);
    // At 30 h the last one at risk is solved: 1/3 + 2/3 · 1 = 1 ≥ ½.
    expect(median.value).toBe(30 * HOUR);
  });

  it('are not known beyond what was watched', async () => {
    const rows = [`1,${stamp(0)},,${stamp(10)},,solved,Billing`, `2,${stamp(0)},,,,open,Billing`];
    const [week] = ask(await deskOf(rows, stamp(3 * 24)), 'resolution_time.solved_within_7d');
    expect(week).toMatchObject({ value: null, n: 2 });
  });

  it('measure working time on the business clock, where a day has no fixed length', async () => {
    const nineToSix = hours('Mon-Fri 09:00-18:00');
    const businessTime = (from: number, to: number): number => businessDuration(nineToSix, from, to);
    // Monday 00:00 → 12:00: three working hours; the other is open since.
    const desk = await deskOf([
      `1,${stamp(0)},,${stamp(12)},,solved,Billing`,
      `2,${stamp(0)},,,,open,Billing`,
    ]);
    const [within, day] = ask(desk, 'resolution_time.solved_within_4h,resolution_time.solved_within_1d', {
      clocks: ['business'],
      businessTime,
    });
    expect(within).toMatchObject({ value: 0.5, clock: 'business' });
    expect(day).toMatchObject({ value: null, status: 'unavailable' });
  });

  it('are unavailable of an export of solved tickets, of counts and without working hours', async () => {
    const rows = [...Array(30).keys()].map(
      (i) => `${i},${stamp(i)},${stamp(i + 1)},${stamp(i + 200)},,solved,Billing`,
    );
    const { desk } = await readFiles({ 't.csv': `${head}${rows.join('\n')}\n` }, {});
    const solvedOnly: Desk = { ...desk, coverage: { ...desk.coverage, cut: 'solved' } };
    expect(ask(solvedOnly, 'resolution_time.km_p50')[0]).toMatchObject({
      status: 'unavailable',
      reason: { english: expect.stringContaining('solved tickets only') },
    });
    expect(ask(desk, 'resolution_time.km_p50', { clocks: ['business'] })[0]).toMatchObject({
      status: 'unavailable',
    });
    expect(() => ask(desk, 'created.km_p50')).toThrow(/no statistic/);
    expect(() => ask(desk, 'next_response_time.solved_within_1d')).toThrow(/no statistic/);
  });

  it('belong to the period of creation, and leave older tickets of a touched export out', async () => {
    const desk = await deskOf(sevenOfTen);
    const request = { period: '2026-11-03', since: null, until: null, every: null, zone: utc, weekStarts: 1 };
    expect(periodsOf(request, desk)).toHaveLength(1);
    expect(ask(desk, 'first_response_time.km_p50', { period: '2026-11-03' })[0]).toMatchObject({
      value: null,
      n: 0,
    });
    const touched: Desk = { ...desk, coverage: { ...desk.coverage, bulkFrom: Date.parse(stamp(1)) } };
    expect(ask(touched, 'first_response_time.km_p50')[0].n).toBe(0);
  });

  it('take the helpdesk’s own minutes where it gives no stamps', async () => {
    const rows = [60, 120, 180].map((minutes, i) => `${i},${stamp(0)},solved,${minutes}`);
    const { desk } = await readFiles(
      {
        't.csv': `Id,Created at,Status,Full resolution time in minutes\n${[...rows, `9,${stamp(0)},open,`].join('\n')}\n`,
      },
      { asOf: stamp(240) },
    );
    // Of four, two by 2 h, flat until the third at 3 h: the middle. Of the three solved ones alone: 2 h.
    const [all, solved] = ask(desk, 'resolution_time.km_p50,resolution_time.p50');
    expect(all).toMatchObject({ value: 2.5 * HOUR, n: 4, open: 1 });
    expect(solved).toMatchObject({ value: 2 * HOUR, n: 3 });
  });

  it('split by segments that sum to the whole', async () => {
    const desk = await deskOf([...sevenOfTen, `x,${stamp(0)},${stamp(1)},,,open,`]);
    const parts = ask(desk, 'first_response_time.km_p50', { by: ['group'] });
    expect(parts.map(({ segment, n }) => [segment.group, n])).toEqual([
      ['Billing', 10],
      [null, 1],
    ]);
  });
});

describe('a check on a quantile of created tickets', () => {
  it('is not passed by a desk that never answers 30 %', async () => {
    const desk = await deskOf(sevenOfTen);
    const [{ verdict, value, reason }] = check(desk, 'first_response_time.p90 < 24h min 5');
    expect({ verdict, value }).toEqual({ verdict: 'fail', value: Number.POSITIVE_INFINITY });
    expect(reason?.english).toContain('3 still open counted');
    expect(check(desk, 'first_response_time.p50 < 6h')[0]).toMatchObject({
      verdict: 'pass',
      value: 5.5 * HOUR,
      n: 10,
    });
  });

  it('may ask for the median with open tickets counted in; one not reached passes nothing', async () => {
    // Solved after 10, 20 … 60 h; four are open since ten days: by 50 h five of ten, flat until 60 h: the middle, 55 h.
    const rows = (open: number): string[] => [
      ...[1, 2, 3, 4, 5, 6].map((i) => `s${i},${stamp(0)},,${stamp(10 * i)},,solved,Billing`),
      ...Array.from({ length: open }, (_, i) => `o${i},${stamp(0)},,,,open,Billing`),
    ];
    const desk = await deskOf(rows(4));
    expect(check(desk, 'resolution_time.km_p50 < 2d')[0]).toMatchObject({
      verdict: 'fail',
      value: 55 * HOUR,
      n: 10,
    });
    expect(check(desk, 'resolution_time.km_p50 < 3d')[0].verdict).toBe('pass');
    // Of those solved, the median of 10 … 60 h would be 35 h.
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(35 * HOUR);
    const slow = await deskOf(rows(9));
    expect(check(slow, 'resolution_time.km_p50 < 300d')[0]).toMatchObject({
      verdict: 'fail',
      value: Number.POSITIVE_INFINITY,
    });
    expect(check(desk, 'resolution_time.solved_within_3d >= 60%')[0].verdict).toBe('pass');
  });

  it('agrees to the last digit with metrics where nothing is open', async () => {
    const desk = await deskOf(sevenOfTen.slice(0, 7));
    for (const stat of ['p50', 'p75', 'p90'] as const) {
      const [shown] = ask(desk, `first_response_time.${stat}`);
      const [result] = check(desk, `first_response_time.${stat} < 99h min 1`);
      expect([result.value, result.n, result.low, result.high]).toEqual([
        shown.value,
        shown.n,
        shown.low,
        shown.high,
      ]);
    }
  });

  it('counts waits still open, too', async () => {
    const tickets = 'id,created_at,status,requester\n1,2026-11-02T00:00:00Z,open,ana@example.com\n';
    const messages = `ticket_id,sent_at,author,author_role,public,text\n${[
      '1,2026-11-02T00:00:00Z,ana@example.com,customer,true,a',
      '1,2026-11-02T01:00:00Z,Ben,agent,true,b',
      '1,2026-11-02T02:00:00Z,ana@example.com,customer,true,c',
    ].join('\n')}\n`;
    const { desk } = await readFiles(
      { 't.csv': tickets, 'm.csv': messages },
      { kinds: { 't.csv': 'tickets', 'm.csv': 'messages' }, asOf: '2026-11-04T00:00:00Z' },
    );
    expect(check(desk, 'next_response_time.p90 < 10h min 1')[0]).toMatchObject({
      verdict: 'fail',
      n: 2,
      reason: { english: expect.stringContaining('1 still open counted') },
    });
  });

  it('has no data outside the files, or where no ticket fits', async () => {
    const desk = await deskOf(sevenOfTen);
    expect(check(desk, "created < 3 where group = 'Warehouse'")[0]).toMatchObject({
      verdict: 'no_data',
      reason: { english: 'no ticket fits the filter' },
    });
    expect(check(desk, 'created < 3 where channel = chat')[0]).toMatchObject({ verdict: 'unavailable' });
    expect(check(desk, 'first_response_time.p50@business < 3h')[0]).toMatchObject({
      verdict: 'unavailable',
      clock: 'business',
    });
    const expectation = parseExpectation('created < 3', { metrics: metricInfos() });
    const period = {
      start: Date.parse(stamp(0)) - 9 * DAY,
      end: Date.parse(stamp(0)) - 2 * DAY,
      label: 'before',
      complete: true,
    };
    const [outside] = checkDesk(desk, {
      expectations: [{ expectation, name: null, by: [], where: null, period }],
      frame: frameOf(desk),
      expectedSegments: new Map(),
      baseline: null,
    });
    expect(outside).toMatchObject({
      verdict: 'no_data',
      reason: { english: 'the files hold nothing of this period' },
    });
  });
});
