import { column } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** Whether a ticket that came back and is open keeps the stamp of the solve before. */
export const stale: Trait = {
  id: 'stale',
  options: { cleared: 12, kept: 1 },
  isAmbiguous: (option) => option !== 'cleared',
  apply: (draft) => {
    const solved = column(draft, 'solved');
    // Without a state the stamp is all that is told.
    if (!solved || !column(draft, 'status') || draft.statusCodes === 'codes') return;
    solved.cells = solved.cells.map((cell, row) => cell ?? draft.rows[row].firstSolvedAt);
  },
};
