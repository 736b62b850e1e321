import type { Trait } from '../trait.ts';

/** Headers that somebody typed. */
export const typos: Trait = {
  id: 'typos',
  options: { none: 12, letters_swapped: 1, letter_missing: 1, blanks: 1 },
  isAmbiguous: (option) => option !== 'none' && option !== 'blanks',
  apply: (draft, option, random) => {
    const long = draft.columns.filter(({ key, header }) => key !== null && header.length > 8);
    if (option === 'blanks') {
      for (const each of draft.columns)
        if (each.header !== '') each.header = ` ${each.header.replace(' ', '  ')} `;
      return;
    }
    if (long.length === 0) return;
    const typed = random.pick(long);
    const at = 3 + random.int(typed.header.length - 6);
    const { header } = typed;
    // Fingers change places within a word.
    if (option === 'letters_swapped' && !/^\p{L}{2}/u.test(header.slice(at))) return;
    typed.header =
      option === 'letters_swapped'
        ? header.slice(0, at) + header[at + 1] + header[at] + header.slice(at + 2)
        : header.slice(0, at) + header.slice(at + 1);
  },
};
