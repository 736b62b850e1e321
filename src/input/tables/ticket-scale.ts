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
      ? [{ table, path: table.path, scale: reading.scale, facts: reading.facts, isFilled: hasRatings(table) }]
      : [];
  });
  const told = rated.filter(({ isFilled }) => isFilled);
  const scales = new Map(told.map(({ scale }) => [scale.id, scale]));
  if (scales.size < 2) {
    const first = told[0] ?? rated[0];
    if (first?.isFilled && first.scale.kind === 'other')
      return { scale: null, problems: told.map(({ table, scale }) => setApart(table, scale)) };
    const decided = first?.facts ? { decided: decisionOf(first.facts) } : {};
    return { scale: first?.scale ?? null, ...decided, problems: [] };
  }
  const found = told.map(({ path, scale }) => `${path}: ${scale.id}`);
  return {
    scale: null,
    problems: [{ code: 'ticket_scales_differ', severity: 'warning', args: { found } }],
  };
}

/** What is said of ratings that are no answers on any scale. */
function setApart(table: RawTable, { id, min, max }: RatingScale): Problem {
  const surveys = [table.mapping.fields.csat?.source ?? 'csat'];
  const args = { reason: id, surveys, range: `${min}–${max}` };
  const where = { file: table.path };
  return { code: 'answers_apart', severity: 'warning', args, where, count: countRatings(table) };
}

const hasRatings = (table: RawTable): boolean => countRatings(table) > 0;

function countRatings({ columns, rows }: RawTable): number {
  const column = columns.csat;
  if (!column || !('values' in column)) return 0;
  let count = 0;
  for (let row = 0; row < rows; row++) if (!Number.isNaN(column.values[row])) count++;
  return count;
}
