import type { Figure } from '../../model/metric.ts';
import type { Reading } from '../../model/overview.ts';

/** What a report keeps of a figure. */
export function readingOf({ value, n, low, high, status, precision, few, isLowerBound }: Figure): Reading {
  return {
    value,
    n,
    low,
    high,
    status,
    ...(precision === 'day' ? { precision } : {}),
    ...(few ? { few } : {}),
    ...(isLowerBound ? { isLowerBound } : {}),
  };
}
