import type { Trait } from '../trait.ts';

/** Whether messages hold notes that customers do not see. */
export const notes: Trait = {
  id: 'notes',
  options: { none: 6, told_apart: 2 },
  apply: (draft) => {
    draft.notes = true;
  },
};
