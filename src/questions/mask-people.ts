import type { CheckResult } from '../model/check.ts';

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
