import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RankPlacer } from '../../../src/stats/place-ranks.ts';
import { quantileInterval, quantileSorted, ranksOfQuantile } from '../../../src/stats/quantile.ts';

const duration = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 100_000_000 }),
  fc.double({ min: 0, max: 1e300, noNaN: true }),
);

test('puts what is asked for where sorting would, and loses nothing', () => {
  const placer = new RankPlacer();
  fc.assert(
    fc.property(
      fc.array(duration, { minLength: 0, maxLength: 400 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      (some, times, shares) => {
        // Long enough that nothing is sorted whole.
        const all = Array.from({ length: times * 7 }, () => some).flat();
        const values = Float64Array.from(all);
        const sorted = Float64Array.from(all).sort();
        const ranks = shares.map((share) => Math.floor(share * all.length));
        placer.place(values, ranks);
        for (const rank of ranks) if (rank < all.length) expect(values[rank]).toBe(sorted[rank]);
        expect(Float64Array.from(values).sort()).toEqual(sorted);
      },
    ),
    { numRuns: 300 },
  );
});

test('keeps several neighbours apart when their values change places', () => {
  // 4096 values in falling order: every wanted one stands where another wanted one belongs.
  const values = Float64Array.from({ length: 4096 }, (_, i) => (4095 - i) * 1000);
  new RankPlacer().place(values, [0, 409, 410, 2047, 2048, 3686, 4095]);
  expect([0, 409, 410, 2047, 2048, 3686, 4095].map((rank) => values[rank])).toEqual([
    0, 409_000, 410_000, 2_047_000, 2_048_000, 3_686_000, 4_095_000,
  ]);
});

test('sorts what holds negative numbers', () => {
  const values = Float64Array.from({ length: 3000 }, (_, i) => 1500 - i);
  new RankPlacer().place(values, [0, 1500]);
  expect(values[0]).toBe(-1499);
  expect(values[1500]).toBe(1);
});

test('a quantile and its interval look at no other ranks than those named', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0.5, 0.75, 0.9, 0.95, 0.99),
      (some, p) => {
        const sorted = Float64Array.from(some).sort();
        const named = new Float64Array(sorted.length).fill(Number.NaN);
        for (const rank of ranksOfQuantile(sorted.length, p)) named[rank] = sorted[rank];
        expect(quantileSorted(named, p)).toBe(quantileSorted(sorted, p));
        expect(quantileInterval({ sorted: named, p })).toEqual(quantileInterval({ sorted, p }));
      },
    ),
  );
});
