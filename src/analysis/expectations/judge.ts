import type { CheckResult } from '../../model/check.ts';
import type { Clock, Figure, Stat } from '../../model/metric.ts';
import type { Segment } from '../../model/segment.ts';
import type { Expectation } from '../../query/expectation.ts';
import { type Baseline, limitFrom } from './baseline.ts';
import { decideInDays, isInWholeDays } from './day-precision.ts';
import { decide } from './verdict.ts';

/** An expectation with everything that is needed to judge it. */
export interface JudgeInput {
  readonly expectation: Expectation;
  readonly name: string | null;
  /** Its figures: one period, one statistic, a figure a segment. */
  readonly figures: readonly Figure[];
  readonly clock: Clock | null;
  readonly period: CheckResult['period'];
  /** Names of its dimensions, as they stand in segments. */
  readonly by: readonly string[];
  /** Dimension → values that must be there. */
  readonly expectedSegments: ReadonlyMap<string, readonly string[]>;
  readonly baseline: Baseline | null;
  /** Why nothing can be said although there are figures: a period without data, a filter that no ticket fits. */
  readonly noData: string | null;
}

/** Verdicts of one expectation, a result a segment; never none: an expectation without any figure has no data. */
export function judgeExpectation(input: JudgeInput): CheckResult[] {
  const { figures, noData } = input;
  const unavailable = figures.find(({ status }) => status === 'unavailable');
  if (unavailable) return [verdictOf(input, { verdict: 'unavailable', reason: unavailable.reason })];
  if (noData !== null) return [verdictOf(input, { verdict: 'no_data', reason: noData })];
  const isSplit = input.by.length > 0;
  const isThere = (figure: Figure): boolean => !isSplit || figure.n > 0 || isExpected(input, figure.segment);
  const results = figures.filter(isThere).map((figure) => judgeFigure(input, figure));
  results.push(...absentSegments(input, results));
  if (results.length === 0)
    return [verdictOf(input, { verdict: 'no_data', reason: 'no ticket falls into this period' })];
  return results;
}

type Outcome = Pick<CheckResult, 'verdict' | 'reason'> &
  Partial<Pick<CheckResult, 'value' | 'limit' | 'n' | 'low' | 'high' | 'segment'>>;

function verdictOf({ expectation, name, clock, period }: JudgeInput, outcome: Outcome): CheckResult {
  const { limit } = expectation;
  return {
    expect: expectation.text,
    name,
    metric: expectation.metric,
    stat: expectation.stat as Stat,
    kind: expectation.kind,
    clock,
    operator: expectation.operator,
    period,
    segment: {},
    value: null,
    limit: limit.kind === 'value' ? limit.value : null,
    n: 0,
    low: null,
    high: null,
    ...outcome,
  };
}

function judgeFigure(input: JudgeInput, figure: Figure): CheckResult {
  const { expectation } = input;
  const { n, low, high, segment } = figure;
  const value = figure.isNotReached ? Number.POSITIVE_INFINITY : figure.value;
  const known = { value, n, low, high, segment };
  if (figure.status === 'edge' || figure.status === 'window_open') {
    return verdictOf(input, { ...known, verdict: 'no_data', reason: figure.reason });
  }
  if (value === null)
    return verdictOf(input, {
      ...known,
      verdict: 'no_data',
      reason: figure.reason ?? 'no ticket to measure',
    });
  const limit = limitFrom(expectation, { figure, baseline: input.baseline });
  if (limit === null) {
    return verdictOf(input, { ...known, verdict: 'no_data', reason: 'the baseline has no such figure' });
  }
  const isTooFew = expectation.min === null ? figure.status === 'too_few' : n < expectation.min;
  if (isTooFew) return verdictOf(input, { ...known, limit, verdict: 'too_few', reason: figure.reason });
  const { operator, strictness, kind } = expectation;
  if (figure.precision === 'day' && Number.isFinite(value)) {
    const byDays = decideInDays({ operator, value, limit, isInWholeDays: isInWholeDays(expectation) });
    if (byDays.verdict === 'unavailable')
      return verdictOf(input, { ...known, limit, verdict: 'unavailable', reason: byDays.reason });
    if (byDays.verdict !== null)
      return verdictOf(input, { ...known, limit, verdict: byDays.verdict, reason: byDays.reason });
  }
  const isCount = kind === 'count';
  const decision = decide({ operator, limit, strictness, value, low, high, n, isCount });
  const reasons = [decision.reason, figure.reason].filter((reason) => reason !== null);
  return verdictOf(input, { ...known, limit, verdict: decision.verdict, reason: reasons.join('; ') || null });
}

/** Whether the settings name a value of this segment as one that must be there. */
function isExpected({ by, expectedSegments }: JudgeInput, segment: Segment): boolean {
  return by.some((name) => expectedSegments.get(name)?.includes(segment[name] ?? '') ?? false);
}

/** A result for each expected value of a dimension that no segment has. */
function absentSegments(input: JudgeInput, results: readonly CheckResult[]): CheckResult[] {
  return input.by.flatMap((name) =>
    (input.expectedSegments.get(name) ?? [])
      .filter((value) => !results.some(({ segment }) => segment[name] === value))
      .map((value) =>
        verdictOf(input, {
          verdict: 'no_data',
          reason: 'expected by expect_segments, and absent',
          segment: { [name]: value },
        }),
      ),
  );
}

/**
 * Figures in which tickets still open count, wherever there are any; else the plain ones, so that a verdict agrees to
 * the last digit with what `metrics` prints. Both lists hold the same cells in the same order.
 */
export function countingOpen(plain: readonly Figure[], censored: readonly Figure[]): Figure[] {
  return plain.map((figure, index) => {
    const whole = censored[index];
    if (figure.status === 'unavailable' || !whole || whole.status === 'unavailable' || whole.n === figure.n)
      return figure;
    const open = whole.open ?? 0;
    const ended = whole.n - figure.n - open;
    const counted = [
      open > 0 ? `${open} still open` : '',
      ended > 0 ? `${ended} finished without it` : '',
    ].filter((part) => part !== '');
    const reasons = [whole.reason, counted.length > 0 ? `${counted.join(' and ')} counted` : null].filter(
      (reason) => reason !== null,
    );
    return { ...whole, stat: figure.stat, reason: reasons.join('; ') || null };
  });
}
