import type { Column } from '../draft.ts';
import type { Trait } from '../trait.ts';

const marks: Readonly<Record<string, string>> = { dash: '-', na: 'N/A', null: 'null', none: 'None' };
const dates: Readonly<Record<string, string>> = {
  zero_date: '0000-00-00 00:00:00',
  sentinel: '1900-01-01 00:00:00',
  never: '9999-12-31 23:59:59',
  epoch: '1970-01-01 00:00:00',
};

/** A date that is none, as such a column would write it: of numbers nought, or nothing. */
const dateIn = (cells: Column['cells'], option: string): string | null => {
  if (!cells.some((cell) => cell !== null && /^\d+(?:\.\d+)?$/.test(String(cell)))) return dates[option];
  return option === 'epoch' ? '0' : null;
};

/** How a cell says that there is nothing. */
export const blanks: Trait = {
  id: 'blanks',
  options: { empty: 10, dash: 1, na: 1, null: 1, none: 1, zero_date: 1, sentinel: 1, never: 1, epoch: 1 },
  apply: (draft, option) => {
    for (const each of draft.columns) {
      const mark = marks[option] ?? (each.type === 'instant' ? dateIn(each.cells, option) : null);
      if (each.key !== null) each.cells = each.cells.map((cell) => cell ?? mark);
    }
  },
};
