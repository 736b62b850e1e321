import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

/** Four tickets of one measured time each. */
const list = (header: string, cells: readonly string[]): Record<string, string> => ({
  't.csv': `Ticket ID;Created at;${header};Status\n${cells
    .map((cell, i) => `${i + 1};2026-03-0${i + 1} 09:00:00;${cell};Solved`)
    .join('\n')}\n`,
});
const median = async (header: string, cells: readonly string[]): Promise<number> =>
  value((await readFiles(list(header, cells))).desk, 'resolution_time.p50') ?? Number.NaN;

describe('a comma before three digits', () => {
  it('parts the fraction where other cells of the column show it, in any order', async () => {
    // 0.5, 1.25, 2.5 and 27.1 hours: the median lies between 1.25 and 2.5.
    const cells = ['0,500', '1,250', '2,500', '27,100'];
    expect(await median('Resolution time (hours)', cells)).toBe(1.875 * HOUR);
    expect(await median('Resolution time (hours)', cells.toReversed())).toBe(1.875 * HOUR);
    expect(await median('Resolution time (hours)', ['12,5', '1,250', '2,750', '7,125'])).toBe(
      ((2.75 + 7.125) / 2) * HOUR,
    );
  });

  it('parts thousands where nothing says otherwise, or a cell shows it', async () => {
    expect(await median('Resolution time (minutes)', ['900', '1,200', '1,400', '2,000'])).toBe(1300 * MINUTE);
    expect(await median('Resolution time (seconds)', ['1,200', '1,400', '2,000', '2,100', '1,200,000'])).toBe(
      2000 * 1000,
    );
  });
});

describe('a clock with its unit behind it', () => {
  it('counts in that unit', async () => {
    // 2:00, 3:30, 4:30 and 26:00 hours.
    expect(await median('Resolution Time', ['02:00 hrs', '03:30 hrs', '04:30 hrs', '26:00 hrs'])).toBe(
      4 * HOUR,
    );
    expect(await median('Resolution Time', ['10:00 min', '12:30 min', '13:30 min', '59:00 min'])).toBe(
      13 * MINUTE,
    );
  });
});

describe('a day and a time of day in Chinese and Japanese', () => {
  it.each([
    ['問い合わせ番号,受付日,受付時刻,完了日,完了時刻', '完了'],
    ['工单编号,创建日期,创建时间,解决日期,解决时间', '已解决'],
  ])('are one stamp: %s', async (head, done) => {
    const rows = [
      '2026/03/02,09:00,2026/03/02,12:00',
      '2026/03/03,09:00,2026/03/04,09:00',
      '2026/03/14,09:00,2026/03/14,14:00',
    ];
    const { desk } = await readFiles({
      't.csv': `${head},状态\n${rows.map((row, i) => `${i + 1},${row},${done}`).join('\n')}\n`,
    });
    expect(value(desk, 'resolution_time.p50')).toBe(5 * HOUR);
  });
});
