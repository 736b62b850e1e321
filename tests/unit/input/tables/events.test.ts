import { describe, expect, it } from 'vitest';
import { ask, HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

const log = (rows: readonly string[]) => ({
  'log.csv': `ticket_id,timestamp,status,agent\n${rows.join('\n')}\n`,
});

describe('tickets rebuilt from an event log', () => {
  const rows = [
    '1,2026-03-01T08:00:00Z,New,',
    '1,2026-03-01T09:00:00Z,Open,ann',
    '1,2026-03-01T10:00:00Z,Pending,ann',
    '1,2026-03-01T14:00:00Z,Open,ann',
    '1,2026-03-01T15:00:00Z,Solved,ben',
    '1,2026-03-02T15:00:00Z,Open,ben',
    '1,2026-03-02T17:00:00Z,Solved,ben',
    '2,2026-03-01T08:00:00Z,New,',
    '2,2026-03-01T20:00:00Z,Solved,ann',
    '2,2026-03-03T08:00:00Z,Open,ann',
    '3,2026-03-20T08:00:00Z,New,',
    '3,2026-03-20T10:00:00Z,On hold,cat',
  ];

  it('finds first and last solve, reopens, pauses and who still waits', async () => {
    const { desk } = await readFiles(log(rows));
    expect(desk.tickets.rows).toBe(3);
    expect(value(desk, 'solved')).toBe(1); // 2 is open again
    expect(value(desk, 'resolution_time.max')).toBe(33 * HOUR); // Mar 01 08:00 → Mar 02 17:00
    expect(
      ask(desk, 'first_resolution_time.min,first_resolution_time.max').map((figure) => figure.value),
    ).toEqual([7 * HOUR, 12 * HOUR]);
    expect(value(desk, 'pending_time.max')).toBe(4 * HOUR);
    // New and open until the last solve: 2 h + 1 h + 2 h; the day it lay solved is not owed.
    expect(value(desk, 'requester_wait_time.max')).toBe(5 * HOUR);
    expect(value(desk, 'backlog')).toBe(2);
    expect(ask(desk, 'reopen_rate')[0]).toMatchObject({ value: 1, n: 2 }); // both within 7 days
  });

  it('has the same backlog day by day as the sum of what came and went', async () => {
    const { desk } = await readFiles(log(rows));
    const backlog = ask(desk, 'backlog', { every: 'day' }).map((figure) => figure.value);
    // Mar 01: both solved; Mar 02: 1 reopened and solved; Mar 03: 2 reopened … Mar 20: 3 came.
    expect(backlog.slice(0, 4)).toEqual([0, 0, 1, 1]);
    expect(backlog.at(-1)).toBe(2);
  });

  it('tells the same story in whatever order the rows stand', async () => {
    const { desk } = await readFiles(log(rows));
    const { desk: shuffled } = await readFiles(log([...rows].reverse()));
    const metrics = 'solved,resolution_time.max,pending_time.max,reopen_rate,backlog,reassignments';
    const figures = ask(desk, metrics, { every: 'day' });
    expect(ask(shuffled, metrics, { every: 'day' })).toEqual(figures);
  });

  it('takes closed for the solve where a log never says solved', async () => {
    const { desk } = await readFiles(
      log(['7,2026-03-01T08:00:00Z,Open,a', '7,2026-03-01T09:00:00Z,Closed,a']),
    );
    expect(value(desk, 'resolution_time.max')).toBe(HOUR);
  });

  it('lets whatever happens next end a pause in a log of activities', async () => {
    const { desk } = await readFiles(
      {
        'log.csv': `case:concept:name,concept:name,time:timestamp
A,Insert ticket,2026-03-01T08:00:00Z
A,Take in charge ticket,2026-03-01T08:30:00Z
A,Wait,2026-03-01T09:00:00Z
A,Require upgrade,2026-03-01T11:00:00Z
A,Resolve ticket,2026-03-01T12:00:00Z
A,Take in charge ticket,2026-03-02T12:00:00Z
`,
      },
      {
        value: {
          status: { Wait: 'on_hold', 'Resolve ticket': 'solved', 'Take in charge ticket': 'first_response' },
        },
      },
    );
    expect(value(desk, 'on_hold_time.max')).toBe(2 * HOUR);
    expect(value(desk, 'first_response_time.max')).toBe(30 * MINUTE);
    // An answer after the solve is no reopen.
    expect(value(desk, 'resolution_time.max')).toBe(4 * HOUR);
  });
});
