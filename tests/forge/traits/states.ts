import { addColumn, column, dropColumn, makeOptional, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** How the export tells the state of a ticket. */
export const states: Trait = {
  id: 'states',
  options: { words: 8, beside_a_constant: 2, beside_an_empty: 2, none: 2 },
  apply: (draft, option) => {
    if (option === 'beside_a_constant')
      addColumn(draft, {
        key: null,
        header: 'Record status',
        type: 'text',
        cells: draft.rows.map(() => 'Active'),
      });
    if (option === 'beside_an_empty')
      addColumn(draft, { key: null, header: 'Status', type: 'text', cells: draft.rows.map(() => null) }, 1);
    if (option !== 'none') return;
    dropColumn(draft, 'status');
    // Without end stamps nothing says what is still open.
    if (!column(draft, 'solved') && !column(draft, 'resolution_duration'))
      setKnown(draft, ['backlog', 'unanswered'], { is: 'withheld' });
    else makeOptional(draft, ['backlog', 'unanswered']);
  },
};
