import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const start = Date.UTC(2026, 2, 2, 8);
const tickets = (requester: (k: number) => string): Record<string, string> => ({
  't.csv': `Ticket ID,Created at,Solved at,Status,Requester\n${Array.from({ length: 6 }, (_, k) => {
    const at = start + k * 40 * DAY;
    return `${k},${new Date(at).toISOString()},${new Date(at + HOUR).toISOString()},Solved,${requester(k)}`;
  }).join('\n')}\n`,
});

describe('one address in several spellings', () => {
  it.each([
    ['in capitals', 'kim@example.com', 'KIM@Example.com'],
    ['with a name', 'kim@example.com', 'Kim <kim@example.com>'],
    ['with two names', 'Kim B <kim@example.com>', 'Kim <kim@example.com>'],
  ])('is one requester: %s', async (_, one, other) => {
    const { desk } = await readFiles(tickets((k) => (k % 2 ? one : other)));
    // One requester, whose first ticket nobody followed within thirty days.
    expect(ask(desk, 'repeat_contact_rate')[0]).toMatchObject({ value: 0, n: 1 });
  });

  it.each([
    ['at two hosts', 'Kim <kim@example.com>', 'Kim <kim@example.org>'],
    ['of one name', 'Kim', 'kim'],
  ])('are two: %s', async (_, one, other) => {
    const { desk } = await readFiles(tickets((k) => (k % 2 ? one : other)));
    expect(ask(desk, 'repeat_contact_rate')[0]).toMatchObject({ n: 2 });
  });
});

describe('one agent in several spellings', () => {
  it('answers for the desk in each of them', async () => {
    const files = {
      't.csv': `Ticket ID,Created at,Requester,Assignee\n${[1, 2, 3, 4]
        .map((k) => `${k},2026-03-0${k}T08:00:00Z,u${k}@example.com,${k === 1 ? '' : 'Ana Prado'}`)
        .join('\n')}\n`,
      'm.csv': `Ticket ID,Sent at,Author,Text\n${[1, 2, 3, 4]
        .map((k) => `${k},2026-03-0${k}T09:00:00Z,${k === 1 ? 'ANA PRADO' : 'Ana Prado'},Hello ${k}`)
        .join('\n')}\n`,
    };
    const { desk } = await readFiles(files);
    expect(ask(desk, 'first_response_time')[0]).toMatchObject({ value: HOUR, n: 4 });
  });
});
