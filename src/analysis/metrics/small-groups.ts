import type { Figure } from '../../model/metric.ts';
import { TOTAL } from '../segments/grouping.ts';
import type { MetricFigures } from './figure-request.ts';

/**
 * Leaves out figures of segments that rest on one to `least` − 1 tickets, answers or waits (`--min-group`), so that
 * nobody can be told from them. The whole desk and totals stay, and so does what is empty: it says nothing of anybody.
 */
export function withoutSmallGroups(results: MetricFigures, least: number | null): MetricFigures {
  if (least === null || least <= 1) return results;
  return { ...results, figures: results.figures.filter((figure) => !isSmallGroup(figure, least)) };
}

/** Whether a figure is one of a segment that rests on so few; never with `least` null. */
export function isSmallGroup({ segment, n, open }: Figure, least: number | null): boolean {
  if (least === null || least <= 1) return false;
  const values = Object.values(segment);
  if (values.length === 0 || values.every((value) => value === TOTAL)) return false;
  return (n > 0 && n < least) || (open !== null && open > 0 && n + open < least);
}
