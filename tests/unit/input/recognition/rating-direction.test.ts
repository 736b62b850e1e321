import { describe, expect, it } from 'vitest';
import { isLowEndGood } from '../../../../src/input/recognition/rating-direction.ts';
import { ask, readFiles, value } from '../../../desk.ts';

const day = (n: number): string => `2026-04-${String(n + 1).padStart(2, '0')} 10:00:00`;

describe('the good end of a scale', () => {
  it.each([
    ['How satisfied were you? (1 = very satisfied, 5 = very dissatisfied)', true],
    ['How satisfied were you? (1 = very dissatisfied, 5 = very satisfied)', false],
    ['Zufriedenheit (1 = sehr gut, 6 = ungenügend)', true],
    ['Zufriedenheit in Schulnoten', true],
    ['Satisfaction: 1 (excellent) to 5 (poor)', true],
    ['Note de 1 (très insatisfait) à 5 (très satisfait)', false],
    ['Rate us, best = 1, worst = 5', true],
    ['Rate our support (1 = best)', true],
    ['Rate our support (5 = excellent)', false],
    ['How satisfied are you? (1-5)', null],
  ])('%s', (question, expected) => {
    expect(isLowEndGood([question], [])).toBe(expected);
  });

  it('is told by the cells too', () => {
    expect(isLowEndGood(['Satisfaction'], ['1 - very satisfied', '2 - satisfied', '5 - dissatisfied'])).toBe(
      true,
    );
    expect(isLowEndGood(['Satisfaction'], ['5 - very satisfied', '1 - dissatisfied'])).toBe(false);
  });

  it('turns satisfaction round, and is said', async () => {
    // Marks 1, 2, 1, 2, 3, 5, 1, 2: six of eight are 1 or 2; of school marks and of five points.
    const marks = [1, 2, 1, 2, 3, 5, 1, 2];
    for (const question of [
      'Wie zufrieden waren Sie? (Schulnote)',
      'How satisfied were you? (1 = very satisfied, 5 = very dissatisfied)',
    ]) {
      const rows = marks.map((mark, i) => `${day(i)},${mark}`).join('\n');
      const { desk } = await readFiles({ 'form.csv': `Timestamp,"${question}"\n${rows}\n` });
      expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.75, n: 8 });
      expect(desk.problems.map(({ code }) => code)).toContain('low_is_good');
    }
  });

  it('turns effort round by its labels, whatever else the question says', async () => {
    // Easy for four of five: 1, 2, 2, 3 of seven.
    const rows = [1, 2, 2, 3, 6].map((mark, i) => `${day(i)},${mark}`).join('\n');
    const question = 'How easy was it? (1 = very easy, 7 = very difficult)';
    const { desk } = await readFiles({ 'form.csv': `Timestamp,"${question}"\n${rows}\n` });
    expect(value(desk, 'ces')).toBe(0.8);
  });
});

it('takes a list of tickets, dates and ratings without a single comment for a survey', async () => {
  const rows = ['Great', 'Great', 'OK', 'Bad'].map((word, i) => `${day(i)},${word},Ines,${500 + i},`);
  const { desk } = await readFiles({
    'answers.csv': `Date,Score,Rated user,Ticket,Comment\n${rows.join('\n')}\n`,
  });
  expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.5, n: 4 });
});
