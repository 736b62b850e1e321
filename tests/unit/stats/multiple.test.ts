import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/stats/multiple.ts';

describe('benjaminiHochberg', () => {
  it('equals R’s p.adjust', () => {
    // the dietary variables of McDonald's Handbook of Biological Statistics
    const p = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
      0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ];
    // p.adjust(p, "BH")
    const adjusted = [
      0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714286, 0.491071428571, 0.491071428571, 0.491071428571,
      0.491071428571, 0.491071428571, 0.491071428571, 0.491071428571, 0.5328125, 0.5328125, 0.564705882353,
      0.781578947368, 0.781578947368, 0.87, 0.907142857143, 0.986, 0.986, 0.986, 0.986,
    ];
    const found = benjaminiHochberg(Float64Array.from(p));
    adjusted.forEach((expected, i) => {
      expect(found.adjusted[i]).toBeCloseTo(expected, 10);
    });
    expect(found.rejected.filter(Boolean)).toHaveLength(1);
    expect(benjaminiHochberg(Float64Array.from(p), 0.25).rejected.filter(Boolean)).toHaveLength(6);
  });

  it('takes a p-value along that a larger one carries', () => {
    // .03 alone fails at rank 1 of 2 (limit .025), but .04 ≤ .05 at rank 2 carries both
    expect(benjaminiHochberg(Float64Array.of(0.04, 0.03)).rejected).toEqual([true, true]);
  });

  it('leaves out what could not be tested', () => {
    const found = benjaminiHochberg(Float64Array.of(Number.NaN, 0.04, Number.NaN));
    expect(found.rejected).toEqual([false, true, false]);
    expect(found.adjusted[0]).toBeNaN();
    expect(benjaminiHochberg(new Float64Array()).rejected).toEqual([]);
    expect(() => benjaminiHochberg(Float64Array.of(1.2))).toThrow(RangeError);
    expect(() => benjaminiHochberg(Float64Array.of(0.2), 2)).toThrow(RangeError);
  });

  it('never adjusts downward and keeps the order', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(ps, (given) => {
        const { adjusted } = benjaminiHochberg(Float64Array.from(given));
        given.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          given.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]);
          });
        });
      }),
    );
  });
});
