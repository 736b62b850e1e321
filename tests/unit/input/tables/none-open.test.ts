import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 2, 2);
const stamp = (at: number): string => new Date(at).toISOString();

/** A ticket every hour for ten days; each takes 2, 20, 40 or 60 hours by turns. */
const tickets = Array.from({ length: 240 }, (_, i) => {
  const created = start + i * HOUR;
  return { id: i + 1, created, solved: created + [2, 20, 40, 60][i % 4] * HOUR };
});
const list = (rows: typeof tickets): string =>
  [
    'Ticket ID,Created at,Solved at,Status',
    ...rows.map(({ id, created, solved }) => `${id},${stamp(created)},${stamp(solved)},Solved`),
    '',
  ].join('\n');
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }): string[] =>
  problems.map(({ code }) => code);

describe('a list in which no ticket is open', () => {
  it('holds solved tickets only where tickets came until the end', async () => {
    // The export was made ten days in: those that were open then are left out.
    const end = start + 240 * HOUR;
    const { desk } = await readFiles({ 't.csv': list(tickets.filter(({ solved }) => solved <= end)) });
    expect(desk.coverage.cut).toBe('solved');
    const [backlog, unanswered] = ask(desk, 'backlog,unanswered');
    expect([backlog.value, unanswered.value]).toEqual([null, null]);
  });

  it('is that of a desk without backlog where the last one had all the time', async () => {
    // The last ticket took longest: when it was solved, the others could have been since long.
    const { desk } = await readFiles({ 't.csv': list(tickets) });
    expect(desk.coverage.cut).toBe('created');
    expect(ask(desk, 'backlog')[0].value).toBe(0);
    expect(codes(desk)).not.toContain('none_open');
  });

  it('is said to be one where that may be chance', async () => {
    const end = start + 240 * HOUR;
    const few = tickets.filter(({ id, solved }) => id % 7 === 0 && solved <= end);
    const { desk } = await readFiles({ 't.csv': list(few) });
    expect(codes(desk)).toContain('none_open');
    expect(ask(desk, 'backlog')[0].value).toBe(0);
  });

  it('is nothing to speak of where a past period was worked off', async () => {
    // Thirty tickets a day for eight days, some ten in work at a time: the last one is worked off last, as others may be.
    const rows = Array.from({ length: 240 }, (_, i) => {
      const created = start + i * 0.8 * HOUR;
      return { id: i + 1, created, solved: created + [3, 5, 8, 16][(i * 7) % 4] * HOUR };
    });
    const { desk } = await readFiles({ 't.csv': list(rows) });
    expect(desk.coverage.cut).toBe('created');
    expect(codes(desk)).not.toContain('none_open');
  });

  it('is nothing to speak of where hardly a ticket is in work at a time', async () => {
    // One every five days, solved within hours; the last one more quickly than most.
    const rows = Array.from({ length: 24 }, (_, i) => {
      const created = start + i * 120 * HOUR;
      return { id: i + 1, created, solved: created + (i === 23 ? 1 : 2 + (i % 6)) * HOUR };
    });
    const { desk } = await readFiles({ 't.csv': list(rows) });
    expect(codes(desk)).not.toContain('none_open');
    expect(ask(desk, 'backlog')[0].value).toBe(0);
  });

  it('is believed of states that nobody understands where every ticket has its end', async () => {
    const end = start + 240 * HOUR;
    const coded = list(tickets.filter(({ solved }) => solved <= end)).replaceAll('Solved\n', '6\n');
    const { desk } = await readFiles({ 't.csv': coded });
    expect(desk.coverage.cut).toBe('solved');
  });

  it('is said to be one of bare dates where the newest may have been solved by chance', async () => {
    // Two a day for a month, every other one solved on the day after: the last ones on the last day.
    const day = (i: number): string => new Date(start + i * 24 * HOUR).toISOString().slice(0, 10);
    const rows = Array.from({ length: 30 }, (_, i) => [
      `${2 * i + 1},${day(i)},${day(i)},Solved`,
      `${2 * i + 2},${day(i)},${day(i < 29 ? i + 1 : i)},Solved`,
    ]).flat();
    const { desk } = await readFiles({
      't.csv': ['Ticket ID,Created at,Solved at,Status', ...rows, ''].join('\n'),
    });
    expect(codes(desk)).toContain('none_open');
    expect(desk.coverage.cut).toBe('created');
  });
});
