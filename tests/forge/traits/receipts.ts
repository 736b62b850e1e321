import type { Trait } from '../trait.ts';

/** Whether a machine confirms each ticket a few seconds after it came, and under whose name. */
export const receipts: Trait = {
  id: 'receipts',
  options: { none: 7, by_bot: 2, as_agent: 1 },
  isAmbiguous: (option, draft) =>
    option === 'as_agent' && draft.further.some(({ name }) => name === 'messages'),
  apply: (draft, option) => {
    draft.receipts = option === 'by_bot' ? 'bot' : 'agent';
  },
};
