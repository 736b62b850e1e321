import { describe, expect, it } from 'vitest';
import { readFiles, value } from '../../../desk.ts';

const numbers = Array.from({ length: 30 }, (_, i) => i + 1);
const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`;

describe('a log of changes', () => {
  const tickets = `Ticket ID,Created at,Status,Solved at\n1,${day(2)} 09:00,Solved,${day(3)} 09:00\n2,${day(2)} 10:00,Solved,${day(4)} 09:00\n`;

  it('knows of no changes of hands where it tells of statuses alone, by whomever', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'history.csv': `Ticket ID,Changed at,Changed by,Old status,New status\n1,${day(2)} 11:00,Ana,New,Open\n1,${day(3)} 09:00,Bo,Open,Solved\n2,${day(4)} 09:00,Ana,New,Solved\n`,
    });
    expect(value(desk, 'reassignments')).toBeNull();
  });

  it('counts them where it tells who has the ticket', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'history.csv': `Ticket ID,Changed at,Changed by,Field,Old value,New value\n1,${day(2)} 11:00,Ana,assignee,,Ana\n1,${day(2)} 12:00,Ana,assignee,Ana,Bo\n1,${day(3)} 09:00,Bo,status,Open,Solved\n2,${day(4)} 09:00,Ana,status,New,Solved\n`,
    });
    // One change of hands in two solved tickets.
    expect(value(desk, 'reassignments')).toBe(0.5);
  });
});

it('counts who came back on the day of a solve, or was solved again on that of a return', async () => {
  const step = (id: number, n: number, from: string, to: string): string => `${id},${day(n)},${from},${to}`;
  const history = [
    ...[step(1, 3, 'New', 'Solved'), step(1, 3, 'Solved', 'Open'), step(1, 5, 'Open', 'Solved')],
    ...[step(2, 3, 'New', 'Solved'), step(2, 6, 'Solved', 'Open'), step(2, 6, 'Open', 'Solved')],
    ...[step(3, 4, 'New', 'Solved'), step(4, 4, 'New', 'Solved'), step(5, 25, 'New', 'Solved')],
  ];
  const { desk } = await readFiles({
    'tickets.csv': `Ticket ID,Created at,Status\n${[1, 2, 3, 4].map((id) => `${id},${day(2)},Solved`).join('\n')}\n5,${day(25)},Solved\n`,
    'history.csv': `Ticket ID,Changed at,Old status,New status\n${history.join('\n')}\n`,
  });
  // Two of the four whose seven days are over.
  expect(value(desk, 'reopen_rate')).toBe(0.5);
});

describe('solved tickets', () => {
  const list = numbers.map((n) => `${n},${day(n)} 09:00,Solved`).join('\n');
  const changes = (some: readonly number[]): string =>
    some.map((n) => `${n},${day(n)} 12:00,Open,Solved`).join('\n');
  const read = (some: readonly number[]) =>
    readFiles({
      'tickets.csv': `Ticket ID,Created at,Status\n${list}\n`,
      'history.csv': `Ticket ID,Changed at,Old status,New status\n${changes(some)}\n`,
    });

  it('are not counted where a history tells the ends of a part of them', async () => {
    const { desk } = await read(numbers.slice(0, 15));
    expect(value(desk, 'solved')).toBeNull();
  });

  it('are where the list itself stamps ends, and not all of its tickets have one', async () => {
    const rows = numbers.map((n) => `${n},${day(n)} 09:00,Closed,${n % 2 === 0 ? '' : `${day(n)} 12:00`}`);
    const { desk } = await readFiles({
      'tickets.csv': `Ticket ID,Created at,Status,Solved at\n${rows.join('\n')}\n`,
    });
    expect(value(desk, 'solved')).toBe(15);
  });

  it('are where it lacks few', async () => {
    const { desk } = await read(numbers.slice(0, 28));
    expect(value(desk, 'solved')).toBe(28);
  });
});

it('are over where a time that they took says so, though a history does not tell of them', async () => {
  const took = (n: number): string => (n % 10 === 0 ? '' : '180');
  const { desk } = await readFiles({
    'tickets.csv': `Ticket ID,Created at,Resolution time (minutes)\n${numbers.map((n) => `${n},${day(n)} 09:00,${took(n)}`).join('\n')}\n`,
    'history.csv': `Ticket ID,Changed at,Old status,New status\n${numbers
      .slice(0, 15)
      .filter((n) => took(n) !== '')
      .map((n) => `${n},${day(n)} 12:00,Open,Solved`)
      .join('\n')}\n`,
  });
  // Tickets 10, 20 and 30 took no time yet.
  expect(value(desk, 'backlog')).toBe(3);
});
