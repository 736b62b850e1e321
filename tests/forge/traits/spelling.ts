import { type Draft, everyColumn, rewrite } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

const ways: Readonly<Record<string, (cell: string, random: Random) => string>> = {
  blanks_behind: (cell, random) => (random.chance(0.4) ? `${cell}  ` : cell),
  hard_blanks: (cell, random) => (random.chance(0.4) ? `\u00a0${cell}\u00a0` : cell),
  mixed_case: (cell, random) => random.pick([cell, cell.toUpperCase(), cell.toLowerCase()]),
  wide_blanks: (cell) => cell.replace(/ /g, '  '),
};

const spelled: ReadonlySet<string | null> = new Set([
  ...['status', 'priority', 'channel', 'group', 'assignee', 'requester'],
]);
const isSpelled = ({ key, header }: Draft['columns'][number]): boolean =>
  spelled.has(key) ||
  ['Author', 'Author role', 'Author type', 'Field', 'Old value', 'New value'].includes(header);

/** The same word in several spellings: somebody typed it. */
export const spelling: Trait = {
  id: 'spelling',
  options: { even: 14, blanks_behind: 1, hard_blanks: 1, mixed_case: 1, wide_blanks: 1 },
  apply: (draft, option, random) =>
    rewrite(everyColumn(draft).filter(isSpelled), (cell) => ways[option](cell, random)),
};
