import { metrics } from '../analysis/metrics/index.ts';
import { unavailableTexts } from '../analysis/metrics/unavailable.ts';
import { reasonTexts } from '../model/problem-texts.ts';

/** English that lives elsewhere: of metrics and why one is unavailable, and why a row or a value is left out. */
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
  const reasons = Object.entries(reasonTexts).map(([code, text]) => [`problem.reason.${code}`, text]);
  return Object.fromEntries([...ofMetrics, ...because, ...reasons]);
}
