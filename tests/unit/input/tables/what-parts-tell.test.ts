import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const iso = (at: number) => new Date(at).toISOString();
const start = Date.UTC(2026, 2, 2, 8);
const created = (k: number) => start + k * DAY;
const some = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
const csv = (head: string, rows: readonly string[]) => `${head}\n${rows.join('\n')}\n`;

describe('ratings of a list in parts', () => {
  const head = 'Ticket ID,Created at,Solved at,Status,Satisfaction';
  const rows = (from: number, rating: (k: number) => string) =>
    some(from, from + 6).map((k) => `${k},${iso(created(k))},${iso(created(k) + HOUR)},Solved,${rating(k)}`);

  it('are read by the parts that hold any', async () => {
    const { desk } = await readFiles({
      'a.csv': csv(
        head,
        rows(0, () => ''),
      ),
      'b.csv': csv(
        head,
        rows(10, (k) => (k % 3 === 0 ? 'Bad' : 'Good')),
      ),
    });
    // Of the tickets 10 to 15 the twelfth and the fifteenth were bad.
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 4 / 6, n: 6 });
  });

  it('are no figure where the parts have two scales, and that is said', async () => {
    const { desk } = await readFiles({
      'a.csv': csv(
        'Ticket ID,Created at,Solved at,Status,CSAT',
        rows(0, (k) => String(5 - (k % 5))),
      ),
      'b.csv': csv(
        head,
        rows(10, (k) => (k % 3 === 0 ? 'Bad' : 'Good')),
      ),
    });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: null, status: 'unavailable' });
    expect(desk.problems.some(({ code }) => code === 'ticket_scales_differ')).toBe(true);
  });
});

describe('when the data end', () => {
  it('hangs on messages of merged tickets too', async () => {
    const { desk } = await readFiles({
      't.csv': csv('Ticket ID,Created at,Status', [`1,${iso(start)},Open`, `2,${iso(start + HOUR)},Merged`]),
      'm.csv': csv('Ticket ID,Sent at,Author,Author role,Text', [
        `1,${iso(start)},kim@example.com,customer,Where is it?`,
        `2,${iso(start + HOUR)},kim@example.com,customer,Where is it now?`,
        `2,${iso(start + 3 * DAY)},Ana,agent,See the other ticket`,
      ]),
    });
    expect(desk.asOf).toBe(start + 3 * DAY);
    expect(ask(desk, 'created')[0].value).toBe(1);
  });
});

describe('a zero within working hours', () => {
  it('is one where the calendar says that it took its time', async () => {
    const { desk } = await readFiles({
      't.csv': csv(
        'Ticket ID,Created at,Status,First response time (minutes),First response time in business hours (minutes)',
        // Answered in the night, after 40 minutes; the last one not yet.
        [
          ...some(0, 12).map((k) => `${k},${iso(created(k))},Open,40,${k < 8 ? 0 : 10}`),
          `20,${iso(created(20))},New,0,0`,
        ],
      ),
    });
    const [calendar, business] = ask(desk, 'first_response_time.p50', { clocks: ['calendar', 'business'] });
    expect(calendar).toMatchObject({ value: 40 * 60_000, n: 12 });
    expect(business).toMatchObject({ value: 0, n: 12 });
  });

  it('tells nothing of tickets that the messages leave out', async () => {
    const answered = some(0, 4).flatMap((k) => [
      `${k},${iso(created(k))},kim@example.com,customer,Where is it?`,
      `${k},${iso(created(k) + HOUR)},Ana,agent,It is on its way ${k}`,
    ]);
    const { desk } = await readFiles({
      't.csv': csv('Ticket ID,Created at,Solved at,Status,First response time in business hours (minutes)', [
        ...some(0, 8).map((k) => `${k},${iso(created(k))},${iso(created(k) + 2 * HOUR)},Solved,0`),
      ]),
      'm.csv': csv('Ticket ID,Sent at,Author,Author role,Text', answered),
    });
    expect(ask(desk, 'closed_unanswered')[0].value).not.toBe(4);
  });
});

describe('tickets without ids in two downloads, known by a day and a person', () => {
  const head = 'Created,Requester,Status,Solved';
  const day = (k: number) => `2026-03-${String(k).padStart(2, '0')}`;
  const row = (k: number) => `${day(k)},customer${k}@example.com,Solved,${day(k + 1)}`;

  it('count once where nearly all rows of common days stand in both', async () => {
    const { desk } = await readFiles({
      'a.csv': csv(head, some(1, 13).map(row)),
      'b.csv': csv(head, some(7, 21).map(row)),
    });
    expect(ask(desk, 'created')[0].value).toBe(20);
  });

  it('count twice where few do', async () => {
    const other = (k: number) => row(k).replace('customer', k === 9 ? 'customer' : 'client');
    const { desk } = await readFiles({
      'a.csv': csv(head, some(1, 13).map(row)),
      'b.csv': csv(head, some(7, 21).map(other)),
    });
    expect(ask(desk, 'created')[0].value).toBe(12 + 14);
  });
});

describe('a ticket as it stood on several days', () => {
  const head = (taken: string): string => `Ticket ID,Created at,Solved at,Status,Agent,${taken}`;
  const rows = [
    '1,2026-05-01 09:00,2026-05-01 11:00,Solved,Ana,2026-05-10',
    '2,2026-05-02 09:00,2026-05-02 11:00,Solved,Bo,2026-05-10',
    // The first was reopened, and Bo has it now.
    '1,2026-05-01 09:00,,Open,Bo,2026-05-17',
    '2,2026-05-02 09:00,2026-05-02 11:00,Closed,Bo,2026-05-17',
  ];

  it.each([
    ['in the order of days', [rows], 'Snapshot date'],
    ['the newest first', [[...rows].reverse()], 'Snapshot date'],
    ['a file a day', [rows.slice(0, 2), rows.slice(2)], 'Report Datum'],
    ['a file a day, the newer one first', [rows.slice(2), rows.slice(0, 2)], 'Snapshot date'],
    ['a line of totals below', [[...rows, 'Total,,,,,']], 'Report date'],
  ])('is as the last day has it: %s', async (_, files, taken) => {
    const { desk } = await readFiles(
      Object.fromEntries(files.map((part, i) => [`${i}.csv`, csv(head(taken), part)])),
    );
    expect(ask(desk, 'solved')[0].value).toBe(1);
    expect(ask(desk, 'backlog')[0].value).toBe(1);
    const agents = desk.tickets.columns.assignee;
    expect(agents?.type === 'code' && [...agents.codes].map((code) => agents.names.name(code))).toEqual([
      'Bo',
      'Bo',
    ]);
  });
});

describe('a list that looks like a log, as its creation is called otherwise', () => {
  it('holds each ticket as it stood on the days of the report', async () => {
    const days = ['2026-03-20T06:00:00Z', '2026-03-27T06:00:00Z'];
    const rows = days.flatMap((day, i) =>
      some(0, 8).map((k) => {
        const isSolved = k < 4 + 2 * i;
        return `90${k},${isSolved ? 'Resolved' : 'Open'},agent ${k % 3},${iso(created(k))},${isSolved ? iso(created(k) + 2 * HOUR) : ''},${day}`;
      }),
    );
    const { desk } = await readFiles({
      't.csv': csv('Case number,Status Reason,Agent,start_date,Resolved at,Report date', rows),
    });
    expect(ask(desk, 'created')[0].value).toBe(8);
    expect(ask(desk, 'backlog')[0].value).toBe(2);
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 2 * HOUR, n: 6 });
  });
});

describe('headers with a slip of the pen', () => {
  it('tell tickets apart, and when they were solved', async () => {
    const { desk } = await readFiles({
      't.csv': csv('Case umber,created_at_utc,resolution_dateu_tc,closed_at_utc,State', [
        ...some(0, 6).map(
          (k) =>
            `90${k},${iso(created(k))},${iso(created(k) + 2 * HOUR)},${k < 2 ? iso(created(k) + DAY) : ''},Resolved`,
        ),
      ]),
      'm.csv': csv('Ticket ID,Sent at,Author,Author role,Text', [
        ...some(0, 6).flatMap((k) => [
          `90${k},${iso(created(k))},kim@example.com,customer,Where is it?`,
          `90${k},${iso(created(k) + HOUR)},Ana,agent,It is on its way ${k}`,
        ]),
      ]),
    });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 2 * HOUR, n: 6 });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR, n: 6 });
  });
});
