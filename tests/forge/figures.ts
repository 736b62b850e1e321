import type { TrueTicket } from './desk.ts';

/** The figures that are asked of every export, with the row of `deskstat metrics` that answers. */
export const figures = [
  { id: 'created', metric: 'created', stat: 'count' },
  { id: 'solved', metric: 'solved', stat: 'count' },
  { id: 'backlog', metric: 'backlog', stat: 'count' },
  { id: 'unanswered', metric: 'unanswered', stat: 'count' },
  { id: 'first_response_p50', metric: 'first_response_time', stat: 'p50' },
  { id: 'first_response_p90', metric: 'first_response_time', stat: 'p90' },
  { id: 'resolution_p50', metric: 'resolution_time', stat: 'p50' },
  { id: 'resolution_p90', metric: 'resolution_time', stat: 'p90' },
  { id: 'csat', metric: 'csat', stat: 'share' },
  { id: 'csat_mean', metric: 'csat_mean', stat: 'mean' },
  { id: 'nps', metric: 'nps', stat: 'score' },
  { id: 'reopen_rate', metric: 'reopen_rate', stat: 'share' },
] as const;
export type FigureId = (typeof figures)[number]['id'];

/** Quantile R-7. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

const dated = (values: readonly (number | null)[]): number[] =>
  values.filter((each): each is number => each !== null);

/** What the figures of these tickets are, in the units of `deskstat metrics` (seconds, shares); null for none. */
export function trueFigures(tickets: readonly TrueTicket[]): Map<FigureId, number | null> {
  const waits = dated(
    tickets.map((each) => (each.answeredAt === null ? null : (each.answeredAt - each.createdAt) / 1000)),
  );
  const spans = dated(
    tickets.map((each) => (each.solvedAt === null ? null : (each.solvedAt - each.createdAt) / 1000)),
  );
  const scores = dated(tickets.map((each) => each.rating?.score ?? null));
  const reopened = tickets.filter(({ solvedAt, reopens }) => solvedAt !== null && reopens > 0).length;
  const isOpen = (each: TrueTicket): boolean => each.status !== 'solved' && each.status !== 'closed';
  const at = (values: readonly number[], p: number): number | null =>
    values.length === 0 ? null : quantile(values, p);
  return new Map<FigureId, number | null>([
    ['created', tickets.length],
    ['solved', spans.length],
    ['backlog', tickets.filter(isOpen).length],
    ['unanswered', tickets.filter((each) => isOpen(each) && each.answeredAt === null).length],
    ['first_response_p50', at(waits, 0.5)],
    ['first_response_p90', at(waits, 0.9)],
    ['resolution_p50', at(spans, 0.5)],
    ['resolution_p90', at(spans, 0.9)],
    ['reopen_rate', spans.length === 0 ? null : reopened / spans.length],
    ['csat', scores.length === 0 ? null : scores.filter((score) => score >= 4).length / scores.length],
    ['csat_mean', scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length],
  ]);
}
