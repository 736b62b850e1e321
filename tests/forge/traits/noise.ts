import type { Trait } from '../trait.ts';

/** What stands in the file besides the data. */
export const noise: Trait = {
  id: 'noise',
  options: { none: 8, preamble: 1, rubbish: 1, empty_columns: 1, trailer: 1, headers: 1, blank_lines: 1 },
  apply: (draft, option) => {
    if (option === 'preamble') draft.dialect.before = [...draft.dialect.before, 'Ticket report', ''];
    if (option === 'rubbish') draft.dialect.rubbishEvery = 40;
    if (option === 'trailer' && !draft.dialect.truncated)
      draft.dialect.after = ['', `Total: ${draft.rows.length} tickets`];
    if (option === 'headers') draft.dialect.headerEvery = 50;
    if (option === 'blank_lines') draft.dialect.blankEvery = 15;
    if (option === 'empty_columns')
      for (const header of ['Notes', 'Custom field 1'])
        draft.columns.push({ key: null, header, type: 'text', cells: draft.rows.map(() => null) });
  },
};
