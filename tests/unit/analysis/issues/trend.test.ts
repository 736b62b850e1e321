import { describe, expect, it } from 'vitest';
import {
  countWeeks,
  fixedTest,
  isSelfServiceCandidate,
  spanOfIssues,
  trendOfIssues,
  type WeeklyCounts,
} from '../../../../src/analysis/issues/index.ts';

const week = 604_800_000;
const weekly = (counts: readonly (readonly number[])[], totals: readonly number[]): WeeklyCounts => ({
  counts: counts.map((of) => Float64Array.from(of)),
  totals: Float64Array.from(totals),
  bounds: Float64Array.from({ length: totals.length + 1 }, (_, i) => i * week),
});

describe('countWeeks', () => {
  it('counts by issue and week, leaves out what is outside', () => {
    const bounds = Float64Array.of(0, week, 2 * week);
    const createdAt = Float64Array.of(-1, 0, 5, week - 1, week, 2 * week - 1, 2 * week, Number.NaN);
    const issueOf = Int32Array.of(0, 0, 1, -1, 0, 0, 0, 0);
    const { counts, totals } = countWeeks({ issueOf, createdAt, issues: 2 }, bounds);
    expect(counts.map((of) => [...of])).toEqual([
      [1, 2],
      [1, 0],
    ]);
    expect([...totals]).toEqual([3, 2]);
  });
  it('works without a week', () => {
    const { totals } = countWeeks(
      { issueOf: Int32Array.of(0), createdAt: Float64Array.of(1), issues: 1 },
      new Float64Array(0),
    );
    expect(totals.length).toBe(0);
  });
});

describe('spanOfIssues', () => {
  it('finds the first and last stamp', () => {
    const spans = spanOfIssues({
      issueOf: Int32Array.of(0, 0, 1, -1),
      createdAt: Float64Array.of(50, 20, Number.NaN, 1),
      issues: 2,
    });
    expect(spans[0]).toEqual({ first: 20, last: 50 });
    expect(spans[1]).toEqual({ first: Number.NaN, last: Number.NaN });
  });
});

describe('trendOfIssues', () => {
  const level = Array<number>(12).fill(200);
  const rising = [5, 6, 8, 9, 11, 13, 16, 18, 22, 26, 30, 36];
  const steady = [20, 22, 18, 21, 19, 20, 23, 18, 20, 21, 19, 20];

  it('tells rising, falling and steady', () => {
    const trends = trendOfIssues(weekly([rising, [...rising].reverse(), steady], level));
    expect(trends.map(({ trend }) => trend)).toEqual(['rising', 'falling', 'steady']);
    expect(trends[0].change).toBeGreaterThan(0.25);
    expect(trends[1].change).toBeLessThan(-0.25);
    expect(trends[0].p).toBeLessThan(0.05);
  });

  it('does not call an issue falling whose share falls because something else broke out', () => {
    const outage = level.map((count, i) => (i >= 8 ? count * 4 : count));
    expect(trendOfIssues(weekly([steady], outage))[0].trend).toBe('steady');
  });

  it('does not call an issue rising that grows with the desk', () => {
    const growing = level.map((count, i) => Math.round(count * 1.2 ** i));
    const along = growing.map((count) => Math.round(count / 10));
    expect(trendOfIssues(weekly([along], growing))[0].trend).toBe('steady');
  });

  it('says too few under 20 tickets or eight weeks', () => {
    expect(trendOfIssues(weekly([[1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]], level))[0].trend).toBe('too_few');
    expect(trendOfIssues(weekly([rising.slice(0, 7)], level.slice(0, 7)))[0].trend).toBe('too_few');
  });

  it('calls new what lies in the last part of the volume, and only then', () => {
    // Last 2 of 12 equal weeks: f = 1/6; f^4 = 0.00077 < 0.001 <= f^3 = 0.0046.
    const four = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1];
    const three = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1];
    expect(trendOfIssues(weekly([four, three], level)).map(({ trend }) => trend)).toEqual(['new', 'too_few']);
  });

  it('names the week of a spike', () => {
    const spike = [...steady];
    spike[5] = 60;
    // The other weeks: mean 20.09, mean moving range of 22 18 21 19 20 … about 2.1, limit about 26.
    expect(trendOfIssues(weekly([spike, steady], level)).map(({ spikes }) => spikes)).toEqual([[5], []]);
  });
});

describe('fixedTest', () => {
  const totals = Array<number>(40).fill(300);
  const before = Array<number>(30).fill(30);

  it('finds that a problem ended', () => {
    const counts = [...before, ...Array<number>(10).fill(3)];
    const { verdict, test, weeksBefore, weeksAfter } = fixedTest(weekly([counts], totals), {
      issue: 0,
      fixedAt: 30 * week,
      asOf: 40 * week,
    });
    // Before: 26 weeks that end at week 28; after: weeks 31 … 39.
    expect([weeksBefore, weeksAfter]).toEqual([26, 9]);
    expect(verdict).toBe('fixed');
    // (27 + ½) / 2700 ÷ (780 + ½) / 7800
    expect(test?.ratio).toBeCloseTo(27.5 / 2700 / (780.5 / 7800), 10);
  });

  it('finds that a problem went on', () => {
    const { verdict } = fixedTest(weekly([Array<number>(40).fill(30)], totals), {
      issue: 0,
      fixedAt: 30 * week,
      asOf: 40 * week,
    });
    expect(verdict).toBe('not_fixed');
  });

  it('says too early where the data end soon after, and that weeks are too few where waiting does not help', () => {
    const counts = [...before, ...Array<number>(10).fill(3)];
    const verdictAt = (fixedAt: number, asOf = 40 * week): string =>
      fixedTest(weekly([counts], totals), { issue: 0, fixedAt, asOf }).verdict;
    expect(verdictAt(36.5 * week)).toBe('too_early');
    expect(verdictAt(9 * week)).toBe('too_few_weeks');
    // Weeks of a period that ends long before the data do.
    expect(verdictAt(36.5 * week, 80 * week)).toBe('too_few_weeks');
  });

  it('has a verdict without any whole week, and without dates', () => {
    const none = weekly([[]], []);
    const verdictAt = (fixedAt: number, asOf: number): string =>
      fixedTest({ ...none, bounds: new Float64Array(0) }, { issue: 0, fixedAt, asOf }).verdict;
    expect(verdictAt(week, 1.5 * week)).toBe('too_early');
    expect(verdictAt(-9 * week, week)).toBe('too_few_weeks');
    expect(verdictAt(week, Number.NaN)).toBe('undated');
  });

  it('takes off what the season does', () => {
    // Every autumn the problem falls to a tenth; this autumn too: nothing was fixed.
    const year = [...Array<number>(32).fill(30), ...Array<number>(20).fill(3)];
    const counts = [...year, ...year.slice(0, 50)];
    const twoYears = Array<number>(102).fill(300);
    const { verdict, test } = fixedTest(weekly([counts], twoYears), {
      issue: 0,
      fixedAt: (52 + 32) * week,
      asOf: 102 * week,
    });
    expect(verdict).toBe('not_fixed');
    expect(test?.ratio).toBeGreaterThan(0.8);
  });
});

describe('isSelfServiceCandidate', () => {
  it.each([
    [{ size: 100, tickets: 1000, solved: 90, oneTouchShare: 0.8 }, true],
    [{ size: 100, tickets: 1000, solved: 90, oneTouchShare: 0.8, sameAnswerShare: 0.6 }, true],
    [{ size: 100, tickets: 1000, solved: 90, oneTouchShare: 0.8, sameAnswerShare: 0.2 }, false],
    [{ size: 100, tickets: 1000, solved: 90, oneTouchShare: 0.5 }, false],
    [{ size: 100, tickets: 100_000, solved: 90, oneTouchShare: 0.8 }, false],
    [{ size: 100, tickets: 1000, solved: 5, oneTouchShare: 1 }, null],
    [{ size: 100, tickets: 1000, solved: 90, oneTouchShare: Number.NaN }, null],
  ])('%j → %s', (effort, candidate) => {
    expect(isSelfServiceCandidate(effort)).toBe(candidate);
  });
});
