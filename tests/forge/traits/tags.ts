import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

const names = ['vip', 'refund', 'bug', 'trial', 'solved_by_bot', 'closed-2024'];

const ways: Readonly<Record<string, (tags: readonly string[]) => string>> = {
  json: (tags) => JSON.stringify(tags),
  python: (tags) => `[${tags.map((tag) => `'${tag}'`).join(', ')}]`,
  commas: (tags) => tags.join(', '),
  bars: (tags) => tags.join('|'),
};

const some = (random: Random): string[] => names.filter(() => random.chance(0.25));

/** Several tags in a cell, as a list of some language. */
export const tags: Trait = {
  id: 'tags',
  options: { none: 12, json: 1, python: 1, commas: 1, bars: 1 },
  apply: (draft, option, random) => {
    draft.columns.push({
      ...{ key: null, header: 'Tags', type: 'text' },
      cells: draft.rows.map(() => ways[option](some(random))),
    });
  },
};
