import fc from 'fast-check';
import { quantileSorted as simpleQuantile } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  countBelow,
  countUpTo,
  quantileInterval,
  quantileRanks,
  quantileSorted,
  quantiles,
  sortValues,
} from '../../../src/stats/quantile.ts';

const milliseconds = fc.array(fc.integer({ min: 0, max: 1e10 }), { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantiles', () => {
  it('equal NumPy', () => {
    // np.quantile([3.5,1.25,900,42,42,7,0.5,88,13,21,34], [0,.1,.25,.5,.75,.9,.95,.99,1])
    const values = Float64Array.of(3.5, 1.25, 900, 42, 42, 7, 0.5, 88, 13, 21, 34);
    const found = quantiles(values, [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1]);
    [0.5, 1.25, 5.25, 21, 42, 88, 494, 818.8, 900].forEach((expected, i) => {
      expect(found[i]).toBeCloseTo(expected, 9);
    });
    expect(values[0]).toBe(3.5);
  });

  it('equal simple-statistics, another implementation of type 7', () => {
    fc.assert(
      fc.property(milliseconds, share, (values, p) => {
        const sorted = sortValues(Float64Array.from(values));
        const other = simpleQuantile(Array.from(sorted), p);
        // A position this near to a whole one is taken for it, so the error grows with the span of the values.
        const largest = sorted[sorted.length - 1];
        expect(Math.abs(quantileSorted(sorted, p)! - other)).toBeLessThanOrEqual(1e-9 + 1e-12 * largest);
      }),
    );
  });

  it('grow with p and stay inside the values', () => {
    fc.assert(
      fc.property(milliseconds, share, share, (values, a, b) => {
        const sorted = sortValues(Float64Array.from(values));
        const low = quantileSorted(sorted, Math.min(a, b))!;
        const high = quantileSorted(sorted, Math.max(a, b))!;
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(sorted[0]);
        expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1]);
      }),
    );
  });

  it('hit an observation where the position is whole but for rounding', () => {
    // (101 − 1) · 0.29 = 28.999999999999996 in doubles
    const sorted = Float64Array.from({ length: 101 }, (_, i) => (i < 29 ? 0 : 3600));
    expect(quantileSorted(sorted, 0.29)).toBe(3600);
  });

  it('of whole values are the double nearest to the true quantile', () => {
    // 7 × 0.9 = 6.3: 72975600 + 0.3 × 1000. 7 * 0.9 % 1 in doubles is 0.2999999999999998.
    expect(
      quantileSorted(
        Float64Array.from({ length: 8 }, (_, i) => 72_969_600 + 1000 * i),
        0.9,
      ),
    ).toBe(72_975_900);
    // Decimal text is read as the nearest double (ECMA-262, StringToNumber), and whole thousandths need no rounding.
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: 0, max: 1000 }), (values, thousandths) => {
        const sorted = values.map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const position = (sorted.length - 1) * thousandths;
        const rest = BigInt(position % 1000);
        const at = Math.floor(position / 1000);
        const high = sorted[Math.min(at + 1, sorted.length - 1)];
        const sum = sorted[at] * (1000n - rest) + high * rest;
        const decimal = `${sum / 1000n}.${String(sum % 1000n).padStart(3, '0')}`;
        expect(quantileSorted(Float64Array.from(sorted, Number), thousandths / 1000)).toBe(Number(decimal));
      }),
    );
  });

  it('of parts, and of numbers too large for it, are interpolated in doubles', () => {
    expect(quantileSorted(Float64Array.of(0.5, 1.5), 0.25)).toBe(0.75);
    expect(quantileSorted(Float64Array.of(0, 2.5), 0.1)).toBe(0.25);
    const large = Number.MAX_SAFE_INTEGER - 1;
    expect(quantileSorted(Float64Array.of(0, large), 0.5)).toBe(large / 2);
    expect(quantileSorted(Float64Array.of(-large, 0), 0.25)).toBe(-large * 0.75);
    expect(quantileSorted(Float64Array.of(-4, -1), 0.5)).toBe(-2.5);
  });

  it('are null for nothing, and refuse missing values and impossible p', () => {
    expect(quantileSorted(new Float64Array(), 0.5)).toBeNull();
    expect(quantiles(new Float64Array(), [0.5])).toEqual([null]);
    expect(quantileSorted(Float64Array.of(7), 0.99)).toBe(7);
    expect(() => sortValues(Float64Array.of(1, Number.NaN, 3))).toThrow(RangeError);
    expect(() => quantileSorted(Float64Array.of(1), 1.5)).toThrow(RangeError);
    expect(() => quantileSorted(Float64Array.of(1), Number.NaN)).toThrow(RangeError);
  });
});

describe('the interval of a quantile', () => {
  // R 4.2.2: qbinom(.025, n, p) and qbinom(.975, n, p) + 1
  it.each([
    [30, 0.5, 10, 21],
    [57, 0.9, 47, 56],
    [200, 0.99, 195, 201],
    [1000, 0.1, 82, 120],
    [10000, 0.9, 8941, 9059],
  ])('has R’s ranks for n = %d, p = %d', (n, p, low, high) => {
    expect(quantileRanks(n, p)).toEqual({ low, high });
  });

  it('is the normal one, outward, above ten thousand', () => {
    // 20,000 · 0.9 ± 1.959964 · √(20,000 · 0.9 · 0.1) = 18,000 ± 83.15
    expect(quantileRanks(20_000, 0.9)).toEqual({ low: 17_916, high: 18_084 });
  });

  it('is null where the rank lies off the sample', () => {
    const sorted = Float64Array.from({ length: 10 }, (_, i) => i + 1);
    expect(quantileInterval({ sorted, p: 0.9 })).toEqual({ low: 7, high: null });
    expect(quantileInterval({ sorted, p: 0.1 })).toEqual({ low: null, high: 4 });
    expect(quantileInterval({ sorted: new Float64Array(), p: 0.5 })).toEqual({ low: null, high: null });
    expect(quantileInterval({ sorted: Float64Array.of(5), p: 0.5 })).toEqual({ low: null, high: null });
  });

  it('covers the median in at least 95 % of samples, by the binomial sum', () => {
    for (const n of [8, 21, 50, 99]) {
      const { low, high } = quantileRanks(n, 0.5);
      let covered = 0;
      let ways = 1;
      for (let k = 0; k <= n; k++) {
        if (k >= low && k < high) covered += ways / 2 ** n;
        ways = (ways * (n - k)) / (k + 1);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('widens by √deff', () => {
    const plain = quantileRanks(40_000, 0.5);
    const wide = quantileRanks(40_000, 0.5, { deff: 4 });
    expect((wide.high - wide.low) / (plain.high - plain.low)).toBeCloseTo(2, 1);
    // m = 15: qbinom(.025, 15, .5) = 4, qbinom(.975, 15, .5) + 1 = 12, stretched by two
    expect(quantileRanks(30, 0.5, { deff: 2 })).toEqual({ low: 8, high: 24 });
    expect(() => quantileRanks(30, 0.5, { deff: 0.5 })).toThrow(RangeError);
    expect(quantileRanks(3, 0.5, { deff: 10 })).toEqual({ low: 0, high: 4 });
  });

  it('holds the quantile itself', () => {
    fc.assert(
      fc.property(milliseconds, share, fc.double({ min: 1, max: 5, noNaN: true }), (values, p, deff) => {
        const sorted = sortValues(Float64Array.from(values));
        const { low, high } = quantileInterval({ sorted, p, deff });
        const value = quantileSorted(sorted, p)!;
        if (low !== null) expect(low).toBeLessThanOrEqual(value);
        if (high !== null) expect(high).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});

describe('counting in sorted values', () => {
  it('agrees with counting one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (values, x) => {
        const sorted = sortValues(Float64Array.from(values));
        expect(countUpTo(sorted, x)).toBe(values.filter((v) => v <= x).length);
        expect(countBelow(sorted, x)).toBe(values.filter((v) => v < x).length);
      }),
    );
  });
});
