import { describe, expect, it } from 'vitest';
import { ask, readFiles, value } from '../../../desk.ts';

const MINUTE = 60_000;
const stamp = (i: number, hours: number): string =>
  new Date(Date.UTC(2026, 2, 1 + (i % 20), 8 + hours, i)).toISOString();
const read = (header: string) =>
  readFiles({
    'tickets.csv': `Ticket ID,Created,Closed,Status,"${header}"\n${Array.from({ length: 40 }, (_, i) =>
      [i + 1, stamp(i, 0), stamp(i, 5), 'Closed', 10 + (i % 9)].join(','),
    ).join('\n')}\n`,
  });

describe('a time until an answer', () => {
  it.each([
    'Average response time (min)',
    'Avg. reply time (min)',
    'Mean response time (min)',
    'Median response time (min)',
    'Max response time (min)',
    'Last response time (min)',
    'Next reply time (min)',
    'Second response time (min)',
    'Total response time (min)',
    'Temps de réponse moyen (min)',
    'Durchschnittliche Antwortzeit (Min.)',
  ])('over all answers, or until another, is not that of the first: %s', async (header) => {
    const { desk } = await read(header);
    expect(ask(desk, 'first_response_time.p50')[0].status).toBe('unavailable');
  });

  it('is not told by the stamp of the second answer, nor an end by that of a survey', async () => {
    const { desk } = await readFiles({
      'tickets.csv': `Ticket ID,Created,Second response at,Survey closed at,Status\n${Array.from(
        { length: 40 },
        (_, i) => [i + 1, stamp(i, 0), stamp(i, 1), stamp(i, 2), i % 8 === 0 ? 'Open' : 'Closed'].join(','),
      ).join('\n')}\n`,
    });
    for (const figure of ['first_response_time.p50', 'resolution_time.p50'])
      expect(ask(desk, figure)[0].status, figure).toBe('unavailable');
  });

  it.each([
    'Seconds to first response',
    'Response time (min)',
    'Avg. first response (min)',
    'Average time to first reply (min)',
    'First reply time (min)',
  ])('is that of the first where the header says so, or names no other: %s', async (header) => {
    const { desk } = await read(header);
    const unit = header.startsWith('Seconds') ? MINUTE / 60 : MINUTE;
    expect(value(desk, 'first_response_time.p50')).toBe(13.5 * unit);
  });
});
