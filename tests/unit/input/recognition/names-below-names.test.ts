import { describe, expect, it } from 'vitest';
import { ask, readFiles, value } from '../../../desk.ts';

const MINUTE = 60_000;
const rows = Array.from({ length: 9 }, (_, i) => i + 1);
/** Nine tickets below two rows of names; the last column counts 3, 6, … 27. */
const read = (first: string, second: string, options: Parameters<typeof readFiles>[1] = {}) =>
  readFiles(
    {
      'list.csv': `${first}\n${second}\n${rows
        .map((i) => `${i},2026-03-0${i} 08:00,2026-03-0${i} 10:00,Solved,${3 * i}`)
        .join('\n')}\n`,
    },
    options,
  );

describe('a second row of names', () => {
  it.each([
    ['ID,Created,Resolved,Status,First response', 'ID,Created,Resolved at,Status,First response (min)'],
    ['Ticket,Opened,Done,Status,First reply', 'ID,Created,Resolved,Status,First reply time in minutes'],
    ['ID,Created,Resolved,Status,First response', 'ID,CREATED,Resolved [UTC],Status,First response [min]'],
    ['ID,Created,Resolved,Status,First response', 'id,created_at,resolved_at,status,first_response_minutes'],
  ])(
    'is no ticket where it is partly that of the first, and its units count: %s / %s',
    async (first, second) => {
      const { desk } = await read(first, second);
      expect(desk.tickets.rows).toBe(9);
      expect(value(desk, 'first_response_time.p50')).toBe(15 * MINUTE);
    },
  );

  it('is what a flag may name a column by', async () => {
    const { desk } = await read('ID,Created,Resolved,Status,X1', 'id,created_at,resolved_at,status,frt', {
      map: { reported_first_response_time_seconds: 'frt' },
      value: { reported_first_response_time_seconds: { unit: 'm' } },
    });
    expect(value(desk, 'first_response_time.p50')).toBe(15 * MINUTE);
  });

  it('does not take the unit of another name', async () => {
    const { desk } = await read(
      'ID,Created,Resolved,Status,First response',
      'ID,Created,Resolved,Status,Wait (min)',
    );
    expect(desk.tickets.rows).toBe(9);
    expect(ask(desk, 'first_response_time.p50')[0].status).toBe('unavailable');
  });
});
