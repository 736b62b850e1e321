import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { npsOf, scoreOf } from '../../../src/stats/score.ts';
import { momentsOf } from '../../../src/stats/sums.ts';

const fivePoints = { min: 1, max: 5 };
const scoresOf = (...values: number[]) => ({
  moments: momentsOf(Float64Array.from(values))!,
  scale: fivePoints,
});

describe('scoreOf', () => {
  it('has Student’s interval', () => {
    // x = [1,1,2,5,5,5,4,3,5,5,4,5]; scipy.stats.t.interval(.95, 11, loc=np.mean(x), scale=scipy.stats.sem(x))
    const score = scoreOf(scoresOf(1, 1, 2, 5, 5, 5, 4, 3, 5, 5, 4, 5));
    expect(score.value).toBe(3.75);
    expect(score.low).toBeCloseTo(2.731785271436662, 10);
    expect(score.high).toBeCloseTo(4.768214728563338, 10);
  });

  it('is clipped to the scale', () => {
    const score = scoreOf(scoresOf(5, 5, 5, 5, 5, 5, 5, 5, 5, 1));
    expect(score.high).toBe(5);
    expect(score.low).toBeGreaterThan(1);
  });

  it('has no interval below ten answers or without spread', () => {
    expect(scoreOf(scoresOf(1, 2, 3, 4, 5, 4, 3, 2, 1))).toMatchObject({ low: null, high: null });
    expect(scoreOf(scoresOf(...new Array<number>(50).fill(5)))).toEqual({ value: 5, low: null, high: null });
  });

  it('widens by √deff, and takes a multiplier', () => {
    const input = scoresOf(2, 3, 4, 2, 3, 4, 2, 3, 4, 3);
    const plain = scoreOf(input);
    const wide = scoreOf({ ...input, deff: 4 });
    expect((wide.high! - 3) / (plain.high! - 3)).toBeCloseTo(2, 10);
    // s² = 6/9; 3 + 2 √(6/90)
    expect(scoreOf({ ...input, z: 2 }).high).toBeCloseTo(3 + 2 * Math.sqrt(6 / 90), 12);
  });
});

describe('npsOf', () => {
  it('has the adjusted Wald interval', () => {
    // worked: (50.75 − 20.75)/103 = 0.291262; √((71.5/103 − 0.084834)/103) = 0.076887; ± 1.959964 · 7.6887
    const nps = npsOf({ promoters: 50, detractors: 20, n: 100 })!;
    expect(nps.value).toBe(30);
    expect(nps.low).toBeCloseTo(14.051130178761607, 9);
    expect(nps.high).toBeCloseTo(44.20129700570441, 9);
    const few = npsOf({ promoters: 7, detractors: 3, n: 12 })!;
    expect(few.low).toBeCloseTo(-15.538767613543358, 9);
    expect(few.high).toBeCloseTo(68.8721009468767, 9);
  });

  it('stays in −100 … 100, holds the score and mirrors', () => {
    const counts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).filter(([p, d, r]) => p + d + r > 0);
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 1, max: 9, noNaN: true }),
        ([promoters, detractors, rest], deff) => {
          const n = promoters + detractors + rest;
          const nps = npsOf({ promoters, detractors, n, deff })!;
          const mirrored = npsOf({ promoters: detractors, detractors: promoters, n, deff })!;
          expect(nps.low!).toBeGreaterThanOrEqual(-100);
          expect(nps.high!).toBeLessThanOrEqual(100);
          expect(nps.low!).toBeLessThanOrEqual(nps.value);
          expect(nps.high!).toBeGreaterThanOrEqual(nps.value);
          expect(nps.low!).toBeCloseTo(-mirrored.high!, 9);
        },
      ),
    );
  });

  it('is null without answers and refuses counts that do not fit', () => {
    expect(npsOf({ promoters: 0, detractors: 0, n: 0 })).toBeNull();
    expect(() => npsOf({ promoters: 3, detractors: 3, n: 5 })).toThrow(RangeError);
    expect(() => npsOf({ promoters: -1, detractors: 3, n: 5 })).toThrow(RangeError);
  });
});

describe('counts that cannot be', () => {
  it.each([
    [3, -1, 5],
    [-1, 3, 5],
    [3, 3, 5],
    [3, 3, Infinity],
    [Number.NaN, 3, 5],
    [3, Number.NaN, 5],
    [3, 3, Number.NaN],
  ])('%d promoters and %d detractors of %d', (promoters, detractors, n) => {
    expect(() => npsOf({ promoters, detractors, n })).toThrow(RangeError);
  });

  it('all answers may be promoters or detractors', () => {
    expect(npsOf({ promoters: 2, detractors: 3, n: 5 })!.value).toBe(-20);
    expect(npsOf({ promoters: 5, detractors: 0, n: 5 })!.value).toBe(100);
  });
});
