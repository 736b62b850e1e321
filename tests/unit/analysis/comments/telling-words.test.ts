import { describe, expect, it } from 'vitest';
import { surveyComments, tellingWords } from '../../../../src/analysis/comments/index.ts';
import { readFiles } from '../../../desk.ts';

const repeat = (text: string, times: number, isBad: boolean) =>
  Array.from({ length: times }, (_, i) => ({
    text: `${text} ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}`,
    isBad,
  }));

describe('the words that stand out in bad answers', () => {
  it('are those whose log odds are beyond chance, as worked out by hand', () => {
    const comments = [
      ...repeat('Waited far too long for an answer', 12, true),
      ...repeat('Nobody solved the problem', 8, true),
      ...repeat('The problem was solved quickly', 18, false),
      ...repeat('Waited a bit, friendly people', 2, false),
    ];
    const { bad, good, words } = tellingWords(comments);
    expect([bad, good]).toEqual([20, 20]);
    const waited = words.find(({ word }) => word === 'waited');
    // b = 12, g = 2, B = G = 20, α₀ = 20, α = 20 · 14 / 40 = 7:
    // δ = ln(19 / (40 − 19)) − ln(9 / (40 − 9)) = −0.1001 + 1.2368 = 1.1367; se = √(1/19 + 1/9) = 0.4046; z = 2.81.
    expect(waited).toMatchObject({ bad: 12, good: 2 });
    expect(waited?.logOdds).toBeCloseTo(Math.log(19 / 21) - Math.log(9 / 31), 12);
    expect(waited?.z).toBeCloseTo(waited!.logOdds / Math.sqrt(1 / 19 + 1 / 9), 12);
    // R: p <- pnorm(2.809, lower.tail = FALSE), one of a dozen words: it survives Benjamini and Hochberg.
    expect(waited?.z).toBeCloseTo(2.809, 3);
    expect(words.map(({ word }) => word)).not.toContain('problem');
    expect(words.map(({ word }) => word)).not.toContain('solved');
    expect(words.map(({ word }) => word)).not.toContain('the');
  });

  it('carry no address, no number and no order of rows', () => {
    const comments = [
      ...repeat('Order 4711-A from ann@example.org was never refunded, call +49 171 5550123', 12, true),
      ...repeat('All good, thanks', 12, false),
    ];
    const told = tellingWords(comments);
    expect(told.words.map(({ word }) => word)).toContain('refunded');
    expect(JSON.stringify(told)).not.toMatch(/4711|ann@|5550123|example\.org/);
    expect(told.words[0].example).toMatch(/\[email\]/);
    expect(tellingWords([...comments].reverse())).toEqual(told);
  });

  it('are found in any script, stems together under their most frequent form', () => {
    const comments = [
      ...repeat('রিফান্ড এখনও পাইনি', 12, true),
      ...repeat('খুব ভালো সেবা', 12, false),
      ...repeat('Rückerstattung fehlt noch immer', 12, true),
      ...repeat('Sehr schnelle Hilfe, danke', 12, false),
    ];
    const words = tellingWords(comments).words.map(({ word }) => word);
    expect(words).toContain('রিফান্ড');
    expect(words.some((word) => word.startsWith('rückerstattung'))).toBe(true);
    expect(words).not.toContain('noch');
  });

  it('are none where there are few comments, or nothing sets them apart', () => {
    expect(tellingWords(repeat('Slow', 9, true)).words).toEqual([]);
    const same = ['billing question answered', 'delivery came today', 'login works again', 'refund arrived'];
    const even = Array.from({ length: 80 }, (_, i) => ({ text: same[i % 4], isBad: i % 8 < 4 }));
    expect(tellingWords(even).words).toEqual([]);
    expect(tellingWords([])).toEqual({ bad: 0, good: 0, words: [] });
  });

  it('seldom name a word when words say nothing about the rating', () => {
    // Sixty words at random, three in each of 200 comments: at most a few false alarms in fifty desks.
    let state = 7;
    const next = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) / 2 ** 24;
    };
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (n: number): string =>
      `${letters[n % 26]}${letters[Math.floor(n / 26)]}lm${letters[(n * 7) % 26]}q`;
    let named = 0;
    for (let desk = 0; desk < 50; desk++) {
      const comments = Array.from({ length: 200 }, () => ({
        text: [1, 2, 3].map(() => word(Math.floor(next() * 60))).join(' '),
        isBad: next() < 0.3,
      }));
      if (tellingWords(comments).words.length > 0) named++;
    }
    expect(named).toBeLessThanOrEqual(3);
  });
});

describe('comments of a desk', () => {
  it('come from surveys with their rating, passives of NPS being neither', async () => {
    const { desk } = await readFiles({
      'nps.csv':
        'Email,How likely are you to recommend us? (0-10),Comment,Submitted at\na@example.org,10,Kind,2026-03-07T00:00:00Z\nb@example.org,3,Slow,2026-03-08T00:00:00Z\nc@example.org,8,Fine,2026-03-09T00:00:00Z\nd@example.org,2,,2026-03-09T00:00:00Z\n',
    });
    expect(surveyComments(desk, 'nps')).toEqual([
      { text: 'Kind', isBad: false, at: Date.parse('2026-03-07T00:00:00Z') },
      { text: 'Slow', isBad: true, at: Date.parse('2026-03-08T00:00:00Z') },
    ]);
    expect(surveyComments(desk)).toEqual([]);
  });
});
