import { addColumn, takeRows } from '../draft.ts';
import type { Trait } from '../trait.ts';

const tags = ['vip', 'refund', 'bug', 'trial', 'sales'];

/** What a row is. */
export const rows: Trait = {
  id: 'rows',
  options: { ticket: 8, ticket_and_tag: 2, numbered: 2, shuffled: 2, some_twice: 1 },
  apply: (draft, option, random) => {
    const all = draft.rows.map((_, row) => row);
    if (option === 'numbered')
      addColumn(
        draft,
        {
          key: null,
          header: random.pick(['#', 'No', '']),
          type: 'text',
          cells: all.map((row) => String(row + 1)),
        },
        0,
      );
    if (option === 'shuffled') takeRows(draft, shuffle(all, random.next));
    if (option === 'some_twice')
      takeRows(
        draft,
        all.flatMap((row) => (random.chance(0.05) ? [row, row] : [row])),
      );
    if (option === 'ticket_and_tag') {
      const counts = all.map(() => 1 + random.int(3));
      takeRows(
        draft,
        all.flatMap((row) => Array.from({ length: counts[row] }, () => row)),
      );
      addColumn(draft, {
        key: null,
        header: 'Tag',
        type: 'text',
        cells: counts.flatMap((count, row) =>
          Array.from({ length: count }, (_, i) => tags[(row + i) % tags.length]),
        ),
      });
    }
  },
};

function shuffle(list: readonly number[], next: () => number): number[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
