import type { Clock, Figure, MetricKind, Stat } from './metric.ts';
import type { Period, Segment } from './segment.ts';
import type { Sentence } from './sentence.ts';
import type { TargetEntry } from './sla.ts';

/** What became of an expectation in one segment. */
export const checkVerdicts = ['pass', 'fail', 'undecided', 'too_few', 'no_data', 'unavailable'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/**
 * What a verdict rests on: the value alone, an interval of which all, none or some complies, or a bound that open tickets
 * (or tickets from before the export) leave.
 */
export const checkRules = [
  'value',
  'all_within',
  'all_beyond',
  'some_within',
  'neither',
  'bound_within',
  'bound_beyond',
  'bound_open',
] as const;
export type CheckRule = (typeof checkRules)[number];

/** A figure of what has ended alone. */
export interface PlainFigure {
  readonly stat: Stat;
  readonly value: number | null;
  readonly n: number;
}

/** One expectation held against one segment, in inner units: milliseconds, shares 0–1, points, the score's own scale. */
export interface CheckResult {
  /** The expectation as it was written. */
  readonly expect: string;
  /** Name that the settings give it. */
  readonly name: string | null;
  readonly verdict: CheckVerdict;
  readonly metric: string;
  /** What the value is: `km_p90` where an expectation on `p90` was held against a figure that counts open tickets too. */
  readonly stat: Stat;
  /** What the statistic measures. */
  readonly kind: MetricKind;
  readonly clock: Clock | null;
  readonly operator: string;
  /** null: everything in the files. */
  readonly period: (Period & { readonly complete: boolean }) | null;
  readonly segment: Segment;
  /** Infinity for a quantile that is not reached: longer than anything seen so far. */
  readonly value: number | null;
  readonly limit: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The figure of the name that was asked for, which open tickets are left out of, where they count in the value. */
  readonly plain?: PlainFigure | null;
  /** The figure is a number of calendar days: only dates are known. */
  readonly precision?: 'day';
  /** The files do not reach the period: no option makes nothing of that. */
  readonly isUncovered?: boolean;
  /** Null where nothing was decided. */
  readonly rule: CheckRule | null;
  /** What is to be known beside the figures: why there are none, how they were counted. */
  readonly reason: Sentence | null;
}

/** Targets that were missed, and those that fall due soon (null: not asked for). */
export interface TargetList {
  readonly breaches: readonly TargetEntry[];
  readonly atRisk: readonly TargetEntry[] | null;
}

/** What a target that somebody thinks of promising would have met on past data, in one segment. */
export interface TriedOutcome {
  readonly target: {
    readonly text: string;
    readonly target: string;
    readonly clock: Clock | null;
    /** Milliseconds. */
    readonly limit: number;
  };
  readonly period: CheckResult['period'];
  readonly figure: Figure;
}

/** What became of each expectation, and the targets behind them. */
export interface Verdicts {
  readonly results: readonly CheckResult[];
  /** The same, those that need a look first. */
  readonly worstFirst: readonly CheckResult[];
  readonly trials: readonly TriedOutcome[];
  readonly lists: TargetList;
  /** As-of as JUnit writes a moment. */
  readonly timestamp: string;
}
