import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../desk.ts';

const DAY = 86_400_000;
const header = 'Ticket ID,Sent at,Author,Author role,Text';
const two = (n: number): string => String(n).padStart(2, '0');
const day = (n: number): string => `2026-03-${two(n)}`;

/** Twelve tickets, one a day, answered with one template after 0, 1 and 2 days by turns; the last two by nobody. */
const tickets = (write: (n: number) => string): string =>
  [
    'Ticket ID,Created at,Status',
    ...Array.from({ length: 12 }, (_, i) => `${i + 1},${write(2 + i)},${i < 10 ? 'Solved' : 'Open'}`),
    '',
  ].join('\n');
const answers = Array.from(
  { length: 10 },
  (_, i) =>
    `${i + 1},${day(2 + i + (i % 3))},Ana,agent,About ticket ${i + 1}: please try the steps of page 4`,
);
const openings = Array.from(
  { length: 12 },
  (_, i) => `${i + 1},${day(2 + i)},c${i}@example.com,customer,Help ${i}`,
);

describe('messages that carry dates without a time', () => {
  it.each([
    ['dates', day],
    ['stamps in the evening', (n: number) => `${day(n)} 21:40:00`],
  ])('tell answers to the day, whether tickets carry dates or times: %s', async (_, write) => {
    const { desk } = await readFiles({
      'tickets.csv': tickets(write),
      'messages.csv': [header, ...openings, ...answers, ''].join('\n'),
    });
    // Days 0 1 2 0 1 2 0 1 2 0: the fifth and the ninth of ten, in order 0000 111 222.
    const figures = ask(desk, 'first_response_time.p50,first_response_time.p90,unanswered');
    expect(figures.map(({ value }) => value)).toEqual([1 * DAY, 2 * DAY, 2]);
    expect(figures[0].precision).toBe('day');
  });

  it('are no machine for being of one text: nobody knows that they came within a minute', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets(day),
      'messages.csv': [header, ...answers, ''].join('\n'),
    });
    expect(desk.messages?.reading?.automatic).toBe(0);
    expect(ask(desk, 'first_response_time.p50')[0].n).toBe(10);
  });

  it('written as midnights are dates all the same', async () => {
    const midnight = (row: string): string => row.replace(/(2026-03-\d\d)/, '$1 00:00:00');
    const { desk } = await readFiles({
      'tickets.csv': tickets((n) => `${day(n)} 21:40:00`),
      'messages.csv': [header, ...openings.map(midnight), ...answers.map(midnight), ''].join('\n'),
    });
    const figures = ask(desk, 'first_response_time.p50,acknowledgement_time.p50,next_response_time.p90');
    expect(figures.map(({ value, precision }) => [value, precision])).toEqual([
      [1 * DAY, 'day'],
      [1 * DAY, 'day'],
      [2 * DAY, 'day'],
    ]);
  });

  it('give way to minutes that the helpdesk measured', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `${i + 1},${day(2 + i)},Solved,${60 + i}`);
    const { desk } = await readFiles({
      'tickets.csv': ['Ticket ID,Created at,Status,First response time (minutes)', ...rows, ''].join('\n'),
      'messages.csv': [header, ...openings.slice(0, 10), ...answers, ''].join('\n'),
    });
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(64.5 * 60_000);
  });
});

describe('a list of tickets that says nothing of their ends', () => {
  const list = `Ticket ID,Created at,First response at\n1,2026-03-02 09:00,2026-03-02 10:00\n2,2026-03-03 09:00,\n`;

  it.each([
    ['beside answers', { 'messages.csv': `${header}\n1,2026-03-02 10:00,Ana,agent,Hello\n` }],
    ['alone', {}],
  ])('does not know who still waits, %s', async (_, more) => {
    const { desk } = await readFiles({ 'tickets.csv': list, ...more });
    expect(ask(desk, 'unanswered')[0].value).toBeNull();
  });

  it('is no list where conversations alone are the tickets: who was not answered waits', async () => {
    const { desk } = await readFiles({
      'messages.csv': `${header}\n1,2026-03-02 09:00,c@example.com,customer,Hi\n1,2026-03-02 10:00,Ana,agent,Hello\n2,2026-03-03 09:00,d@example.com,customer,Hi\n`,
    });
    expect(ask(desk, 'unanswered')[0].value).toBe(1);
  });
});
