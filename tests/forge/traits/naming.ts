import type { Trait } from '../trait.ts';

const words = (header: string): string[] =>
  header
    .replace(/[()]/g, ' ')
    .split(/[\s_-]+/)
    .filter(Boolean);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const styles: Readonly<Record<string, (header: string) => string>> = {
  snake: (header) => words(header).join('_').toLowerCase(),
  camel: (header) =>
    words(header)
      .map((word, i) => (i === 0 ? word.toLowerCase() : capital(word.toLowerCase())))
      .join(''),
  upper: (header) => header.toUpperCase(),
};

/** How headers are spelled. */
export const naming: Trait = {
  id: 'naming',
  options: { title: 5, snake: 4, camel: 1, upper: 1, section: 1 },
  apply: (draft, option, random) => {
    const section = random.pick(['Ticket', 'Case', 'Conversation', 'Ticket details']);
    const mark = random.pick([' - ', ': ', ' – ']);
    const style = styles[option] ?? ((header: string) => `${section}${mark}${header}`);
    // The name of a place stays as it is: `created_at (Europe/Berlin)`.
    const place = draft.zone?.clock ? ` (${draft.zone.name})` : '';
    for (const each of draft.columns) {
      const isPlaced = place !== '' && each.header.endsWith(place);
      const stem = isPlaced ? each.header.slice(0, -place.length) : each.header;
      if (stem !== '') each.header = `${style(stem)}${isPlaced ? place : ''}`;
    }
  },
};
