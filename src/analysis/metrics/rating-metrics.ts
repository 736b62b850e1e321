import type { Desk } from '../../model/desk.ts';
import type { RatingScale } from '../../model/mapping.ts';
import type { Observations, Unavailable } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { forEachRating, type Rating, ratingsOf } from './ratings.ts';
import { unavailable } from './unavailable.ts';

/** One entry an answer; what an answer is worth is the metric's. */
export function observeRatings(
  desk: Desk,
  options: { readonly kind: RatingScale['kind']; readonly value: (rating: Rating) => number },
): Observations | Unavailable {
  const ratings = ratingsOf(desk, options.kind);
  if (!ratings) return unavailable('no_rating');
  const list = new ObservationList(ratings.count);
  forEachRating(ratings, (rating) => list.use(rating.ticket, rating.at, options.value(rating), rating.at));
  return list.done(ratings.from === 'tickets' ? { note: 'ratings_dated_by_solve' } : {});
}
