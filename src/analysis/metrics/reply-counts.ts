import type { Desk } from '../../model/desk.ts';
import { whyUntold } from './answer-facts.ts';
import { recordedCounts } from './empty-columns.ts';
import { factsOf } from './ticket-facts.ts';

/**
 * Human public answers of each ticket until its last solve (all of them while it is open): counted from messages,
 * else as the export says. null where neither is there.
 */
export function replyCounts(desk: Desk): ((t: number) => number) | null {
  const { messages } = desk;
  const recorded = recordedCounts(desk, 'replies');
  if (!messages || whyUntold(messages)) return recorded && ((t) => recorded[t]);
  const { solvedAt } = factsOf(desk);
  return (t) => {
    if (messages.offsets[t] === messages.offsets[t + 1])
      return recorded ? recorded[t] : messages.recorded?.[t] === 0 ? Number.NaN : 0;
    const until = solvedAt && !Number.isNaN(solvedAt[t]) ? solvedAt[t] : Number.POSITIVE_INFINITY;
    let n = 0;
    for (let i = messages.offsets[t]; i < messages.offsets[t + 1]; i++) {
      if (messages.isHumanAnswer[i] === 1 && messages.sentAt[i] <= until) n++;
    }
    return n;
  };
}
