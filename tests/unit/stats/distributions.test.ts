import { describe, expect, it } from 'vitest';
import {
  binomialCdf,
  binomialPmf,
  binomialQuantile,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
  tTwoSided,
  z95,
} from '../../../src/stats/distributions.ts';

/** Relative agreement, so that a tail of 1e-16 is checked as sharply as a half. */
function expectClose(actual: number, expected: number, tolerance = 1e-10): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

// Reference values: SciPy 1.17.1, scipy.stats.<name>.<method>(…) with the arguments of each row.
describe('normal', () => {
  it.each([
    [-8, 6.22096057427174e-16],
    [-3.5, 0.00023262907903552502],
    [-2.999, 0.0013543365337271057],
    [-1, 0.15865525393145707],
    [0.3, 0.6179114221889526],
    [2.5, 0.9937903346742238],
    [6, 0.9999999990134123],
  ])('norm.cdf(%d)', (x, expected) => expectClose(normalCdf(x), expected));

  it.each([
    [1e-300, -37.0470962993612],
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.4999, -0.0002506628300880075],
    [0.7, 0.5244005127080407],
    [0.999999, 4.753424308817087],
  ])('norm.ppf(%d)', (p, expected) => expectClose(normalQuantile(p), expected, 1e-10));

  it('has its ends, its middle and its usual multiplier', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(0.5)).toBe(0);
    expectClose(normalQuantile(0.975), z95, 1e-15);
    expect(normalCdf(-50)).toBe(0);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });
});

describe("Student's t", () => {
  it.each([
    [-1, 1, 0.25],
    [2.5, 2, 0.9351941398892446],
    [-3, 3.7, 0.022062942805759336],
    [0.001, 5, 0.5003796066139012],
    [-40, 6, 8.159180465271234e-9],
    [1.96, 1000, 0.9748634075221256],
    [-2, 1e6, 0.02275026692565962],
    [-12, 30, 2.7900927075996303e-13],
  ])('t.cdf(%d, %d)', (t, df, expected) => expectClose(tCdf(t, df), expected));

  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 6, 2.4469118511449786],
    [0.9995, 4, 8.610301581379522],
    [0.01, 2.5, -5.353111173030874],
    [0.6, 50, 0.254699342988588],
    [0.975, 1e5, 1.9599877075346095],
    [1e-9, 3, -1033.1096745038078],
    [0.500001, 8, 2.585990514058178e-6],
  ])('t.ppf(%d, %d)', (p, df, expected) => expectClose(tQuantile(p, df), expected, 1e-10));

  it('with infinitely many degrees of freedom is the normal', () => {
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(tCdf(1, Infinity)).toBe(normalCdf(1));
  });

  it('has ends, a two-sided p-value, and no zero degrees of freedom', () => {
    expect(tCdf(-Infinity, 3)).toBe(0);
    expect(tCdf(Infinity, 3)).toBe(1);
    expectClose(tTwoSided(-2.228138851986274, 10), 0.05);
    expect(() => tCdf(1, 0)).toThrow(RangeError);
    expect(() => tQuantile(0.9, -1)).toThrow(RangeError);
  });
});

describe('binomial', () => {
  it.each([
    [3, 10, 0.5, 0.171875],
    [0, 20, 0.1, 0.12157665459056925],
    [89, 100, 0.9, 0.4168444877335079],
    [4900, 10000, 0.5, 0.023292763852473225],
    [9850, 10000, 0.99, 1.65706019623811e-6],
    [3, 1_000_000, 1e-5, 0.010335785844903855],
    [498_000, 1_000_000, 0.5, 3.1804668750394e-5],
  ])('binom.cdf(%d, %d, %d)', (k, n, p, expected) => expectClose(binomialCdf(k, n, p), expected));

  it.each([
    [5, 10, 0.3, 0.10291934519999989],
    [500, 1000, 0.5, 0.025225018178360804],
    [99, 10000, 0.01, 0.0400577595365766],
    [0, 7, 0.2, 0.20971519999999996],
    [1_000_000, 2_000_000, 0.5, 0.0005641895130240632],
  ])('binom.pmf(%d, %d, %d)', (k, n, p, expected) => expectClose(binomialPmf(k, n, p), expected));

  // R 4.2.2: for n in c(10,30,57,200,1000,10000), p in c(.1,.5,.9,.99): qbinom(.025, n, p), qbinom(.975, n, p)
  it.each([
    [10, 0.1, 0, 3],
    [10, 0.99, 9, 10],
    [30, 0.5, 10, 20],
    [57, 0.9, 47, 55],
    [200, 0.1, 12, 29],
    [1000, 0.99, 983, 996],
    [10000, 0.1, 942, 1059],
    [10000, 0.5, 4902, 5098],
    [10000, 0.99, 9880, 9919],
  ])('qbinom(.025 and .975, %d, %d)', (n, p, low, high) => {
    expect(binomialQuantile(0.025, n, p)).toBe(low);
    expect(binomialQuantile(0.975, n, p)).toBe(high);
  });

  it('quantile is the smallest k that reaches q, everywhere', () => {
    for (const n of [1, 2, 7, 40, 333]) {
      for (const p of [0.003, 0.2, 0.5, 0.95]) {
        for (const q of [1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999]) {
          const k = binomialQuantile(q, n, p);
          expect(binomialCdf(k, n, p)).toBeGreaterThanOrEqual(q * (1 - 1e-12));
          if (k > 0) expect(binomialCdf(k - 1, n, p)).toBeLessThan(q * (1 + 1e-12));
        }
      }
    }
  });

  it('counts a probability as reached that rounding leaves just short', () => {
    // P(X ≤ 0) for n = 1, p = 0.9 is 0.09999999999999998 in doubles; qbinom(0.1, 1, 0.9) in R is 0
    expect(binomialQuantile(0.1, 1, 0.9)).toBe(0);
  });

  it('has its edges', () => {
    expect(binomialQuantile(0.5, 0, 0.3)).toBe(0);
    expect(binomialQuantile(0.5, 9, 0)).toBe(0);
    expect(binomialQuantile(0.5, 9, 1)).toBe(9);
    expect(binomialCdf(-1, 5, 0.5)).toBe(0);
    expect(binomialCdf(5, 5, 0.5)).toBe(1);
    expect(binomialPmf(6, 5, 0.5)).toBe(0);
    expect(() => binomialQuantile(0.5, 2.5, 0.5)).toThrow(RangeError);
    expect(() => binomialCdf(1, 2, 1.5)).toThrow(RangeError);
  });
});

describe('ends of the distributions', () => {
  it('binomial: certainty takes all trials', () => {
    expect(binomialQuantile(1, 50, 0.1)).toBe(50);
    expect(binomialQuantile(0, 50, 0.9)).toBe(0);
    expect(binomialQuantile(1, 0, 0.9)).toBe(0);
  });

  it('Student’s t: nothing lies below −∞ and everything below ∞', () => {
    expect(tQuantile(0, 4)).toBe(-Infinity);
    expect(tQuantile(1, 4)).toBe(Infinity);
    expect(tQuantile(0.5, 4)).toBe(0);
    expect(tCdf(-Infinity, 4)).toBe(0);
    expect(tCdf(Infinity, 4)).toBe(1);
    expect(tCdf(0, 4)).toBe(0.5);
    expect(tCdf(1.5, Infinity)).toBe(normalCdf(1.5));
    expect(tQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
    expect(() => tCdf(1, 0)).toThrow(RangeError);
    expect(() => tQuantile(0.5, -1)).toThrow(RangeError);
    expect(() => tQuantile(1.5, 4)).toThrow(RangeError);
  });
});
