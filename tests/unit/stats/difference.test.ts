import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceOf,
  effectSize,
  leavesOutZero,
  shareDifference,
  sumDifferences,
} from '../../../src/stats/difference.ts';
import { sortValues } from '../../../src/stats/quantile.ts';

describe('shareDifference', () => {
  // Newcombe 1998 (II), table II, method 10, contrasts (a), (g) and (h)
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%d/%d − %d/%d as published', (a, n, b, m, low, high) => {
    const found = shareDifference({ before: { hits: b, n: m }, after: { hits: a, n } })!;
    expect(found.value).toBeCloseTo(a / n - b / m, 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('to more digits, the same formulas in R', () => {
    // p1-p2 ± sqrt((p1-l1)^2+(u2-p2)^2) … with Wilson ends: 0.0524314724024 0.3338726540369
    const found = shareDifference({ before: { hits: 48, n: 80 }, after: { hits: 56, n: 70 } })!;
    expect(found.low).toBeCloseTo(0.0524314724024, 10);
    expect(found.high).toBeCloseTo(0.3338726540369, 10);
  });

  it('turns round with its sides', () => {
    const counts = fc
      .tuple(fc.nat(99), fc.integer({ min: 1, max: 99 }))
      .map(([k, n]) => ({ hits: k % (n + 1), n }));
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const there = shareDifference({ before, after })!;
        const back = shareDifference({ before: after, after: before })!;
        expect(there.low!).toBeCloseTo(-back.high!, 12);
        expect(there.p!).toBeCloseTo(back.p!, 12);
        expect(there.low!).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high!).toBeLessThanOrEqual(1 + 1e-12);
        expect(there.p! < 0.05).toBe(leavesOutZero(there));
      }),
    );
  });

  it('is null where a side is empty, wider with a design effect', () => {
    const [before, after] = [
      { hits: 40, n: 100 },
      { hits: 60, n: 100 },
    ];
    expect(shareDifference({ before: { hits: 0, n: 0 }, after })).toBeNull();
    const plain = shareDifference({ before, after })!;
    const wide = shareDifference({ before, after, deff: 4, df: 6 })!;
    expect(leavesOutZero(plain)).toBe(true);
    expect(leavesOutZero(wide)).toBe(false);
    expect(wide.p!).toBeGreaterThan(0.05);
  });
});

describe('differenceOf', () => {
  it('adds half-widths in squares, each from its own side', () => {
    // d = 6; low = 6 − √(3² + 4²) = 1; high = 6 + √(5² + 12²) = 19
    const before = { value: 20, low: 8, high: 24 };
    const after = { value: 26, low: 23, high: 31 };
    expect(differenceOf({ before, after })).toMatchObject({ value: 6, low: 1, high: 19 });
  });

  it('has no end where it needs a missing one', () => {
    const before = { value: 20, low: 18, high: null };
    const after = { value: 26, low: 23, high: 31 };
    const there = differenceOf({ before, after });
    expect(there).toMatchObject({ low: null, p: null });
    expect(there.high).not.toBeNull();
    expect(leavesOutZero(there)).toBe(false);
    expect(differenceOf({ before: after, after: before })).toMatchObject({ high: null, p: null });
  });

  it('has p = 1 for no change and 0 for a change without width', () => {
    const fixed = (value: number) => ({ value, low: value, high: value });
    expect(differenceOf({ before: fixed(1), after: fixed(1) }).p).toBe(1);
    expect(differenceOf({ before: fixed(1), after: fixed(2) }).p).toBe(0);
  });
});

describe('sumDifferences', () => {
  it('is MOVER for a weighted sum', () => {
    const one = { value: 2, low: -1, high: 5, p: 0.19 };
    const sum = sumDifferences([
      { weight: 0.5, difference: one },
      { weight: 0.5, difference: one },
    ]);
    expect(sum.value).toBe(2);
    expect(sum.low).toBeCloseTo(2 - 1.5 * Math.SQRT2, 12);
    expect(sum.high).toBeCloseTo(2 + 1.5 * Math.SQRT2, 12);
  });

  it('with one term is that term, its p-value too', () => {
    const one = shareDifference({ before: { hits: 48, n: 80 }, after: { hits: 56, n: 70 } })!;
    const sum = sumDifferences([{ weight: 1, difference: one }]);
    expect(sum.low).toBeCloseTo(one.low!, 12);
    expect(sum.p).toBeCloseTo(one.p!, 12);
  });

  it('passes missing ends on, but not those of weight 0', () => {
    const known = { value: 1, low: 0.5, high: 1.5, p: 0.001 };
    const unknown = { value: 1, low: null, high: 2, p: null };
    expect(
      sumDifferences([
        { weight: 0.5, difference: known },
        { weight: 0.5, difference: unknown },
      ]).low,
    ).toBeNull();
    expect(
      sumDifferences([
        { weight: 1, difference: known },
        { weight: 0, difference: unknown },
      ]).low,
    ).toBe(0.5);
    expect(() => sumDifferences([{ weight: -1, difference: known }])).toThrow(RangeError);
  });
});

describe('effectSize', () => {
  it('is U / (n m)', () => {
    // R: wilcox.test(c(2,3,5,8,8,9), c(1,2,4,4,8), exact = FALSE)$statistic / 30 → 0.7166667
    const after = Float64Array.of(2, 3, 5, 8, 8, 9);
    const before = Float64Array.of(1, 2, 4, 4, 8);
    expect(effectSize({ before, after })).toBeCloseTo(0.716666666667, 11);
  });

  it('equals counting all pairs, and both directions add to one', () => {
    const values = fc.array(fc.nat(12), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(values, values, (x, y) => {
        const pairs = x.flatMap((a) => y.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
        const after = sortValues(Float64Array.from(x));
        const before = sortValues(Float64Array.from(y));
        const expected = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
        expect(effectSize({ before, after })).toBeCloseTo(expected, 12);
        expect(effectSize({ before, after })! + effectSize({ before: after, after: before })!).toBeCloseTo(
          1,
          12,
        );
      }),
    );
  });

  it('is null for an empty side', () => {
    expect(effectSize({ before: new Float64Array(), after: Float64Array.of(1) })).toBeNull();
  });
});

describe('shareDifference with degrees of freedom', () => {
  const sides = { before: { hits: 48, n: 80 }, after: { hits: 56, n: 70 } };

  it('takes Student’s multiplier', () => {
    // Newcombe's method 10 with z = scipy.stats.t.ppf(.975, 10) = 2.228138851986274 in both Wilson intervals
    const found = shareDifference({ ...sides, df: 10 })!;
    expect(found.low).toBeCloseTo(0.03189994889206624, 12);
    expect(found.high).toBeCloseTo(0.3506560609102412, 12);
  });

  it('takes the normal one for infinitely many', () => {
    expect(shareDifference({ ...sides, df: Infinity })).toEqual(shareDifference(sides));
  });
});
