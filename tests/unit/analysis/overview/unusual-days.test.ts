import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../../src/analysis/overview/stretches.ts';
import { unusualDays } from '../../../../src/analysis/overview/unusual-days.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { utc } from '../../../../src/time/zone.ts';
import { DAY, HOUR, MINUTE, readFiles } from '../../../desk.ts';

// 2026-06-01 is a Monday; the sixteenth week, of which a report speaks, begins on 2026-09-14.
const monday = Date.UTC(2026, 5, 1);
const WEEKS = 16;
const WEDNESDAY = (WEEKS - 1) * 7 + 2;
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** Tickets of one day by channel: 16 to 18 e-mails, 6 or 7 chats, by the number of the week. */
const usual = (week: number): Record<string, number> => ({ Email: 16 + (week % 3), Chat: 6 + (week % 2) });

async function deskWith(wednesday: Record<string, number>): Promise<Desk> {
  const lines = ['Ticket ID,Created at,Status,Channel'];
  let id = 0;
  for (let day = 0; day < WEEKS * 7; day++) {
    const counts = day === WEDNESDAY ? wednesday : usual(Math.floor(day / 7));
    for (const [channel, count] of Object.entries(counts)) {
      for (let i = 0; i < count; i++)
        lines.push(`${++id},${stamp(monday + day * DAY + 8 * HOUR + i * MINUTE)}Z,open,${channel}`);
    }
  }
  const asOf = `${stamp(monday + WEEKS * 7 * DAY)}Z`;
  return (await readFiles({ 'tickets.csv': `${lines.join('\n')}\n` }, { asOf, complete: true })).desk;
}

function daysOf(desk: Desk, minGroup: number | null = null) {
  const request = { period: null, since: null, until: null, every: null } as const;
  const stretches = stretchesOf(desk, { ...request, zone: utc, weekStarts: 1, compare: 'previous' });
  return unusualDays({ desk, stretches, mask: null, minGroup, context: { desk, zone: utc } });
}

describe('unusual days', () => {
  it('finds none where every week is like the others', async () => {
    expect(daysOf(await deskWith(usual(WEEKS - 1)))).toEqual([]);
  });

  it('names the channel that brought a spike, with its tickets and what is usual for it', async () => {
    // Weeks 4 to 15 hold six chats six times and seven chats six times: 6.5.
    const [day, ...others] = daysOf(await deskWith({ Email: 17, Chat: 37 }));
    expect(others).toEqual([]);
    expect(day).toMatchObject({ day: '2026-09-16', created: 54 });
    expect(day.cause).toEqual({
      dimension: 'channel',
      label: { code: 'channel.chat' },
      created: 37,
      usual: 6.5,
    });
  });

  it('names the channel from which nothing came on a quiet day', async () => {
    // E-mails of weeks 4 to 15: 16, 17 and 18 four times each, 17 a day.
    const [day] = daysOf(await deskWith({ Chat: 7 }));
    expect(day.created).toBe(7);
    expect(day.created).toBeLessThan(day.low);
    expect(day.cause).toMatchObject({ label: { code: 'channel.email' }, created: 0, usual: 17 });
  });

  it('names nobody where all channels rose alike, though one has most of the tickets', async () => {
    const [day] = daysOf(await deskWith({ Email: 34, Chat: 13 }));
    expect(day.created).toBe(47);
    expect(day.cause).toBeNull();
  });

  it('names nobody where two channels share a spike and neither brought half of it', async () => {
    // 45 more than the usual 23.5 − 17 e-mails, of which chat brings 20 and each of two new channels 18 and 17.
    const [day] = daysOf(await deskWith({ Email: 17, Chat: 20, Phone: 18, Web: 17 }));
    expect(day.cause).toBeNull();
  });

  it('names an issue before a channel, as it says why', async () => {
    const desk = await deskWith({ Email: 17, Chat: 37 });
    const { channel, created_at } = desk.tickets.columns;
    if (channel?.type !== 'code' || created_at?.type !== 'instant') throw new Error('no channels');
    const start = monday + WEDNESDAY * DAY;
    let left = 25;
    const codes = channel.codes.map((code, t) => {
      const isChatOfThatDay = channel.names.text(code) === 'chat' && created_at.values[t] >= start;
      return isChatOfThatDay && left-- > 0 ? 1 : 0;
    });
    const topics = { codes: Uint32Array.of(1), ids: ['T1'], labels: ['cannot log in'] };
    const issues = { codes: Uint32Array.from(codes), ids: ['1'], labels: ['cannot log in'], topics };
    const [day] = daysOf({ ...desk, issues });
    expect(day.cause).toEqual({
      dimension: 'issue',
      label: { data: 'cannot log in' },
      created: 25,
      usual: 0,
    });
  });

  it('does not name a segment with fewer tickets than --min-group asks for', async () => {
    const desk = await deskWith({ Email: 17, Chat: 37 });
    expect(daysOf(desk, 37)[0].cause).not.toBeNull();
    expect(daysOf(desk, 38)[0].cause).toBeNull();
  });
});
