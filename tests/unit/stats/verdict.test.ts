import { describe, expect, it } from 'vitest';
import { isSmallChange, judge, relevance, scoreRelevance } from '../../../src/stats/verdict.ts';

const real = { value: 0.05, low: 0.01, high: 0.09, p: 0.01 };
const asked = { tooFew: false, before: 0.8, relevance: relevance.share };

describe('judge', () => {
  it('asks in order: enough, beyond chance, large enough', () => {
    expect(judge({ ...asked, tooFew: true, difference: real })).toBe('too_few');
    expect(judge({ ...asked, difference: null })).toBe('too_few');
    expect(judge({ ...asked, difference: { ...real, low: null, p: null } })).toBe('too_few');
    expect(judge({ ...asked, difference: { ...real, low: -0.01, p: 0.2 } })).toBe('noise');
    expect(judge({ ...asked, difference: real, rejected: false })).toBe('noise');
    expect(judge({ ...asked, difference: { value: 0.019, low: 0.01, high: 0.028, p: 0.001 } })).toBe('small');
    expect(judge({ ...asked, difference: real })).toBe('real');
    expect(judge({ ...asked, difference: { value: -0.05, low: -0.09, high: -0.01, p: 0.01 } })).toBe('real');
  });

  it('calls a duration small only when it is under a tenth and under a minute', () => {
    const change = (seconds: number) => ({
      value: seconds * 1000,
      low: seconds * 900,
      high: seconds * 1100,
      p: 0.001,
    });
    const duration = (before: number, seconds: number) =>
      judge({
        tooFew: false,
        before: before * 1000,
        relevance: relevance.duration,
        difference: change(seconds),
      });
    expect(duration(900, 50)).toBe('small');
    expect(duration(300, 50)).toBe('real');
    expect(duration(3600, 61)).toBe('real');
  });

  it('has bounds in the unit of each figure', () => {
    const points = { value: 4, low: 2, high: 6, p: 0.001 };
    expect(judge({ tooFew: false, before: 30, relevance: relevance.nps, difference: points })).toBe('small');
    expect(scoreRelevance({ min: 1, max: 5 }).absolute).toBeCloseTo(0.08, 12);
    expect(judge({ tooFew: false, before: 30, relevance: {}, difference: points })).toBe('real');
  });
});

describe('isSmallChange', () => {
  const small = (change: number, bounds: { relative?: number; absolute?: number }, before = 1000) =>
    isSmallChange(change, { before, relevance: bounds });

  it('asks only the bounds there are', () => {
    expect(small(99, { relative: 0.1 })).toBe(true);
    expect(small(100, { relative: 0.1 })).toBe(false);
    expect(small(99, { relative: 0.1 }, -1000)).toBe(true);
    expect(small(-4, { absolute: 5 })).toBe(true);
    expect(small(5, { absolute: 5 })).toBe(false);
    expect(small(-5, { absolute: 5 })).toBe(false);
    expect(small(0, {})).toBe(false);
  });

  it('must be below both where there are two', () => {
    expect(small(50, { relative: 0.1, absolute: 60 })).toBe(true);
    expect(small(50, { relative: 0.1, absolute: 40 })).toBe(false);
    expect(small(50, { relative: 0.01, absolute: 60 })).toBe(false);
  });
});
