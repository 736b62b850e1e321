import type { DeskIssues } from '../../model/desk.ts';
import type { TicketFacts } from './ticket-facts.ts';

/**
 * Finds what a requester wrote again about the same issue: tickets created later than ticket `t` and not later than
 * `until`, oldest first. None for a ticket without requester or in no issue.
 */
export function laterOfSameIssue(
  { rows, requester, createdAt }: TicketFacts,
  issues: DeskIssues,
): (t: number, until: number) => number[] {
  if (!requester) return () => [];
  const { codes } = requester;
  const order = Array.from({ length: rows }, (_, t) => t)
    .filter((t) => codes[t] !== 0 && issues.codes[t] !== 0)
    .sort(
      (a, b) =>
        codes[a] - codes[b] || issues.codes[a] - issues.codes[b] || createdAt[a] - createdAt[b] || a - b,
    );
  const place = new Int32Array(rows).fill(-1);
  for (const [i, t] of order.entries()) place[t] = i;
  return (t, until) => {
    const found: number[] = [];
    if (place[t] < 0) return found;
    for (let i = place[t] + 1; i < order.length; i++) {
      const after = order[i];
      const isSame = codes[after] === codes[t] && issues.codes[after] === issues.codes[t];
      if (!isSame || createdAt[after] > until) break;
      if (createdAt[after] > createdAt[t]) found.push(after);
    }
    return found;
  };
}
