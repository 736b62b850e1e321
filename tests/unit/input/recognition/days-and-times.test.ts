import { describe, expect, it } from 'vitest';
import { disagreements, examine } from '../../../../src/analysis/cross-examination/examine.ts';
import { HOUR, readFiles, value } from '../../../desk.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Twenty tickets of one day each, answered after 2, 3, … 9 hours, or the day after where that takes past midnight. */
function days({
  date,
  time,
  created,
}: {
  date: string;
  time: string;
  created: (day: string) => string;
}): string {
  const rows = Array.from({ length: 20 }, (_, i) => {
    const day = `2026-03-${two(i + 1)}`;
    const answered = i % 5 === 0 ? `2026-03-${two(i + 2)}` : day;
    return `${i + 1},${created(day)},${answered},${two((i % 8) + 2)}:10:00,Solved`;
  });
  return `Ticket ID,Created at,${date},${time},Status\n${rows.join('\n')}\n`;
}

describe('a day and a time beside it', () => {
  it.each([
    ['First response on', 'First response time'],
    ['Eerste reactie op', 'Eerste reactietijd'],
    ['Erste Antwort am', 'Erste Antwortzeit'],
  ])('are a day and a measured time where the creation is a day too: %s, %s', async (date, time) => {
    const { desk } = await readFiles({ 't.csv': days({ date, time, created: (day) => day }) });
    // 2:10 to 9:10 come three times each up to 5:10 and then twice: the tenth and the eleventh are 5:10.
    expect(value(desk, 'first_response_time.p50')).toBe(5 * HOUR + HOUR / 6);
    // Answered on the same day or the next: what was measured fits into either.
    expect(disagreements(examine(desk), desk)).toEqual([]);
  });

  it('are one stamp where the creation has a time', async () => {
    const { desk } = await readFiles({
      't.csv': days({
        date: 'First response date',
        time: 'First response time',
        created: (day) => `${day} 01:10:00`,
      }),
    });
    // From 1:10 to 2:10, 3:10 … on the same day, and four of them a day later.
    expect(value(desk, 'first_response_time.max')).toBe(24 * HOUR + 8 * HOUR);
  });

  it('are a day and a measured time beside another one that pandas wrote', async () => {
    const file = days({ date: 'Eerste reactie op', time: 'Eerste reactietijd', created: (day) => day });
    const measured = file
      .replace('Status', 'Oplostijd,Status')
      .replaceAll(/,(0\d:10:00),/g, ',"0 days, $1","1 days, $1",');
    const { desk } = await readFiles({ 't.csv': measured });
    expect(value(desk, 'first_response_time.p50')).toBe(5 * HOUR + HOUR / 6);
  });

  it('are a day and a measured time where one of them took more than a day', async () => {
    const file = days({
      date: 'First response date',
      time: 'First response time',
      created: (day) => `${day} 01:10:00`,
    });
    const timedeltas = file.replaceAll(/,(0\d:10:00),/g, ',"0 days, $1",').replace('0 days, 02', '1 day, 02');
    const { desk } = await readFiles({ 't.csv': timedeltas });
    // The first of twenty took a day and 2:10; no other more than 9:10.
    expect(value(desk, 'first_response_time.max')).toBe(26 * HOUR + HOUR / 6);
  });

  it('are told apart where more than a day lies between the days and what was measured', async () => {
    const file = days({ date: 'Answered on', time: 'First response time', created: (day) => day });
    const late = file.replaceAll(/,0(\d):10:00,/g, ',5$1:10:00,');
    const { desk } = await readFiles({ 't.csv': late });
    expect(disagreements(examine(desk), desk)).toMatchObject([{ code: 'sides_disagree', count: 20 }]);
  });
});

describe('ids that repeat', () => {
  /** Work on twelve tickets, two to three rows each, and a line that breaks off. */
  const log = (worked: string, amount: (i: number) => string): string => {
    const rows = Array.from({ length: 12 }, (_, t) =>
      Array.from({ length: 2 + (t % 2) }, (_, i) => {
        const day = two(t + 1);
        return `A-${t + 1},2026-03-${day} 08:00,2026-03-${day} 1${t % 8}:30,Solved,${amount(t + i)}`;
      }),
    ).flat();
    return `Ticket no,Created at,Solved at,Status,${worked}\n${rows.join('\n')}\nA-12,2026-03`;
  };

  it.each([
    ['Hours worked', (i: number) => `${(i % 4) / 10 + 0.1}`],
    ['Aufwand', (i: number) => `0:${two(10 + (i % 4))}:00`],
  ])('are told apart by no amount: %s', async (name, amount) => {
    const { desk } = await readFiles({ 't.csv': log(name, amount) }, { maxRejected: 0.1 });
    expect(desk.tickets.rows).toBe(12);
    expect(desk.problems.map(({ code }) => code)).not.toContain('ids_joined');
  });
});
