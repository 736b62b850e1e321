import { column, type Draft, rewrite } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** What a database keeps of a text. */
const WIDTH = 255;

const tail =
  ' and it has been like that since the beginning of the week, on every machine that we have tried'.repeat(4);

const columnsOf = (draft: Draft, option: string): Draft['columns'] => {
  const subject = column(draft, 'subject');
  if (option === 'subjects') return subject ? [subject] : [];
  return draft.further.flatMap(({ columns }) => columns.filter(({ header }) => header === 'Text'));
};

/** Long texts, cut off where a database keeps no more of them. */
export const clipped: Trait = {
  id: 'clipped',
  options: { none: 14, subjects: 1, messages: 1 },
  apply: (draft, option) => rewrite(columnsOf(draft, option), (text) => `${text}${tail}`.slice(0, WIDTH)),
};
