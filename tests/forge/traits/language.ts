import type { TrueStatus } from '../desk.ts';
import { column, type Draft, type Language } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';
import { headers, statusWords } from '../vocabulary.ts';

/** In which language headers and states are written. */
export const language: Trait = {
  id: 'language',
  options: { en: 8, de: 1, fr: 1, es: 1, pt: 1, it: 1, nl: 1 },
  plain: (draft, random) => nameIn(draft, 'en', random),
  apply: (draft, option, random) => nameIn(draft, option as Language, random),
};

/** Gives every column a header of the language, no two the same, and states their words. */
function nameIn(draft: Draft, id: Language, random: Random): void {
  draft.language = id;
  const taken = new Set(draft.columns.filter(({ key }) => key === null).map(({ header }) => header));
  for (const each of draft.columns) {
    if (each.key === null) continue;
    const free = headers[id][each.key].filter((header) => !taken.has(header));
    each.header = free.length > 0 ? random.pick(free) : `${headers[id][each.key][0]} 2`;
    taken.add(each.header);
  }
  const states = column(draft, 'status');
  if (!states) return;
  const words = new Map<string, string>();
  for (const [status, choices] of Object.entries(statusWords[id])) words.set(status, random.pick(choices));
  const order = Object.keys(statusWords[id]);
  states.cells = states.cells.map((cell) => {
    if (cell === null) return null;
    const word = words.get(cell as TrueStatus) ?? String(cell);
    const code = order.indexOf(String(cell)) + 1 || 9;
    if (draft.statusCodes === 'codes') return String(code);
    return draft.statusCodes === 'numbered' ? `${code} - ${word}` : word;
  });
}
