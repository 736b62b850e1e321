import { describe, expect, it } from 'vitest';
import { type DailySample, designEffect } from '../../../src/stats/design-effect.ts';

/** Hits and misses of each day, from a day number on; null for a day without tickets. */
function sampleOf(from: number, days: readonly (readonly [hits: number, n: number] | null)[]): DailySample {
  const values: number[] = [];
  const numbers: number[] = [];
  days.forEach((day, d) => {
    for (let i = 0; i < (day ? day[1] : 0); i++) {
      values.push(i < day![0] ? 1 : 0);
      numbers.push(from + d);
    }
  });
  return {
    values: Float64Array.from(values),
    days: Int32Array.from(numbers),
    span: { from, until: from + days.length },
  };
}

const monday = 25;

describe('designEffect', () => {
  it('pairs days of two weeks by weekday', () => {
    // before 8 2 8 2 of 10 (θ = .5, e = ±3/40), after 5 5 5 5 (e = 0); D = 4
    // V = 4/3 · 4 · (3/40)² = 0.03; independent: 2 · .25/40 = 0.0125; deff 2.4, df 3
    const before = sampleOf(monday, [
      [8, 10],
      [2, 10],
      [8, 10],
      [2, 10],
    ]);
    const after = sampleOf(monday + 7, [
      [5, 10],
      [5, 10],
      [5, 10],
      [5, 10],
    ]);
    const found = designEffect({ before, after, pairing: 'weekday' })!;
    expect(found.deff).toBeCloseTo(2.4, 12);
    expect(found.df).toBe(3);
    expect(found.z).toBeCloseTo(3.182446305284263, 10); // scipy.stats.t.ppf(.975, 3)
  });

  it('takes out what weekdays have in common', () => {
    const pattern = [
      [2, 10],
      [8, 10],
      [8, 10],
      [8, 10],
      [8, 10],
      [5, 10],
      [3, 10],
    ] as const;
    const before = sampleOf(monday, pattern);
    const after = sampleOf(monday + 7, pattern);
    expect(designEffect({ before, after, pairing: 'weekday' })!.deff).toBe(1);
  });

  it('pairs by weekday when the periods begin on different ones', () => {
    const pattern = [
      [2, 10],
      [8, 10],
      [8, 10],
      [8, 10],
      [8, 10],
      [5, 10],
      [3, 10],
    ] as const;
    const turned = [...pattern.slice(3), ...pattern.slice(0, 3)];
    const found = designEffect({
      before: sampleOf(monday, pattern),
      after: sampleOf(monday + 10, turned),
      pairing: 'weekday',
    })!;
    expect(found).toMatchObject({ deff: 1, df: 6 });
  });

  it('adds variances where the lengths differ', () => {
    // before: e = ±3/40 on 4 days, V₀ = 4/3 · 4 · (3/40)² = 0.03; after: five days 5/10, V₁ = 0
    // independent .25/40 + .25/50 = 0.01125; deff 2.6667; df 4 + 5 − 2
    const before = sampleOf(monday, [
      [8, 10],
      [2, 10],
      [8, 10],
      [2, 10],
    ]);
    const after = sampleOf(monday + 7, [
      [5, 10],
      [5, 10],
      [5, 10],
      [5, 10],
      [5, 10],
    ]);
    const found = designEffect({ before, after, pairing: 'weekday' })!;
    expect(found.deff).toBeCloseTo(0.03 / 0.01125, 10);
    expect(found.df).toBe(7);
  });

  it('pairs segments of one period by date, an empty day as none of either', () => {
    const before = sampleOf(monday, [[8, 10], [2, 10], null, [8, 10], [2, 10], null]);
    const after = sampleOf(monday, [[8, 10], [2, 10], null, [8, 10], [2, 10], null]);
    expect(designEffect({ before, after, pairing: 'date' })).toMatchObject({ deff: 1, df: 3 });
    const opposed = sampleOf(monday, [[2, 10], [8, 10], null, [2, 10], [8, 10], null]);
    // e₁ − e₀ = ∓6/40: V = 4/3 · 4 · (6/40)² = 0.12 over 0.0125
    expect(designEffect({ before, after: opposed, pairing: 'date' })!.deff).toBeCloseTo(9.6, 10);
  });

  it('counts a closed day for nothing', () => {
    const week = [[5, 10], [5, 10], [5, 10], [5, 10], [5, 10], null, null] as const;
    const found = designEffect({
      before: sampleOf(monday, week),
      after: sampleOf(monday + 7, week),
      pairing: 'weekday',
    })!;
    expect(found.df).toBe(4);
  });

  it('says nothing under four days, for an empty side, and refuses missing values', () => {
    const three = sampleOf(monday, [
      [5, 10],
      [5, 10],
      [5, 10],
    ]);
    const four = sampleOf(monday, [
      [5, 10],
      [5, 10],
      [5, 10],
      [5, 10],
    ]);
    expect(designEffect({ before: three, after: three, pairing: 'weekday' })).toBeNull();
    expect(designEffect({ before: three, after: four, pairing: 'weekday' })).toBeNull();
    expect(designEffect({ before: sampleOf(monday, []), after: four, pairing: 'date' })).toBeNull();
    const missing = { ...four, values: new Float64Array(four.values.length).fill(Number.NaN) };
    expect(() => designEffect({ before: four, after: missing, pairing: 'date' })).toThrow(RangeError);
    expect(() =>
      designEffect({ before: four, after: { ...four, days: new Int32Array(1) }, pairing: 'date' }),
    ).toThrow(RangeError);
  });

  it('is 1 where nothing varies', () => {
    const always = sampleOf(monday, [
      [10, 10],
      [10, 10],
      [10, 10],
      [10, 10],
    ]);
    expect(designEffect({ before: always, after: always, pairing: 'date' })!.deff).toBe(1);
  });
});
