import { describe, expect, it } from 'vitest';
import { fillCells } from '../../../../src/analysis/metrics/cells.ts';
import { computeFigures } from '../../../../src/analysis/metrics/figures.ts';
import { firstResponseTime } from '../../../../src/analysis/metrics/first-response-time.ts';
import { ObservationList } from '../../../../src/analysis/metrics/observing.ts';
import { repeatContactRate } from '../../../../src/analysis/metrics/repeat-contact-rate.ts';
import { ticketsBehind } from '../../../../src/analysis/metrics/tickets-behind.ts';
import { groupTickets } from '../../../../src/analysis/segments/grouping.ts';
import { codesOf, type Desk } from '../../../../src/model/desk.ts';
import { businessDuration, compileCalendar } from '../../../../src/time/calendar.ts';
import { parseHours } from '../../../../src/time/working-hours.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, DAY, type DeskOptions, HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

const header = 'id,created_at,first_response_at,solved_at,status,group,requester';
async function deskOf(rows: readonly string[], options: DeskOptions = {}): Promise<Desk> {
  return (await readFiles({ 'tickets.csv': `${header}\n${rows.join('\n')}\n` }, options)).desk;
}
const iso = (at: number): string => new Date(at).toISOString();
const start = Date.UTC(2026, 0, 1);

describe('cells', () => {
  const whole = groupTickets({ dimensions: [], rows: 3, mask: null, totals: false, top: null });

  it('sorts values, counts open entries and left out ones by reason', () => {
    const list = new ObservationList(1);
    list.use(0, 10, 7);
    list.use(1, 10, 3);
    list.open(2, 10);
    list.leaveOut(2, 10, 'merged_away');
    list.use(0, Number.NaN, 1);
    const periods = [{ start: 0, end: 20, label: 'a' }];
    const cells = fillCells({ observations: list.done(), grouping: whole, periods, knownUntil: null });
    expect([...cells.values]).toEqual([3, 7]);
    expect([...cells.open]).toEqual([1]);
    expect([...cells.leftOut]).toEqual([['merged_away', 1]]);
  });

  it('takes what is known later than a limit for open', () => {
    const list = new ObservationList(2);
    list.use(0, 1, 5, 100);
    list.use(1, 2, 6, 200);
    const periods = [{ start: 0, end: 10, label: 'a' }];
    const cells = fillCells({ observations: list.done(), grouping: whole, periods, knownUntil: [150] });
    expect([...cells.values]).toEqual([5]);
    expect([...cells.open]).toEqual([1]);
  });

  it('counts the earliest entry of a key a period', () => {
    const list = new ObservationList(4);
    list.use(0, 5, 1);
    list.use(1, 3, 0);
    list.use(2, 15, 1);
    const periods = [
      { start: 0, end: 10, label: 'a' },
      { start: 10, end: 20, label: 'b' },
    ];
    const observations = list.done({ onePer: Uint32Array.from([4, 4, 4]) });
    const cells = fillCells({ observations, grouping: whole, periods, knownUntil: null });
    expect([...cells.values]).toEqual([0, 1]);
    expect([...cells.leftOut]).toEqual([['not_first_in_period', 1]]);
  });
});

describe('what an export cannot say', () => {
  it('marks figures by solve date in the first weeks of a created export', async () => {
    // Resolution takes 1 h, every tenth 10 days: p95 = 10 d, so the first ten days read too fast.
    const rows = Array.from({ length: 60 }, (_, i) => {
      const created = start + i * DAY;
      return `${i},${iso(created)},,${iso(created + (i % 10 === 0 ? 10 * DAY : HOUR))},solved,A,c${i}`;
    });
    const figures = ask(await deskOf(rows), 'resolution_time.p50,created', { every: 'week' });
    const status = (metric: string) =>
      figures.filter((figure) => figure.metric === metric).map((figure) => figure.status);
    // Weeks begin on Dec 29, Jan 5 and Jan 12; from + 10 d is Jan 11.
    expect(status('resolution_time').slice(0, 3)).toEqual(['edge', 'edge', 'ok']);
    // One ticket a day from Thursday on: of its first week three days are missing, of the last one it is running.
    expect(status('created').slice(0, 2)).toEqual(['edge', 'ok']);
    expect(new Set(status('created').slice(1))).toEqual(new Set(['ok']));
    const pinned = ask(await deskOf(rows, { complete: true }), 'resolution_time.p50', { every: 'week' });
    expect(pinned[0].status).not.toBe('edge');
  });

  it('has no backlog in an export of solved tickets, and says so', async () => {
    // Solved in the last ten days, created up to 60 days before: a cut by solve date.
    const rows = Array.from({ length: 200 }, (_, i) => {
      const solved = start + (60 + (i % 10)) * DAY + i * MINUTE;
      const created = i % 20 === 0 ? solved - 50 * DAY : solved - HOUR * (1 + (i % 5));
      return `${i},${iso(created)},${iso(created + 60_000)},${iso(solved)},solved,A,c${i}`;
    });
    const desk = await deskOf(rows);
    expect(desk.coverage.cut).toBe('solved');
    for (const metric of ['backlog', 'backlog_age.p50', 'backlog_days', 'unanswered']) {
      expect(ask(desk, metric)[0], metric).toMatchObject({
        value: null,
        status: 'unavailable',
        reason: {
          english:
            'the export holds solved tickets only, so nothing can be said of open ones; --coverage created says that it holds every ticket',
        },
      });
    }
    const open = `${rows.length},${iso(start + 65 * DAY)},,,open,A,c`;
    expect((await deskOf([...rows, open])).coverage.cut).toBe('touched');
  });

  it('says that windows are open instead of counting young tickets', async () => {
    const rows = [
      '1,2026-03-01T08:00:00Z,,2026-03-02T08:00:00Z,solved,A,ann',
      '2,2026-03-04T08:00:00Z,,,open,A,bob',
    ];
    expect(ask(await deskOf(rows), 'no_repeat_rate')[0]).toMatchObject({
      value: null,
      n: 0,
      status: 'window_open',
    });
    const later = await deskOf(rows, { asOf: '2026-03-09T08:00:00Z' });
    expect(ask(later, 'no_repeat_rate')[0]).toMatchObject({ value: 1, n: 1 });
  });

  it('gives days of work their n, and none before a week has passed', async () => {
    const rows = Array.from({ length: 14 }, (_, i) => {
      const created = start + i * DAY;
      return `${i},${iso(created)},,${i % 2 ? iso(created + HOUR) : ''},${i % 2 ? 'solved' : 'open'},A,c${i}`;
    });
    // 7 solved within 13 days and an hour (as-of is the last solve); 7 lie there.
    const [days] = ask(await deskOf(rows), 'backlog_days');
    expect(days.n).toBe(7);
    expect(days.value).toBeCloseTo(7 / (7 / (13 + 1 / 24)), 10);
    const young = ask(await deskOf(rows.slice(0, 4)), 'backlog_days')[0];
    expect(young).toMatchObject({ value: null, n: 2, status: 'too_few' });
    expect(young.reason?.english).toContain('under a week of data');
  });
});

describe('a look back with --as-of', () => {
  const rows = [
    '1,2026-03-01T08:00:00Z,2026-03-01T09:00:00Z,2026-03-02T08:00:00Z,solved,A,ann',
    '2,2026-03-03T08:00:00Z,2026-03-20T08:00:00Z,2026-03-25T08:00:00Z,closed,A,bob',
    '3,2026-03-28T08:00:00Z,,,open,A,cid',
  ];

  it('sees what is finished since as still open', async () => {
    const desk = await deskOf(rows, { asOf: '2026-03-10T00:00:00Z' });
    expect(desk.tickets.rows).toBe(2);
    expect(value(desk, 'backlog')).toBe(1);
    expect(value(desk, 'unanswered')).toBe(1);
    expect(value(desk, 'solved')).toBe(1);
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ n: 1, open: 1 });
    expect(value(desk, 'closed_unanswered')).toBe(0);
  });

  it('does not know how a log of events or messages went on', async () => {
    const log = `ticket_id,timestamp,status,agent
1,2026-03-01T08:00:00Z,New,
1,2026-03-02T08:00:00Z,Solved,ann
1,2026-03-15T08:00:00Z,Open,ann
1,2026-03-20T08:00:00Z,Solved,ann
2,2026-03-05T08:00:00Z,New,
2,2026-03-16T08:00:00Z,Closed,ben
`;
    const { desk } = await readFiles({ 'log.csv': log }, { asOf: '2026-03-10T00:00:00Z' });
    expect(value(desk, 'resolution_time.max')).toBe(DAY);
    expect(value(desk, 'backlog')).toBe(1);
    expect(desk.problems.map(({ code }) => code)).not.toContain('events_without_ticket');
    const { desk: now } = await readFiles({ 'log.csv': log });
    expect(value(now, 'resolution_time.max')).toBe(19 * DAY);
  });
});

describe('the business clock', () => {
  it('counts open hours only, by the calendar of the ticket’s group', async () => {
    const calendar = (hours: string) =>
      compileCalendar({ zone: utc, weekly: parseHours(hours), holidays: [] });
    const office = calendar('Mon-Fri 09:00-17:00');
    const late = calendar('Mon-Sun 00:00-24:00');
    const desk = await deskOf([
      // Friday 16:00 → Monday 10:00: one hour on Friday and one on Monday; 66 h around the clock.
      '1,2026-03-06T16:00:00Z,2026-03-09T10:00:00Z,,open,Office,ann',
      '2,2026-03-06T16:00:00Z,2026-03-09T10:00:00Z,,open,Night,bob',
    ]);
    const groups = codesOf(desk.tickets, 'group');
    const businessTime = (from: number, to: number, ticket: number): number =>
      businessDuration(groups?.names.name(groups.codes[ticket]) === 'Night' ? late : office, from, to);
    const figures = ask(desk, 'first_response_time.max', {
      by: ['group'],
      clocks: ['calendar', 'business'],
      businessTime,
    });
    expect(figures.map(({ segment, clock, value: time }) => [segment.group, clock, time])).toEqual([
      ['Night', 'calendar', 66 * HOUR],
      ['Office', 'calendar', 66 * HOUR],
      ['Night', 'business', 66 * HOUR],
      ['Office', 'business', 2 * HOUR],
    ]);
  });

  it('is unavailable without hours', async () => {
    const desk = await deskOf(['1,2026-03-06T16:00:00Z,2026-03-09T10:00:00Z,,open,A,ann']);
    const [figure] = ask(desk, 'first_response_time.p50', { clocks: ['business'] });
    expect(figure).toMatchObject({ value: null, status: 'unavailable', clock: 'business' });
    expect(figure.reason?.english).toContain('--hours');
  });
});

describe('figures of an earlier period as it stood', () => {
  it('counts an answer that came later as open', async () => {
    const desk = await deskOf([
      '1,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,,open,A,ann',
      '2,2026-03-03T08:00:00Z,2026-03-12T08:00:00Z,,open,A,bob',
      '3,2026-03-16T08:00:00Z,,,open,A,cid',
    ]);
    const grouping = groupTickets({ dimensions: [], rows: 3, mask: null, totals: false, top: null });
    const period = {
      start: Date.UTC(2026, 2, 2),
      end: Date.UTC(2026, 2, 9),
      label: '2026-W10',
      complete: true,
    };
    const request = {
      desk,
      metric: firstResponseTime,
      stats: ['max'],
      clock: 'calendar',
      context: { clock: 'calendar', businessTime: null },
      grouping,
      periods: [period],
    } as const;
    expect(computeFigures(request).figures[0]).toMatchObject({ value: 9 * DAY, n: 2, open: 0 });
    const then = computeFigures({ ...request, knownUntil: [Date.UTC(2026, 2, 10)] });
    expect(then.figures[0]).toMatchObject({ value: HOUR, n: 1, open: 1 });
  });
});

describe('the tickets behind a figure', () => {
  it('are the first of each requester where a requester counts once', async () => {
    const desk = await deskOf([
      '1,2026-01-01T08:00:00Z,,,open,A,ann',
      '2,2026-01-05T08:00:00Z,,,open,A,ann',
      '3,2026-01-03T08:00:00Z,,,open,B,bob',
      '4,2026-03-20T08:00:00Z,,,open,B,cid',
    ]);
    const context = { businessTime: null };
    expect(ticketsBehind(repeatContactRate, desk, { range: null, mask: null, context })).toEqual([0, 2]);
    const mask = Uint8Array.from([0, 1, 1, 1]);
    expect(ticketsBehind(repeatContactRate, desk, { range: null, mask, context })).toEqual([1, 2]);
  });
});

describe('comments that do not hold the description', () => {
  it('an answer that comes first is an answer to the ticket', async () => {
    const tickets = `id,created_at,status,requester
1,2026-03-01T08:00:00Z,open,ann
2,2026-03-01T08:00:00Z,open,bob
`;
    const comments = `ticket_id,created_at,author,author_role,public,body
1,2026-03-01T09:30:00Z,Kim,agent,true,have you tried again?
1,2026-03-01T10:00:00Z,ann,customer,true,yes
1,2026-03-01T10:20:00Z,Kim,agent,true,then send it in
2,2026-03-01T08:00:20Z,Kim,agent,true,we have news for you
`;
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'comments.csv': comments });
    // No thread holds its opening, so the quick answer to ticket 2 is one too, and not how the desk opened it.
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: 90 * MINUTE, n: 2 });
    expect(ask(desk, 'next_response_time.max,next_response_time.min').map((figure) => figure.value)).toEqual([
      90 * MINUTE,
      20_000,
    ]);
  });
});
