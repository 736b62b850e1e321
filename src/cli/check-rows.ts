import type { CheckResult } from '../model/check.ts';
import { unitOfKind } from '../model/metric.ts';
import { formatInstant, type Zone } from '../time/zone.ts';

/** One check in JSON, in the units of data: durations in seconds. */
export function checkRow(result: CheckResult, zone: Zone): Record<string, unknown> {
  const scale = (value: number | null): number | null => {
    if (value === null || !Number.isFinite(value)) return null;
    return result.kind === 'duration' ? value / 1000 : value;
  };
  const { period } = result;
  return {
    expect: result.expect,
    name: result.name,
    verdict: result.verdict,
    period: period && {
      start: formatInstant(period.start, zone, 'second'),
      end: formatInstant(period.end, zone, 'second'),
      label: period.label,
      complete: period.complete,
    },
    segment: result.segment,
    metric: result.metric,
    stat: result.stat,
    clock: result.clock,
    value: scale(result.value),
    limit: scale(result.limit),
    unit: unitOfKind[result.kind],
    n: result.n,
    low: scale(result.low),
    high: scale(result.high),
    reason: result.reason,
  };
}

const people: ReadonlySet<string> = new Set(['agent', 'assignee', 'requester']);

/** Results in which people are numbered instead of named, in the order in which they come. */
export function maskPeople(results: readonly CheckResult[]): CheckResult[] {
  const numbers = new Map<string, Map<string, string>>();
  const masked = (dimension: string, name: string): string => {
    const known = numbers.get(dimension) ?? new Map<string, string>();
    numbers.set(dimension, known);
    const alias = known.get(name) ?? `#${known.size + 1}`;
    known.set(name, alias);
    return alias;
  };
  return results.map((result) => ({
    ...result,
    segment: Object.fromEntries(
      Object.entries(result.segment).map(([dimension, name]) => [
        dimension,
        name !== null && people.has(dimension) ? masked(dimension, name) : name,
      ]),
    ),
  }));
}
