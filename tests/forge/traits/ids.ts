import {
  allFigures,
  blur,
  column,
  type Draft,
  everyColumn,
  makeOptional,
  rewrite,
  takeRows,
} from '../draft.ts';
import { lastSolves, solvesThatStay, trueFigures } from '../figures.ts';
import type { Trait } from '../trait.ts';

interface Spelling {
  /** Tickets, and what other tables call them; the same where they agree. */
  readonly own: (id: string) => string;
  readonly beside?: (id: string) => string;
}

/** Numbers of so many digits are what spreadsheets round. */
const long = (id: string, zeros: number): number => Number(`7${'0'.repeat(zeros)}${id}`);
const plain = (id: string): string => id;

const spellings: Readonly<Record<string, Spelling>> = {
  hash: { own: (id) => `#${id}` },
  prefixed: { own: (id) => `INC-${id}` },
  padded: { own: (id) => id.padStart(9, '0') },
  padded_here: { own: (id) => id.padStart(9, '0'), beside: plain },
  floats: { own: (id) => `${id}.0` },
  floats_beside: { own: plain, beside: (id) => `${id}.0` },
  address: { own: (id) => `https://desk.example.com/agent/tickets/${id}` },
  // All have become one; or a few dozen each.
  one: { own: (id) => long(id, 8).toExponential(5).replace('e', 'E') },
  some: { own: (id) => Number(`${id}000000`).toExponential(2).replace('e', 'E') },
};

/** How numbers of tickets are written, and what spreadsheets have made of them. */
export const ids: Trait = {
  id: 'ids',
  options: {
    plain: 14,
    hash: 1,
    prefixed: 1,
    padded: 1,
    padded_here: 1,
    floats: 1,
    floats_beside: 1,
    address: 1,
    one: 1,
    some: 1,
  },
  isAmbiguous: (option) => isRounded(option),
  apply: (draft, option) => {
    const { own, beside = own } = spellings[option];
    const merged = everyColumn(draft).filter(({ header }) => /merge/i.test(header));
    rewrite([...merged, ...ofTickets(draft)], (id) => (/^\d+$/.test(id) ? own(id) : id));
    rewrite(
      draft.further.flatMap(({ columns }) => columns.filter(({ header }) => header === 'Ticket ID')),
      beside,
    );
    if (isRounded(option)) {
      dropRepeated(draft);
      loseIds(draft);
    }
  },
};

/** Without ids nobody knows that a row stands there twice, and not two tickets that are alike. */
function dropRepeated(draft: Draft): void {
  // Two languages may name its state.
  const isRepeated = (row: number): boolean =>
    row > 0 &&
    draft.rows[row] === draft.rows[row - 1] &&
    draft.columns.every(({ key, cells }) => key === 'status' || cells[row] === cells[row - 1]);
  takeRows(
    draft,
    draft.rows.flatMap((_, row) => (isRepeated(row) ? [] : [row])),
  );
}

/** A row may still be a ticket; which of several is which nobody can tell, nor what other files say of which. */
function loseIds(draft: Draft): void {
  makeOptional(draft, allFigures);
  // Nor that an answer stands in two downloads.
  if (draft.dialect.overlapFurther) blur(draft, ['csat', 'csat_mean', 'nps'], Number.POSITIVE_INFINITY);
  draft.ends = [...new Set([...draft.ends, ...draft.endsApart])];
  for (const id of ['first_resolution_p50', 'reopen_rate'] as const) {
    const known = draft.knowledge.get(id);
    if (known?.is !== 'known') continue;
    draft.knowledge.set(id, {
      ...known,
      more: () => [
        ...(known.more?.() ?? []),
        ...(id === 'reopen_rate'
          ? [trueFigures(draft.tickets).get(id) ?? null]
          : [lastSolves(draft.tickets), solvesThatStay(draft.tickets)]),
      ],
    });
  }
}

const isRounded = (option: string): boolean => option === 'one' || option === 'some';

function ofTickets(draft: Draft): Draft['columns'] {
  const id = column(draft, 'id');
  return id ? [id] : [];
}
