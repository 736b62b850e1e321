import type { CheckVerdict } from '../../model/check.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { Expectation } from '../../query/expectation.ts';
import type { Operator } from '../../query/tokens.ts';
import { complies } from './verdict.ts';

/**
 * Gates on figures that are known to the day only (DEFINITIONS 14): k days after means more than k − 1 and less than
 * k + 1 days of time. A limit in whole days is held against calendar days; any other is decided where both bounds
 * agree, and is unavailable where a time of day would decide it.
 */
const DAY = 86_400_000;

export interface DayGate {
  readonly operator: Operator;
  /** A difference of calendar days, in milliseconds. */
  readonly value: number;
  readonly limit: number;
  readonly isInWholeDays: boolean;
}

export interface DayDecision {
  /** Null where the days are to be judged as any other value. */
  readonly verdict: Extract<CheckVerdict, 'pass' | 'fail' | 'unavailable'> | null;
  readonly reason: Sentence | null;
}

/** Whether the limit is written in days, or in a whole number of them against a baseline. */
export function isInWholeDays({ limit }: Pick<Expectation, 'limit'>): boolean {
  if (limit.kind === 'baseline') return true;
  return limit.value % DAY === 0 && /^\s*\d+\s*(?:d|days?)\s*$/i.test(limit.text);
}

/** What the days decide; loosening the limit never turns a pass into a fail. */
export function decideInDays({ operator, value, limit, isInWholeDays: inDays }: DayGate): DayDecision {
  if (inDays) {
    const isFine = complies(operator, value, limit);
    return { verdict: isFine ? 'pass' : 'fail', reason: sentence('why.judged_on_days') };
  }
  // Both bounds are never reached: the time lies strictly between them, and is not less than nothing.
  const least = Math.max(0, value - DAY);
  const most = value + DAY;
  const isUpper = operator === '<' || operator === '<=';
  if (operator === '=' || operator === '!=') {
    const isPossible = limit > least && limit < most;
    if (!isPossible) return { verdict: operator === '=' ? 'fail' : 'pass', reason: null };
  } else if (limit >= most) return { verdict: isUpper ? 'pass' : 'fail', reason: null };
  else if (limit <= least && (limit > 0 || value >= DAY))
    return { verdict: isUpper ? 'fail' : 'pass', reason: null };
  return {
    verdict: 'unavailable',
    reason: sentence('why.time_would_decide'),
  };
}
