import { metrics } from '../../analysis/metrics/index.ts';
import type { MachineRow } from '../../model/rows.ts';

/** Every metric, from the registry, as a row. */
export function metricList(): MachineRow[] {
  return metrics.map(
    (metric): MachineRow => ({
      metric: metric.id,
      kind: metric.kind,
      name: metric.name,
      definition: metric.definition,
      period: metric.periodOf,
      clocks: metric.hasBusinessClock ? 'calendar, business' : '',
      source: metric.source,
    }),
  );
}
