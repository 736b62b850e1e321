import type { Verdict } from './report.ts';

/** A figure beside the one before, in inner units (milliseconds, shares 0–1). */
export interface FigureChange {
  readonly before: number | null;
  /** What the figure before rests on. */
  readonly beforeN: number | null;
  /** Value − value before. */
  readonly change: number | null;
  /** 95 % interval of the change, tickets of one day taken as alike; null where limits judge, or nothing does. */
  readonly low: number | null;
  readonly high: number | null;
  /** Null where there is nothing to compare, or the statistic knows no comparison (a mean duration, the longest). */
  readonly verdict: Verdict | null;
  /** Within which the periods before let the figure be expected, where it is judged by that. */
  readonly limits: { readonly low: number; readonly high: number } | null;
  /**
   * P(value of this period > value before) + ½ P(they are equal), 0–1: 0.5 where neither lies above the other (DEFINITIONS 7).
   * Null where no values of two sides are compared: counts, stocks, statistics in which open tickets count.
   */
  readonly effect: number | null;
}
