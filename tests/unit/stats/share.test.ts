import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../src/stats/share.ts';

describe('shareOf', () => {
  // scipy.stats.binomtest(k, n).proportion_ci(.95, 'wilson'); the first three are worked in Newcombe 1998 (I)
  it.each([
    [81, 263, 0.2552885198782742, 0.366209576982828],
    [15, 148, 0.06238639953073629, 0.16048724172330803],
    [0, 20, 0, 0.16112515805281935],
    [1, 29, 0.006113214292762667, 0.17175521879320282],
    [29, 29, 0.8830302015002592, 1],
  ])('%d of %d has Wilson’s interval', (hits, n, low, high) => {
    const share = shareOf({ hits, n })!;
    expect(share.value).toBe(hits / n);
    expect(share.low).toBeCloseTo(low, 12);
    expect(share.high).toBeCloseTo(high, 12);
  });

  it('is that of n / deff with a design effect', () => {
    // the formula in Python with p = .3, m = 50: 0.19103553500880954, 0.437503504644534
    const share = shareOf({ hits: 30, n: 100, deff: 2 })!;
    expect(share.value).toBe(0.3);
    expect(share.low).toBeCloseTo(0.19103553500880954, 12);
    expect(share.high).toBeCloseTo(0.437503504644534, 12);
  });

  it('stays within 0 and 1, holds the share and mirrors', () => {
    const input = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) =>
        fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.double({ min: 1, max: 50, noNaN: true })),
      );
    fc.assert(
      fc.property(input, ([hits, n, deff]) => {
        const share = shareOf({ hits, n, deff })!;
        const other = shareOf({ hits: n - hits, n, deff })!;
        expect(share.low!).toBeGreaterThanOrEqual(0);
        expect(share.low!).toBeLessThanOrEqual(share.value);
        expect(share.high!).toBeGreaterThanOrEqual(share.value);
        expect(share.high!).toBeLessThanOrEqual(1);
        expect(share.low!).toBeCloseTo(1 - other.high!, 12);
      }),
    );
  });

  it('is null for nobody and refuses more hits than tickets', () => {
    expect(shareOf({ hits: 0, n: 0 })).toBeNull();
    expect(() => shareOf({ hits: 3, n: 2 })).toThrow(RangeError);
    expect(() => shareOf({ hits: -1, n: 2 })).toThrow(RangeError);
    expect(() => shareOf({ hits: Number.NaN, n: 2 })).toThrow(RangeError);
    expect(() => shareOf({ hits: 1, n: 2, deff: 0.9 })).toThrow(RangeError);
  });
});
