import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../../../src/analysis/segments/filter.ts';
import { groupTickets } from '../../../../src/analysis/segments/grouping.ts';
import { periodsBehind, periodsOf, withCompleteness } from '../../../../src/analysis/segments/periods.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import type { DeskstatError } from '../../../../src/model/problem.ts';
import { parseFilter } from '../../../../src/query/filter.ts';
import { loadPatterns } from '../../../../src/query/pattern.ts';
import { utc, zone } from '../../../../src/time/zone.ts';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

await loadPatterns();

const berlin = zone('Europe/Berlin');

async function deskOf(rows: readonly string[], header = 'id,created_at,status,group,tags'): Promise<Desk> {
  return (await readFiles({ 'tickets.csv': `${header}\n${rows.join('\n')}\n` })).desk;
}

const counts = (desk: Desk, by: readonly string[], more: Parameters<typeof ask>[2] = {}) =>
  ask(desk, 'created', { by, ...more }).map(({ segment, value }) => [...Object.values(segment), value]);

describe('dimensions', () => {
  it('hour and weekday follow the zone of the report over both changes of the clock', async () => {
    // Berlin is UTC+1 until 2026-03-29 01:00Z, then UTC+2 until 2026-10-25 01:00Z.
    const desk = await deskOf([
      '1,2026-03-29T00:30:00Z,open,A,', // Sunday 01:30
      '2,2026-03-29T01:30:00Z,open,A,', // Sunday 03:30: the hour from two is skipped
      '3,2026-10-25T00:30:00Z,open,A,', // Sunday 02:30, the first time
      '4,2026-10-25T01:30:00Z,open,A,', // Sunday 02:30, the second time
      '5,2026-10-25T23:30:00Z,open,A,', // Monday 00:30
    ]);
    expect(counts(desk, ['hour'], { zone: berlin })).toEqual([
      ['00', 1],
      ['01', 1],
      ['02', 2],
      ['03', 1],
    ]);
    expect(counts(desk, ['weekday'], { zone: berlin })).toEqual([
      ['Monday', 1],
      ['Sunday', 4],
    ]);
    expect(counts(desk, ['weekday'], { zone: utc })).toEqual([['Sunday', 5]]);
  });

  it('weekdays, priorities and statuses stand in their own order, the rest by name, missing last', async () => {
    const header = 'id,created_at,status,priority';
    const desk = await deskOf(
      [
        '1,2026-03-06T08:00:00Z,solved,urgent',
        '2,2026-03-02T08:00:00Z,open,low',
        '3,2026-03-04T08:00:00Z,closed,high',
        '4,2026-03-04T08:00:00Z,new,',
        '5,2026-03-04T08:00:00Z,pending,Platinum',
        '6,2026-03-04T08:00:00Z,pending,normal',
      ],
      header,
    );
    expect(counts(desk, ['weekday']).map(([name]) => name)).toEqual(['Monday', 'Wednesday', 'Friday']);
    expect(counts(desk, ['status']).map(([name]) => name)).toEqual([
      'new',
      'open',
      'pending',
      'solved',
      'closed',
    ]);
    expect(counts(desk, ['priority']).map(([name]) => name)).toEqual([
      'low',
      'normal',
      'high',
      'urgent',
      'Platinum',
      null,
    ]);
  });

  it('puts a ticket under each of its tags, once, and counts it once in the total', async () => {
    const desk = await deskOf([
      '1,2026-03-01T08:00:00Z,open,A,"vip, refund"',
      '2,2026-03-02T08:00:00Z,open,A,"vip, vip"',
      '3,2026-03-03T08:00:00Z,open,B,',
      '4,2026-03-03T08:00:00Z,open,B,bug',
    ]);
    expect(counts(desk, ['tags'], { totals: true })).toEqual([
      ['(total)', 4],
      ['bug', 1],
      ['refund', 1],
      ['vip', 2],
      [null, 1],
    ]);
    // Bug and refund fall among the others; ticket 1 is there for its refund and under vip.
    expect(counts(desk, ['tags'], { totals: true, top: 1 })).toEqual([
      ['(total)', 4],
      ['vip', 2],
      ['(others)', 3],
    ]);
    expect(counts(desk, ['group', 'tags'])).toEqual([
      ['A', 'refund', 1],
      ['A', 'vip', 2],
      ['B', 'bug', 1],
      ['B', null, 1],
    ]);
  });

  it('credits who answered, else the assignee; "Unassigned" is nobody', async () => {
    const tickets = `id,created_at,status,requester,assignee
1,2026-03-01T08:00:00Z,open,ann,Kim
2,2026-03-01T09:00:00Z,open,bob,Lee
3,2026-03-01T09:00:00Z,open,cid,Unassigned
`;
    const messages = `ticket_id,created_at,author,author_role,public,body
1,2026-03-01T08:00:00Z,ann,customer,true,hello
1,2026-03-01T08:10:00Z,Ola,agent,true,good morning
`;
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'messages.csv': messages });
    expect(counts(desk, ['agent'])).toEqual([
      ['Lee', 1],
      ['Ola', 1],
      [null, 1],
    ]);
    expect(counts(desk, ['assignee'])).toEqual([
      ['Kim', 1],
      ['Lee', 1],
      [null, 1],
    ]);
  });

  it('refuses a name that is none, and names what the data has', async () => {
    const desk = await deskOf(['1,2026-03-01T08:00:00Z,open,A,']);
    const failure = (by: string): DeskstatError => {
      try {
        ask(desk, 'created', { by: [by] });
      } catch (error) {
        return error as DeskstatError;
      }
      throw new Error('not refused');
    };
    expect([failure('grup').exitCode, failure('grup').problem.args.near]).toEqual([2, 'group']);
    expect([failure('channel').exitCode, failure('channel').problem.args.has]).toEqual([
      3,
      expect.arrayContaining(['group', 'status']),
    ]);
    expect(failure('column:Nothing').exitCode).toBe(3);
    expect(failure('issue').exitCode).toBe(3);
  });
});

describe('grouping', () => {
  const dimension = (name: string, codes: readonly number[], names: readonly string[]) => ({
    name,
    codes: Uint32Array.from(codes),
    offsets: null,
    size: names.length,
    nameOf: (code: number) => names[code - 1],
  });
  const options = { rows: 4, mask: null, totals: false, top: null };

  it('joins codes of one name, keeps the largest, adds the others up', () => {
    const group = dimension('group', [1, 2, 3, 1], ['A', 'B', 'A']);
    const grouping = groupTickets({ ...options, dimensions: [group] });
    expect(grouping.segments).toEqual([{ group: 'A' }, { group: 'B' }]);
    expect([...(grouping.single ?? [])]).toEqual([0, 1, 0, 0]);
    const top = groupTickets({ ...options, dimensions: [group], top: 1, totals: true });
    expect(top.segments).toEqual([{ group: '(total)' }, { group: 'A' }, { group: '(others)' }]);
    expect(top.total).toBe(0);
  });

  it('leaves out what a filter leaves out, also from the segments', () => {
    const group = dimension('group', [1, 2, 0, 1], ['A', 'B']);
    const grouping = groupTickets({ ...options, dimensions: [group], mask: Uint8Array.from([1, 0, 0, 1]) });
    expect(grouping.segments).toEqual([{ group: 'A' }]);
    expect([...(grouping.single ?? [])]).toEqual([0, -1, -1, 0]);
  });

  it('has a place for entries without a ticket where there are any', () => {
    const group = dimension('group', [1, 1, 1, 1], ['A']);
    expect(groupTickets({ ...options, dimensions: [group] }).orphan).toBe(-1);
    const grouping = groupTickets({ ...options, dimensions: [group], hasOrphans: true });
    expect(grouping.segments).toEqual([{ group: 'A' }, { group: null }]);
    expect(grouping.orphan).toBe(1);
  });

  it('puts segments of as many tickets in the order of their names, and those without any by their answers', () => {
    const isOrphan = Uint8Array.from([1, 1, 1]);
    const half = dimension('group', [1, 1, 0, 0], ['A']);
    const tied = groupTickets({ ...options, top: 1, dimensions: [half], hasOrphans: true, isOrphan });
    expect(tied.segments).toEqual([{ group: 'A' }, { group: '(others)' }]);
    const told = { ...dimension('group', [], ['A', 'B']), answers: Uint32Array.from([2, 1, 2]) };
    const answers = { ...options, rows: 0, hasOrphans: true, isOrphan };
    expect(groupTickets({ ...answers, top: 1, dimensions: [told] }).segments).toEqual([
      { group: 'B' },
      { group: '(others)' },
    ]);
  });
});

describe('filters', () => {
  const header =
    'id,created_at,solved_at,status,group,tags,requester,replies,csat,subject,First response time (in minutes)';
  const rows = [
    '10,2026-03-01T08:00:00Z,2026-03-02T08:00:00Z,solved,Billing,"vip, refund",ann@example.com,1,5,Refund please,30',
    '11,2026-03-05T08:00:00Z,,open,Technical,refund,bob@example.com,0,,Crash on start,90',
    '12,2026-03-09T08:00:00Z,2026-03-09T09:00:00Z,closed,,,cid@example.com,3,2,"বিল ভুল",600',
  ];
  const where = async (text: string): Promise<string> => {
    const desk = await deskOf(rows, header);
    const mask = compileFilter(parseFilter(text), { desk, zone: utc });
    return ['10', '11', '12'].filter((_, t) => mask[t] === 1).join(' ');
  };

  it.each([
    ['id = 11', '11'],
    ['id in (10, 12)', '10 12'],
    ['status = SOLVED', '10'],
    ['status != open', '10 12'],
    ['group is missing', '12'],
    ['group is not missing', '10 11'],
    ['group != Billing', '11 12'],
    ['tags = refund', '10 11'],
    ['tags != vip', '11 12'],
    ['tags is missing', '12'],
    ['requester contains "BOB@"', '11'],
    ['subject matches "^c.*start$"', '11'],
    ['subject contains "বিল"', '12'],
    ['replies >= 1', '10 12'],
    ['csat < 4', '12'],
    ['csat is missing', '11'],
    ['created_at >= 2026-03-05', '11 12'],
    ['created_at < 2026-03-05T08:00:00Z', '10'],
    ['solved_at is missing', '11'],
    ['reported_first_response_time_seconds <= 90m', '10 11'],
    ['reported_first_response_time_seconds > 5400', '12'],
    ['not (group = Billing or status = open)', '12'],
    ['weekday = Sunday', '10'],
    ['hour = 08 and replies in (0, 3)', '11 12'],
  ])('%s', async (text, ids) => {
    expect(await where(text)).toBe(ids);
  });

  it.each([
    ['created_at contains 2026', /is for texts/],
    ['reported_first_response_time_seconds > soon', /no duration/],
    ['replies = many', /no number/],
    ['created_at > someday', /someday/],
  ])('refuses %s', async (text, says) => {
    await expect(where(text)).rejects.toThrow(says);
  });
});

describe('periods', () => {
  /** Five weeks of weekdays, nothing at weekends and in the weeks named, the last stamp on Friday evening. */
  async function workingDesk(lastDay: number, ...closedWeeks: number[]): Promise<Desk> {
    const monday = Date.UTC(2026, 2, 2);
    const rows: string[] = [];
    for (let day = 0; day < lastDay; day++) {
      if (day % 7 > 4 || closedWeeks.includes(Math.floor(day / 7))) continue;
      for (const hour of [9, 12, 18])
        rows.push(`${rows.length},${new Date(monday + day * DAY + hour * HOUR).toISOString()},open,A,`);
    }
    return deskOf(rows);
  }
  const week = (n: number) => ({
    start: Date.UTC(2026, 2, 2) + n * 7 * DAY,
    end: Date.UTC(2026, 2, 9) + n * 7 * DAY,
    label: '',
  });

  it('a week whose weekend is missing is whole when the four weeks before had none either', async () => {
    const desk = await workingDesk(5 * 7);
    expect(desk.asOf).toBe(Date.UTC(2026, 3, 3, 18)); // Friday of the fifth week
    expect(withCompleteness(week(4), desk).complete).toBe(true);
    expect(withCompleteness(week(3), desk).complete).toBe(true);
  });

  it('a week in which nothing came says nothing of weekends: the others do', async () => {
    const desk = await workingDesk(5 * 7, 3);
    expect(withCompleteness(week(4), desk).complete).toBe(true);
    const empty = await workingDesk(5 * 7, 1, 2, 3);
    expect(withCompleteness(week(4), empty).complete).toBe(false);
  });

  it('a week that ends on Thursday is not whole, nor one without four weeks before it', async () => {
    const thursday = await workingDesk(4 * 7 + 4);
    expect(withCompleteness(week(4), thursday).complete).toBe(false);
    const young = await workingDesk(2 * 7 + 5);
    expect(withCompleteness(week(2), young).complete).toBe(false);
  });

  it('gives every week from the first ticket to as-of, empty ones too', async () => {
    const desk = await deskOf(['1,2026-03-04T08:00:00Z,open,A,', '2,2026-03-25T08:00:00Z,open,A,']);
    const request = {
      period: null,
      since: null,
      until: null,
      every: 'week',
      zone: utc,
      weekStarts: 1,
    } as const;
    expect(periodsOf(request, desk)?.map(({ label }) => label)).toEqual([
      '2026-W10',
      '2026-W11',
      '2026-W12',
      '2026-W13',
    ]);
    expect(counts(desk, [], { every: 'week' }).flat()).toEqual([1, 0, 0, 1]);
  });

  const before = { mode: 'previous', zone: utc, weekStarts: 1, most: 1 } as const;

  it('looks at the period before as it stood at the same lag', async () => {
    // Week 10 as a week ago: as-of is Wednesday noon of week 12, two and a half days after week 11 ended.
    const desk = await deskOf(['1,2026-02-20T08:00:00Z,open,A,', '2,2026-03-18T12:00:00Z,open,A,']);
    const period = { start: Date.UTC(2026, 2, 9), end: Date.UTC(2026, 2, 16), label: '2026-W11' };
    const [compared] = periodsBehind(period, { ...before, desk });
    expect(compared?.period).toMatchObject({ start: Date.UTC(2026, 2, 2), end: Date.UTC(2026, 2, 9) });
    expect(compared?.knownUntil).toBe(Date.UTC(2026, 2, 11, 12));
  });

  it('compares a running period with the same part of the one before', async () => {
    const desk = await deskOf(['1,2026-02-20T08:00:00Z,open,A,', '2,2026-03-11T12:00:00Z,open,A,']);
    const period = { start: Date.UTC(2026, 2, 9), end: Date.UTC(2026, 2, 16), label: '2026-W11' };
    const [compared] = periodsBehind(period, { ...before, desk });
    expect(compared?.period).toMatchObject({
      start: Date.UTC(2026, 2, 2),
      end: Date.UTC(2026, 2, 4, 12) + 1,
    });
    expect(compared?.knownUntil).toBe(Date.UTC(2026, 2, 4, 12));
  });

  it('looks at a month that lacks the end of its last evening as at one that is over', async () => {
    // Ten tickets a day from January on, the newest at 18:00 of 31 May: under 2 % of each month came later in the day.
    const rows = Array.from({ length: 151 * 10 }, (_, i) => {
      const at = Date.UTC(2026, 0, 1) + Math.floor(i / 10) * DAY + (9 + (i % 10)) * HOUR;
      return `${i},${new Date(at).toISOString()},${i % 2 === 0 ? 'closed' : 'open'},A,`;
    });
    const desk = await deskOf(rows);
    const period = { start: Date.UTC(2026, 4, 1), end: Date.UTC(2026, 5, 1), label: '2026-05' };
    const [compared] = periodsBehind(period, { ...before, desk });
    // All of April up to six hours before its own end, not 3 to 30 April.
    expect(compared?.period).toMatchObject({
      start: Date.UTC(2026, 3, 1),
      end: Date.UTC(2026, 3, 30, 18) + 1,
    });
  });

  it('has nothing to compare with before the data begins', async () => {
    const desk = await deskOf(['1,2026-03-09T08:00:00Z,open,A,', '2,2026-03-18T12:00:00Z,open,A,']);
    const period = { start: Date.UTC(2026, 2, 9), end: Date.UTC(2026, 2, 16), label: '2026-W11' };
    expect(periodsBehind(period, { ...before, desk })).toEqual([]);
  });
});
