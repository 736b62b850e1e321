import { column } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** How messages tell who wrote them, and whether the tickets still name an agent who left. */
export const authors: Trait = {
  id: 'authors',
  options: { role: 7, words: 1, flag: 1, names: 1, agent_left: 1 },
  isAmbiguous: (option, draft) => option === 'names' && draft.further.some(({ name }) => name === 'messages'),
  apply: (draft, option, random) => {
    if (option === 'words' || option === 'flag') draft.roles = option;
    if (option === 'names') draft.roles = 'none';
    if (option !== 'agent_left') return;
    const assignee = column(draft, 'assignee');
    const gone = random.pick(['Ana Prado', 'Bo Lind']);
    if (assignee) assignee.cells = assignee.cells.map((cell) => (cell === gone ? null : cell));
  },
};
