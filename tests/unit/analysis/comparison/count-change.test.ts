import { describe, expect, it } from 'vitest';
import { judgeCount, judgeStock } from '../../../../src/analysis/comparison/count-change.ts';

// Eight weeks of mean 12, moving ranges 2 1 2 1 2 3 2 (mean 13/7): limits 12 ± 2.66 · 13/7 = 7.06 … 16.94.
const weeks = [10, 12, 11, 13, 12, 14, 11, 13];

describe('a count beside the periods before it', () => {
  it('is noise inside its limits and real outside of them', () => {
    expect(judgeCount([...weeks, 16])).toEqual({
      verdict: 'noise',
      limits: { low: expect.closeTo(7.06, 2), high: expect.closeTo(16.94, 2) },
    });
    expect(judgeCount([...weeks, 17]).verdict).toBe('real');
    expect(judgeCount([...weeks, 7]).verdict).toBe('real');
  });

  it('is small where the last step is under a tenth', () => {
    const steady = [100, 101, 100, 101, 100, 101, 100, 101];
    expect(judgeCount([...steady, 108]).verdict).toBe('small');
    expect(judgeCount([...steady, 112]).verdict).toBe('real');
  });

  it('needs eight periods before it', () => {
    expect(judgeCount([...weeks.slice(1), 40])).toEqual({ verdict: 'too_few', limits: null });
  });

  it('has no lower limit below zero', () => {
    expect(judgeCount([0, 9, 0, 9, 0, 9, 0, 9, 4]).limits?.low).toBe(0);
  });
});

describe('a stock', () => {
  it('is judged by its moves: a steady drift is as usual, a jump is not', () => {
    const drifting = [100, 110, 120, 130, 140, 150, 160, 170, 180];
    expect(judgeStock([...drifting, 190]).verdict).toBe('noise');
    expect(judgeStock([...drifting, 230])).toEqual({ verdict: 'real', limits: { low: 190, high: 190 } });
  });

  it('needs eight moves before the last', () => {
    expect(judgeStock([1, 2, 3, 4, 5, 6, 7, 8, 90]).verdict).toBe('too_few');
  });
});
