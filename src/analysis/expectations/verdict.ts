import type { CheckVerdict } from '../../model/check.ts';
import type { Strictness } from '../../query/expectation.ts';
import type { Operator } from '../../query/tokens.ts';

/** A value to be judged, with its 95 % interval; null ends are not known. */
export interface Judged {
  readonly operator: Operator;
  readonly limit: number;
  readonly strictness: Strictness;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Counts are no estimates: they are what they are, however strictly they are looked at. */
  readonly isCount: boolean;
}

export interface Decision {
  readonly verdict: Extract<CheckVerdict, 'pass' | 'fail' | 'too_few'>;
  readonly reason: string | null;
}

/** Whether a value complies with a limit, unrounded. */
export function complies(operator: Operator, value: number, limit: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    case '!=':
      return value !== limit;
    default:
      return operator satisfies never;
  }
}

/**
 * Decides by the value alone, or by its interval: `confidently` passes when all of it complies, fails when none of it
 * does and is undecided else; `clearly` fails only when none of it complies. Loosening a limit never turns a pass into
 * a fail.
 */
export function decide(judged: Judged): Decision {
  const { operator, limit, strictness, value, isCount } = judged;
  const isFine = complies(operator, value, limit);
  if (strictness === 'point' || isCount) return plain(isFine);
  if (judged.low === null && judged.high === null && value !== Number.POSITIVE_INFINITY) {
    return { verdict: 'too_few', reason: 'undecided: this figure has no interval' };
  }
  const spread = spreadOf(judged);
  if (!spread.someCanComply) return plain(false);
  if (strictness === 'clearly') {
    if (isFine || spread.someComplies) return plain(true);
    return { verdict: 'too_few', reason: 'undecided: the interval has no end on that side' };
  }
  if (spread.allComply) return plain(true);
  return { verdict: 'too_few', reason: undecided(judged) };
}

const plain = (isFine: boolean): Decision => ({ verdict: isFine ? 'pass' : 'fail', reason: null });

interface Spread {
  readonly allComply: boolean;
  /** Some part of the known interval complies. */
  readonly someComplies: boolean;
  /** Some part of the interval complies, or an end of it is not known and might. */
  readonly someCanComply: boolean;
}

/** How the interval lies against the limit. */
function spreadOf({ operator, limit, value, low, high }: Judged): Spread {
  const least = low ?? Number.NEGATIVE_INFINITY;
  const most = high ?? Number.POSITIVE_INFINITY;
  const isKnown = (end: number | null): boolean => end !== null || value === Number.POSITIVE_INFINITY;
  if (operator === '=' || operator === '!=') {
    const isWithin = least <= limit && limit <= most;
    const isPoint = least === limit && most === limit;
    if (operator === '=') return { allComply: isPoint, someComplies: isWithin, someCanComply: isWithin };
    return { allComply: !isWithin, someComplies: !isPoint, someCanComply: !isPoint };
  }
  const isUpperBound = operator === '<' || operator === '<=';
  const [best, worst] = isUpperBound ? [low, high] : [high, low];
  const [bestEnd, worstEnd] = isUpperBound ? [least, most] : [most, least];
  return {
    allComply: isKnown(worst) && complies(operator, worstEnd, limit),
    someComplies: best !== null && complies(operator, bestEnd, limit),
    someCanComply: complies(operator, bestEnd, limit),
  };
}

/** An interval shrinks with √n: how many tickets it would take for it to clear the limit at this value. */
function undecided({ operator, limit, value, low, high, n }: Judged): string {
  const end = limit > value ? high : low;
  const distance = Math.abs(limit - value);
  const isBound = operator !== '=' && operator !== '!=';
  if (!isBound || end === null || !(distance > 0) || !Number.isFinite(distance)) return 'undecided';
  const needed = Math.ceil(n * (Math.abs(end - value) / distance) ** 2);
  return Number.isSafeInteger(needed) && needed > n ? `undecided, needs about ${needed}` : 'undecided';
}
