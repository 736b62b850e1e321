import { expect, it } from 'vitest';
import { ask, HOUR, readFiles, value } from '../../../desk.ts';

const at = (hours: number): string => new Date(Date.UTC(2026, 2, 2, 9) + hours * HOUR).toISOString();
const list = (pointer: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[['id', 'created_at', 'first_response_at', 'status', pointer], ...rows].map((row) => row.join(',')).join('\n')}\n`;

it('lets a ticket begin with the earliest that was merged into it', async () => {
  // 1 went into 2 and 2 into 3: answered at 6 h, asked at 0 h. 4 came later than its target, and changes nothing.
  for (const pointer of ['merged_into', 'Merged into ticket', 'duplicate_of']) {
    const { desk } = await readFiles({
      'tickets.csv': list(pointer, [
        [1, at(0), '', 'closed', 2],
        [2, at(2), '', 'closed', '#3'],
        [3, at(4), at(6), 'solved', ''],
        [4, at(5), '', 'closed', 3],
        [5, at(24), at(25), 'solved', ''],
      ]),
    });
    expect(value(desk, 'created'), pointer).toBe(2);
    expect(value(desk, 'first_response_time.max'), pointer).toBe(6 * HOUR);
    expect(desk.problems).toContainEqual(expect.objectContaining({ code: 'merged_began_earlier', count: 1 }));
  }
});

it('leaves tickets alone where the other one is not here, or both were merged into each other', async () => {
  const { desk } = await readFiles({
    'tickets.csv': list('merged_into', [
      [1, at(0), '', 'closed', 99],
      [2, at(1), '', 'closed', 3],
      [3, at(2), '', 'closed', 2],
      [4, at(24), at(25), 'solved', ''],
    ]),
  });
  expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: HOUR, n: 1 });
});
