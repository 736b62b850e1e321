import { describe, expect, it } from 'vitest';
import { gradeWords } from '../../../../src/input/recognition/rating-grades.ts';
import { numberIn } from '../../../../src/model/rating-cells.ts';
import { askedKind, namedRange } from '../../../../src/model/rating-questions.ts';
import { chooseScale, type ScaleFacts } from '../../../../src/model/rating-scales.ts';

const valuesOf = (cells: readonly string[]): number[] => {
  const graded = gradeWords(cells);
  return graded ? cells.map((cell) => graded.words[cell]) : [];
};

describe('gradeWords', () => {
  it.each([
    [
      'très satisfaites|plutôt satisfaite|sans opinion|peu satisfaits|pas du tout satisfaite',
      [5, 4, 3, 2, 1],
    ],
    [
      'stimme voll und ganz zu|stimme zu|teils, teils|stimme nicht zu|stimme überhaupt nicht zu',
      [5, 4, 3, 2, 1],
    ],
    ['muy de acuerdo|de acuerdo|indiferente|en desacuerdo|muy en desacuerdo', [5, 4, 3, 2, 1]],
    ['ótima|boa|regular|ruim|péssima', [5, 4, 3, 2, 1]],
    ['पूरी तरह सहमत|सहमत|तटस्थ|असहमत|पूरी तरह असहमत', [5, 4, 3, 2, 1]],
    ['খুবই সন্তুষ্ট|সন্তুষ্ট|নিরপেক্ষ|অসন্তুষ্ট|খুবই অসন্তুষ্ট', [5, 4, 3, 2, 1]],
    [
      'molto soddisfatta|abbastanza soddisfatto|né soddisfatto né insoddisfatto|poco soddisfatto|per niente soddisfatto',
      [5, 4, 3, 2, 1],
    ],
    ['zeer tevreden|tevreden|neutraal|ontevreden|zeer ontevreden', [5, 4, 3, 2, 1]],
    ['helemaal mee eens|mee eens|neutraal|mee oneens|zeer oneens', [5, 4, 3, 2, 1]],
    // No "very" on either side: the plain words are the ends of five steps.
    ['satisfied|somewhat satisfied|neutral|somewhat dissatisfied|dissatisfied', [5, 4, 3, 2, 1]],
    [
      'very satisfied|satisfied|somewhat satisfied|neutral|somewhat dissatisfied|dissatisfied|very dissatisfied',
      [7, 6, 5, 4, 3, 2, 1],
    ],
    ['muy satisfecho/a|satisfecho/a|neutral|insatisfecho/a|muy insatisfecho/a', [5, 4, 3, 2, 1]],
    [
      'Полностью согласен(на)|согласен(на)|нейтрально|не согласен(на)|полностью не согласен(на)',
      [5, 4, 3, 2, 1],
    ],
    ['zdecydowanie tak|raczej tak|trudno powiedzieć|raczej nie|zdecydowanie nie', [5, 4, 3, 2, 1]],
    ['zdecydowanie się zgadzam|zgadzam się|nie zgadzam się|zdecydowanie się nie zgadzam', [5, 4, 2, 1]],
    ['instämmer helt|instämmer delvis|instämmer inte|instämmer inte alls', [5, 4, 2, 1]],
    // One side with three strengths: seven steps.
    [
      'extremely satisfied|mostly satisfied|slightly satisfied|neutral|slightly dissatisfied|mostly dissatisfied|extremely dissatisfied',
      [7, 6, 5, 4, 3, 2, 1],
    ],
    // Degrees of one side alone: "somewhat" is the middle.
    ['extremely easy|very easy|somewhat easy|not so easy|not at all easy', [5, 4, 3, 2, 1]],
  ])('%s', (cells, expected) => {
    expect(valuesOf(cells.split('|'))).toEqual(expected);
  });

  it('leaves words that are no grade alone', () => {
    expect(gradeWords(['very satisfied', 'Berlin'])).toBeNull();
    expect(gradeWords(['neutral'])).toBeNull();
  });
});

describe('numberIn', () => {
  it.each([
    ['Extremely likely - 10', 10],
    ['0 - Not at all likely', 0],
    ['Muy probable (9)', 9],
    ['80 %', 80],
    ['5★', 5],
    ['⭐⭐⭐', 3],
    ['⭐️⭐️', 2],
    ['★★★★☆', 4],
    ['৪', 4],
    ['५', 5],
    ['4/5', 4],
    ['8,5', 8.5],
    ['yes', null],
  ])('%s', (cell, expected) => {
    expect(numberIn(cell)).toBe(expected);
  });
});

describe('the wording of a question', () => {
  it.each([
    ['How likely are you to recommend us? (0-10)', 'nps', { min: 0, max: 10 }],
    ['Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen (von 0 bis 10)?', 'nps', { min: 0, max: 10 }],
    ['¿Qué tan satisfecho está? (1 a 5)', 'csat', { min: 1, max: 5 }],
    ['How easy was it to get help? (1-7)', 'ces', { min: 1, max: 7 }],
    ['eNPS', 'other', null],
    ['recommendations', null, null],
    ['Would you recommend our support?', 'nps', null],
    ['nps_score', 'nps', null],
    ['csat3', 'csat', { min: 1, max: 3 }],
    ['Score', null, null],
    ['Date 2026-01-05', null, null],
  ])('%s', (text, kind, range) => {
    expect(askedKind(text)).toBe(kind);
    expect(namedRange([text])).toEqual(range);
  });
});

describe('chooseScale', () => {
  const facts: ScaleFacts = { kind: null, isRating: true, range: null, settled: null, lowIsGood: null };
  const scale = (tally: Record<number, number>, more: Partial<ScaleFacts> = {}): string =>
    chooseScale(
      { ...facts, ...more },
      new Map(Object.entries(tally).map(([value, count]) => [Number(value), count])),
    ).scale.id;

  it('keeps the shortest scale against one slip, but not against its next number', () => {
    expect(scale({ 1: 3, 5: 20, 9: 1 })).toBe('1-5');
    expect(scale({ 1: 3, 5: 20, 6: 1 })).toBe('1-7');
    // Two of 200 are 1 %: of one value they are slips, of two values they are answers.
    expect(scale({ 4: 198, 9: 2 })).toBe('1-5');
    expect(scale({ 4: 198, 9: 1, 8: 1 })).toBe('1-10');
    // Three of 200 are more than 1 %.
    expect(scale({ 4: 197, 9: 3 })).toBe('1-10');
  });

  it('asks where numbers up to ten may be recommendation or satisfaction', () => {
    expect(scale({ 0: 1, 9: 5, 10: 5 }, { isRating: false })).toBe('undecided');
    expect(scale({ 0: 1, 9: 5, 10: 5 }, { kind: 'csat' })).toBe('csat_0-10');
    expect(scale({ 3: 1, 9: 5, 10: 5 }, { kind: 'nps' })).toBe('nps');
  });

  it('takes half points as answers, other fractions as averages', () => {
    expect(scale({ 6.5: 3, 8.5: 3, 9: 4 }, { kind: 'nps' })).toBe('nps');
    expect(scale({ 8.3: 3, 9: 97 }, { kind: 'nps' })).toBe('averages');
    expect(scale({ 8.3: 2, 9: 98 }, { kind: 'nps' })).toBe('nps');
  });

  it('has no NPS on other ends, nor of results', () => {
    expect(scale({ 7: 5 }, { kind: 'nps', range: { min: 1, max: 7 } })).toBe('no_such_scale');
    expect(scale({ '-16': 2, 35: 3, 68: 4 }, { kind: 'nps' })).toBe('results');
    expect(scale({ 9: 4, 11: 1 }, { kind: 'nps' })).toBe('nps');
  });
});
