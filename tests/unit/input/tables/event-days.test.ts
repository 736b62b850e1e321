import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Six tickets of a log, of 0, 1, 2 … days. */
const log = (stamp: (day: number) => string): string =>
  `ticket_id,changed_at,old_status,new_status\n${Array.from(
    { length: 6 },
    (_, i) => `${i},${stamp(i + 1)},,New\n${i},${stamp(2 * i + 1)},New,Solved`,
  ).join('\n')}\n`;

const resolution = async (files: Record<string, string>): Promise<unknown[]> =>
  ask((await readFiles(files)).desk, 'resolution_time.p50').map(({ value, precision }) => [value, precision]);

describe('a history of dates', () => {
  it.each([
    ['dates', (day: number) => `2026-03-${two(day)}`],
    ['midnights', (day: number) => `2026-03-${two(day)} 00:00:00`],
  ])('tells days: %s', async (_, stamp) => {
    const files = { 'log.csv': log(stamp) };
    // 0 to 5 days: the third of six, not 2.5.
    expect(await resolution(files)).toEqual([[2 * DAY, 'day']]);
    const { desk } = await readFiles(files);
    expect(desk.problems.map(({ code }) => code)).toContain('dates_without_time');
  });

  it('tells times where its stamps have them', async () => {
    const stamp = (day: number): string => `2026-03-${two(day)} 0${day % 3}:00:00`;
    const [[value, precision]] = (await resolution({ 'log.csv': log(stamp) })) as [number, string][];
    expect(precision).toBe('second');
    expect(value % HOUR).toBe(0);
  });

  it('leaves the times of the ticket list alone', async () => {
    const tickets = Array.from(
      { length: 6 },
      (_, i) => `${i},2026-03-0${i + 1} 09:00:00,2026-03-0${i + 1} 1${i}:00:00,Solved`,
    );
    const files = {
      'tickets.csv': `Ticket ID,Created at,Solved at,Status\n${tickets.join('\n')}\n`,
      'history.csv': log((day) => `2026-03-${two(day)}`),
    };
    // 1 to 6 hours.
    expect(await resolution(files)).toEqual([[3.5 * HOUR, 'second']]);
  });
});

it('tells days of first answers beside messages that belong to no ticket', async () => {
  const tickets = Array.from(
    { length: 6 },
    (_, i) => `T-${i},2026-03-0${i + 1},2026-03-0${i + 1 + (i % 2)},Open`,
  );
  const { desk } = await readFiles({
    'tickets.csv': `Ticket ID,Created at,First response at,Status\n${tickets.join('\n')}\n`,
    'messages.csv':
      'Ticket ID,Sent at,Author,Author role,Text\nX-1,2026-03-02,Ana,agent,hello\nX-2,2026-03-03,Ana,agent,hello\n',
  });
  // The same day three times, the next day three times.
  expect(ask(desk, 'first_response_time.p50').map(({ value, precision }) => [value, precision])).toEqual([
    [0, 'day'],
  ]);
});
