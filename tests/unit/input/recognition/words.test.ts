import { describe, expect, it } from 'vitest';
import type { FieldWords } from '../../../../src/input/recognition/field-words.ts';
import { foldHeader } from '../../../../src/input/recognition/header.ts';
import * as otherWords from '../../../../src/input/recognition/other-words.ts';
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
    },
  );
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
