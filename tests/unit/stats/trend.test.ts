import { describe, expect, it } from 'vitest';
import { fitTrend, joinTrends, judgeTrend, testFix } from '../../../src/stats/trend.ts';
import { seededRandom } from './seeded-random.ts';

const counts = Float64Array.of(12, 15, 11, 18, 20, 17, 25, 24, 30, 28);
const totals = Float64Array.of(100, 110, 95, 130, 125, 120, 140, 150, 160, 155);

describe('fitTrend', () => {
  it('equals R’s glm on counts that vary more than Poisson', () => {
    // y <- c(3,0,5,1,9,0,2,14,1,3,0,22); t <- 0:11; summary(glm(y ~ t, family = quasipoisson,
    // control = glm.control(epsilon = 1e-15, maxit = 100))), as in the two tests below
    const trend = fitTrend({ counts: Float64Array.of(3, 0, 5, 1, 9, 0, 2, 14, 1, 3, 0, 22) })!;
    expect(trend.slope).toBeCloseTo(0.15685536102835, 9);
    expect(trend.standardError).toBeCloseTo(0.10292213545376, 9);
    expect(trend.dispersion).toBeCloseTo(6.3917928589136, 8);
    expect(trend.p).toBeCloseTo(0.15848326127851, 8);
    expect(trend.df).toBe(10);
    expect(trend.change).toBeCloseTo(Math.exp(11 * 0.15685536102835) - 1, 7);
  });

  it('equals R’s glm but for the floor of 1 under φ', () => {
    // summary(glm(y ~ t, family = quasipoisson)): .10236791859085 (.014886450073148), dispersion .34707655445849
    const trend = fitTrend({ counts })!;
    expect(trend.slope).toBeCloseTo(0.10236791859085, 9);
    expect(trend.dispersion).toBe(1);
    expect(trend.standardError).toBeCloseTo(0.014886450073148 / Math.sqrt(0.34707655445849), 9);
  });

  it('equals R’s glm with an offset', () => {
    // glm(y ~ t + offset(log(N)), family = quasipoisson): .04827211714367 (.0089574307771584), dispersion .12510324781171
    const trend = fitTrend({ counts, totals })!;
    expect(trend.slope).toBeCloseTo(0.04827211714367, 9);
    expect(trend.standardError).toBeCloseTo(0.0089574307771584 / Math.sqrt(0.12510324781171), 9);
  });

  it('leaves out weeks without any ticket from a share', () => {
    const gap = Float64Array.from(counts);
    const none = Float64Array.from(totals);
    gap[4] = 0;
    none[4] = 0;
    expect(fitTrend({ counts: gap, totals: none })!.df).toBe(7);
  });

  it('has no slope where none can be fitted', () => {
    expect(fitTrend({ counts: new Float64Array(12) })).toBeNull();
    expect(fitTrend({ counts: counts.slice(0, 7) })).toBeNull();
    expect(fitTrend({ counts: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 50) })).toBeNull();
    expect(fitTrend({ counts: Float64Array.of(50, 0, 0, 0, 0, 0, 0, 0, 0) })).toBeNull();
  });

  it('comes to rest on steep courses', () => {
    const steep = fitTrend({ counts: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1, 100) })!;
    // two weeks that count: the score equation gives e^β ≈ 100 up to the empty weeks before
    expect(steep.slope).toBeCloseTo(Math.log(100), 1);
    const flat = fitTrend({ counts: new Float64Array(20).fill(7) })!;
    expect(flat.slope).toBeCloseTo(0, 12);
    expect(flat.p).toBeCloseTo(1, 10);
    const falling = fitTrend({ counts: Float64Array.from(counts).reverse() })!;
    expect(falling.slope).toBeCloseTo(-0.10236791859085, 9);
  });

  it('refuses counts that cannot be', () => {
    expect(() => fitTrend({ counts: Float64Array.of(1, -1) })).toThrow(RangeError);
    expect(() => fitTrend({ counts, totals: counts.slice(1) })).toThrow(RangeError);
    expect(() => fitTrend({ counts: totals, totals: counts })).toThrow(RangeError);
  });
});

describe('a trend of counts and share together', () => {
  it('is not seen when only something else broke out', () => {
    const steady = new Float64Array(16).fill(20);
    const all = Float64Array.from({ length: 16 }, (_, t) => (t < 8 ? 200 : 600));
    const share = fitTrend({ counts: steady, totals: all })!;
    expect(share.p).toBeLessThan(0.001);
    const joint = joinTrends({ counts: fitTrend({ counts: steady }), share });
    expect(judgeTrend({ trend: joint, rejected: joint!.p < 0.05 })).toBe('steady');
  });

  it('is named from a quarter on, where both agree', () => {
    const joint = joinTrends({ counts: fitTrend({ counts }), share: fitTrend({ counts, totals }) })!;
    // counts +151 %, share e^(9 · .04827) − 1 = +54 %: the smaller is reported
    expect(joint.direction).toBe(1);
    expect(joint.change).toBeCloseTo(Math.expm1(9 * 0.04827211714367), 7);
    expect(joint.p).toBe(fitTrend({ counts, totals })!.p);
    expect(judgeTrend({ trend: joint, rejected: true })).toBe('rising');
    expect(judgeTrend({ trend: joint, rejected: false })).toBe('steady');
    expect(judgeTrend({ trend: { ...joint, change: 0.24 }, rejected: true })).toBe('steady');
    expect(judgeTrend({ trend: { direction: -1, p: 0.01, change: -0.3 }, rejected: true })).toBe('falling');
    expect(judgeTrend({ trend: null, rejected: true })).toBe('steady');
    expect(joinTrends({ counts: null, share: null })).toBeNull();
  });

  it('is called on unchanged issues in at most one of twenty', () => {
    const random = seededRandom(11);
    let alarms = 0;
    for (let run = 0; run < 400; run++) {
      const own = new Float64Array(16);
      const all = new Float64Array(16);
      for (let t = 0; t < 16; t++) {
        all[t] = Math.round(300 * Math.exp(0.2 * random.normal()));
        for (let i = 0; i < all[t]; i++) if (random.uniform() < 0.05) own[t] += 1;
      }
      const joint = joinTrends({
        counts: fitTrend({ counts: own }),
        share: fitTrend({ counts: own, totals: all }),
      });
      if (judgeTrend({ trend: joint, rejected: joint!.p < 0.05 }) !== 'steady') alarms += 1;
    }
    expect(alarms / 400).toBeLessThanOrEqual(0.05);
  });
});

describe('testFix', () => {
  const weeks = (length: number, count: number, total: number) => ({
    counts: new Float64Array(length).fill(count),
    totals: new Float64Array(length).fill(total),
  });

  it('is the log ratio of shares with ½ added', () => {
    // b = 200 of 1000, a = 10 of 500; ln (10.5/500) − ln (200.5/1000) = −2.25627; SE² = 1/10.5 + 1/200.5
    const found = testFix({ before: weeks(10, 20, 100), after: weeks(5, 2, 100) })!;
    const log = Math.log(10.5 / 500) - Math.log(200.5 / 1000);
    const se = Math.sqrt(1 / 10.5 + 1 / 200.5);
    expect(found.ratio).toBeCloseTo(Math.exp(log), 12);
    expect(found.dispersion).toBe(1);
    expect(found.expected).toBe(100);
    // scipy.stats.t.ppf(.975, 13) = 2.1603686564627926
    expect(found.high).toBeCloseTo(Math.exp(log + 2.1603686564627926 * se), 10);
    expect(found.verdict).toBe('fixed');
  });

  it('is too early below five expected tickets', () => {
    expect(testFix({ before: weeks(8, 1, 100), after: weeks(4, 0, 100) })!.verdict).toBe('too_early');
  });

  it('is not fixed when only the share fell', () => {
    const found = testFix({ before: weeks(10, 20, 100), after: weeks(5, 20, 400) })!;
    expect(found.high).toBeLessThan(1);
    expect(found.verdict).toBe('not_fixed');
  });

  it('takes off what the season did a year ago', () => {
    const yearAgo = { before: weeks(10, 20, 100), after: weeks(5, 4, 100) };
    const fix = { before: weeks(10, 20, 100), after: weeks(5, 4, 100) };
    expect(testFix(fix)!.verdict).toBe('fixed');
    const seasonal = testFix({ ...fix, yearAgo })!;
    expect(seasonal.ratio).toBeCloseTo(1, 12);
    expect(seasonal.verdict).toBe('not_fixed');
  });

  it('widens with counts that vary, and is null without tickets', () => {
    const wild = {
      counts: Float64Array.of(0, 60, 0, 40, 5, 95, 0, 0, 0, 0),
      totals: new Float64Array(10).fill(100),
    };
    const calm = testFix({ before: weeks(10, 20, 100), after: weeks(5, 10, 100) })!;
    const found = testFix({ before: wild, after: weeks(5, 10, 100) })!;
    expect(found.ratio).toBeCloseTo(calm.ratio, 12);
    expect(found.dispersion).toBeGreaterThan(10);
    expect(found.verdict).toBe('not_fixed');
    expect(calm.verdict).toBe('fixed');
    expect(testFix({ before: weeks(0, 0, 0), after: weeks(5, 1, 10) })).toBeNull();
    expect(testFix({ before: weeks(8, 0, 0), after: weeks(5, 1, 10) })).toBeNull();
  });
});

describe('a trend at its bounds', () => {
  it('is fitted from eight weeks on', () => {
    // 2, 4, 8 … double each week: e^slope = 2 exactly
    const doubling = Float64Array.from({ length: 8 }, (_, t) => 2 ** (t + 1));
    const trend = fitTrend({ counts: doubling })!;
    expect(trend.slope).toBeCloseTo(Math.LN2, 10);
    expect(trend.df).toBe(6);
    // over the seven steps from the first week to the last
    expect(trend.change).toBeCloseTo(2 ** 7 - 1, 6);
    expect(fitTrend({ counts: doubling.slice(1) })).toBeNull();
  });

  it('joins the smaller of two changes, with its direction', () => {
    const base = fitTrend({ counts })!;
    const trend = (slope: number, p: number) => ({ ...base, slope, p, change: Math.expm1(slope * 9) });
    const [steep, gentle] = [trend(0.1, 0.01), trend(0.02, 0.2)];
    expect(joinTrends({ counts: gentle, share: steep })).toEqual({
      direction: 1,
      p: 0.2,
      change: gentle.change,
    });
    expect(joinTrends({ counts: steep, share: gentle })).toEqual({
      direction: 1,
      p: 0.2,
      change: gentle.change,
    });
    const [falling, slowly] = [trend(-0.1, 0.01), trend(-0.02, 0.2)];
    expect(joinTrends({ counts: falling, share: slowly })).toEqual({
      direction: -1,
      p: 0.2,
      change: slowly.change,
    });
    expect(joinTrends({ counts: steep, share: slowly })!.direction).toBe(0);
    expect(joinTrends({ counts: falling, share: gentle })!.direction).toBe(0);
    expect(joinTrends({ counts: steep, share: null })).toBeNull();
    expect(joinTrends({ counts: null, share: steep })).toBeNull();
  });

  it('is named at a quarter exactly, in either direction', () => {
    expect(judgeTrend({ trend: { direction: 1, p: 0.01, change: 0.25 }, rejected: true })).toBe('rising');
    expect(judgeTrend({ trend: { direction: -1, p: 0.01, change: -0.25 }, rejected: true })).toBe('falling');
    expect(judgeTrend({ trend: { direction: -1, p: 0.01, change: -0.24 }, rejected: true })).toBe('steady');
    expect(judgeTrend({ trend: { direction: 0, p: 0.01, change: 0.9 }, rejected: true })).toBe('steady');
  });
});
