import { addColumn, blur, dropColumn, resolutionFigures, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** How the export tells when a ticket ended. */
export const ends: Trait = {
  id: 'ends',
  options: { solved: 5, solved_and_closed: 3, duration: 2, duration_and_solved: 2, none: 2 },
  apply: (draft, option) => {
    if (option === 'solved_and_closed')
      addColumn(draft, { key: 'closed', type: 'instant', cells: draft.rows.map(({ closedAt }) => closedAt) });
    if (option.startsWith('duration')) {
      const cells = draft.rows.map(({ solvedAt, createdAt }) =>
        solvedAt === null ? null : solvedAt - createdAt,
      );
      addColumn(draft, { key: 'resolution_duration', type: 'duration', cells });
    }
    if (option === 'duration' || option === 'none') dropColumn(draft, 'solved');
    if (option === 'duration') blur(draft, resolutionFigures, 60);
    // Without ends nobody can tell that solved tickets are all that a list holds.
    if (option === 'none' || option === 'duration')
      for (const id of ['backlog', 'unanswered'] as const)
        if (
          draft.knowledge.get(id)?.is === 'withheld' &&
          draft.rows.every(({ solvedAt }) => solvedAt !== null)
        )
          setKnown(draft, [id], { is: 'known', tolerance: 0, optional: true, value: 0 });
    if (option === 'none') setKnown(draft, ['solved', ...resolutionFigures], { is: 'withheld' });
  },
};
