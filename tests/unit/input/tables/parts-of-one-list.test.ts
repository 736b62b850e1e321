import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const header = 'id,subject,state,team,createdTime,firstRespondedAt,resolutionDate,reportDate';
/** Nine tickets as a report of the 21st shows them, created, answered and solved an hour or more after each other. */
const rows = Array.from({ length: 9 }, (_, i) => {
  const at = (hour: number): string => `2026-04-${String(i + 10)} ${String(hour).padStart(2, '0')}:15:30`;
  return `${100 + i},No sound ${i},Resolved,Care,${at(8)},${at(9 + (i % 4))},${at(15 + (i % 5))},2026-04-21 03:57:28`;
});
const file = (some: readonly string[]): string => `${[header, ...some].join('\n')}\n`;

/** The figures of a desk, as text. */
async function figures(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { desk } = await readFiles(files);
  return ask(desk, 'created,solved,first_response_time.p50,resolution_time.p90').map(
    ({ metric, value, n }) => `${metric} ${value} of ${n}`,
  );
}

describe('files of one header', () => {
  it('are read alike, though one row alone could be read in several ways', async () => {
    const whole = await figures({ 'all.csv': file(rows) });
    expect(whole[0]).toBe('created 9 of 9');
    const parts = Object.fromEntries(rows.map((row, i) => [`part-${i}.csv`, file([row])]));
    expect(await figures(parts)).toEqual(whole);
  });

  it('count a ticket of two downloads once, as its newest file tells it', async () => {
    // One row alone does not show which column is the id; the later file tells of a ticket that was opened again.
    const list = (some: readonly string[]): string =>
      `nr,key,createdTime,resolutionDate,state\n${some.join('\n')}\n`;
    const closed = (i: number): string =>
      `${i},K-${i},2026-04-1${i} 08:00:00,2026-04-1${i} 09:30:00,Resolved`;
    const { desk } = await readFiles({
      'monday.csv': list([1, 2, 3, 4].map(closed)),
      'tuesday.csv': list(['4,K-4,2026-04-14 08:00:00,,Open', closed(5), closed(6)]),
      'wednesday.csv': list([closed(7)]),
    });
    expect(desk.tickets.rows).toBe(7);
    expect(ask(desk, 'solved')[0].value).toBe(6);
  });
});
