import { column, type Draft } from '../draft.ts';
import type { Trait } from '../trait.ts';

const sectionOf = ({ type, key, isHalf }: Draft['columns'][number]): string =>
  type === 'instant' || isHalf
    ? 'Dates'
    : key?.endsWith('_duration')
      ? 'Times'
      : key === 'id'
        ? 'Ticket'
        : 'Details';

const quoted = (cell: string, delimiter: string): string => (cell.includes(delimiter) ? `"${cell}"` : cell);

const lines: Readonly<Record<string, (draft: Draft) => Draft['dialect']['around']>> = {
  // Cells that were merged: the name of each section stands in its first one.
  sections: ({ columns, dialect }) => {
    const names = columns.map(sectionOf);
    return { above: [names.map((name, i) => (names[i - 1] === name ? '' : name)).join(dialect.delimiter)] };
  },
  title: ({ dialect, desk }) => ({
    above: [
      `Ticket report,${new Date(desk.from).toISOString().slice(0, 10)}`.replace(',', dialect.delimiter),
      dialect.delimiter,
    ],
  }),
  names_below: ({ columns, dialect }) => ({
    below: [
      columns
        .map(({ key, header }, i) => quoted(key ?? (header === '' ? `c_${i}` : header), dialect.delimiter))
        .join(dialect.delimiter),
    ],
  }),
  units_below: ({ columns, dialect }) => ({
    below: [
      columns
        .map(({ type, key }) =>
          type === 'instant' ? '[date]' : key?.endsWith('_duration') ? '[time]' : '[text]',
        )
        .join(dialect.delimiter),
    ],
  }),
};

/** Rows around the header that hold no ticket: sections above it, a title, technical names or types below it. */
export const above: Trait = {
  id: 'above',
  options: { none: 14, sections: 1, title: 1, names_below: 1, units_below: 1 },
  apply: (draft, option) => {
    // Whatever has no id may be a row.
    if (draft.dialect.format !== 'csv' || !column(draft, 'id')) return;
    draft.dialect.around = { ...draft.dialect.around, ...lines[option](draft) };
  },
};
