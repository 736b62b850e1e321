import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const iso = (at: number) => new Date(at).toISOString();
const created = (k: number) => Date.UTC(2026, 2, 2, 8) + k * DAY;

/**
 * Twenty tickets, each solved after an hour; every fifth was reopened two days later and solved after another day. A
 * history of the first `told` of them; the export counts the reopens of all. The last one came forty days after the others.
 */
const desk = async (told: number) => {
  const all = Array.from({ length: 20 }, (_, k) => k);
  const isReopened = (k: number) => k % 5 === 0;
  const solved = (k: number) => created(k) + (isReopened(k) ? 3 * DAY : HOUR);
  const tickets = all.map((k) => `${k},${iso(created(k))},${iso(solved(k))},Solved,${isReopened(k) ? 1 : 0}`);
  const events = all
    .slice(0, told)
    .flatMap((k) => [
      `${k},${iso(created(k) + HOUR)},Open,Solved`,
      ...(isReopened(k)
        ? [`${k},${iso(created(k) + 2 * DAY)},Solved,Open`, `${k},${iso(solved(k))},Open,Solved`]
        : []),
    ]);
  return readFiles({
    't.csv': `Ticket ID,Created at,Solved at,Status,Reopens\n${tickets.join('\n')}\n99,${iso(created(60))},,Open,0\n`,
    'e.csv': `Ticket ID,Changed at,Old status,New status\n${events.join('\n')}\n`,
  });
};

describe('a count of reopens beside a history of some tickets', () => {
  it('is no part of a rate by the history', async () => {
    // Of the twelve that the history tells of: the first, the sixth and the eleventh.
    expect(ask((await desk(12)).desk, 'reopen_rate')[0]).toMatchObject({ value: 3 / 12, n: 12 });
  });

  it('is the rate where the history tells of few', async () => {
    expect(ask((await desk(4)).desk, 'reopen_rate')[0]).toMatchObject({ value: 4 / 20, n: 20 });
  });
});
