import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileSorted, sortValues } from '../../../src/stats/quantile.ts';
import { weightedQuantile, weightedQuantileInterval } from '../../../src/stats/weighted-quantile.ts';

const milliseconds = fc.array(fc.integer({ min: 0, max: 1e10 }), { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('weighted quantiles', () => {
  const groups = [
    { sorted: Float64Array.of(10), weight: 3 },
    { sorted: Float64Array.of(20), weight: 1 },
    { sorted: Float64Array.of(30), weight: 2 },
    { sorted: Float64Array.of(40), weight: 4 },
    { sorted: Float64Array.of(50), weight: 1 },
  ];

  // The definition term by term, in Python with NumPy: x and w sorted by x, t = cumsum(w) / sum(w) from 0,
  // n = sum(w)**2 / sum(w**2), h = p * (n - 1) + 1, F = lambda u: np.clip(u * n - (h - 1), 0, 1),
  // sum((F(t[1:]) - F(t[:-1])) * x)
  it('equal the definition', () => {
    const found = [0, 0.1, 0.33, 0.5, 0.77, 0.9, 1].map((p) => weightedQuantile(groups, p)!);
    const expected = [
      10, 12.258064516129032, 24.32258064516129, 33.225806451612904, 40, 40.64516129032259, 43.54838709677419,
    ];
    expected.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 10);
    });
    const uneven = [
      { sorted: Float64Array.of(10, 30, 70), weight: 1.5 },
      { sorted: Float64Array.of(5, 25, 26, 90), weight: 0.25 },
    ];
    [10, 29.571428571428573, 51.78571428571429, 70].forEach((value, i) => {
      expect(weightedQuantile(uneven, [0.1, 0.5, 0.75, 0.9][i])).toBeCloseTo(value, 10);
    });
  });

  it('work out the example', () => {
    // the window from 0.1875 to 0.8125 holds 10 up to 0.75, then 20: (0.5625 · 10 + 0.0625 · 20) / 0.625
    const example = [
      { sorted: Float64Array.of(10), weight: 3 },
      { sorted: Float64Array.of(20), weight: 1 },
    ];
    expect(weightedQuantile(example, 0.5)).toBeCloseTo(11, 12);
  });

  it('with weights of one are the plain quantile, split in any way', () => {
    fc.assert(
      fc.property(milliseconds, share, fc.integer({ min: 1, max: 5 }), (values, p, parts) => {
        const all = sortValues(Float64Array.from(values));
        const split = Array.from({ length: parts }, (_, part) => ({
          sorted: sortValues(Float64Array.from(values.filter((_, i) => i % parts === part))),
          weight: 1,
        }));
        expect(weightedQuantile(split, p)).toBe(quantileSorted(all, p));
      }),
    );
  });

  it('do not change when all weights are multiplied, and lie among the values', () => {
    const group = fc.record({ values: milliseconds, weight: fc.double({ min: 0.01, max: 20, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), share, (given, p) => {
        const weighted = (factor: number) =>
          given.map(({ values, weight }) => ({
            sorted: sortValues(Float64Array.from(values)),
            weight: weight * factor,
          }));
        const found = weightedQuantile(weighted(1), p)!;
        const all = given.flatMap(({ values }) => values);
        expect(found).toBeGreaterThanOrEqual(Math.min(...all));
        expect(found).toBeLessThanOrEqual(Math.max(...all) * (1 + 1e-12));
        expect(Math.abs(weightedQuantile(weighted(3.7), p)! - found)).toBeLessThanOrEqual(1e-6 * (1 + found));
      }),
    );
  });

  it('come near the plain quantile of repeated values in large samples', () => {
    const fast = Float64Array.from({ length: 2000 }, (_, i) => i);
    const slow = Float64Array.from({ length: 1000 }, (_, i) => 500 + 3 * i);
    const repeated = sortValues(Float64Array.from([...fast, ...slow, ...slow, ...slow]));
    for (const p of [0.1, 0.5, 0.9]) {
      const found = weightedQuantile(
        [
          { sorted: fast, weight: 1 },
          { sorted: slow, weight: 3 },
        ],
        p,
      )!;
      expect(Math.abs(found - quantileSorted(repeated, p)!)).toBeLessThan(3);
    }
  });

  it('have an interval at the effective size', () => {
    const sorted = Float64Array.from({ length: 50 }, (_, i) => i + 1);
    expect(weightedQuantileInterval([{ sorted, weight: 1 }], 0.5)).toEqual({ low: 18, high: 33 });
    expect(weightedQuantileInterval([{ sorted, weight: 7 }], 0.5)).toEqual({ low: 18, high: 33 });
    expect(weightedQuantileInterval([{ sorted, weight: 0 }], 0.5)).toEqual({ low: null, high: null });
  });

  it('are null without weight and refuse a negative one', () => {
    expect(weightedQuantile([], 0.5)).toBeNull();
    expect(weightedQuantile([{ sorted: Float64Array.of(1), weight: 0 }], 0.5)).toBeNull();
    expect(() => weightedQuantile([{ sorted: Float64Array.of(1), weight: -1 }], 0.5)).toThrow(RangeError);
  });
});
