import { describe, expect, it } from 'vitest';
import { controlLimits, isOutside } from '../../../src/stats/control-limits.ts';

describe('controlLimits', () => {
  it('equals the worked example of the NIST handbook, 6.3.2.2', () => {
    // flow rates; the handbook gives mean 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159
    const rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const limits = controlLimits(Float64Array.from(rates))!;
    expect(limits.centre).toBeCloseTo(50.81, 10);
    expect(limits.high).toBeCloseTo(50.81 + 2.66 * (16.9 / 9), 10);
    // the handbook divides by 1.128 where 2.66 is 3 / 1.128 rounded
    expect(limits.high).toBeCloseTo(55.8041, 2);
    expect(limits.low).toBeCloseTo(45.8159, 2);
  });

  it('calls only what lies beyond a limit outside', () => {
    const limits = controlLimits(Float64Array.of(10, 12, 11, 13, 12, 14, 11, 13))!;
    // mean 12, ranges 2 1 2 1 2 3 2 = 13/7
    expect(limits).toEqual({ centre: 12, low: 12 - 2.66 * (13 / 7), high: 12 + 2.66 * (13 / 7) });
    expect(isOutside(limits.high, limits)).toBe(false);
    expect(isOutside(limits.high + 0.001, limits)).toBe(true);
    expect(isOutside(limits.low - 0.001, limits)).toBe(true);
  });

  it('wants eight periods and no missing value', () => {
    expect(controlLimits(new Float64Array(7))).toBeNull();
    expect(controlLimits(new Float64Array(8))).toEqual({ centre: 0, low: 0, high: 0 });
    expect(() => controlLimits(new Float64Array(8).fill(Number.NaN))).toThrow(RangeError);
  });
});
