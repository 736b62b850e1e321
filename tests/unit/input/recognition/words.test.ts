import { describe, expect, it } from 'vitest';
import type { FieldWords } from '../../../../src/input/recognition/field-words.ts';
import { foldHeader } from '../../../../src/input/recognition/header.ts';
import { headerScores, headingOf } from '../../../../src/input/recognition/header-score.ts';
import * as otherWords from '../../../../src/input/recognition/other-words.ts';
import { indexPhrases, loosePhrases, MOST_WORDS } from '../../../../src/input/recognition/phrase-index.ts';
import { measuredWords, ticketWords } from '../../../../src/input/recognition/ticket-words.ts';

const lists: readonly (readonly [string, FieldWords])[] = [
  ...[ticketWords, ...Object.values(otherWords)].flatMap((words) => Object.entries(words)),
  ...measuredWords,
];

describe('the words of fields', () => {
  it('are there', () => {
    expect(lists.length).toBeGreaterThan(60);
  });

  it.each(lists)(
    'of %s stand as headers are folded, since nothing folds them again',
    (_, { strong, fair, weak }) => {
      const phrases = [strong, fair, weak].flatMap((list) => list?.split('|') ?? []);
      expect(phrases).toEqual(phrases.map(foldHeader));
      expect(Math.max(...phrases.map((phrase) => phrase.split(' ').length))).toBeLessThanOrEqual(MOST_WORDS);
    },
  );
});

describe('headers among the phrases of all fields', () => {
  const words = [
    ['opened', { strong: 'created|date of creation|created date', fair: 'date', weak: 'start' }],
    ['ended', { strong: 'closed|date of the end', weak: 'finish' }],
    ['state', { strong: 'state of the ticket|状态', fair: 'state|is open' }],
    ['promise', { strong: 'frt|is open' }],
  ] as const;
  const index = indexPhrases(words, loosePhrases(words), { opened: 'instant', ended: 'instant' });
  const score = (header: string): Record<string, number> => {
    const scores = headerScores(headingOf(header), index);
    return Object.fromEntries(
      index.fields.flatMap((field, at) => (scores[at] > 0 ? [[field, Number(scores[at].toFixed(4))]] : [])),
    );
  };

  it.each([
    // Exactly so; without the noun; without articles; without the words that only say "date".
    ['created', { opened: 1 }],
    ['ticket created', { opened: 0.95 }],
    ['date end', { opened: 0.5, ended: 0.93 }],
    ['closed date', { opened: 0.5, ended: 0.9 }],
    // A fair phrase of one field is a strong one of another.
    ['is open', { state: 0.85, promise: 1 }],
    ['start', { opened: 0.6 }],
    ['start ticket', { opened: 0.58 }],
    // Parts of longer headers: words around them and a place in the middle cost; words of three letters are parts by chance.
    ['our created date here', { opened: 0.56 }],
    ['frt of today', { promise: 0.44 }],
    ['当前状态', { state: 0.75 }],
    ['nothing known', {}],
  ])('scores %s', (header, expected) => {
    expect(score(header)).toEqual(expected);
  });
});

describe('foldHeader', () => {
  it('splits capitals off in any letters', () => {
    expect(foldHeader('ÜberschriftDesTickets')).toBe('uberschrift des tickets');
    expect(foldHeader('заголовокОбращения')).toBe('заголовок обращения');
    expect(foldHeader('données')).toBe('donnees');
  });

  it('sees every capital by its lower-case letter, once compatible forms are made plain', () => {
    const lonely: string[] = [];
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      for (const letter of String.fromCodePoint(code).normalize('NFKC'))
        if (/\p{Lu}/u.test(letter) && letter.toLowerCase() === letter) lonely.push(letter);
    }
    expect(lonely).toEqual([]);
  });
});
