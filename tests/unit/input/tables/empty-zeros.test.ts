import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../../src/model/desk.ts';
import { readFiles } from '../../../desk.ts';

const field = 'reported_first_response_time_seconds';
const read = async (header: string, rows: readonly string[]): Promise<(number | null)[]> => {
  const { desk } = await readFiles({ 't.csv': `id,created_at,status,${header}\n${rows.join('\n')}\n` });
  return [...(numbersOf(desk.tickets, field) ?? [])].map((value) => (Number.isNaN(value) ? null : value));
};

describe('a zero in a helpdesk’s own duration', () => {
  it('is none yet where the stamp is missing, and nought where it stands', async () => {
    expect(
      await read('first_response_at,first_response_time_min', [
        '1,2026-03-02 09:00,Closed,2026-03-02 10:00,60',
        '2,2026-03-02 09:00,Closed,2026-03-02 09:00,0',
        '3,2026-03-02 09:00,Open,,0',
      ]),
    ).toEqual([3_600_000, 0, null]);
  });

  it('is none yet where no reply was sent', async () => {
    expect(
      await read('replies,first_response_time_min', [
        '1,2026-03-02 09:00,Closed,1,60',
        '2,2026-03-02 09:00,Closed,2,0',
        '3,2026-03-02 09:00,Open,0,0',
      ]),
    ).toEqual([3_600_000, 0, null]);
  });

  it('is not judged by a stamp column that records nothing', async () => {
    expect(
      await read('first_response_at,first_response_time_min', [
        '1,2026-03-02 09:00,Closed,,60',
        '2,2026-03-02 09:00,Closed,,30',
        '3,2026-03-02 09:00,Open,,0',
      ]),
    ).toEqual([3_600_000, 1_800_000, 0]);
  });
});
