import { describe, expect, it } from 'vitest';
import { ask, DAY, readFiles, value } from '../../../desk.ts';

describe('a look into the past', () => {
  const rated = `Ticket ID,Created at,First response at,Solved at,Status,Satisfaction rating
1,2026-01-01T09:00:00Z,2026-01-01T10:00:00Z,2026-01-20T09:00:00Z,solved,5
2,2026-01-03T09:00:00Z,2026-01-03T10:00:00Z,2026-01-04T09:00:00Z,solved,1
3,2026-01-05T09:00:00Z,2026-01-15T10:00:00Z,2026-01-16T09:00:00Z,solved,5
4,2026-01-06T09:00:00Z,2026-01-06T10:00:00Z,2026-01-07T09:00:00Z,solved,4
`;

  it('knows no rating of a ticket that was solved later', async () => {
    const { desk } = await readFiles({ 't.csv': rated }, { asOf: '2026-01-10T00:00:00Z' });
    // Tickets 2 and 4 were solved and rated: 1 and 4 of 5.
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.5, n: 2 });
  });

  it('knows a duration of the helpdesk’s own only if it had ended', async () => {
    // Ticket 3: its first reply came after 14,460 minutes, on the 15th.
    const own = `Id,Created at,Solved at,Status,First reply time in minutes,Full resolution time in minutes
1,2026-01-01 09:00,2026-01-20 09:00,Closed,60,27360
2,2026-01-03 09:00,2026-01-04 09:00,Closed,60,1440
3,2026-01-05 09:00,2026-01-16 09:00,Closed,14460,15840
`;
    const { desk } = await readFiles({ 't.csv': own }, { asOf: '2026-01-10T00:00:00Z' });
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: 3_600_000, n: 2, open: 1 });
    expect(ask(desk, 'resolution_time.max')[0]).toMatchObject({ value: DAY, n: 1 });
  });

  it('is the same as the file of that day', async () => {
    const lines = rated.trimEnd().split('\n');
    const then = Date.parse('2026-01-10T00:00:00Z');
    const cut = lines.map((line, i) => {
      if (i === 0) return line;
      const [id, created, answered, solved, , rating] = line.split(',');
      const isDone = Date.parse(solved) <= then;
      return [
        id,
        created,
        Date.parse(answered) <= then ? answered : '',
        ...(isDone ? [solved, 'solved', rating] : ['', 'open', '']),
      ].join();
    });
    const options = { asOf: '2026-01-10T00:00:00Z' };
    const back = (await readFiles({ 't.csv': rated }, options)).desk;
    const made = (await readFiles({ 't.csv': `${cut.join('\n')}\n` }, options)).desk;
    const metrics =
      'created,solved,backlog,unanswered,first_response_time.p50,resolution_time.p50,csat,csat_mean';
    const figures = (desk: typeof back) =>
      ask(desk, metrics).map(({ metric, value: is, n, open, status }) => ({ metric, is, n, open, status }));
    expect(figures(back)).toEqual(figures(made));
  });

  it('finds no unanswered ticket in a week that ended with it solved, though it was reopened later', async () => {
    const log = `Ticket ID,Timestamp,Activity
1,2026-01-06T09:00:00Z,Created
1,2026-01-07T09:00:00Z,Solved
1,2026-01-20T09:00:00Z,Reopened
1,2026-01-20T10:00:00Z,First response
1,2026-01-21T09:00:00Z,Solved
2,2026-01-08T09:00:00Z,Created
2,2026-01-13T09:00:00Z,First response
2,2026-01-13T10:00:00Z,Solved
`;
    const { desk } = await readFiles({ 'log.csv': log });
    expect(value(desk, 'unanswered', { period: '2026-W02' })).toBe(1);
    expect(value(desk, 'backlog', { period: '2026-W02' })).toBe(1);
  });
});
