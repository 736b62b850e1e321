import type { CheckResult, CheckVerdict } from '../../model/check.ts';

/** What a run of checks comes to, in the order of precedence. */
export type CheckOutcome = 'unavailable' | 'failed' | 'no_data' | 'passed';

export interface OutcomeOptions {
  readonly failOnTooFew: boolean;
  readonly allowNoData: boolean;
}

/** One outcome of many verdicts: an unavailable metric is never silenced, then failures, then missing data. */
export function outcomeOf(
  results: readonly Pick<CheckResult, 'verdict' | 'isUncovered'>[],
  options: OutcomeOptions,
): CheckOutcome {
  const has = (verdict: CheckVerdict): boolean => results.some((result) => result.verdict === verdict);
  if (has('unavailable')) return 'unavailable';
  if (has('fail') || has('undecided') || (options.failOnTooFew && has('too_few'))) return 'failed';
  const isSilenced = options.allowNoData && !results.some(({ isUncovered }) => isUncovered === true);
  if (has('no_data') && !isSilenced) return 'no_data';
  return 'passed';
}

const rank: Readonly<Record<CheckVerdict, number>> = {
  fail: 0,
  undecided: 1,
  unavailable: 2,
  no_data: 3,
  too_few: 4,
  pass: 5,
};

/** How far a value is beyond its limit, against the limit's size. */
function excess({ value, limit }: CheckResult): number {
  if (value === null || limit === null) return 0;
  return Math.abs(value - limit) / Math.max(Math.abs(limit), Number.EPSILON);
}

/** Failures first, those furthest beyond their limit foremost; equal ones keep their order. */
export function worstFirst(results: readonly CheckResult[]): CheckResult[] {
  const distance = (a: CheckResult, b: CheckResult): number => {
    const [left, right] = [excess(a), excess(b)];
    return left === right ? 0 : right > left ? 1 : -1;
  };
  return [...results].sort(
    (a, b) => rank[a.verdict] - rank[b.verdict] || (a.verdict === 'fail' ? distance(a, b) : 0),
  );
}
