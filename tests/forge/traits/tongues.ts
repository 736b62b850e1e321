import { column, type Language, languages } from '../draft.ts';
import type { Trait } from '../trait.ts';
import { statusWords } from '../vocabulary.ts';

/** In how many languages states are written: one, or two, since somebody changed that of the desk or each agent has an own. */
export const tongues: Trait = {
  id: 'tongues',
  options: { one: 12, english: 1, changed: 1, mixed: 1 },
  apply: (draft, option, random) => {
    const states = column(draft, 'status');
    if (!states || draft.statusCodes !== null) return;
    const { language } = draft;
    const others = languages.filter((each) => each !== language);
    const other: Language = option === 'english' && language !== 'en' ? 'en' : random.pick(others);
    const words = new Map<string, string>();
    const taken = new Set(Object.values(statusWords[language]).flat());
    for (const [status, choices] of Object.entries(statusWords[language]))
      for (const word of choices) {
        const theirs = statusWords[other][status as keyof (typeof statusWords)['en']];
        // What means another state here says nothing there.
        const free = theirs.filter((each) => !taken.has(each));
        words.set(word, free.length > 0 ? free[0] : word);
      }
    const half = draft.rows.length / 2;
    const isOther = (row: number): boolean =>
      option === 'english' || (option === 'changed' ? row >= half : random.chance(0.5));
    states.cells = states.cells.map((cell, row) =>
      cell !== null && isOther(row) ? (words.get(String(cell)) ?? cell) : cell,
    );
  },
};
