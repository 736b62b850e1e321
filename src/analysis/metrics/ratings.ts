import { codesOf, type Desk, numbersOf, type SurveyTable } from '../../model/desk.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import { firstAnswers } from '../segments/answer-dimensions.ts';
import { emptyColumn } from './empty-columns.ts';
import { factsOf, type TicketFacts } from './ticket-facts.ts';

/**
 * From here on an entry of `Observations.ticket` is an answer that belongs to no ticket of the export: the rest is its
 * number among the answers of all surveys.
 */
export const NO_TICKET = 0x80000000;

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

/** All answers of one kind, column by column; the columns have room for more than `count`. */
export interface Ratings {
  readonly count: number;
  readonly ticket: Uint32Array;
  readonly customer: Uint32Array;
  readonly at: Float64Array;
  readonly score: Float64Array;
  readonly scale: RatingScale;
  /** From a survey export, or from the ticket rows. */
  readonly from: 'surveys' | 'tickets';
}

/** Hands over the answers one by one, always in the same object: it is not to be kept. */
export function forEachRating(ratings: Ratings, use: (rating: Rating) => void): void {
  const { count, ticket, customer, at, score, scale } = ratings;
  const rating = { ticket: 0, customer: 0, at: Number.NaN, score: Number.NaN, scale };
  for (let i = 0; i < count; i++) {
    rating.ticket = ticket[i];
    rating.customer = customer[i];
    rating.at = at[i];
    rating.score = score[i];
    use(rating);
  }
}

/**
 * The answers of the main survey of a kind: from survey exports where there are any, else from the ticket rows (CSAT
 * only). Further surveys of the kind are looked at one by one (`surveyViews`): their answers are never pooled.
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
  const surveys = desk.surveys.filter(({ scale, isMain }) => scale.kind === kind && isMain);
  return surveys.length > 0 ? fromSurveys(desk, surveys) : kind === 'csat' ? fromTickets(desk) : null;
}

function emptyRatings(
  room: number,
  { scale, from }: Pick<Ratings, 'scale' | 'from'>,
): Ratings & { count: number } {
  return {
    count: 0,
    ticket: new Uint32Array(room),
    customer: new Uint32Array(room),
    at: new Float64Array(room),
    score: new Float64Array(room),
    scale,
    from,
  };
}

function fromSurveys(desk: Desk, surveys: readonly SurveyTable[]): Ratings {
  const facts = factsOf(desk);
  const { scale } = surveys[0];
  const room = surveys.reduce((sum, { table }) => sum + table.rows, 0);
  const found = emptyRatings(room, { scale, from: 'surveys' });
  const firsts = firstAnswers(desk);
  for (const survey of surveys) {
    const scores = numbersOf(survey.table, 'score');
    if (!scores) continue;
    const { ticketOf, customerOf, dateOf } = answersOf(survey, facts, firsts[desk.surveys.indexOf(survey)]);
    for (let row = 0; row < scores.length; row++) {
      if (!(scores[row] >= scale.min && scores[row] <= scale.max)) continue;
      const i = found.count++;
      found.ticket[i] = ticketOf(row);
      found.customer[i] = customerOf(row);
      found.at[i] = dateOf(row);
      found.score[i] = scores[row];
    }
  }
  return found;
}

/** Whose answers the rows of a survey are, and of when: what the answer lacks, its ticket has. */
function answersOf({ table, ticket }: SurveyTable, facts: TicketFacts, first: number) {
  const customers = codesOf(table, 'customer');
  const answered = numbersOf(table, 'answered_at');
  const { requester } = facts;
  return {
    ticketOf: (row: number): number => (ticket[row] < 0 ? NO_TICKET + first + row : ticket[row]),
    customerOf: (row: number): number =>
      customers?.codes[row] || (ticket[row] < 0 ? 0 : (requester?.codes[ticket[row]] ?? 0)),
    dateOf(row: number): number {
      const at = answered ? answered[row] : Number.NaN;
      return Number.isNaN(at) && ticket[row] >= 0 ? endOrStart(ticket[row], facts) : at;
    },
  };
}

function fromTickets(desk: Desk): Ratings | null {
  const csat = numbersOf(desk.tickets, 'csat');
  if (!csat || !desk.csatScale || emptyColumn(desk, 'csat')) return null;
  const { solvedAt, createdAt, requester } = factsOf(desk);
  let room = 0;
  for (let t = 0; t < csat.length; t++) if (!Number.isNaN(csat[t])) room++;
  const found = emptyRatings(room, { scale: desk.csatScale, from: 'tickets' });
  const { ticket, customer, at, score } = found;
  const persons = requester?.codes ?? null;
  let count = 0;
  for (let t = 0; t < csat.length; t++) {
    const own = csat[t];
    if (Number.isNaN(own)) continue;
    ticket[count] = t;
    if (persons !== null) customer[count] = persons[t];
    at[count] = endOrStart(t, { solvedAt, createdAt });
    score[count++] = own;
  }
  return { ...found, count };
}

/** When a rating is dated that does not say when it was given: by the solve, else by the creation of its ticket. */
function endOrStart(
  ticket: number,
  { solvedAt, createdAt }: { readonly solvedAt: Float64Array | null; readonly createdAt: Float64Array },
): number {
  return solvedAt && !Number.isNaN(solvedAt[ticket]) ? solvedAt[ticket] : createdAt[ticket];
}

/** True for an answer in the top box of its scale. */
export function isTopBox({ score, scale }: Rating): boolean {
  return scale.lowIsGood ? score <= scale.topBoxFrom : score >= scale.topBoxFrom;
}
