import type { Column, Knowledge } from '../draft.ts';
import { column, setKnown } from '../draft.ts';
import type { FigureId } from '../figures.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

/** What customers answer on 0–10 who give so many stars. */
const likelihood: Readonly<Record<number, readonly number[]>> = {
  5: [9, 10],
  4: [8, 9],
  3: [6, 7],
  2: [3, 5],
  1: [1, 2],
};

interface Kind {
  readonly name: string;
  readonly headers: readonly string[];
  /** The answer of who gives so many stars. */
  readonly answer: (stars: number, random: Random) => number;
  readonly write?: (answer: number) => string;
  /** From which answer on somebody is satisfied; left out for NPS. */
  readonly top?: number;
}

const kinds: Readonly<Record<string, Kind>> = {
  stars: {
    name: 'csat-survey',
    headers: ['CSAT score', 'How satisfied are you with our support? (1-5)', 'Rating (1-5)'],
    answer: (stars) => stars,
    top: 4,
  },
  nps: {
    name: 'nps-survey',
    headers: [
      'NPS score',
      'How likely are you to recommend us to a friend?',
      'Likelihood to recommend (0-10)',
    ],
    answer: (stars, random) => random.pick(likelihood[stars]),
  },
  ten: {
    name: 'csat-survey',
    headers: ['Satisfaction (1-10)', 'How satisfied were you, from 1 to 10?'],
    answer: (stars, random) => Math.max(1, stars * 2 - random.int(2)),
    top: 8,
  },
  seven: {
    name: 'csat-survey',
    headers: ['Satisfaction (1-7)', 'CSAT (1-7)'],
    answer: (stars) => [1, 1, 3, 5, 6, 7][stars],
    top: 6,
  },
  words: {
    name: 'csat-survey',
    headers: ['Satisfaction', 'Rating'],
    answer: (stars) => (stars >= 4 ? 1 : 0),
    write: (answer) => (answer === 1 ? 'Good' : 'Bad'),
    top: 1,
  },
  thumbs: {
    name: 'csat-survey',
    headers: ['Rating', 'CSAT'],
    answer: (stars) => (stars >= 4 ? 1 : 0),
    write: (answer) => (answer === 1 ? '👍' : '👎'),
    top: 1,
  },
};

/** A file of answers beside the tickets. */
export const surveys: Trait = {
  id: 'surveys',
  options: { none: 8, stars: 2, nps: 2, ten: 1, seven: 1, words: 1, thumbs: 1 },
  apply: (draft, option, random) => {
    // A desk asks in one place: answers in the tickets and answers in a file would be two surveys.
    if (column(draft, 'rating')) return;
    const counted = new Set(draft.tickets);
    const all = [...new Set(draft.rows)].filter((ticket) => ticket.rating !== null && counted.has(ticket));
    const rated = all.slice(0, Math.ceil(all.length * draft.surveysOf));
    if (rated.length === 0) return;
    const { name, headers, answer, write = String, top } = kinds[option];
    const answers = rated.map(({ rating }) => answer(rating?.score ?? 0, random));
    const text = (header: string, cells: string[]): Column => ({ key: null, header, type: 'text', cells });
    const columns: Column[] = [
      text(
        'Ticket ID',
        rated.map(({ number }) => String(number)),
      ),
      {
        ...{ key: null, header: 'Answered at', type: 'instant' as const },
        cells: rated.map(({ rating }) => rating?.at ?? null),
      },
      text(random.pick(headers), answers.map(write)),
    ];
    draft.further = [...draft.further, { name, columns }];
    // Of those solved in the time that the answers are about; which that is, is to be guessed.
    if (top !== undefined)
      setKnown(draft, ['csat_response_rate'], { is: 'known', tolerance: 1, optional: true });
    const known = (id: FigureId, value: number, more: Partial<Knowledge> = {}): void =>
      setKnown(draft, [id], { is: 'known', tolerance: 1e-9, value, ...more } as Knowledge);
    const share = (is: (score: number) => boolean): number => answers.filter(is).length / answers.length;
    if (top === undefined) known('nps', 100 * (share((score) => score >= 9) - share((score) => score <= 6)));
    else {
      known(
        'csat',
        share((score) => score >= top),
      );
      const mean = answers.reduce((sum, score) => sum + score, 0) / answers.length;
      // Of two words the mean is the share of the good one, or nothing.
      known('csat_mean', mean, { optional: true, tolerance: top === 1 ? 5 : 1e-9 });
    }
  },
};
