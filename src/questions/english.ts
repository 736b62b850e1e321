import { metrics } from '../analysis/metrics/index.ts';
import { unavailableTexts } from '../analysis/metrics/unavailable.ts';

/** English that lives elsewhere: of metrics, and why one is unavailable. */
export function englishElsewhere(): Readonly<Record<string, string>> {
  const ofMetrics = metrics.flatMap(({ id, name, definition, source }) => [
    [`metric.${id}`, name],
    [`metric.${id}.definition`, definition],
    [`metric.${id}.source`, source],
  ]);
  // As in the other languages, without the hint at an export that would have what is missing.
  const because = Object.entries(unavailableTexts).map(([code, text]) => [
    `because.${code}`,
    text.split('; ')[0],
  ]);
  return Object.fromEntries([...ofMetrics, ...because]);
}
