import type { Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';

/** Most values that a warning of unknown statuses names. */
const mostStatuses = 8;

/** Says which statuses nobody understood, and how to say what they mean; none for none. */
export function unknownStatusProblems(statuses: ReadonlyMap<string, number>, column: string): Problem[] {
  if (statuses.size === 0) return [];
  const sorted = [...statuses].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    {
      code: 'statuses_unknown',
      severity: 'warning',
      args: {
        column,
        values: sorted.slice(0, mostStatuses).map(([text]) => `"${text}"`),
        try: sentence('hint.meaning_of_status', { status: sorted[0][0] }),
      },
      count: sorted.reduce((sum, [, count]) => sum + count, 0),
    },
  ];
}
