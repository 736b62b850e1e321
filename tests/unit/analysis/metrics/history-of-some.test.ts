import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const iso = (at: number) => new Date(at).toISOString();
const created = (k: number) => Date.UTC(2026, 2, 2, 8) + k * DAY;
const all = Array.from({ length: 30 }, (_, k) => k);

/** Thirty tickets without a state, a day apart; the history tells that each of some was taken up after an hour, and most solved a day later. */
const desk = async (told: readonly number[], options = {}) => {
  const events = told.flatMap((k) => [
    `${k},${iso(created(k) + HOUR)},New,Open`,
    ...(k % 5 === 0 ? [] : [`${k},${iso(created(k) + DAY)},Open,Solved`]),
  ]);
  return (
    await readFiles(
      {
        't.csv': `Ticket ID,Created at,First response at\n${all.map((k) => `${k},${iso(created(k))},${iso(created(k) + HOUR)}`).join('\n')}\n`,
        'e.csv': `Ticket ID,Changed at,Old status,New status\n${events.join('\n')}\n`,
      },
      options,
    )
  ).desk;
};

describe('a history of some tickets that alone says which are open', () => {
  it('leaves the backlog unknown where it ends before the tickets do', async () => {
    expect(ask(await desk(all.slice(0, 15)), 'backlog')[0]).toMatchObject({ value: null });
  });

  it('leaves it unknown where it tells of every second ticket', async () => {
    expect(ask(await desk(all.filter((k) => k % 2 === 0 || k === 29)), 'backlog')[0].value).toBeNull();
  });

  it('tells that the others never changed where that is said', async () => {
    // Of the fifteen 0, 5 and 10 are open, and so are the other fifteen.
    expect(ask(await desk(all.slice(0, 15), { complete: true }), 'backlog')[0].value).toBe(3 + 15);
  });

  it('takes the few that nobody touched for open', async () => {
    // 0, 5, … 25 are open; 7 and 18 have no change at all.
    const touched = all.filter((k) => k !== 7 && k !== 18);
    expect(ask(await desk(touched), 'backlog')[0].value).toBe(6 + 2);
  });
});
