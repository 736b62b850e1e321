import { type Draft, everyColumn, rewrite } from '../draft.ts';
import type { Trait } from '../trait.ts';

const ways: Readonly<Record<string, (cell: string) => string>> = {
  equals: (cell) => `="${cell}"`,
  apostrophes: (cell) => `'${cell}`,
  tabs: (cell) => `\t${cell}`,
};

const isGuarded = ({ key, type, isHalf, header }: Draft['columns'][number]): boolean =>
  key === 'id' || type === 'instant' || isHalf === true || header === 'Ticket ID';

/** Ids and stamps written so that a spreadsheet leaves them alone. */
export const formulas: Trait = {
  id: 'formulas',
  options: { none: 14, equals: 1, apostrophes: 1, tabs: 1 },
  apply: (draft, option) => {
    // A record has types; and what a tab parts holds none.
    if (draft.dialect.format !== 'csv' || (option === 'tabs' && draft.dialect.delimiter === '\t')) return;
    // A mark for nothing is no figure that a spreadsheet would spoil.
    rewrite(everyColumn(draft).filter(isGuarded), (cell) => (/\d/.test(cell) ? ways[option](cell) : cell));
  },
};
