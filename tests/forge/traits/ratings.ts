import { addColumn, makeOptional, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** How the export tells whether customers were satisfied. */
export const ratings: Trait = {
  id: 'ratings',
  options: { none: 5, stars: 3, words: 2 },
  apply: (draft, option) => {
    const cells = draft.rows.map(({ rating }) => {
      if (rating === null) return null;
      if (option === 'stars') return String(rating.score);
      return rating.score >= 4 ? 'Good' : 'Bad';
    });
    addColumn(draft, { key: 'rating', type: 'text', cells });
    setKnown(draft, ['csat', 'csat_mean'], { is: 'known', tolerance: 1e-9 });
    // Of two words the mean is the share of the good one, or nothing.
    if (option === 'words') setKnown(draft, ['csat_mean'], { is: 'known', tolerance: 5 });
    setKnown(draft, ['csat_response_rate'], { is: 'known', tolerance: 1e-9 });
    makeOptional(draft, ['csat_mean']);
  },
};
