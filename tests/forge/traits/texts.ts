import { column } from '../draft.ts';
import type { Trait } from '../trait.ts';

const written: Readonly<Record<string, (text: string) => string>> = {
  lines: (text) => `${text}\nSent from my phone`,
  quotes: (text) => `"${text}", she said; twice`,
  empty: () => '',
};

/** What customers write, which no reader may stumble over. */
export const texts: Trait = {
  id: 'texts',
  options: { short: 8, lines: 1, quotes: 1, empty: 1 },
  apply: (draft, option) => {
    const subject = column(draft, 'subject');
    if (subject) subject.cells = subject.cells.map((cell) => written[option](String(cell)));
  },
};
