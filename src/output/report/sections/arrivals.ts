import type { Section } from '../section.ts';
import { heading, periodPhrase } from '../words.ts';

/** When tickets arrive, by weekday and hour. */
export const arrivals: Section = ({ overview }) => {
  const { arrivals: found, zone } = overview;
  if (!found) return [];
  return [
    heading('section.arrivals'),
    {
      kind: 'matrix',
      id: 'arrivals',
      caption: {
        code: 'caption.arrivals',
        args: { period: periodPhrase({ start: found.from, end: found.to }, zone), zone },
      },
      rowLabels: found.counts.map((_, day) => ({ code: `weekday.${day + 1}` })),
      columnLabels: Array.from({ length: 24 }, (_, hour) => ({
        code: 'ui.hour',
        args: { tens: Math.floor(hour / 10), ones: hour % 10 },
      })),
      values: found.counts,
      unit: 'count',
    },
  ];
};
