import { DAY } from '../desk.ts';
import { allFigures, makeOptional, setKnown, takeRows } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** Which tickets the export holds. */
export const cut: Trait = {
  id: 'cut',
  options: {
    created: 8,
    touched: 2,
    two_downloads: 2,
    all_in_two: 1,
    solved: 1,
    ended: 1,
    truncated: 1,
    friday: 1,
  },
  world: (option) => ({ endsOnFriday: option === 'friday' }),
  // Which tickets are in it nobody says; nor what stood where a file breaks off.
  isAmbiguous: (option) => ['touched', 'solved', 'ended', 'truncated'].includes(option),
  apply: (draft, option, random) => {
    if (option === 'friday') return;
    if (option === 'two_downloads' || option === 'all_in_two') {
      draft.dialect.overlap = true;
      draft.dialect.overlapFurther = option === 'all_in_two';
      return;
    }
    if (option === 'truncated') {
      draft.dialect.truncated = true;
      makeOptional(draft, allFigures);
      return;
    }
    if (option === 'solved') {
      const week = draft.desk.exportedAt - (7 + random.int(14)) * DAY;
      takeRows(
        draft,
        draft.rows.flatMap(({ solvedAt }, row) => (solvedAt !== null && solvedAt >= week ? [row] : [])),
      );
      draft.tickets = draft.rows;
      makeOptional(draft, allFigures);
      // Of a handful nobody can tell, nor without ends.
      if (draft.rows.length >= 10) setKnown(draft, ['backlog', 'unanswered'], { is: 'withheld' });
      return;
    }
    if (option === 'ended') {
      takeRows(
        draft,
        draft.rows.flatMap(({ solvedAt }, row) => (solvedAt === null ? [] : [row])),
      );
      draft.tickets = draft.rows;
      // None is open in it; that others were is more than anybody can be sure of.
      makeOptional(draft, allFigures);
      return;
    }
    const since = draft.desk.exportedAt - (7 + random.int(14)) * DAY;
    const rows = draft.rows.flatMap(({ updatedAt }, row) => (updatedAt >= since ? [row] : []));
    takeRows(draft, rows);
    draft.tickets = draft.rows;
    makeOptional(draft, allFigures);
  },
};
