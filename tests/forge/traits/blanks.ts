import type { Trait } from '../trait.ts';

const marks: Readonly<Record<string, string>> = { dash: '-', na: 'N/A', null: 'null', none: 'None' };
const dates: Readonly<Record<string, string>> = {
  zero_date: '0000-00-00 00:00:00',
  sentinel: '1900-01-01 00:00:00',
};

/** How a cell says that there is nothing. */
export const blanks: Trait = {
  id: 'blanks',
  options: { empty: 10, dash: 1, na: 1, null: 1, none: 1, zero_date: 1, sentinel: 1 },
  apply: (draft, option) => {
    for (const each of draft.columns) {
      const mark = marks[option] ?? (each.type === 'instant' ? dates[option] : null);
      if (each.key !== null) each.cells = each.cells.map((cell) => cell ?? mark);
    }
  },
};
