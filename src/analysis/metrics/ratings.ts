import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { RatingScale } from '../../model/mapping.ts';
import { factsOf } from './ticket-facts.ts';

/** Stands in `Observations.ticket` for an answer that belongs to no ticket of the export. */
export const NO_TICKET = 0xffffffff;

/** One answer to a survey, or the rating on the ticket itself. */
export interface Rating {
  readonly ticket: number;
  /** Who answered, as a code of the dictionary of persons: as the survey says, else who asked; 0 = unknown. */
  readonly customer: number;
  /** When it was answered, else when the ticket was solved. */
  readonly at: number;
  readonly score: number;
  readonly scale: RatingScale;
}

export interface Ratings {
  readonly list: readonly Rating[];
  readonly scale: RatingScale;
  /** From a survey export, or from the ticket rows. */
  readonly from: 'surveys' | 'tickets';
}

/**
 * The answers of one kind of survey: from survey exports where there are any, else from the ticket rows (CSAT only).
 * Scales are never pooled: answers on another scale than the first survey's are left out.
 */
export function ratingsOf(desk: Desk, kind: RatingScale['kind']): Ratings | null {
  const kept = known.get(desk) ?? new Map<RatingScale['kind'], Ratings | null>();
  known.set(desk, kept);
  let ratings = kept.get(kind);
  if (ratings === undefined) {
    ratings = findRatings(desk, kind);
    kept.set(kind, ratings);
  }
  return ratings;
}

const known = new WeakMap<Desk, Map<RatingScale['kind'], Ratings | null>>();

function findRatings(desk: Desk, kind: RatingScale['kind']): Ratings | null {
  const surveys = desk.surveys.filter(({ scale }) => scale.kind === kind);
  const { solvedAt, createdAt, requester } = factsOf(desk);
  const dateOf = (ticket: number): number => {
    if (ticket === NO_TICKET) return Number.NaN;
    return solvedAt && !Number.isNaN(solvedAt[ticket]) ? solvedAt[ticket] : createdAt[ticket];
  };
  if (surveys.length > 0) {
    const { scale } = surveys[0];
    const list: Rating[] = [];
    for (const survey of surveys) {
      const customers = codesOf(survey.table, 'customer');
      const isSame = survey.scale.min === scale.min && survey.scale.max === scale.max;
      if (!isSame || (survey.scale.lowIsGood ?? false) !== (scale.lowIsGood ?? false)) continue;
      const scores = numbersOf(survey.table, 'score');
      const answered = numbersOf(survey.table, 'answered_at');
      for (let row = 0; row < survey.table.rows; row++) {
        const score = scores ? scores[row] : Number.NaN;
        if (!(score >= scale.min && score <= scale.max)) continue;
        const ticket = survey.ticket[row] < 0 ? NO_TICKET : survey.ticket[row];
        const at = answered && !Number.isNaN(answered[row]) ? answered[row] : dateOf(ticket);
        const customer =
          customers?.codes[row] || (ticket === NO_TICKET ? 0 : (requester?.codes[ticket] ?? 0));
        list.push({ ticket, customer, at, score, scale });
      }
    }
    return { list, scale, from: 'surveys' };
  }
  const csat = kind === 'csat' ? numbersOf(desk.tickets, 'csat') : null;
  if (!csat || !desk.csatScale) return null;
  const scale = desk.csatScale;
  const list: Rating[] = [];
  for (let t = 0; t < desk.tickets.rows; t++) {
    if (!Number.isNaN(csat[t])) {
      list.push({ ticket: t, customer: requester?.codes[t] ?? 0, at: dateOf(t), score: csat[t], scale });
    }
  }
  return { list, scale, from: 'tickets' };
}

/** True for an answer in the top box of its scale. */
export function isTopBox({ score, scale }: Rating): boolean {
  return scale.lowIsGood ? score <= scale.topBoxFrom : score >= scale.topBoxFrom;
}
