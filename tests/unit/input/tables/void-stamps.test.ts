import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../src/analysis/metrics/ticket-facts.ts';
import { numbersOf } from '../../../../src/model/desk.ts';
import { readFiles } from '../../../desk.ts';

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);
const start = Date.UTC(2026, 0, 5, 8);
const HOUR = 3_600_000;
const at = (hours: number): string => new Date(start + hours * HOUR).toISOString();

/** Sixty tickets, one every six hours, each closed two hours later; `last` stands in place of the sixtieth. */
const sixty = (last: string, columns = 'id,created_at,closed_at,status'): string => {
  const updated = columns.includes('updated_at');
  const rows = Array.from({ length: 59 }, (_, i) =>
    [i, at(i * 6), at(i * 6 + 2), 'closed', ...(updated ? [at(i * 6 + 2)] : [])].join(),
  );
  return `${[columns, ...rows, last].join('\n')}\n`;
};
const codes = (problems: readonly { code: string; args: Readonly<Record<string, unknown>> }[]): string[] =>
  problems
    .filter(({ code }) => /value_void|as_of/.test(code))
    .map(({ code, args }) => `${code} ${args.reason ?? ''}`.trim());

describe('a stamp that is merely late', () => {
  it('is believed, and the row that makes as-of so late is named', async () => {
    // The newest other stamp is 6 · 58 + 2 = 350 h after the start; this one 100 days after it.
    const { desk } = await readFiles({ 't.csv': sixty(`59,${at(354)},${at(350 + 2400)},closed`) });
    expect(iso(desk.asOf)).toBe(iso(start + 2750 * HOUR));
    expect(codes(desk.problems)).toEqual(['as_of_stands_alone']);
  });

  it('is void more than half a year past all others, and the ticket stays closed', async () => {
    const { desk } = await readFiles({ 't.csv': sixty(`59,${at(354)},${at(354 + 24 * 181)},closed`) });
    expect(iso(desk.asOf)).toBe(iso(start + 354 * HOUR));
    expect(codes(desk.problems)).toEqual(['value_void far_in_the_future']);
    const facts = factsOf(desk);
    expect([facts.rows, facts.isFinished[59], facts.solvedSometime?.[59]]).toEqual([60, 1, 1]);
  });
});

describe('a stamp later than the last update of its row', () => {
  const columns = 'id,created_at,closed_at,status,updated_at';
  it('is void', async () => {
    // One of 120 rows (0.8 %) is closed two days after its own last update.
    const more = Array.from({ length: 60 }, (_, i) => {
      const from = 400 + i * 6;
      return [100 + i, at(from), at(from + 2), 'closed', at(from + 2)].join();
    });
    const last = [`59,${at(354)},${at(354 + 50)},closed,${at(356)}`, ...more].join('\n');
    const { desk } = await readFiles({ 't.csv': sixty(last, columns) });
    expect(codes(desk.problems)).toEqual(['value_void after_last_update']);
    expect(numbersOf(desk.tickets, 'solved_at')?.filter(Number.isNaN).length).toBe(1);
  });

  it('is believed where it is so in more than 1 % of the rows', async () => {
    const { desk } = await readFiles({
      't.csv': sixty(`59,${at(354)},${at(404)},closed,${at(356)}`, columns),
    });
    expect(codes(desk.problems)).toEqual([]);
  });
});

describe('an impossible answer', () => {
  it('is an answer at an unknown time: neither open nor closed unanswered', async () => {
    const { desk } = await readFiles({
      't.csv': `id,created_at,first_response_at,solved_at,status
1,2026-03-02T10:00:03Z,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,closed
2,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z,2026-03-02T12:00:00Z,closed
`,
    });
    expect([...(factsOf(desk).answeredSometime ?? [])]).toEqual([1, 0]);
  });

  it('is told by replies, too, where there is no stamp', async () => {
    const { desk } = await readFiles({
      't.csv': `id,created_at,first_response_at,solved_at,status,replies
1,2026-03-02T10:00:00Z,,2026-03-02T12:00:00Z,closed,2
2,2026-03-02T10:00:00Z,,2026-03-02T12:00:00Z,closed,0
3,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z,2026-03-02T12:00:00Z,closed,1
`,
    });
    expect([...(factsOf(desk).answeredSometime ?? [])].slice(0, 2)).toEqual([1, 0]);
  });
});
