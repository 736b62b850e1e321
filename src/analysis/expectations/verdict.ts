import type { CheckRule, CheckVerdict } from '../../model/check.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
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
  /** Between which values the figure lies, where open tickets or a cut leave only bounds; null where it is known. */
  readonly bound?: Bound | null;
}

/** A figure that is known between two ends only. */
export interface Bound {
  readonly least: number;
  readonly most: number;
}

export interface Decision {
  readonly verdict: Extract<CheckVerdict, 'pass' | 'fail' | 'undecided' | 'too_few'>;
  readonly rule: CheckRule;
  readonly reason: Sentence | null;
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
 * does and is undecided else; `clearly` fails only when none of it complies. A figure of which only bounds are known is
 * decided where all between them does, or none, under every form: no form turns a bound into a pass. Loosening a limit
 * never turns a pass into a fail.
 */
export function decide(judged: Judged): Decision {
  const { operator, limit, strictness, value, isCount, bound } = judged;
  if (bound) return byBound(judged, bound);
  const isFine = complies(operator, value, limit);
  if (isCount) return { ...plain(isFine), rule: 'value' };
  const hasInterval = judged.low !== null || judged.high !== null || value === Number.POSITIVE_INFINITY;
  if (!hasInterval && strictness !== 'point')
    return {
      verdict: strictness === 'confidently' ? 'undecided' : 'too_few',
      rule: 'neither',
      reason: sentence('why.undecided_no_interval'),
    };
  const spread = spreadOf(judged);
  const rule = ruleOf(spread);
  if (strictness === 'point') return { ...plain(isFine), rule: hasInterval ? pointRule(rule) : 'value' };
  if (!spread.someCanComply) return { ...plain(false), rule };
  if (strictness === 'clearly') {
    if (isFine || spread.someComplies)
      return { ...plain(true), rule: spread.allComply ? rule : 'some_within' };
    return { verdict: 'too_few', rule: 'neither', reason: sentence('why.undecided_open_interval') };
  }
  if (spread.allComply) return { ...plain(true), rule };
  return { verdict: 'undecided', rule: 'neither', reason: undecided(judged) };
}

/** By two ends: all that lies between them complies, or nothing does, or it cannot be said. */
function byBound({ operator, limit, n }: Judged, { least, most }: Bound): Decision {
  const ends = { operator, limit, value: least, low: least, high: most, n, isCount: false } as const;
  const spread = spreadOf({ ...ends, strictness: 'confidently' });
  if (spread.allComply) return { ...plain(true), rule: 'bound_within' };
  if (!spread.someCanComply) return { ...plain(false), rule: 'bound_beyond' };
  return { verdict: 'undecided', rule: 'bound_open', reason: null };
}

const plain = (isFine: boolean): Pick<Decision, 'verdict' | 'reason'> => ({
  verdict: isFine ? 'pass' : 'fail',
  reason: null,
});

function ruleOf({ allComply, someCanComply }: Spread): CheckRule {
  if (allComply) return 'all_within';
  return someCanComply ? 'neither' : 'all_beyond';
}

/** Where the interval holds the limit, a plain expectation is decided by the value. */
const pointRule = (rule: CheckRule): CheckRule => (rule === 'neither' ? 'value' : rule);

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
function undecided({ operator, limit, value, low, high, n }: Judged): Sentence {
  const end = limit > value ? high : low;
  const distance = Math.abs(limit - value);
  const isBound = operator !== '=' && operator !== '!=';
  if (!isBound || end === null || !(distance > 0) || !Number.isFinite(distance))
    return sentence('why.undecided');
  const needed = Math.ceil(n * (Math.abs(end - value) / distance) ** 2);
  return Number.isSafeInteger(needed) && needed > n
    ? sentence('why.undecided_needs_about', { needed })
    : sentence('why.undecided');
}
