import { DAY } from '../desk.ts';
import { allFigures, makeOptional, takeRows } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** Which tickets the export holds. */
export const cut: Trait = {
  id: 'cut',
  options: { created: 8, touched: 2, two_downloads: 2 },
  apply: (draft, option, random) => {
    if (option === 'two_downloads') {
      draft.dialect.overlap = true;
      return;
    }
    const since = draft.desk.exportedAt - (7 + random.int(14)) * DAY;
    const rows = draft.rows.flatMap(({ updatedAt }, row) => (updatedAt >= since ? [row] : []));
    takeRows(draft, rows);
    draft.tickets = draft.rows;
    makeOptional(draft, allFigures);
  },
};
