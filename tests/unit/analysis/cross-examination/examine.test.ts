import { describe, expect, it } from 'vitest';
import { disagreements, examine } from '../../../../src/analysis/cross-examination/examine.ts';
import { readFiles } from '../../../desk.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Tickets of 1 h, 2 h, … with the helpdesk's own minutes beside the stamps. */
function minutes(own: (hours: number) => number, count = 20): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const hours = (i % 8) + 1;
    return `${i + 1},2026-03-${two((i % 28) + 1)} 08:00:00,2026-03-${two((i % 28) + 1)} ${two(8 + hours)}:00:20,${own(hours)},Solved`;
  });
  return `Ticket ID,Created at,Solved at,Full resolution time in minutes,Status\n${rows.join('\n')}\n`;
}

async function examined(files: Readonly<Record<string, string>>) {
  const { desk } = await readFiles(files);
  const found = examine(desk);
  return { found, problems: disagreements(found, desk) };
}

const pairOf = (found: Awaited<ReturnType<typeof examined>>['found'], right: string) =>
  found.filter((each) => each.right === right);

describe('examine', () => {
  it('takes durations as equal within the unit that they are written in', async () => {
    const { found, problems } = await examined({ 't.csv': minutes((hours) => hours * 60) });
    expect(pairOf(found, 'reported_resolution_time_seconds')).toMatchObject([
      { left: 'solved_at', compared: 20, agreed: 20, used: 'left', pattern: null },
    ]);
    expect(pairOf(found, 'solved_at|closed_at')).toMatchObject([
      { left: 'status', compared: 20, agreed: 20 },
    ]);
    expect(problems).toEqual([]);
  });

  it('names the differences of each file, with the first two tickets', async () => {
    const { found, problems } = await examined({
      'good.csv': minutes((hours) => hours * 60),
      'bad.csv': minutes((hours) => (hours < 3 ? hours * 60 + 30 : hours * 60)).replace(/^(\d+),/gm, 'b$1,'),
    });
    // Hours 1 and 2 come 3 times each in 20 rows of 1 … 8: lines 2, 3, 10, 11, 18 and 19.
    expect(pairOf(found, 'reported_resolution_time_seconds').map(({ agreed }) => agreed)).toEqual([20, 14]);
    expect(problems).toMatchObject([{ code: 'sides_disagree', count: 6 }]);
    expect(problems[0].args.examples).toEqual(['b1: 1:00:20 / 1:30:00', 'b2: 2:00:20 / 2:30:00']);
  });

  it('tells another unit and working hours from plain differences', async () => {
    const hours = await examined({ 't.csv': minutes((hours) => hours) });
    expect(pairOf(hours.found, 'reported_resolution_time_seconds')[0].pattern).toMatchObject({
      id: 'factor',
    });
    const business = await examined({
      't.csv': minutes((hours) => Math.max(1, hours * 60 - 47 * (hours % 3) - 20)),
    });
    expect(pairOf(business.found, 'reported_resolution_time_seconds')[0].pattern).toEqual({
      id: 'right_smaller',
    });
  });

  it('compares due dates with verdicts, replies with messages', async () => {
    const tickets = `Ticket ID,Created at,Solved at,Due at,SLA met,Replies,Status
1,2026-03-02T08:00:00Z,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,Yes,1,Solved
2,2026-03-02T08:00:00Z,2026-03-02T14:00:00Z,2026-03-02T12:00:00Z,No,2,Solved
3,2026-03-03T08:00:00Z,2026-03-03T14:00:00Z,2026-03-03T12:00:00Z,Yes,1,Solved
`;
    const messages = `Ticket ID,Sent at,Author,Author role,Public,Text
1,2026-03-02T08:00:00Z,Ana,customer,true,The printer is broken
1,2026-03-02T09:00:00Z,Bo,agent,true,Please press the green button
2,2026-03-02T08:00:00Z,Cy,customer,true,I cannot log in
2,2026-03-02T09:00:00Z,Bo,agent,true,Your account is open again
3,2026-03-03T08:00:00Z,Di,customer,true,Where is my parcel
3,2026-03-03T09:30:00Z,Bo,agent,true,It comes on Friday
`;
    const { found } = await examined({ 'tickets.csv': tickets, 'messages.csv': messages });
    expect(pairOf(found, 'sla_recorded')).toMatchObject([{ left: 'due_at', compared: 3, agreed: 2 }]);
    expect(pairOf(found, 'replies')).toMatchObject([{ left: 'messages', compared: 3, agreed: 2 }]);
  });
});
