import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSum, meanOf, momentsOf, sumValues } from '../../../src/stats/sums.ts';

describe('sumValues', () => {
  it('keeps what doubles lose', () => {
    expect(sumValues(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect(sumValues(Float64Array.of(0.1, 0.2, 0.3))).toBe(0.6);
    // python3 -c "from math import fsum; print(fsum([.1]*10))" → 1.0
    expect(sumValues(new Float64Array(10).fill(0.1))).toBe(1);
  });

  it('is exact for whole milliseconds beyond 2^53, as BigInt says', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 60 }), (whole) => {
        const exact = whole.reduce((sum, x) => sum + BigInt(x), 0n);
        expect(sumValues(Float64Array.from(whole)) - Number(exact)).toBe(0);
      }),
    );
  });

  it('gives the same bytes in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), { minLength: 2, maxLength: 40 }),
        (values) => {
          const forward = sumValues(Float64Array.from(values));
          expect(sumValues(Float64Array.from(values).reverse()) - forward).toBe(0);
          expect(sumValues(Float64Array.from(values).sort()) - forward).toBe(0);
        },
      ),
    );
  });

  it('rounds a tie by what lies below it', () => {
    // 1 + 2^-53 is a tie and goes to even, 1; a further 2^-110 tips it upward
    expect(sumValues(Float64Array.of(1, 2 ** -53))).toBe(1);
    expect(sumValues(Float64Array.of(1, 2 ** -53, 2 ** -110))).toBe(1 + 2 ** -52);
  });

  it('is 0 for nothing and refuses missing values', () => {
    expect(sumValues(new Float64Array())).toBe(0);
    expect(() => sumValues(Float64Array.of(1, Number.NaN))).toThrow(RangeError);
    expect(() => sumValues(Float64Array.of(Infinity))).toThrow(RangeError);
  });

  it('survives carries', () => {
    const sum = new ExactSum();
    for (let i = 0; i < 3000; i++) sum.add(Number.MAX_SAFE_INTEGER);
    for (let i = 0; i < 2999; i++) sum.add(-Number.MAX_SAFE_INTEGER);
    expect(sum.value).toBe(Number.MAX_SAFE_INTEGER);
    expect(sum.count).toBe(5999);
    const wide = new ExactSum();
    const terms = 2 ** 25 + 10;
    for (let i = 0; i < terms; i++) wide.add(2 ** 26 + 1);
    expect(wide.value).toBe(terms * (2 ** 26 + 1));
    let large = 0n;
    const many = new ExactSum();
    for (let i = 0; i < 40_000; i++) {
      many.add(Number.MAX_SAFE_INTEGER - i);
      large += BigInt(Number.MAX_SAFE_INTEGER - i);
    }
    expect(many.value).toBe(Number(large));
  });
});

describe('means', () => {
  it('divides the exact sum, and is null without values', () => {
    expect(meanOf(Float64Array.of(60_000, 120_000))).toBe(90_000);
    expect(meanOf(new Float64Array())).toBeNull();
    expect(new ExactSum().mean).toBeNull();
  });

  it('has the sample variance', () => {
    // python3: x=[2,4,4,4,5,5,7,9]; np.mean(x), np.var(x, ddof=1) → 5.0, 4.571428571428571
    expect(momentsOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({
      n: 8,
      mean: 5,
      variance: 4.571428571428571,
    });
    expect(momentsOf(Float64Array.of(3))).toEqual({ n: 1, mean: 3, variance: 0 });
    expect(momentsOf(new Float64Array())).toBeNull();
  });
});
