import type { Segment } from '../../model/segment.ts';
import { isObject, type Json, listOf, numberOrNull, textOr } from './json-value.ts';
import type { SavedFigure, SavedPeriod } from './saved-figure.ts';

/** The figures of a saved `metrics --format json`: its rows. */
export function metricFigures(whole: Json): readonly SavedFigure[] {
  return listOf(whole.rows).map((row) => ({
    metric: textOr(row.metric, ''),
    stat: textOr(row.stat, null),
    clock: textOr(row.clock, null),
    unit: textOr(row.unit, ''),
    segment: isObject(row.segment) ? (row.segment as Segment) : {},
    period: isObject(row.period) ? periodOf(row.period) : null,
    value: numberOrNull(row.value),
    n: numberOrNull(row.n),
    status: textOr(row.status, 'ok'),
  }));
}

/** A period as JSON carries it. */
export function periodOf(period: Json): SavedPeriod {
  return {
    label: textOr(period.label, ''),
    start: textOr(period.start, null),
    end: textOr(period.end, null),
    complete: period.complete !== false,
  };
}
