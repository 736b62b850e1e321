import { shortLabel } from '../../../model/figure-value.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

/** The score over time with its interval, so that nobody reads noise as a trend. */
export const satisfaction: Section = ({ overview, tellingWords = [] }) => {
  const csat = overview.headlines.find(({ metric }) => metric === 'csat');
  const present = csat?.course.filter(({ value }) => value !== null).length ?? 0;
  if (!csat || present < 3) return [];
  return [
    heading('section.satisfaction'),
    {
      kind: 'series',
      id: 'csat',
      caption: { code: 'caption.csat' },
      style: 'lines',
      x: overview.course.map(({ label }) => label),
      unit: 'share',
      lines: [
        {
          label: shortLabel(csat),
          values: csat.course.map(({ value }) => value),
          low: csat.course.map(({ low }) => low),
          high: csat.course.map(({ high }) => high),
        },
      ],
    },
    ...(tellingWords.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: [
              {
                code: 'satisfaction.words',
                args: {
                  words: tellingWords.map(({ word, bad, good }) => ({
                    code: 'satisfaction.word',
                    args: { word: { data: word }, bad, all: bad + good },
                  })),
                },
              },
            ],
          } as const,
        ]),
  ];
};
