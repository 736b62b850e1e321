import { column } from '../draft.ts';
import type { Trait } from '../trait.ts';

const words: Readonly<Record<string, string>> = { merged: 'Merged', spam: 'Spam', deleted: 'Deleted' };

/** Tickets that are none: they leave every figure, as long as a status says so. */
export const removed: Trait = {
  id: 'removed',
  options: { none: 10, merged: 1, spam: 1, deleted: 1 },
  apply: (draft, option, random) => {
    const status = column(draft, 'status');
    if (!status) return;
    const gone = new Set(draft.tickets.filter(() => random.chance(0.04)));
    draft.rows.forEach((ticket, row) => {
      if (gone.has(ticket)) status.cells[row] = words[option];
    });
    draft.tickets = draft.tickets.filter((ticket) => !gone.has(ticket));
  },
};
