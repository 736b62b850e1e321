import type { Column, Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

const ways: Readonly<Record<string, (columns: readonly Column[], random: Random) => Column[]>> = {
  shuffled: (columns, random) =>
    columns
      .map((each) => ({ each, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each),
  alphabetical: (columns) => [...columns].sort((a, b) => (a.header < b.header ? -1 : 1)),
  reversed: (columns) => [...columns].reverse(),
};

/** In which order columns stand. */
export const order: Trait = {
  id: 'order',
  options: { usual: 10, shuffled: 2, alphabetical: 1, reversed: 1 },
  apply: (draft: Draft, option, random) => {
    draft.columns = ways[option](draft.columns, random);
  },
};
