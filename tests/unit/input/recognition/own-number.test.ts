import { describe, expect, it } from 'vitest';
import { readFiles, value } from '../../../desk.ts';

const HOUR = 3_600_000;
const stamp = (i: number, hours: number): string =>
  new Date(Date.UTC(2026, 2, 1 + (i % 20), 8 + hours, i)).toISOString();
/** Forty rows, each with a number of its own, and another id that comes back. */
const read = (number: string, other: string, every = 1) =>
  readFiles({
    'list.csv': `${number},${other},Created,Closed,Status\n${Array.from({ length: 40 }, (_, i) =>
      [1000 + i, i % every === 0 ? 1000 + (i % 4) : '', stamp(i, 0), stamp(i, 5), 'Closed'].join(','),
    ).join('\n')}\n`,
  });

describe('rows with a number of their own that is called a ticket’s', () => {
  it.each([
    ['Ticket ID', 'Parent ID'],
    ['Ticket ID', 'Master ticket ID'],
    ['Ticket number', 'Related ticket ID'],
    ['Case Number', 'Parent Case ID'],
    ['Issue key', 'Parent issue key'],
    ['Incident ID', 'Original incident ID'],
    ['Ticket ID', 'Conversation ID'],
  ])('are tickets, whatever other id comes back in them: %s, %s', async (number, other) => {
    for (const every of [1, 3]) {
      const { desk } = await read(number, other, every);
      expect(desk.tickets.rows).toBe(40);
      expect(value(desk, 'resolution_time.p50')).toBe(5 * HOUR);
    }
  });

  it('are changes of a ticket where the number is that of the change', async () => {
    const states = ['New', 'Open', 'Solved', 'Closed'];
    const { desk } = await readFiles({
      'log.csv': `ID,Ticket ID,Created,Status\n${Array.from({ length: 40 }, (_, i) =>
        [7000 + i, 1000 + Math.floor(i / 4), stamp(Math.floor(i / 4), i % 4), states[i % 4]].join(','),
      ).join('\n')}\n`,
    });
    expect(desk.tickets.rows).toBe(10);
  });
});
