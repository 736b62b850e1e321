import type { Problem } from '../../model/problem.ts';
import type { RatingScale, ScaleDecision } from '../../model/rating-scale.ts';
import { decisionOf } from '../../model/rating-scales.ts';
import type { RawTable } from './raw-table.ts';

/** The scale on which tickets are rated, and what is to be said of it. */
export interface TicketScale {
  readonly scale: RatingScale | null;
  /** What decided it. */
  readonly decided?: ScaleDecision;
  readonly problems: readonly Problem[];
}

/**
 * The scale of the tickets' own ratings, by the tables that hold any: a part of a list in which nobody has answered yet
 * says nothing of it. Scales are never pooled (DEFINITIONS 9): where tables differ there is none.
 */
export function ticketScale(tables: readonly RawTable[]): TicketScale {
  const rated = tables.flatMap((table) => {
    const reading = table.mapping.fields.csat?.reading;
    return reading?.type === 'score' && reading.scale
      ? [{ path: table.path, scale: reading.scale, facts: reading.facts, isFilled: hasRatings(table) }]
      : [];
  });
  const told = rated.filter(({ isFilled }) => isFilled);
  const scales = new Map(told.map(({ scale }) => [scale.id, scale]));
  if (scales.size < 2) {
    const first = told[0] ?? rated[0];
    const decided = first?.facts ? { decided: decisionOf(first.facts) } : {};
    return { scale: first?.scale ?? null, ...decided, problems: [] };
  }
  const found = told.map(({ path, scale }) => `${path}: ${scale.id}`);
  return {
    scale: null,
    problems: [{ code: 'ticket_scales_differ', severity: 'warning', args: { found } }],
  };
}

function hasRatings({ columns, rows }: RawTable): boolean {
  const column = columns.csat;
  if (!column || !('values' in column)) return false;
  for (let row = 0; row < rows; row++) if (!Number.isNaN(column.values[row])) return true;
  return false;
}
