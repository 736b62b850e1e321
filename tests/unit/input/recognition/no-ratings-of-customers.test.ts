import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const stamp = (i: number, hours: number): string =>
  new Date(Date.UTC(2026, 2, 1 + (i % 20), 8 + hours, i)).toISOString();
const read = (header: string) =>
  readFiles({
    'tickets.csv': `Ticket ID,Created,Closed,Status,${header}\n${Array.from({ length: 40 }, (_, i) =>
      [i + 1, stamp(i, 0), stamp(i, 5), 'Closed', 1 + (i % 5)].join(','),
    ).join('\n')}\n`,
  });

describe('numbers of a list of tickets', () => {
  it.each(['Predicted CSAT', 'CSAT target', 'QA rating', 'CSAT goal', 'Expected rating'])(
    'are no ratings of customers as "%s"',
    async (header) => {
      const { desk } = await read(header);
      expect(ask(desk, 'csat')[0].status).toBe('unavailable');
    },
  );

  it.each(['Agent touches', 'Customer replies', 'Agent messages', 'Client responses'])(
    'are no people as "%s"',
    async (header) => {
      const { desk } = await read(header);
      expect(desk.tickets.columns.assignee ?? desk.tickets.columns.requester).toBeUndefined();
    },
  );
});
