import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const created = (k: number) => Date.UTC(2026, 2, 2, 8) + k * DAY;
const twelve = Array.from({ length: 12 }, (_, k) => k);
const csv = (head: string, rows: readonly string[]) => `${head}\n${rows.join('\n')}\n`;

/** Twelve tickets by a clock in Kolkata, each answered after an hour, and their messages by one in `apart` of it. */
const read = (apart: number, options = {}, head = 'Ticket ID,Created at,Status') =>
  readFiles(
    {
      't.csv': csv(
        head,
        twelve.map((k) => `${k},${stamp(created(k) + 5.5 * HOUR)},Open`),
      ),
      'm.csv': csv('Ticket ID,Sent at,Author,Author role,Text', [
        ...twelve.flatMap((k) => [
          `${k},${stamp(created(k) + 5.5 * HOUR + apart)},kim@example.com,customer,Where is it?`,
          `${k},${stamp(created(k) + 6.5 * HOUR + apart)},Ana,agent,It is on its way ${k}`,
        ]),
      ]),
    },
    options,
  );

describe('messages whose clock is not that of the tickets', () => {
  it.each([-5.5 * HOUR, -2 * HOUR])('say nothing of how long answers took (%d ms apart)', async (apart) => {
    const { desk } = await read(apart);
    for (const metric of ['first_response_time.p50', 'next_response_time.p50', 'unanswered', 'replies'])
      expect(ask(desk, metric)[0]).toMatchObject({ value: null, status: 'unavailable' });
    expect(desk.problems.find(({ code }) => code === 'messages_other_clock')?.count).toBe(12);
  });

  it('do where the zone is named in a header', async () => {
    const { desk } = await read(-5.5 * HOUR, {}, 'Ticket ID,Created at (Asia/Kolkata),Status');
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR, n: 12 });
  });

  it('are of the same clock where conversations merely lack their openings', async () => {
    const { desk } = await readFiles({
      't.csv': csv(
        'Ticket ID,Created at,Status',
        twelve.map((k) => `${k},${stamp(created(k))},Open`),
      ),
      'm.csv': csv('Ticket ID,Sent at,Author,Author role,Text', [
        // Chasers after 47 minutes, 94 minutes and so on, each answered an hour later.
        ...twelve.flatMap((k) => [
          `${k},${stamp(created(k) + (k + 1) * 47 * 60_000)},kim@example.com,customer,And now?`,
          `${k},${stamp(created(k) + (k + 1) * 47 * 60_000 + HOUR)},Ana,agent,Soon ${k}`,
        ]),
      ]),
    });
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(6.5 * 47 * 60_000 + HOUR);
  });
});

describe('an answer from before its ticket', () => {
  it('took no time that anybody knows, also within working hours', async () => {
    const answer = (k: number) => (k === 3 ? -2 * DAY : k === 4 ? -20_000 : HOUR);
    const { desk } = await readFiles({
      't.csv': csv(
        'Ticket ID,Created at,Status',
        twelve.map((k) => `${k},${stamp(created(k))},Open`),
      ),
      'm.csv': csv('Ticket ID,Sent at,Author,Author role,Text', [
        ...twelve.map((k) => `${k},${stamp(created(k) + answer(k))},Ana,agent,It is on its way ${k}`),
      ]),
    });
    // The fourth was answered sometime, the fifth at once.
    expect(ask(desk, 'first_response_time.min')[0]).toMatchObject({ value: 0, n: 11 });
    expect(ask(desk, 'unanswered')[0].value).toBe(0);
  });
});
