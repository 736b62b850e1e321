import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src/model/desk.ts';
import { readFiles } from '../../desk.ts';

const created = async (files: Record<string, string>) => {
  const { desk } = await readFiles(files);
  return {
    days: [...(numbersOf(desk.tickets, 'created_at') ?? [])].map((at) =>
      new Date(at).toISOString().slice(0, 10),
    ),
    codes: desk.problems.map(({ code }) => code),
  };
};

describe('day or month first', () => {
  it.each([
    ['Month', ['Jan-2025', 'Jan-2025', 'March 2025']],
    ['Monat', ['Januar', 'Januar', 'März']],
    ['Quarter', ['2025-Q1', 'Q1 2025', 'Q1']],
    ['Weekday', ['Saturday', 'Wed', 'Fri']],
    ['Week', ['2025-W01', '2025-W02', '2025-W10']],
  ])('is told by a column of the kind %s', async (name, cells) => {
    // 4 January (a Saturday), 8 January, 7 March 2025; the other way round 1 April, 1 August and 3 July.
    const stamps = ['1/4/2025 09:15', '1/8/2025 09:15', '3/7/2025 09:15'];
    const rows = stamps.map((stamp, i) => `${i},${stamp},${cells[i]},Closed`);
    const { days, codes } = await created({
      't.csv': `Ticket_ID,Created,${name},Status\n${rows.join('\n')}\n`,
    });
    expect(days).toEqual(['2025-01-04', '2025-01-08', '2025-03-07']);
    expect(codes).not.toContain('date_order_guessed');
  });

  it('is told by ids that rise as tickets come, in any order of rows', async () => {
    // 1 to 12 May and June, month first: in the other order every step but the twelfth would be a month long.
    const rows = Array.from(
      { length: 16 },
      (_, i) => `${100 + i},${5 + Math.floor(i / 8)}/${1 + (i % 8)}/2026 10:00,Open`,
    );
    const { days } = await created({
      't.csv': `Ticket ID,Created,Status,Priority\n${[...rows].reverse().join('\n')}\n`,
    });
    expect(days.at(-1)).toBe('2026-05-01');
    expect(days.at(-2)).toBe('2026-05-02');
  });

  it('is told by another file of the same header', async () => {
    const head = 'Ticket ID,Created,Status\n';
    const { days, codes } = await created({
      'a.csv': `${head}1,5/6/2026 10:00,Open\n`,
      'b.csv': `${head}2,5/20/2026 10:00,Open\n3,5/21/2026 10:00,Open\n`,
    });
    expect(days[0]).toBe('2026-05-06');
    expect(codes).not.toContain('date_order_guessed');
  });
});

describe('days and months that were swapped', () => {
  const file = (dates: readonly string[]): Record<string, string> => ({
    't.csv': `Ticket ID,Created at,Status\n${dates.map((date, i) => `${i + 1},${date}T08:00:00Z,open`).join('\n')}\n`,
  });
  const iso = (month: number, day: number): string =>
    `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

  it('are noticed where ids stop rising', async () => {
    // Every day of March and April in turn; days up to 12 have day and month in each other's places.
    const dates = [3, 4].flatMap((month) =>
      Array.from({ length: 30 }, (_, i) => (i < 12 ? iso(i + 1, month) : iso(month, i + 1))),
    );
    expect((await created(file(dates))).codes).toContain('dates_swapped');
  });

  it('are not seen in a heap on the first of a month, nor in a file whose ids rise', async () => {
    const heap = [28, 29, 30, 31].flatMap((day) => [iso(1, day), iso(1, day), iso(1, day)]);
    const first = Array.from({ length: 12 }, () => iso(2, 1));
    expect((await created(file([...heap, ...first]))).codes).not.toContain('dates_swapped');
    const plain = Array.from({ length: 60 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 13 + i)).toISOString().slice(0, 10),
    );
    expect((await created(file(plain))).codes).not.toContain('dates_swapped');
  });
});
