import { addColumn, column, dropColumn, makeOptional, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

const isOpen = (status: string): boolean => status !== 'solved' && status !== 'closed';

/** How the export tells the state of a ticket. */
export const states: Trait = {
  id: 'states',
  options: {
    words: 8,
    beside_a_constant: 2,
    beside_an_empty: 2,
    none: 2,
    codes: 1,
    flag: 1,
    numbered: 1,
    two: 1,
  },
  isAmbiguous: (option) => ['none', 'codes', 'two', 'beside_an_empty', 'beside_a_constant'].includes(option),
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
    if (option === 'two')
      addColumn(draft, {
        ...{ key: null, header: 'Sub-status', type: 'text' as const },
        cells: draft.rows.map(({ status }) => (isOpen(status) ? 'Awaiting triage' : 'Information sent')),
      });
    if (option === 'codes' || option === 'numbered') draft.statusCodes = option;
    if (option === 'codes') makeOptional(draft, ['unanswered']);
    if (option === 'flag')
      addColumn(draft, {
        ...{ key: null, header: 'Is closed', type: 'text' as const },
        cells: draft.rows.map(({ status }) => String(!isOpen(status))),
      });
    if (option !== 'none' && option !== 'flag' && option !== 'codes') return;
    // Nothing says which are no tickets, unless each of them names the one that goes on.
    if (!draft.columns.some(({ header }) => header.startsWith('Merge')))
      draft.tickets = [...new Set(draft.rows)];
    if (option !== 'codes') dropColumn(draft, 'status');
    if (option === 'flag') {
      makeOptional(draft, ['backlog', 'unanswered']);
      return;
    }
    // Without end stamps nothing says what is still open.
    if (!column(draft, 'solved') && !column(draft, 'resolution_duration'))
      setKnown(draft, ['backlog', 'unanswered'], { is: 'withheld' });
    else makeOptional(draft, ['backlog', 'unanswered']);
  },
};
