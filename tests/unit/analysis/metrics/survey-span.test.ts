import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const csv = (head: string, rows: readonly string[]): string => `${head}\n${rows.join('\n')}\n`;

/** Twenty tickets a month from January to June, solved on the day they came. */
const tickets = Array.from({ length: 120 }, (_, index) => {
  const day = `2026-${two(Math.floor(index / 20) + 1)}-${two((index % 20) + 1)}`;
  return { id: index + 1, day, month: Math.floor(index / 20) + 1 };
});
const list = csv(
  'ticket_id,created_at,status,solved_at',
  tickets.map(({ id, day }) => `${id},${day}T08:00:00Z,solved,${day}T12:00:00Z`),
);
const answers = (of: readonly (typeof tickets)[number][]): string =>
  csv(
    'ticket_id,score (1-5),answered_at',
    of.map(({ id, day }) => `${id},${(id % 5) + 1},${day}T13:00:00Z`),
  );

describe('csat_response_rate of a part file', () => {
  it('leaves out tickets that were solved outside of what the answers are about', async () => {
    // Answers of June alone, of every second ticket, its first and its nineteenth among them: 10 of 19.
    const june = tickets.filter(({ month, id }) => month === 6 && id % 2 === 1);
    const { desk } = await readFiles({ 'tickets.csv': list, 'answers.csv': answers(june) });
    const [rate] = ask(desk, 'csat_response_rate');
    // The twentieth of June may have stayed silent: it counts. 10 of 20.
    expect(rate).toMatchObject({ value: 0.5, n: 20 });
  });

  it('takes silence at the edges for silence where answers are few', async () => {
    const some = tickets.filter(({ id }) => id % 30 === 0);
    const { desk } = await readFiles({ 'tickets.csv': list, 'answers.csv': answers(some) });
    // 30, 60, 90 and 120: the 29 before the first are no part file.
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ n: 120, value: 4 / 120 });
  });

  it('knows nothing of a desk without one answer beside one with many', async () => {
    const west = list.replace('ticket_id', 'Ticket Number').replaceAll(/^(\d+),/gm, 'W$1,');
    const half = tickets.filter(({ id }) => id % 2 === 0);
    const { desk } = await readFiles({
      'east.csv': list,
      'west.csv': west,
      'answers.csv': answers(half),
    });
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ value: 0.5, n: 120 });
  });
});
