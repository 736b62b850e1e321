import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const monday = Date.UTC(2026, 0, 5);
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** Nine tickets, a day each, with what took them to the first answer as it is written. */
async function answers(cells: readonly string[], unit = 'minutes'): Promise<number | null> {
  const rows = cells.map(
    (cell, i) => `${i + 1},${stamp(monday + i * DAY)},${stamp(monday + i * DAY + HOUR)},solved,"${cell}"`,
  );
  const { desk } = await readFiles({
    'tickets.csv': `Ticket ID,Created at,Solved at,Status,First response time (${unit})\n${rows.join('\n')}\n`,
  });
  return ask(desk, 'first_response_time.max')[0].value;
}

const short = ['45', '812', '90', '33', '7', '640', '12', '500'];

describe('measured times in large numbers', () => {
  // 1234 minutes are 20 h 34 min.
  it.each(['1,234', '1.234', '1 234', '1\u00a0234', '1\u202f234', "1'234", '1’234'])(
    'are grouped as in %s',
    async (cell) => {
      expect(await answers([...short, cell])).toBe(20 * HOUR + 34 * 60_000);
    },
  );

  it('have decimals where other cells show them', async () => {
    // 1.234 hours beside 0.5 and 2.75 hours; the longest takes 12.125 hours.
    const cells = ['0.5', '2.75', '1.234', '3.125', '12.125', '1.5', '0.25', '4.75', '2.5'];
    expect(await answers(cells, 'hours')).toBe(12.125 * HOUR);
  });

  it('have decimals where every one of many has three', async () => {
    // 1.250, 2.250, … 24.250 hours.
    const cells = Array.from({ length: 24 }, (_, i) => `${i + 1}.250`);
    expect(await answers(cells, 'hours')).toBe(24.25 * HOUR);
  });

  it('are not known where nothing tells what the points of a few are', async () => {
    expect(await answers(['1.234', '2.250', '5.155', '3.125'])).toBeNull();
  });

  it('were answered all the same', async () => {
    const rows = ['1.234', '2.250', '', '5.155'].map(
      (cell, i) => `${i + 1},${stamp(monday + i * DAY)},${stamp(monday + i * DAY + HOUR)},solved,${cell}`,
    );
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,Solved at,Status,First response time (minutes)\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'closed_unanswered')[0].value).toBe(1);
  });

  it('are grouped where a nought beside many of three digits has none', async () => {
    const cells = Array.from({ length: 70 }, (_, i) => `${i + 1}.${100 + i}`);
    // 70.169 seconds would be 70,169 of them.
    expect(await answers(['0', '0', ...cells], 'seconds')).toBe(70_169_000);
  });

  it('are not known of seconds where every one has three digits behind its mark', async () => {
    const cells = Array.from({ length: 70 }, (_, i) => `${i + 1}.${100 + i}`);
    expect(await answers(cells, 'seconds')).toBeNull();
    expect(await answers([...cells, '0.125'], 'seconds')).toBe(70_169);
    const rows = cells.map((cell, i) => `${i + 1};${stamp(monday + i * DAY)};${cell.replace('.', ',')}`);
    for (const [more, longest] of [
      ['', null],
      ['71;2026-04-01 10:00:00;12,5', 70_169],
      ['71;2026-04-01 10:00:00;900', 70_169_000],
    ] as const) {
      const { desk } = await readFiles({
        't.csv': `Ticket ID;Created at;First response time (seconds)\n${rows.join('\n')}\n${more}\n`,
      });
      expect(ask(desk, 'first_response_time.max')[0].value).toBe(longest);
    }
  });

  it('are grouped where another column of the table is', async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      [
        i + 1,
        stamp(monday + i * DAY),
        'solved',
        `${i + 2}.250`,
        i === 0 ? '1.166.600' : `${i + 99}.100`,
      ].join(),
    );
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,Status,First response time (seconds),Resolution time (seconds)\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'first_response_time.max')[0].value).toBe(31_250_000);
  });

  it('have decimals where whole numbers above a thousand stand without a point', async () => {
    const cells = ['45', '812', '1.234', '2200', '7', '640', '12', '500', '33'];
    expect(await answers(cells)).toBe(2200 * 60_000);
  });
});
