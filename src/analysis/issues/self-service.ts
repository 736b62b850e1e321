/** What is known of an issue's tickets, as far as it says whether customers could help themselves. */
export interface IssueEffort {
  /** Tickets in the issue and on the desk. */
  readonly size: number;
  readonly tickets: number;
  /** Solved tickets for which the number of answers is known, and the share of them solved with one answer. */
  readonly solved: number;
  readonly oneTouchShare: number;
  /** Share of first answers that are near-identical to the commonest one; NaN without messages. */
  readonly sameAnswerShare?: number;
}

const FEWEST_SOLVED = 20;
const LEAST_SHARE = 0.01;
const LEAST_ONE_TOUCH = 0.7;
const LEAST_SAME_ANSWER = 0.5;

/**
 * Whether an issue is a candidate for self-service: many tickets (at least 20 solved and 1 % of the desk), mostly
 * solved with one answer (70 %), and, where messages are known, mostly with the same answer (half). Null when too few
 * tickets tell.
 */
export function isSelfServiceCandidate(effort: IssueEffort): boolean | null {
  const { size, tickets, solved, oneTouchShare, sameAnswerShare = Number.NaN } = effort;
  if (solved < FEWEST_SOLVED || Number.isNaN(oneTouchShare)) return null;
  if (size < LEAST_SHARE * tickets || oneTouchShare < LEAST_ONE_TOUCH) return false;
  return Number.isNaN(sameAnswerShare) || sameAnswerShare >= LEAST_SAME_ANSWER;
}
