import { metrics } from '../analysis/metrics/index.ts';

/** English that lives elsewhere: of metrics. */
export function englishElsewhere(): Readonly<Record<string, string>> {
  const ofMetrics = metrics.flatMap(({ id, name, definition, source }) => [
    [`metric.${id}`, name],
    [`metric.${id}.definition`, definition],
    [`metric.${id}.source`, source],
  ]);
  return Object.fromEntries(ofMetrics);
}
