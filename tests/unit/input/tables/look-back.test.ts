import { describe, expect, it } from 'vitest';
import { codesOf, type Desk, numbersOf } from '../../../../src/model/desk.ts';
import { problemLine } from '../../../../src/model/problem.ts';
import { readFiles, value } from '../../../desk.ts';

const statuses = (desk: Desk): (string | null)[] => {
  const status = codesOf(desk.tickets, 'status');
  return Array.from({ length: desk.tickets.rows }, (_, t) =>
    status && status.codes[t] !== 0 ? status.names.name(status.codes[t]) : null,
  );
};
const told = (desk: Desk): string[] =>
  desk.problems.filter(({ code }) => code === 'status_of_later').map(problemLine);

const head = 'id,created_at,solved_at,updated_at,status,reopens\n';
const ticketRows = [
  // Solved on Monday, reopened on Wednesday, solved again on Friday.
  '1,2026-03-02T08:00:00Z,2026-03-06T12:00:00Z,2026-03-06T12:00:00Z,solved,1',
  // Pending since Monday, solved on Thursday.
  '2,2026-03-02T09:00:00Z,2026-03-05T09:00:00Z,2026-03-05T09:00:00Z,solved,0',
  // Solved on Monday for good.
  '3,2026-03-02T10:00:00Z,2026-03-02T18:00:00Z,2026-03-02T18:00:00Z,solved,0',
  // Merged on Thursday.
  '4,2026-03-02T11:00:00Z,,2026-03-05T10:00:00Z,merged,0',
];
const tickets = `${head}${ticketRows.join('\n')}\n`;
const events = `ticket_id,timestamp,field,old_value,new_value
1,2026-03-02T08:00:00Z,status,,open
1,2026-03-02T12:00:00Z,status,open,solved
1,2026-03-04T08:00:00Z,status,solved,open
1,2026-03-06T12:00:00Z,status,open,solved
2,2026-03-02T09:00:00Z,status,,open
2,2026-03-02T15:00:00Z,status,open,pending
2,2026-03-05T09:00:00Z,status,pending,solved
3,2026-03-02T10:00:00Z,status,,open
3,2026-03-02T18:00:00Z,status,open,solved
4,2026-03-02T11:00:00Z,status,,open
4,2026-03-05T10:00:00Z,status,open,merged
`;
const kinds = { 't.csv': 'tickets', 'e.csv': 'events' } as const;

describe('a desk as it stood on Tuesday', () => {
  const asOf = '2026-03-03T12:00:00Z';

  it('has the statuses, solves and reopens that its events tell', async () => {
    const { desk } = await readFiles({ 't.csv': tickets, 'e.csv': events }, { asOf, kinds, complete: true });
    expect(statuses(desk)).toEqual(['solved', 'pending', 'solved', 'open']);
    expect(Array.from(numbersOf(desk.tickets, 'reopens') as Float64Array)).toEqual([0, 0, 0, 0]);
    expect(Array.from(numbersOf(desk.tickets, 'solved_at') as Float64Array)).toEqual([
      Date.parse('2026-03-02T12:00:00Z'),
      Number.NaN,
      Date.parse('2026-03-02T18:00:00Z'),
      Number.NaN,
    ]);
    // Open: the pending one and the one that was merged on Thursday. Solved: tickets 1 and 3.
    expect(value(desk, 'backlog')).toBe(2);
    expect(value(desk, 'solved')).toBe(2);
    expect(desk.removed.size).toBe(0);
    expect(told(desk)).toEqual([]);
  });

  it('is the desk of today when as-of lies behind everything', async () => {
    const now = await readFiles({ 't.csv': tickets, 'e.csv': events }, { kinds });
    const later = await readFiles(
      { 't.csv': tickets, 'e.csv': events },
      { kinds, asOf: '2026-03-20T00:00:00Z' },
    );
    expect(statuses(later.desk)).toEqual(['solved', 'solved', 'solved']);
    expect(statuses(later.desk)).toEqual(statuses(now.desk));
    expect(told(later.desk)).toEqual([]);
    expect(later.desk.removed).toEqual(new Map([['merged', 1]]));
  });

  it('has no status where an end came later and no event says what was before', async () => {
    const rows = [
      ...ticketRows.slice(0, 3),
      // Open today, updated on Thursday: it may have been pending on Tuesday. This is said.
      '5,2026-03-02T12:00:00Z,,2026-03-05T12:00:00Z,open,0',
      // Not touched since Monday.
      '6,2026-03-02T13:00:00Z,,2026-03-02T14:00:00Z,open,0',
    ];
    const { desk } = await readFiles({ 't.csv': `${head}${rows.join('\n')}\n` }, { asOf, complete: true });
    expect(statuses(desk)).toEqual([null, null, 'solved', 'open', 'open']);
    expect(value(desk, 'backlog')).toBe(4);
    expect(told(desk)).toEqual([
      '1 ticket changed after the as-of that was asked for; the status of each is as the export has it now',
    ]);
  });

  it('holds what was merged only later, in a status or a column of its own', async () => {
    const rows = [
      '1,2026-03-02T08:00:00Z,2026-03-05T08:00:00Z,merged,',
      '2,2026-03-02T09:00:00Z,2026-03-05T09:00:00Z,closed,',
    ];
    const files = { 't.csv': `id,created_at,closed_at,status,merged_into\n${rows.join('\n')}\n` };
    const { desk } = await readFiles(files, { asOf, complete: true });
    expect(desk.removed.size).toBe(0);
    expect(value(desk, 'created')).toBe(2);
    expect(value(desk, 'backlog')).toBe(2);
    const now = await readFiles(files, { complete: true });
    expect(now.desk.removed).toEqual(new Map([['merged', 1]]));
  });

  it('is open where its own stamps say so and its log tells of other things', async () => {
    const logged = 'ticket_id,timestamp,field,old_value,new_value\n2,2026-03-02T16:00:00Z,assignee,Ann,Bob\n';
    const { desk } = await readFiles(
      { 't.csv': `${head}${ticketRows.slice(0, 3).join('\n')}\n`, 'e.csv': logged },
      { asOf, kinds, complete: true },
    );
    // Tickets 1 and 2 ended later; ticket 3 on Monday.
    expect(value(desk, 'backlog')).toBe(2);
    expect(value(desk, 'solved')).toBe(1);
  });
});
