import type { TrueTicket } from '../desk.ts';
import { addColumn, column, type Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

const words: Readonly<Record<string, string>> = {
  ...{ merged: 'Merged', spam: 'Spam', deleted: 'Deleted', merged_into: 'Merged' },
};

/** Each of them names the ticket that goes on, which came before it: so that one's figures stay what they are. */
function nameTargets(draft: Draft, gone: ReadonlySet<TrueTicket>, random: Random): void {
  const cells = draft.rows.map((ticket) => {
    if (!gone.has(ticket)) return null;
    return String(
      random.pick(draft.tickets.filter((each) => !gone.has(each) && each.createdAt <= ticket.createdAt))
        .number,
    );
  });
  addColumn(draft, {
    key: null,
    header: random.pick(['Merged into', 'Merged into ticket ID', 'Merge target']),
    type: 'text',
    cells,
  });
}

/** Tickets that are none: they leave every figure, as long as a status says so. */
export const removed: Trait = {
  id: 'removed',
  options: { none: 10, merged: 1, spam: 1, deleted: 1, merged_into: 1 },
  apply: (draft, option, random) => {
    const status = column(draft, 'status');
    if (!status) return;
    const isInto = option === 'merged_into';
    // The first ticket can go on in none that came before it.
    const gone = new Set(draft.tickets.filter((_, i) => random.chance(0.04) && !(isInto && i < 3)));
    draft.rows.forEach((ticket, row) => {
      if (gone.has(ticket)) status.cells[row] = words[option];
    });
    if (isInto) nameTargets(draft, gone, random);
    draft.tickets = draft.tickets.filter((ticket) => !gone.has(ticket));
  },
};
