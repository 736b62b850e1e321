import { describe, expect, it } from 'vitest';
import { laterOfSameIssue } from '../../../../src/analysis/metrics/same-issue.ts';
import type { TicketFacts } from '../../../../src/analysis/metrics/ticket-facts.ts';
import type { DeskIssues } from '../../../../src/model/desk.ts';

const DAY = 86_400_000;

/** Tickets as [requester, issue, day of creation]; 0 is nobody, and no issue. */
function laterOf(
  tickets: readonly (readonly [number, number, number])[],
): (t: number, days: number) => number[] {
  const facts = {
    rows: tickets.length,
    requester: { codes: Uint32Array.from(tickets, ([who]) => who), size: 3 },
    createdAt: Float64Array.from(tickets, ([, , day]) => day * DAY),
  } as unknown as TicketFacts;
  const issues = { codes: Uint32Array.from(tickets, ([, issue]) => issue) } as unknown as DeskIssues;
  const later = laterOfSameIssue(facts, issues);
  return (t, days) => later(t, (tickets[t][2] + days) * DAY);
}

describe('what a requester wrote again about the same issue', () => {
  it('is every later ticket within the time, oldest first, not the next one alone', () => {
    const later = laterOf([
      [1, 1, 10],
      [1, 1, 0],
      [1, 1, 3],
      [1, 1, 40],
    ]);
    expect(later(1, 30)).toEqual([2, 0]);
    expect(later(2, 7)).toEqual([0]);
    expect(later(0, 30)).toEqual([3]);
    expect(later(3, 30)).toEqual([]);
  });

  it('leaves out other people, other issues, and tickets of the same moment', () => {
    const later = laterOf([
      [1, 1, 0],
      [2, 1, 1],
      [1, 2, 1],
      [1, 1, 0],
      [1, 1, 2],
    ]);
    expect(later(0, 7)).toEqual([4]);
    expect(later(3, 7)).toEqual([4]);
  });

  it('is nothing for a ticket of nobody or in no issue', () => {
    const later = laterOf([
      [0, 1, 0],
      [0, 1, 1],
      [1, 0, 0],
      [1, 0, 1],
    ]);
    expect([0, 1, 2, 3].map((t) => later(t, 30))).toEqual([[], [], [], []]);
  });
});
