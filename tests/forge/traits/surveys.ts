import type { Column } from '../draft.ts';
import { column, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** What customers answer on 0–10 who give so many stars. */
const likelihood: Readonly<Record<number, readonly number[]>> = {
  5: [9, 10],
  4: [8, 9],
  3: [6, 7],
  2: [3, 5],
  1: [1, 2],
};

/** A file of answers beside the tickets. */
export const surveys: Trait = {
  id: 'surveys',
  options: { none: 8, stars: 2, nps: 2 },
  apply: (draft, option, random) => {
    // A desk asks in one place: answers in the tickets and answers in a file would be two surveys.
    if (column(draft, 'rating')) return;
    const rated = draft.rows.filter(({ rating }) => rating !== null);
    if (rated.length === 0) return;
    const scores = rated.map(({ rating }) => {
      const stars = rating?.score ?? 0;
      return option === 'stars' ? stars : random.pick(likelihood[stars]);
    });
    const text = (header: string, cells: string[]): Column => ({ key: null, header, type: 'text', cells });
    draft.further = [
      ...draft.further,
      {
        name: option === 'stars' ? 'csat-survey' : 'nps-survey',
        columns: [
          text(
            'Ticket ID',
            rated.map(({ number }) => String(number)),
          ),
          {
            ...{ key: null, header: 'Answered at', type: 'instant' as const },
            cells: rated.map(({ rating }) => rating?.at ?? null),
          },
          text(option === 'stars' ? 'CSAT score' : 'NPS score', scores.map(String)),
        ],
      },
    ];
    const share = (is: (score: number) => boolean): number => scores.filter(is).length / scores.length;
    if (option === 'stars') setKnown(draft, ['csat', 'csat_mean'], { is: 'known', tolerance: 1e-9 });
    else
      setKnown(draft, ['nps'], {
        ...{ is: 'known', tolerance: 1e-9 },
        value: 100 * (share((score) => score >= 9) - share((score) => score <= 6)),
      });
  },
};
