import type { Desk } from '../../model/desk.ts';
import type { Observations, Unavailable } from '../../model/metric.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import { missingColumn } from './empty-columns.ts';
import { forEachRating, type Rating, ratingsOf } from './ratings.ts';
import { unavailable } from './unavailable.ts';

/** One entry an answer; what an answer is worth is the metric's. */
export function observeRatings(
  desk: Desk,
  options: { readonly kind: RatingScale['kind']; readonly value: (rating: Rating) => number },
): Observations | Unavailable {
  const ratings = ratingsOf(desk, options.kind);
  if (!ratings) {
    const hasScales = options.kind === 'csat' && !desk.csatScale && desk.tickets.columns.csat !== undefined;
    const isApart = hasScales || desk.surveys.some(({ scale }) => scale.kind === 'other');
    return isApart ? unavailable('ratings_apart') : missingColumn(desk, 'csat', 'no_rating');
  }
  const { count, ticket, at, from } = ratings;
  const value = new Float64Array(count);
  let next = 0;
  forEachRating(ratings, (rating) => {
    value[next++] = options.value(rating);
  });
  const instants = at.subarray(0, count);
  return {
    ticket: ticket.subarray(0, count),
    at: instants,
    value,
    state: new Uint8Array(count),
    reasons: ['used', 'open'],
    knownAt: instants,
    ...(from === 'tickets' ? { note: 'ratings_dated_by_solve' } : {}),
  };
}
