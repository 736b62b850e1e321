import { column, type Draft, everyColumn, rewrite } from '../draft.ts';
import type { Trait } from '../trait.ts';

const gone: ReadonlySet<string> = new Set(['Ana Prado', 'Bo Lind']);
const people: ReadonlySet<string> = new Set(['Author', 'Changed by', 'Old value', 'New value']);

const columnsOf = (draft: Draft, option: string): Draft['columns'] => {
  const assignee = column(draft, 'assignee');
  const beside = everyColumn(draft).filter(({ header, key }) => key === null && people.has(header));
  return [...(assignee ? [assignee] : []), ...(option === 'everywhere' ? beside : [])];
};

/** Agents whose accounts are closed, with a word behind their names: in tickets alone, or wherever they stand. */
export const deactivated: Trait = {
  id: 'deactivated',
  options: { none: 12, in_tickets: 1, everywhere: 1 },
  apply: (draft, option, random) => {
    const mark = random.pick([' (deactivated)', ' (inactive)', ' [disabled]', ' (Deleted)']);
    rewrite(columnsOf(draft, option), (cell) => (gone.has(cell) ? `${cell}${mark}` : cell));
  },
};
