import { describe, expect, it } from 'vitest';
import { explainingLevels } from '../../../src/stats/decompose.ts';
import { shareDifference } from '../../../src/stats/difference.ts';
import { binomialQuantile, normalQuantile, tCdf, tQuantile } from '../../../src/stats/distributions.ts';
import { npsOf } from '../../../src/stats/score.ts';
import { fitTrend, joinTrends, type Trend } from '../../../src/stats/trend.ts';
import { isSmallChange, relevance } from '../../../src/stats/verdict.ts';

describe('levels that explain a change', () => {
  it('have 20 tickets on both sides, no fewer', () => {
    const b = { key: 'b', before: 20, after: 50 };
    expect(explainingLevels([{ key: 'a', before: 50, after: 20 }, b])).toEqual(['a', 'b']);
    expect(explainingLevels([{ key: 'a', before: 51, after: 19 }, b])).toBeNull();
    expect(
      explainingLevels([
        { key: 'a', before: 50, after: 20 },
        { ...b, before: 19 },
      ]),
    ).toBeNull();
  });

  it('are the twelve largest, of equal ones the first by name, in any order', () => {
    const levels = Array.from({ length: 14 }, (_, i) => ({
      key: String.fromCharCode(97 + i),
      before: 30,
      after: i === 13 ? 31 : 30,
    }));
    const expected = ['n', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];
    expect(explainingLevels(levels)).toEqual(expected);
    expect(explainingLevels([...levels].reverse())).toEqual(expected);
  });
});

describe('the ends of distributions', () => {
  it('are exact', () => {
    expect([tCdf(0, 3), tCdf(Infinity, 3), tCdf(-Infinity, 3)]).toEqual([0.5, 1, 0]);
    expect([0, 0.5, 1].map((p) => tQuantile(p, 3))).toEqual([-Infinity, 0, Infinity]);
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity]);
    expect(tCdf(Number.NaN, 3)).toBeNaN();
  });

  it('of a binomial lie at 0 and n', () => {
    expect([binomialQuantile(0, 9, 0.4), binomialQuantile(1, 9, 0.4)]).toEqual([0, 9]);
    expect([binomialQuantile(0.3, 9, 0), binomialQuantile(0.3, 9, 1), binomialQuantile(0.3, 0, 0.5)]).toEqual(
      [0, 9, 0],
    );
  });
});

describe('differences of shares', () => {
  const sides = { before: { hits: 48, n: 80 }, after: { hits: 56, n: 70 } };

  it('are normal unless degrees of freedom are given, and wider then', () => {
    const normal = shareDifference(sides)!;
    expect(shareDifference({ ...sides, df: Infinity })).toEqual(normal);
    const few = shareDifference({ ...sides, df: 6 })!;
    expect(few.low!).toBeLessThan(normal.low!);
    expect(few.high!).toBeGreaterThan(normal.high!);
    expect(few.value).toBe(normal.value);
    expect(few.p!).toBeGreaterThan(normal.p!);
  });

  it('are certain to be chance where there is none', () => {
    const same = shareDifference({ before: { hits: 5, n: 10 }, after: { hits: 5, n: 10 } })!;
    expect(same.value).toBe(0);
    expect(same.p).toBeCloseTo(1, 12);
    expect(same.low! + same.high!).toBeCloseTo(0, 12);
  });
});

describe('trends', () => {
  const trend = (slope: number, more: Partial<Trend> = {}): Trend => ({
    slope,
    standardError: 0.01,
    dispersion: 1,
    p: 0.01,
    df: 8,
    change: slope * 10,
    ...more,
  });

  it('of counts and shares agree upwards, downwards, or not at all', () => {
    const join = (counts: number, share: number) =>
      joinTrends({ counts: trend(counts), share: trend(share, { p: 0.2 }) });
    expect(join(0.2, 0.1)).toEqual({ direction: 1, p: 0.2, change: 1 });
    expect(join(0.1, 0.2)).toEqual({ direction: 1, p: 0.2, change: 1 });
    expect(join(-0.3, -0.1)).toEqual({ direction: -1, p: 0.2, change: -1 });
    expect(join(-0.1, -0.3)).toEqual({ direction: -1, p: 0.2, change: -1 });
    expect(join(0.1, -0.3)).toMatchObject({ direction: 0, change: 1 });
    expect(join(0, 0.3)?.direction).toBe(0);
    expect(joinTrends({ counts: null, share: trend(1) })).toBeNull();
    expect(joinTrends({ counts: trend(1), share: null })).toBeNull();
  });

  it('need eight weeks', () => {
    const counts = Float64Array.of(5, 7, 6, 8, 9, 8, 10, 11);
    expect(fitTrend({ counts })?.df).toBe(6);
    expect(fitTrend({ counts: counts.slice(1) })).toBeNull();
  });
});

it('promoters and detractors are counted, none below nothing and no more than there are answers', () => {
  expect(() => npsOf({ promoters: 2, detractors: -1, n: 5 })).toThrow(RangeError);
  expect(() => npsOf({ promoters: -1, detractors: 2, n: 5 })).toThrow(RangeError);
  expect(() => npsOf({ promoters: 3, detractors: 3, n: 5 })).toThrow(RangeError);
  expect(npsOf({ promoters: 0, detractors: 0, n: 5 })?.value).toBe(0);
  expect(npsOf({ promoters: 3, detractors: 2, n: 5 })?.value).toBe(20);
});

it('a change is small below every bound that there is, and none is small without a bound', () => {
  // Durations: under a tenth of the value before and under a minute.
  expect(isSmallChange(59_999, { before: 600_000, relevance: relevance.duration })).toBe(true);
  expect(isSmallChange(-59_999, { before: 600_000, relevance: relevance.duration })).toBe(true);
  expect(isSmallChange(60_000, { before: 900_000, relevance: relevance.duration })).toBe(false);
  expect(isSmallChange(59_999, { before: 599_990, relevance: relevance.duration })).toBe(false);
  expect(isSmallChange(0.019, { before: 0.5, relevance: relevance.share })).toBe(true);
  expect(isSmallChange(0.02, { before: 0.5, relevance: relevance.share })).toBe(false);
  expect(isSmallChange(0, { before: 1, relevance: {} })).toBe(false);
  expect(isSmallChange(0.05, { before: 1, relevance: { relative: 0.1 } })).toBe(true);
  expect(isSmallChange(0.1, { before: 1, relevance: { relative: 0.1 } })).toBe(false);
});
