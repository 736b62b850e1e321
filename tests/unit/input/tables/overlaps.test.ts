import { describe, expect, it } from 'vitest';
import { ask, readFiles, value } from '../../../desk.ts';

const tickets = `Ticket ID,Created at,Solved at,Status,Requester
1,2026-01-05T09:00:00Z,2026-01-05T12:00:00Z,solved,ann@example.com
2,2026-01-06T09:00:00Z,2026-01-06T12:00:00Z,solved,bob@example.com
`;
const csv = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const repeated = (desk: Awaited<ReturnType<typeof readFiles>>['desk'], code: string) =>
  desk.problems.find((problem) => problem.code === code)?.count;

describe('messages of overlapping downloads', () => {
  const head = 'Message ID,Ticket ID,Sent at,Author,Author role,Public,Body';
  const question = '11,1,2026-01-05T09:00:00Z,ann,customer,true,where is my parcel';
  const answer = '12,1,2026-01-05T10:00:00Z,zed,agent,true,it is on its way';

  it('count once where they share their id', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'm1.csv': csv(head, [question, answer]),
      'm2.csv': csv(head, [
        answer,
        question,
        '13,2,2026-01-06T09:00:00Z,bob,customer,true,a second question',
        '14,2,2026-01-06T10:00:00Z,zed,agent,true,a second answer',
      ]),
    });
    // One answer a ticket.
    expect(ask(desk, 'replies.mean')[0]).toMatchObject({ value: 1, n: 2 });
    expect(repeated(desk, 'rows_in_several_files')).toBe(2);
  });

  it('are two where one number stands for messages of two tickets', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'm1.csv': csv(head, ['1,1,2026-01-05T10:00:00Z,zed,agent,true,one answer to this']),
      'm2.csv': csv(head, ['1,2,2026-01-06T10:00:00Z,zed,agent,true,one answer to that']),
    });
    expect(ask(desk, 'replies.mean')[0]).toMatchObject({ value: 1, n: 2 });
    expect(repeated(desk, 'rows_in_several_files')).toBeUndefined();
  });

  it('without ids are the same by content in another file, never in one', async () => {
    const bare = (row: string): string => row.replace(/^\d+,/, '');
    const short = head.replace('Message ID,', '');
    const twice = bare(answer);
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'm1.csv': csv(short, [bare(question), twice, twice]),
      'm2.csv': csv(short, [twice, twice]),
    });
    // The same words twice within one file are two answers; in the other file they are these two again.
    expect(ask(desk, 'replies.max')[0].value).toBe(2);
    expect(repeated(desk, 'rows_in_several_files')).toBe(2);
  });
});

describe('customers of overlapping lists', () => {
  const head = 'Customer ID,Customer since,Churn date';
  const old = csv(head, ['c0,2025-01-01,', 'c1,2025-01-02,', 'c2,2025-01-03,', 'c3,2025-01-04,']);
  const newer = csv(head, ['c0,2025-01-01,2025-06-15', 'c1,2025-01-02,', 'c2,2025-01-03,', 'c9,2026-01-05,']);

  it('end as the newer list says, whichever is named first', async () => {
    for (const files of [
      { 'a.csv': old, 'b.csv': newer },
      { 'a.csv': newer, 'b.csv': old },
    ]) {
      const { desk } = await readFiles(files, { kinds: { 'a.csv': 'customers', 'b.csv': 'customers' } });
      const ends = desk.customers?.columns.ended_at as { values: Float64Array };
      expect(desk.customers?.rows).toBe(5);
      expect([...ends.values].filter((end) => end === Date.parse('2025-06-15T00:00:00Z'))).toHaveLength(1);
      expect(repeated(desk, 'rows_in_several_files')).toBe(3);
    }
  });
});

describe('answers of overlapping downloads', () => {
  const head = 'Response ID,Sent at,Answered at,CSAT score (1-5)';
  const read = (first: readonly string[], second: readonly string[]) =>
    readFiles({ 's1.csv': csv(head, first), 's2.csv': csv(head, second) });

  it('are replaced by the later answer with the same id', async () => {
    const first = [
      '1,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,2',
      '2,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,5',
    ];
    const second = [
      '1,2026-01-01T00:00:00Z,2026-01-05T00:00:00Z,5',
      '3,2026-01-04T00:00:00Z,2026-01-05T00:00:00Z,5',
    ];
    for (const { desk } of [await read(first, second), await read(second, first)]) {
      expect(ask(desk, 'csat')[0]).toMatchObject({ value: 1, n: 3 });
      expect(repeated(desk, 'answers_repeated')).toBe(1);
    }
  });

  it('are one survey where one that was only sent is answered in the newer file', async () => {
    const { desk } = await read(
      ['1,2026-01-01T00:00:00Z,,', '2,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1'],
      ['1,2026-01-01T00:00:00Z,2026-01-06T00:00:00Z,4', '3,2026-01-30T00:00:00Z,2026-01-30T00:00:00Z,4'],
    );
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 2 / 3, n: 3 });
    // Three surveys were sent, not four.
    expect(desk.surveys.reduce((sum, { table }) => sum + table.rows, 0)).toBe(3);
  });

  it('without ids are the same for the same customer and time of sending', async () => {
    const bare = 'Customer,Sent at,Answered at,CSAT score (1-5)';
    const { desk } = await readFiles({
      's1.csv': csv(bare, ['ann,2026-01-01T00:00:00Z,,', 'bob,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1']),
      's2.csv': csv(bare, [
        'ann,2026-01-01T00:00:00Z,2026-01-03T00:00:00Z,5',
        'bob,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1',
      ]),
    });
    expect(value(desk, 'csat')).toBe(1 / 2);
    expect(repeated(desk, 'answers_repeated')).toBe(2);
  });

  it('stay two where two desks number their surveys alike', async () => {
    const { desk } = await read(
      ['1,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,2'],
      ['1,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,5'],
    );
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 1 / 2, n: 2 });
  });
});
