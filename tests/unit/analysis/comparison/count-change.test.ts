import { describe, expect, it } from 'vitest';
import { judgeCount, judgeStock, judgeValue } from '../../../../src/analysis/comparison/count-change.ts';

// Eight weeks of mean 12, moving ranges 2 1 2 1 2 3 2 (mean 13/7): limits 12 ± 2.66 · 13/7 = 7.06 … 16.94.
const weeks = [10, 12, 11, 13, 12, 14, 11, 13];

describe('a count beside the periods before it', () => {
  it('is noise inside its limits, unusual outside, and real where the step is beyond chance too', () => {
    expect(judgeCount([...weeks, 16])).toEqual({
      verdict: 'noise',
      limits: { low: expect.closeTo(7.06, 2), high: expect.closeTo(16.94, 2) },
    });
    // 17 after 13: a step of 4 where chance brings √30 = 5.5; 33: a step of 20 against 1.96 · √46 = 13.3.
    expect(judgeCount([...weeks, 17]).verdict).toBe('unusual');
    expect(judgeCount([...weeks, 7]).verdict).toBe('unusual');
    expect(judgeCount([...weeks, 33]).verdict).toBe('real');
  });

  it('is small where the last step is under a tenth', () => {
    // 1.96 · √(10,010 + 10,800) = 283.
    const steady = [10000, 10010, 10000, 10010, 10000, 10010, 10000, 10010];
    expect(judgeCount([...steady, 10800]).verdict).toBe('small');
    expect(judgeCount([...steady, 11200]).verdict).toBe('real');
  });

  it('needs eight periods before it', () => {
    expect(judgeCount([...weeks.slice(1), 40])).toEqual({ verdict: 'too_few', limits: null });
  });

  it('has no lower limit below zero', () => {
    expect(judgeCount([0, 9, 0, 9, 0, 9, 0, 9, 4]).limits?.low).toBe(0);
  });
});

describe('what is usual', () => {
  it('leaves an outage out of later limits, and takes a new level in', () => {
    // Twelve weeks of 100 and 104 in turn: medians 102 and 4, limits 102 ± 12.56; the outage of 300 changes nothing.
    const calm = [100, 104, 100, 104, 100, 104, 100, 104, 100, 104, 100, 104];
    expect(judgeCount([...calm, 300, 116]).limits?.high).toBeCloseTo(114.56, 2);
    expect(judgeCount([...calm, 300, 116]).verdict).not.toBe('noise');
    expect(judgeCount([...calm, 300, 302, 301, 300]).limits?.high).toBeGreaterThan(114.56);
  });

  it('is exact for small counts: where half of them do not move, chance still does', () => {
    // qpois(c(.00135, .99865), 13) is 4 and 25 in R.
    expect(judgeCount([...Array(8).fill(13), 25])).toEqual({
      verdict: 'noise',
      limits: { low: 4, high: 25 },
    });
    expect(judgeCount([...Array(8).fill(13), 26]).verdict).toBe('real');
    expect(judgeCount([...Array(12).fill(0), 1]).verdict).not.toBe('real');
  });

  it('judges durations by ratio and shares by odds', () => {
    const times = [10, 20, 10, 20, 10, 20, 10, 20].map((minutes) => minutes * 60_000);
    expect(judgeValue([...times, 60 * 60_000], 'log').verdict).toBe('noise');
    expect(judgeValue([...times, 600 * 60_000], 'log').verdict).toBe('unusual');
    const limits = judgeValue([0.97, 0.99, 0.97, 0.99, 0.97, 0.99, 0.97, 0.99, 0.98], 'logit').limits;
    expect(limits?.high).toBeLessThan(1);
  });
});

describe('a stock', () => {
  it('is judged by its moves: a steady drift is as usual, a jump is not', () => {
    const drifting = [100, 110, 120, 130, 140, 150, 160, 170, 180];
    expect(judgeStock([...drifting, 190]).verdict).toBe('noise');
    // All moves alike: 180 + 10 ± 3 · √180 = 149.8 … 230.2.
    expect(judgeStock([...drifting, 230]).verdict).toBe('noise');
    expect(judgeStock([...drifting, 231])).toEqual({
      verdict: 'real',
      limits: { low: expect.closeTo(149.75, 2), high: expect.closeTo(230.25, 2) },
    });
  });

  it('needs eight moves before the last', () => {
    expect(judgeStock([1, 2, 3, 4, 5, 6, 7, 8, 90]).verdict).toBe('too_few');
  });
});
