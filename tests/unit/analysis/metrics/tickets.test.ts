import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../../src/model/desk.ts';
import { ask, DAY, HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

// Seven tickets small enough to work everything out by hand. As-of is 2026-03-31T00:00Z (the last update).
//  id created        answered  solved            status    requester  replies reopens csat
//  1  Mar 01 09:00   10:00     Mar 01 13:00      closed    ann        1       0       5
//  2  Mar 01 10:00   13:00     Mar 03 10:00      closed    bob        2       0       2
//  3  Mar 02 08:00   08:30     Mar 02 09:00      solved    ann        1       1       –
//  4  Mar 05 12:00   –         –                 open      cid        –       –       –
//  5  Mar 10 00:00   –         – (closed Mar 12) closed    dan        0       0       –
//  6  Mar 29 10:00   10:10     Mar 29 11:00      solved    eve        1       0       4
//  7  Mar 30 00:00   Mar 30 05:00 –              pending   bob        1       0       –
//  8  Mar 30 01:00   merged: leaves every figure
const tickets = `Ticket ID,Created at,First response at,Solved at,Closed at,Updated at,Status,Group,Requester,Replies,Reopens,Satisfaction rating (1-5)
1,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z,2026-03-01T13:00:00Z,2026-03-08T13:00:00Z,2026-03-08T13:00:00Z,Closed,A,ann@example.com,1,0,5
2,2026-03-01T10:00:00Z,2026-03-01T13:00:00Z,2026-03-03T10:00:00Z,2026-03-10T10:00:00Z,2026-03-10T10:00:00Z,Closed,B,bob@example.com,2,0,2
3,2026-03-02T08:00:00Z,2026-03-02T08:30:00Z,2026-03-02T09:00:00Z,,2026-03-02T09:00:00Z,Solved,A,ann@example.com,1,1,
4,2026-03-05T12:00:00Z,,,,2026-03-05T12:00:00Z,Open,B,cid@example.com,0,0,
5,2026-03-10T00:00:00Z,,,2026-03-12T00:00:00Z,2026-03-12T00:00:00Z,Closed,A,dan@example.com,0,0,
6,2026-03-29T10:00:00Z,2026-03-29T10:10:00Z,2026-03-29T11:00:00Z,,2026-03-29T11:00:00Z,Solved,A,eve@example.com,1,0,4
7,2026-03-30T00:00:00Z,2026-03-30T05:00:00Z,,,2026-03-31T00:00:00Z,Pending,,bob@example.com,1,0,
8,2026-03-30T01:00:00Z,,,,2026-03-30T01:00:00Z,Merged,A,bob@example.com,0,0,
`;

async function desk(): Promise<Desk> {
  return (await readFiles({ 'tickets.csv': tickets })).desk;
}

describe('metrics of a ticket export, worked out by hand', () => {
  it('takes as-of from the newest stamp and takes merged tickets out', async () => {
    const it = await desk();
    expect(it.asOf).toBe(Date.UTC(2026, 2, 31));
    expect(it.tickets.rows).toBe(7);
    expect([...it.removed]).toEqual([['merged', 1]]);
  });

  it('counts what came, what was solved and what lies there', async () => {
    const it = await desk();
    expect(value(it, 'created')).toBe(7);
    expect(value(it, 'solved')).toBe(4);
    expect(value(it, 'backlog')).toBe(2); // 4 and 7
    expect(value(it, 'unanswered')).toBe(1); // 4
    expect(value(it, 'closed_unanswered')).toBe(1); // 5
    expect(value(it, 'closed_unsolved')).toBe(1); // 5
  });

  it('measures first response on answered tickets, counting those still open', async () => {
    const [mean, p50, p90, max] = ['mean', 'p50', 'p90', 'max'].map((stat) => `first_response_time.${stat}`);
    const figures = ask(await desk(), [mean, p50, p90, max].join(','));
    // 60, 180, 30, 10, 300 minutes: mean 116; sorted 10 30 60 180 300: p90 at h = 3.6 → 180 + .6 · 120.
    expect(figures.map((figure) => figure.value)).toEqual([
      116 * MINUTE,
      60 * MINUTE,
      252 * MINUTE,
      300 * MINUTE,
    ]);
    expect(figures.map(({ n, open }) => [n, open])).toEqual([
      [5, 1],
      [5, 1],
      [5, 1],
      [5, 1],
    ]);
    expect(figures.map(({ status }) => status)).toEqual(['ok', 'ok', 'too_few', 'ok']);
  });

  it('measures full resolution from creation to the last solve', async () => {
    // 4 h, 48 h, 1 h, 1 h.
    const figures = ask(await desk(), 'resolution_time.mean,resolution_time.p50,resolution_time.max');
    expect(figures.map((figure) => figure.value)).toEqual([13.5 * HOUR, 2.5 * HOUR, 48 * HOUR]);
    expect(figures[0].n).toBe(4);
  });

  it('measures the age of the backlog at as-of', async () => {
    // Ticket 4: Mar 05 12:00 → Mar 31 = 25.5 days; ticket 7: 1 day.
    const figures = ask(await desk(), 'backlog_age.min,backlog_age.max');
    expect(figures.map((figure) => figure.value)).toEqual([1 * DAY, 25.5 * DAY]);
  });

  it('divides the backlog by the pace of four weeks', async () => {
    // From Mar 03 00:00: 2 (Mar 03), 5 (Mar 12), 6 (Mar 29) left: 3 in 28 days; 2 ÷ (3 ÷ 28).
    expect(value(await desk(), 'backlog_days')).toBeCloseTo(2 / (3 / 28), 12);
  });

  it('knows one-touch, replies and reopens of solved tickets', async () => {
    const it = await desk();
    expect(value(it, 'one_touch_rate')).toBe(3 / 4); // 1, 3, 6 of 1, 2, 3, 6
    expect(value(it, 'replies')).toBe(5 / 4);
    expect(value(it, 'reopen_rate')).toBe(1 / 4); // by count only: 3
  });

  it('looks only at windows that are over', async () => {
    const it = await desk();
    // The oldest ticket's 30 days end on Mar 31 09:00, nine hours after as-of.
    expect(ask(it, 'repeat_contact_rate')[0]).toMatchObject({ value: null, n: 0, status: 'window_open' });
    // A day later ann's first (she came back on Mar 02) and bob's (he did on Mar 30, 29 days later) are over.
    const later = (await readFiles({ 'tickets.csv': tickets }, { asOf: '2026-04-01T00:00:00Z' })).desk;
    expect(ask(later, 'repeat_contact_rate')[0]).toMatchObject({ value: 1, n: 2 });
    // First solves with 7 days behind them: 1, 2, 3. 1: ann back within 7 days. 2: two replies. 3: reopened.
    const [fcr] = ask(it, 'first_contact_resolution');
    expect([fcr.value, fcr.n]).toEqual([0, 3]);
    // 1 came back (ann, Mar 02), 2 not within 7 days, 3 not.
    const [noRepeat] = ask(it, 'no_repeat_rate');
    expect([noRepeat.value, noRepeat.n]).toEqual([2 / 3, 3]);
  });

  it('counts top box and mean of the ratings on the tickets', async () => {
    const it = await desk();
    expect(value(it, 'csat')).toBe(2 / 3);
    expect(value(it, 'csat_mean')).toBeCloseTo(11 / 3, 12);
    expect(value(it, 'csat_response_rate')).toBe(3 / 4);
  });

  it('says why a metric is not there, and never 0', async () => {
    const [figure] = ask(await desk(), 'next_response_time.p50');
    expect(figure).toMatchObject({ value: null, n: 0, status: 'unavailable' });
    expect(figure.reason?.english).toContain('messages');
  });

  it('splits by segment, missing values last, and sums to the whole', async () => {
    const figures = ask(await desk(), 'created', { by: ['group'] });
    expect(figures.map(({ segment, value: n }) => [segment.group, n])).toEqual([
      ['A', 4],
      ['B', 2],
      [null, 1],
    ]);
  });

  it('gives totals and puts the small ones together', async () => {
    const figures = ask(await desk(), 'created', { by: ['group'], top: 1, totals: true });
    expect(figures.map(({ segment, value: n }) => [segment.group, n])).toEqual([
      ['(total)', 7],
      ['A', 4],
      ['(others)', 3],
    ]);
  });

  it('gives a row for every week, empty ones too, and keeps the backlog identity', async () => {
    const it = await desk();
    const weeks = ask(it, 'created,solved,closed_unsolved,backlog', { every: 'week' });
    const of = (metric: string) =>
      weeks.filter((figure) => figure.metric === metric).map((figure) => figure.value ?? 0);
    expect(weeks.filter((figure) => figure.metric === 'created').map(({ period }) => period?.label)).toEqual([
      '2026-W09',
      '2026-W10',
      '2026-W11',
      '2026-W12',
      '2026-W13',
      '2026-W14',
    ]);
    expect(of('created')).toEqual([2, 2, 1, 0, 1, 1]);
    expect(of('solved')).toEqual([1, 2, 0, 0, 1, 0]);
    // Ticket 5 was created and closed unsolved in W11.
    expect(of('backlog')).toEqual([1, 1, 1, 1, 1, 2]);
    expect(weeks.at(-1)?.period?.complete).toBe(false);
  });

  it('filters', async () => {
    const it = await desk();
    expect(value(it, 'created', { where: 'status in (open, pending)' })).toBe(2);
    expect(value(it, 'created', { where: 'group is missing or requester contains ann' })).toBe(3);
    expect(value(it, 'created', { where: 'created_at >= 2026-03-10 and not status = closed' })).toBe(2);
    expect(value(it, 'created', { where: 'replies > 1' })).toBe(1);
  });
});
