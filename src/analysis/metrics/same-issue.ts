import type { DeskIssues } from '../../model/desk.ts';
import type { TicketFacts } from './ticket-facts.ts';

/** The next ticket of the same requester about the same issue, −1 for none; in order of creation. */
export function nextOfSameIssue(facts: TicketFacts, issues: DeskIssues): Int32Array {
  const next = new Int32Array(facts.rows).fill(-1);
  if (!facts.requester) return next;
  const { codes } = facts.requester;
  const order = Array.from({ length: facts.rows }, (_, t) => t)
    .filter((t) => codes[t] !== 0 && issues.codes[t] !== 0)
    .sort(
      (a, b) =>
        codes[a] - codes[b] ||
        issues.codes[a] - issues.codes[b] ||
        facts.createdAt[a] - facts.createdAt[b] ||
        a - b,
    );
  for (let i = 0; i + 1 < order.length; i++) {
    const [t, after] = [order[i], order[i + 1]];
    if (codes[t] === codes[after] && issues.codes[t] === issues.codes[after]) next[t] = after;
  }
  return next;
}
