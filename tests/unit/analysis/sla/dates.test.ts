import { describe, expect, it } from 'vitest';
import { deskOf, policy, seen, targetsOf } from './sla-desk.ts';

const tickets = (...rows: readonly string[]): string =>
  `id,created_at,first_response_at,solved_at,status\n${rows.join('\n')}\n`;

const states = async (text: string, hours: number, asOf = '2026-03-20T12:00:00Z'): Promise<string[]> => {
  const desk = await deskOf({ tickets: text }, asOf);
  return seen(desk, targetsOf(desk, policy({ resolution: hours })), 'resolution').map(({ state }) => state);
};

describe('targets whose ends are dates without a time', () => {
  it('are missed only where any time of the day would be too late', async () => {
    // 4 h from 10:00 fall due at 14:00: the same day may be either, the day after is too late.
    // 4 h from 21:00 fall due at 01:00: that same day may be either too, on the day of creation it was in time.
    const text = tickets(
      '1,2026-03-02 10:00:00,,2026-03-02,solved',
      '2,2026-03-02 10:00:00,,2026-03-03,solved',
      '3,2026-03-02 21:00:00,,2026-03-03,solved',
      '4,2026-03-02 21:00:00,,2026-03-02,solved',
    );
    expect(await states(text, 4)).toEqual(['unknown_end', 'missed', 'unknown_end', 'met']);
  });

  it('are judged on calendar days where the promise is one of days', async () => {
    const text = tickets(
      '1,2026-03-02,,2026-03-04,solved',
      '2,2026-03-02,,2026-03-05,solved',
      '3,2026-03-02 10:00:00,,2026-03-04,solved',
      '4,2026-03-02,,2026-03-02,solved',
    );
    expect(await states(text, 48)).toEqual(['met', 'missed', 'met', 'met']);
  });

  it('are not missed while the day on which they fall due is not over', async () => {
    const text = tickets('1,2026-03-02,,,open', '2,2026-03-01,,,open', '3,2026-03-01,,2026-03-01,solved');
    expect(await states(text, 48, '2026-03-04T12:00:00Z')).toEqual(['not_due', 'missed', 'met']);
  });
});
