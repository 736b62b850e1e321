import type { CheckResult, PlainFigure } from '../../model/check.ts';
import type { Clock, Figure, Stat } from '../../model/metric.ts';
import type { Segment } from '../../model/segment.ts';
import { both, type Sentence, sentence } from '../../model/sentence.ts';
import type { Expectation } from '../../query/expectation.ts';
import { type Baseline, limitFrom } from './baseline.ts';
import { decideInDays, isInWholeDays } from './day-precision.ts';
import { type Bound, decide } from './verdict.ts';

/** An expectation with everything that is needed to judge it. */
export interface JudgeInput {
  readonly expectation: Expectation;
  readonly name: string | null;
  /** Its figures: one period, one statistic, a figure a segment. */
  readonly figures: readonly CheckedFigure[];
  readonly clock: Clock | null;
  readonly period: CheckResult['period'];
  /** Names of its dimensions, as they stand in segments. */
  readonly by: readonly string[];
  /** Dimension → values that must be there. */
  readonly expectedSegments: ReadonlyMap<string, readonly string[]>;
  readonly baseline: Baseline | null;
  /** Why nothing can be said although there are figures: a period without data, a filter that no ticket fits. */
  readonly noData: Sentence | null;
}

/** A figure, with the ends between which it lies where no more is known. */
export interface CheckedFigure extends Figure {
  readonly bound?: Bound | null;
  /** What the name that was asked for is without open tickets, where this figure counts them. */
  readonly plain?: PlainFigure;
}

/** Verdicts of one expectation, a result a segment; never none: an expectation without any figure has no data. */
export function judgeExpectation(input: JudgeInput): CheckResult[] {
  const { figures, noData } = input;
  const unavailable = figures.find(({ status }) => status === 'unavailable');
  if (unavailable) return [verdictOf(input, { verdict: 'unavailable', reason: unavailable.reason })];
  if (noData !== null) {
    const isUncovered = noData === NOT_COVERED;
    return [
      verdictOf(input, { verdict: 'no_data', reason: noData, ...(isUncovered ? { isUncovered } : {}) }),
    ];
  }
  const isSplit = input.by.length > 0;
  const isThere = (figure: CheckedFigure): boolean =>
    !isSplit || figure.n > 0 || isExpected(input, figure.segment);
  const results = figures.filter(isThere).map((figure) => judgeFigure(input, figure));
  results.push(...absentSegments(input, results));
  if (results.length === 0)
    return [verdictOf(input, { verdict: 'no_data', reason: sentence('why.no_ticket_in_period') })];
  return results;
}

/** The files hold nothing of a period that an expectation is about. */
export const NOT_COVERED = sentence('why.nothing_of_period');

type Outcome = Pick<CheckResult, 'verdict' | 'reason'> &
  Partial<
    Pick<
      CheckResult,
      | 'value'
      | 'limit'
      | 'n'
      | 'low'
      | 'high'
      | 'segment'
      | 'rule'
      | 'isUncovered'
      | 'precision'
      | 'stat'
      | 'plain'
    >
  >;

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
    rule: null,
    ...outcome,
  };
}

function judgeFigure(input: JudgeInput, figure: CheckedFigure): CheckResult {
  const { expectation } = input;
  const { n, low, high, segment } = figure;
  const value = figure.isNotReached ? Number.POSITIVE_INFINITY : figure.value;
  const known = {
    ...{ value, n, low, high, segment, stat: figure.stat },
    ...(figure.plain ? { plain: figure.plain } : {}),
    ...(figure.precision === 'day' ? ({ precision: 'day' } as const) : {}),
  };
  if (figure.status === 'edge' || figure.status === 'window_open') {
    const isUncovered = figure.status === 'edge';
    return verdictOf(input, { ...known, verdict: 'no_data', reason: figure.reason, isUncovered });
  }
  if (value === null)
    return verdictOf(input, {
      ...known,
      verdict: 'no_data',
      reason: figure.reason ?? sentence('why.no_ticket_to_measure'),
    });
  const limit = limitFrom(expectation, { figure, baseline: input.baseline });
  if (limit === null) {
    return verdictOf(input, { ...known, verdict: 'no_data', reason: sentence('why.not_in_baseline') });
  }
  const { strictness, min } = expectation;
  const isTooFew = min === null ? figure.status === 'too_few' : n < min;
  if (isTooFew) {
    // Whoever asks for certainty is told that there is none.
    const verdict = strictness === 'confidently' && min === null ? 'undecided' : 'too_few';
    return verdictOf(input, { ...known, limit, verdict, reason: figure.reason });
  }
  const { reason, ...decided } =
    knownInDays(figure, { expectation, value, limit }) ?? decideFigure(figure, { expectation, value, limit });
  return verdictOf(input, { ...known, limit, ...decided, reason });
}

interface Compared {
  readonly expectation: Expectation;
  readonly value: number;
  readonly limit: number;
}

/** Durations known to the day, where that decides; null where the value does as usual. */
function knownInDays(
  { precision, bound }: CheckedFigure,
  { expectation, value, limit }: Compared,
): Pick<Outcome, 'verdict' | 'reason'> | null {
  if (precision !== 'day' || bound || !Number.isFinite(value)) return null;
  const { operator } = expectation;
  const byDays = decideInDays({ operator, value, limit, isInWholeDays: isInWholeDays(expectation) });
  return byDays.verdict === null ? null : { verdict: byDays.verdict, reason: byDays.reason };
}

function decideFigure(figure: CheckedFigure, { expectation, value, limit }: Compared): Outcome {
  const { operator, strictness, kind } = expectation;
  const { low, high, n, bound } = figure;
  const isCount = kind === 'count';
  const { verdict, rule, reason } = decide({
    operator,
    limit,
    strictness,
    value,
    low,
    high,
    n,
    isCount,
    bound,
  });
  return { verdict, rule, reason: both(reason, figure.reason) };
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
          reason: sentence('why.segment_absent'),
          segment: { [name]: value },
        }),
      ),
  );
}

/**
 * Figures in which tickets still open count, wherever there are any, under their own name (`km_p90`) and with the plain
 * one beside them; else the plain ones. So each name is to the last digit what `metrics` prints under it. Both lists hold
 * the same cells in the same order.
 */
export function countingOpen(plain: readonly Figure[], censored: readonly Figure[]): CheckedFigure[] {
  return plain.map((figure, index) => {
    const whole = censored[index];
    if (figure.status === 'unavailable' || !whole || whole.status === 'unavailable' || whole.n === figure.n)
      return figure;
    const open = whole.open ?? 0;
    const ended = whole.n - figure.n - open;
    return { ...whole, plain: plainOf(figure), reason: both(whole.reason, countedBesides(open, ended)) };
  });
}

/** Which tickets a figure counts besides those that came to the end it is about. */
function countedBesides(open: number, finished: number): Sentence | null {
  if (open > 0 && finished > 0) return sentence('why.open_and_finished_counted', { open, finished });
  if (open > 0) return sentence('why.open_counted', { open });
  return finished > 0 ? sentence('why.finished_counted', { finished }) : null;
}

/** Longest waits and means in which open tickets count, under their own names, with the plain ones beside them. */
export function namedOpenWaits(plain: readonly Figure[], whole: readonly CheckedFigure[]): CheckedFigure[] {
  return whole.map((figure, index) =>
    figure === plain[index]
      ? figure
      : { ...figure, stat: `${figure.stat as 'max' | 'mean'}_with_open`, plain: plainOf(plain[index]) },
  );
}

const plainOf = ({ stat, value, n }: Figure): PlainFigure => ({ stat, value, n });
