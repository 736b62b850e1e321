import type { TicketFacts } from './ticket-facts.ts';

/**
 * Whether more tickets of a kind (0 open, 1 finished) have a zero that may mean "none yet" than are known to be
 * unanswered: then a count of these would be one of those that the export happens to show.
 */
export function hidesUnanswered(
  { rows, zeroAnswer, isFinished, openedByAgent }: TicketFacts,
  answeredAt: Float64Array,
  finished: 0 | 1,
): boolean {
  if (zeroAnswer === null) return false;
  let hidden = 0;
  let known = 0;
  for (let t = 0; t < rows; t++) {
    if (isFinished[t] !== finished || openedByAgent[t] === 1) continue;
    if (zeroAnswer[t] === 1) hidden++;
    else if (Number.isNaN(answeredAt[t])) known++;
  }
  return hidden > known;
}
