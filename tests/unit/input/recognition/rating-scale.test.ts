import { describe, expect, it } from 'vitest';
import { lookAt } from '../../../../src/input/recognition/column-look.ts';
import { findScale } from '../../../../src/input/recognition/rating-scale.ts';
import { sampleRows } from './sampler.ts';

function scaleFor(
  header: string,
  cells: readonly string[],
  more: Partial<Parameters<typeof findScale>[0]> = {},
) {
  const table = sampleRows([[header], ...cells.map((cell) => [cell])]).tables[0];
  const look = lookAt(table, 0);
  return findScale({
    look,
    texts: [header],
    pinned: null,
    preset: null,
    presetWords: null,
    lowEffortIsGood: null,
    ...more,
  });
}

describe('findScale', () => {
  it('leaves few odd cells among the words of a scale void, wherever they stand', () => {
    const words = ['Good', 'Bad', 'Good', 'Good', 'Bad', 'Good', 'Bad', 'Good', 'Good', 'Bad'];
    for (const cells of [
      ['rubbish', ...words],
      [...words, 'Goood'],
      [...words, 'Average', 'Maximum'],
      words,
    ]) {
      const { scale, words: worth } = scaleFor('Satisfaction', cells);
      expect(scale.id).toBe('good_bad');
      expect([worth?.get('good'), worth?.get('bad'), worth?.get('rubbish')]).toEqual([1, 0, undefined]);
    }
    const few = scaleFor('Satisfaction', [...Array(9).fill('Good'), 'Bad', 'rating']);
    expect([few.scale.id, few.words?.get('bad')]).toEqual(['good_bad', 0]);
    // A row of names below the header, in a part that has few ratings.
    for (const name of ['rating', 'csat_score', 'Customer satisfaction'])
      expect(scaleFor('Satisfaction', [name, 'Bad', 'Good', 'Bad']).scale.id).toBe('good_bad');
    // A comment beside each rating is no slip.
    const comments = words.map((_, i) => `They told me ${i}`);
    expect(scaleFor('Satisfaction', [...words, ...comments]).scale.id).not.toBe('good_bad');
  });

  it('keeps a word of the scale that came once', () => {
    const words = ['Satisfied', 'Neutral', 'Satisfied', 'Neutral', 'Satisfied', 'Dissatisfied', 'oops'];
    const { words: worth } = scaleFor('Satisfaction', words);
    expect([worth?.get('satisfied'), worth?.get('neutral'), worth?.get('dissatisfied')]).toEqual([4, 3, 2]);
  });

  it('never chooses a scale shorter than five points from numbers alone', () => {
    expect(scaleFor('CSAT', ['1', '2', '3', '3', '2']).scale).toMatchObject({
      id: '1-5',
      max: 5,
      topBoxFrom: 4,
    });
    expect(scaleFor('Rating', ['3']).scale.id).toBe('1-5');
  });

  it.each([
    ['Rating', ['6', '7', '2'], '1-7', 6],
    ['Rating', ['8', '9', '10'], '1-10', 8],
    ['Rating (1-3)', ['1', '2', '3'], '1-3', 3],
    ['Score (1 to 10)', ['4', '5'], '1-10', 8],
    ['Rate us out of 5', ['4', '2'], '1-5', 4],
    ['How likely are you to recommend us? (0-10)', ['9', '3'], 'nps', 9],
    ['NPS', ['9', '3'], 'nps', 9],
    ['Satisfaction', ['Good', 'Bad', 'Good'], 'good_bad', 1],
    ['Satisfaction', ['Offered', 'Good'], 'good_bad', 1],
    ['Rating', ['👍', '👎'], 'thumbs', 1],
    ['Rating', ['😀', '😐', '🙁'], 'faces', 3],
    ['Rating', ['★★★★☆', '★★'], '1-5', 4],
    ['Rating', ['Very satisfied', 'Dissatisfied'], '1-5', 4],
    ['Zufriedenheit', ['sehr zufrieden', 'unzufrieden'], '1-5', 4],
    ['সন্তুষ্টি', ['খুব সন্তুষ্ট', 'অসন্তুষ্ট'], '1-5', 4],
    ['Rating', ['4/5', '2/5'], '1-5', 4],
    ['Rating', ['5 - Very satisfied', '2 - Dissatisfied'], '1-5', 4],
  ])('%s with %j', (header, cells, id, topBoxFrom) => {
    expect(scaleFor(header, cells).scale).toMatchObject({ id, topBoxFrom });
  });

  it('gives words their worth, and offered surveys none', () => {
    const { words } = scaleFor('Satisfaction', ['Offered', 'Good', 'Bad']);
    expect(words?.get('good')).toBe(1);
    expect(words?.get('bad')).toBe(0);
    expect(words?.get('offered')).toBeNaN();
    expect(scaleFor('Rating', ['★★★★☆', '★★']).words?.get('★★★★☆')).toBe(4);
    expect(scaleFor('Rating', ['4/5', '2/5']).words?.get('4/5')).toBe(4);
  });

  it('tells the good end of an effort score from the wording, else asks', () => {
    expect(scaleFor('How easy was it?', ['6', '7']).scale).toMatchObject({
      kind: 'ces',
      lowIsGood: false,
      topBoxFrom: 5,
    });
    expect(scaleFor('How much effort did it take?', ['1', '2']).scale).toMatchObject({
      kind: 'ces',
      lowIsGood: true,
      topBoxFrom: 3,
    });
    const asked = scaleFor('CES', ['1', '7']);
    expect(asked).toMatchObject({ needsDirection: true, scale: { kind: 'ces' } });
    expect(scaleFor('CES', ['1', '7'], { lowEffortIsGood: true })).toMatchObject({
      needsDirection: false,
      scale: { lowIsGood: true },
    });
  });

  it('obeys --scale before everything else', () => {
    expect(scaleFor('CSAT', ['1', '2', '3'], { pinned: '1-3' })).toMatchObject({
      isGuess: false,
      scale: { id: '1-3' },
    });
    expect(scaleFor('Satisfaction Score', ['4', '5'], { pinned: '1-5', preset: 'good_bad' }).scale.id).toBe(
      '1-5',
    );
  });

  it('leaves a preset’s words where the cells are numbers of another scale', () => {
    const found = scaleFor('Satisfaction Score', ['4', '5', '1'], {
      preset: 'good_bad',
      presetWords: { good: 1, bad: 0 },
    });
    expect(found.scale.id).toBe('1-5');
  });

  it('says when only the values spoke for a scale', () => {
    expect(scaleFor('CSAT', ['4', '5']).isGuess).toBe(true);
    expect(scaleFor('CSAT (1-5)', ['4', '5']).isGuess).toBe(false);
  });
});
