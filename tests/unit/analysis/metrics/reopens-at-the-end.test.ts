import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const iso = (at: number) => new Date(at).toISOString();
const start = Date.UTC(2026, 2, 2, 8);

/**
 * Ten tickets a day for sixty days, each solved after an hour; a change of status is told where `isTold` says so. One more
 * ticket, open since, is touched on day 90, which is as-of.
 */
const desk = async (isTold: (k: number) => boolean, late: readonly string[]) => {
  const created = (k: number) => start + Math.floor(k / 10) * DAY + (k % 10) * HOUR;
  const all = Array.from({ length: 600 }, (_, k) => k);
  const tickets = all.map((k) => `${k},${iso(created(k))},${iso(created(k) + HOUR)},Solved,`);
  const events = all.filter(isTold).map((k) => `${k},${iso(created(k) + HOUR)},Open,Solved`);
  const { desk: read } = await readFiles({
    't.csv': `Ticket ID,Created at,Solved at,Status,Updated at\n${tickets.join('\n')}\n999,${iso(start)},,Open,${iso(start + 90 * DAY)}\n`,
    'e.csv': `Ticket ID,Changed at,Old status,New status\n${[...events, ...late].join('\n')}\n`,
  });
  return ask(read, 'reopen_rate')[0];
};

describe('the week after a solve, at the end of a history', () => {
  it('is known where changes become few and still come', async () => {
    // A ticket of the last day was reopened on day 62; another one changed on day 89.
    const late = [
      `595,${iso(start + 62 * DAY)},Solved,Open`,
      `595,${iso(start + 63 * DAY)},Open,Solved`,
      `999,${iso(start + 89 * DAY)},New,Open`,
    ];
    expect(await desk(() => true, late)).toMatchObject({ value: 1 / 600, n: 600 });
  });

  it('is not over where changes stop', async () => {
    // The last change is of day 59, 18:00: by then the weeks after solves up to day 52, 18:00 are over, 53 days of ten.
    const solvedBy = 530;
    expect(await desk(() => true, [])).toMatchObject({ value: 0, n: solvedBy });
  });
});
