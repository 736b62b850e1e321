import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFunnel, midRankPercentiles } from '../../../src/stats/funnel.ts';

describe('midRankPercentiles', () => {
  it('ranks a ticket among those of others only', () => {
    const found = midRankPercentiles({
      values: Float64Array.of(1, 2, 3),
      owners: Uint32Array.of(0, 1, 1),
      fewestOthers: 1,
    });
    expect(found).toEqual(Float64Array.of(0, 100, 100));
  });

  it('counts ties as half, and has none where others are too few', () => {
    const input = { values: Float64Array.of(5, 5, 5, 5), owners: Uint32Array.of(0, 0, 1, 1) };
    expect(midRankPercentiles({ ...input, fewestOthers: 2 })).toEqual(Float64Array.of(50, 50, 50, 50));
    expect(midRankPercentiles({ ...input, fewestOthers: 3 }).every(Number.isNaN)).toBe(true);
    expect(
      midRankPercentiles({ values: Float64Array.of(1), owners: Uint32Array.of(0), fewestOthers: 0 })[0],
    ).toBeNaN();
    expect(() => midRankPercentiles({ ...input, owners: Uint32Array.of(1), fewestOthers: 1 })).toThrow(
      RangeError,
    );
  });

  it('agrees with counting one by one', () => {
    const tickets = fc.array(fc.tuple(fc.nat(9), fc.nat(3)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(tickets, (given) => {
        const found = midRankPercentiles({
          values: Float64Array.from(given, ([value]) => value),
          owners: Uint32Array.from(given, ([, owner]) => owner),
          fewestOthers: 1,
        });
        given.forEach(([value, owner], row) => {
          const others = given.filter(([, other]) => other !== owner).map(([x]) => x);
          const rank = others.reduce((sum, x) => sum + (x < value ? 1 : x === value ? 0.5 : 0), 0);
          if (others.length === 0) expect(found[row]).toBeNaN();
          else expect(found[row]).toBeCloseTo((100 * rank) / others.length, 10);
        });
      }),
    );
  });
});

describe('judgeFunnel', () => {
  const units = [
    [61, 2],
    [48, 3],
    [52, 1.5],
    [45, 4],
    [50, 2.5],
    [39, 3],
    [55, 2],
  ].map(([value, standardError]) => ({ value, standardError }));

  it('has Spiegelhalter’s winsorised dispersion and DerSimonian & Laird’s τ²', () => {
    const found = judgeFunnel({ units, par: 50 });
    // R: z <- (y − 50)/se; q <- quantile(z, c(.1, .9)); mean(pmin(pmax(z, q[1]), q[2])^2) → 4.09119047619
    expect(found.dispersion).toBeCloseTo(4.09119047619, 10);
    // R, metafor: rma(y, sei = se, method = "DL")$tau2 → 36.3764780699
    expect(found.tauSquared).toBeCloseTo(36.3764780699, 9);
    // 5.5 / √4.0912 = 2.719: inside, where 5.5 alone would be far outside
    expect(found.places[0].z).toBeCloseTo(5.5 / Math.sqrt(4.09119047619), 9);
    expect(found.places.some(({ outside }) => outside)).toBe(false);
    // 50 + 36.376 / (36.376 + 4) · 11
    expect(found.places[0].shrunk).toBeCloseTo(50 + (36.3764780699 / 40.3764780699) * 11, 9);
  });

  it('names one who stands out among agents like each other', () => {
    const calm = Array.from({ length: 19 }, (_, i) => ({ value: 50 + (i % 3) - 1, standardError: 2 }));
    const found = judgeFunnel({ units: [...calm, { value: 62, standardError: 2 }], par: 50 });
    expect(found.dispersion).toBe(1);
    expect(found.places.map(({ outside }) => outside)).toEqual([...calm.map(() => false), true]);
  });

  it('names nobody among fewer than five', () => {
    const four = [50, 50, 50, 90].map((value) => ({ value, standardError: 1 }));
    expect(judgeFunnel({ units: four, par: 50 }).places.every(({ outside }) => !outside)).toBe(true);
  });

  it('shrinks all the way to par where agents differ by chance alone', () => {
    const same = [49, 51, 50, 50, 50].map((value) => ({ value, standardError: 5 }));
    const found = judgeFunnel({ units: same, par: 50 });
    expect(found.tauSquared).toBe(0);
    expect(found.places.map(({ shrunk }) => shrunk)).toEqual([50, 50, 50, 50, 50]);
  });

  it('takes nobody and one, and refuses what has no standard error', () => {
    expect(judgeFunnel({ units: [], par: 50 })).toEqual({ dispersion: 1, tauSquared: 0, places: [] });
    expect(judgeFunnel({ units: [{ value: 60, standardError: 2 }], par: 50 }).tauSquared).toBe(0);
    expect(() => judgeFunnel({ units: [{ value: 60, standardError: 0 }], par: 50 })).toThrow(RangeError);
    expect(() => judgeFunnel({ units: [{ value: Number.NaN, standardError: 1 }], par: 50 })).toThrow(
      RangeError,
    );
  });
});

describe('a funnel of two', () => {
  it('finds the variance between them, and names nobody', () => {
    // weights 1, mean 55, Q = 25 + 25 = 50; τ² = (50 − 1) / (2 − 2/2) = 49; kept 49/50 of 10 above the par of 50
    const funnel = judgeFunnel({
      par: 50,
      units: [
        { value: 50, standardError: 1 },
        { value: 60, standardError: 1 },
      ],
    });
    expect(funnel.tauSquared).toBe(49);
    expect(funnel.places.map(({ shrunk }) => shrunk)).toEqual([50, 59.8]);
    expect(funnel.places.map(({ outside }) => outside)).toEqual([false, false]);
    expect(judgeFunnel({ par: 50, units: [{ value: 60, standardError: 1 }] }).tauSquared).toBe(0);
  });
});
