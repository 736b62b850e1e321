/** The ends of a 95 % interval; null where the sample does not reach far enough to give one. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** A figure with its interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** How far an interval is to be widened beyond that of `n` independent tickets. */
export interface Precision {
  /** Design effect: the interval is that of n / deff independent values. At least 1; default 1. */
  readonly deff?: number;
  /** Multiplier in place of the default one (1.96 or t), for comparisons that know their degrees of freedom. */
  readonly z?: number;
}

/** No interval can be given. */
export const noInterval: Interval = { low: null, high: null };

/**
 * The design effect of a precision, checked.
 *
 * @throws RangeError when it is below 1 or not finite
 */
export function deffOf(precision: Precision): number {
  const deff = precision.deff ?? 1;
  if (!(deff >= 1 && Number.isFinite(deff))) throw new RangeError(`a design effect is at least 1: ${deff}`);
  return deff;
}
