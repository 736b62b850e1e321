import { nearest } from '../model/suggest.ts';

/** Short names that people use for a metric, and for a statistic, wherever one is named. */
const metricAliases: Readonly<Record<string, string>> = {
  first_response: 'first_response_time',
  frt: 'first_response_time',
  ttfr: 'first_response_time',
  ttr: 'resolution_time',
};
const statAliases: Readonly<Record<string, string>> = { median: 'p50', avg: 'mean', average: 'mean' };

/** The name that a metric goes by, where somebody typed it in capitals or by a short name. */
export function metricIdOf(name: string): string {
  const plain = name.toLowerCase();
  return metricAliases[plain] ?? plain;
}

/** The same of a statistic: `median` is `p50`. */
export function statIdOf(name: string): string {
  const plain = name.toLowerCase();
  return statAliases[plain] ?? plain;
}

/** What is no figure, and asked by a command of its own. */
const questions: readonly string[] = ['agents', 'issues', 'tickets', 'waiting'];

/** The command that answers what somebody took for a metric, or null. */
export function questionCalled(name: string): string | null {
  const found = questions.find((question) => question === name.toLowerCase());
  return found ? `deskstat ${found}` : null;
}

/**
 * The metric that an unknown name most probably means, or null. Several metrics are about SLA: of such the first is as
 * good a beginning as any.
 */
export function nearestMetric(name: string, ids: readonly string[]): string | null {
  const plain = name.toLowerCase();
  return nearest(plain, ids) ?? ids.find((id) => id.startsWith(`${plain}_`)) ?? null;
}
