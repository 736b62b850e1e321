import { expect, it } from 'vitest';
import { ask, DAY, readFiles } from '../../../desk.ts';

const rows = (closed: (i: number) => string, created: (i: number) => string): string =>
  `id,created_at,closed_at,status\n${Array.from({ length: 6 }, (_, i) => `${i},${created(i)},${closed(i)},closed`).join('\n')}\n`;

it('takes stamps that are all at midnight for dates', async () => {
  const { desk } = await readFiles({
    't.csv': rows(
      (i) => `2026-03-0${2 + i} 00:00:00`,
      () => '2026-03-02 00:00:00',
    ),
  });
  // 0 1 2 3 4 5 days: rank ⌈3⌉ is 2 days, not 2.5.
  expect(ask(desk, 'resolution_time.p50').map(({ value, precision }) => [value, precision])).toEqual([
    [2 * DAY, 'day'],
  ]);
});

it('takes ends at midnight for dates where they would lie before creations of their day', async () => {
  const { desk } = await readFiles({
    't.csv': rows(
      (i) => `2026-03-0${2 + (i % 2)} 00:00:00`,
      (i) => `2026-03-02 1${i}:00:00`,
    ),
  });
  expect(ask(desk, 'solved')[0].value).toBe(6);
  expect(desk.problems.map(({ code }) => code)).not.toContain('value_void');
});

it('believes midnights among other times', async () => {
  const { desk } = await readFiles({
    't.csv': rows(
      (i) => `2026-03-02 ${12 + i}:00:00`,
      () => '2026-03-02 00:00:00',
    ),
  });
  expect(ask(desk, 'resolution_time.p50')[0].precision).toBe('second');
});

it('takes creations at midnight for dates where no end stands beside them, so that measured minutes are finer', async () => {
  const tickets = Array.from(
    { length: 6 },
    (_, i) => `${i},2026-03-0${2 + i} 00:00:00,Solved,${600 + 100 * i}`,
  );
  const changes = Array.from({ length: 6 }, (_, i) => `${i},2026-03-0${3 + i} 00:00:00,Open,Solved`);
  const { desk } = await readFiles({
    'tickets.csv': `Ticket ID,Created at,Status,Full resolution time (minutes)\n${tickets.join('\n')}\n`,
    'history.csv': `Ticket ID,Changed at,Old status,New status\n${changes.join('\n')}\n`,
  });
  // 600 to 1,100 minutes; the days of the history would make a day of each.
  expect(ask(desk, 'resolution_time.p50')[0].value).toBe(850 * 60_000);
});

it('takes the midnights of two rows for dates where each has several', async () => {
  const { desk } = await readFiles({
    't.csv':
      'id,created_at,first_response_at,solved_at,status\n' +
      '1,2026-03-02 00:00:00,2026-03-02 00:00:00,2026-03-04 00:00:00,solved\n' +
      '2,2026-03-03 00:00:00,2026-03-04 00:00:00,2026-03-08 00:00:00,solved\n',
  });
  // 2 and 5 days: rank ⌈1⌉ is 2 days, never 3.5.
  expect(ask(desk, 'resolution_time.p50').map(({ value, precision }) => [value, precision])).toEqual([
    [2 * DAY, 'day'],
  ]);
});
