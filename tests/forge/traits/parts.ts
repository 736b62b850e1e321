import { makeOptional } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** Files that are parts: tickets cut by time into several, a history or the answers to surveys of some tickets alone. */
export const parts: Trait = {
  id: 'parts',
  options: { one: 9, several: 1, history: 1, surveys: 1 },
  isAmbiguous: (option, draft) =>
    option !== 'one' &&
    option !== 'several' &&
    draft.further.some(({ name }) => name === 'history' || name.endsWith('survey')),
  apply: (draft, option) => {
    if (option === 'several') draft.dialect.parts = 3;
    if (option === 'history') draft.historyOf = 0.5;
    if (option === 'surveys') draft.surveysOf = 0.5;
    makeOptional(draft, ['reopen_rate', 'first_resolution_p50', 'reassignments']);
  },
};
