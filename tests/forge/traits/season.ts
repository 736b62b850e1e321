import { DAY } from '../desk.ts';
import { takeRows } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** Weeks in which nothing came: holidays, a move to another helpdesk; a day on which everything broke. */
export const season: Trait = {
  id: 'season',
  options: { even: 8, holidays: 1, gap: 1, outage: 1 },
  world: (option) => ({ outage: option === 'outage' }),
  apply: (draft, option, random) => {
    if (option === 'outage') return;
    const from = draft.desk.from + (5 + random.int(10)) * DAY;
    const until = from + (option === 'gap' ? 21 : 7) * DAY;
    const rows = draft.rows.flatMap(({ createdAt }, row) =>
      createdAt >= from && createdAt < until ? [] : [row],
    );
    takeRows(draft, rows);
    draft.tickets = draft.rows;
  },
};
