import { describe, expect, it } from 'vitest';
import { controlLimits, isOutside, usualPeriods } from '../../../src/stats/control-limits.ts';

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

describe('usualPeriods', () => {
  const steady = [10, 12, 11, 13, 12, 14, 11, 13, 12, 11, 13, 12];
  const usual = (...values: number[]): number[] => [
    ...usualPeriods(Float64Array.from(values), controlLimits),
  ];

  it('leaves out what stands alone: an outage says nothing of what is usual', () => {
    expect(usual(...steady, 90, 12, 11)).toEqual([...steady, 12, 11]);
    expect(usual(...steady, 90)).toEqual(steady);
    expect(usual(...steady, 90, -60, 12)).toEqual([...steady, 12]);
  });

  it('counts a new level alone as soon as it has eight periods', () => {
    const higher = [90, 92, 91, 93, 92, 94, 91, 93];
    expect(usual(...steady, ...higher.slice(0, 7))).toEqual([...steady, ...higher.slice(0, 7)]);
    expect(usual(...steady, ...higher)).toEqual(higher);
    // Within a new level, one period of the old one is the odd one; a wild one is as ever.
    expect(usual(...steady, ...higher, 12, 92, 400, 91)).toEqual([...higher, 92, 91]);
    // And it may change again.
    expect(usual(...steady, ...higher, ...steady)).toEqual(steady);
  });

  it('keeps the level of before where the new one did not last', () => {
    expect(usual(...steady, 90, 92, 91, 12, 11, 13)).toEqual([...steady, 90, 92, 91, 12, 11, 13]);
  });

  it('takes all there are where fewer than eight are left', () => {
    expect(usual(1, 2, 3)).toEqual([1, 2, 3]);
  });
});
