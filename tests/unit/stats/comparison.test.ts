import { beforeEach, describe, expect, it } from 'vitest';
import { type ComparedFigure, compareSamples } from '../../../src/stats/comparison.ts';
import type { DailySample } from '../../../src/stats/design-effect.ts';
import { leavesOutZero, shareDifference } from '../../../src/stats/difference.ts';
import {
  judge,
  type Relevance,
  relevance,
  scoreRelevance,
  type Verdict,
} from '../../../src/stats/verdict.ts';
import { seededRandom } from './seeded-random.ts';

/** A Monday. */
const monday = 4 * 7 - 3;

type DrawDay = (weekday: number) => () => number;

/** `length` days of `perDay` tickets; `drawDay` settles a day's own level and gives its tickets. */
function sampleOf(input: { from: number; length: number; perDay: number; drawDay: DrawDay }): DailySample {
  const { from, length, perDay, drawDay } = input;
  const values = new Float64Array(length * perDay);
  const days = new Int32Array(length * perDay);
  for (let d = 0; d < length; d++) {
    const draw = drawDay(d % 7);
    for (let i = 0; i < perDay; i++) {
      values[d * perDay + i] = draw();
      days[d * perDay + i] = from + d;
    }
  }
  return { values, days, span: { from, until: from + length } };
}

interface Desk {
  readonly name: string;
  readonly figure: ComparedFigure;
  readonly bounds: Relevance;
  readonly length: number;
  readonly drawDay: (change: number) => DrawDay;
}

/** How often each verdict falls over many pairs of periods. */
function verdictShares(desk: Desk, runs: number, change: number): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { too_few: 0, noise: 0, unusual: 0, small: 0, real: 0 };
  for (let run = 0; run < runs; run++) {
    const { length } = desk;
    const before = sampleOf({ from: monday, length, perDay: 40, drawDay: desk.drawDay(0) });
    const after = sampleOf({ from: monday + length, length, perDay: 40, drawDay: desk.drawDay(change) });
    const comparison = compareSamples({ before, after, figure: desk.figure, pairing: 'weekday' })!;
    const { difference } = comparison;
    counts[judge({ tooFew: false, difference, before: comparison.before.value, relevance: desk.bounds })] +=
      1 / runs;
  }
  return counts;
}

let random = seededRandom(7);

// Each test has its own stream, so that it gives the same alone and among others.
beforeEach(() => {
  random = seededRandom(7);
});

/** Attainment around 85 %, Mondays worse, and a level that differs by six points from day to day. */
const slaDesk = (length: number): Desk => ({
  name: `SLA attainment of ${length} days`,
  figure: { kind: 'share' },
  bounds: relevance.share,
  length,
  drawDay: (change) => (weekday) => {
    const level = 0.85 - (weekday === 0 ? 0.1 : 0) + 0.06 * random.normal() + change;
    return () => (random.uniform() < level ? 1 : 0);
  },
});

/** Lognormal durations around four hours, σ 1.2, and a day's factor of about ± 30 %. */
const durationDesk = (p: number, length: number): Desk => ({
  name: `quantile ${p} of ${length} days`,
  figure: { kind: 'quantile', p },
  bounds: relevance.duration,
  length,
  drawDay: (change) => (weekday) => {
    const level = Math.log(14_400_000 * (1 + change)) + 0.3 * random.normal() + (weekday === 0 ? 0.3 : 0);
    return () => Math.round(Math.exp(level + 1.2 * random.normal()));
  },
});

const scoreDesk: Desk = {
  name: 'mean score of a week',
  figure: { kind: 'score', scale: { min: 1, max: 5 } },
  bounds: scoreRelevance({ min: 1, max: 5 }),
  length: 7,
  drawDay: () => () => {
    const level = 4 + 0.4 * random.normal();
    return () => Math.min(5, Math.max(1, Math.round(level + random.normal())));
  },
};

const npsDesk: Desk = {
  name: 'NPS of a week',
  figure: { kind: 'nps' },
  bounds: relevance.nps,
  length: 7,
  drawDay: () => () => {
    const level = 0.5 + 0.08 * random.normal();
    return () => {
      const u = random.uniform();
      return u < level ? 1 : u > 0.8 ? -1 : 0;
    };
  },
};

describe('a desk that has not changed, though its days differ', () => {
  it.each([slaDesk(7), slaDesk(28), durationDesk(0.5, 7), durationDesk(0.9, 7), scoreDesk, npsDesk])(
    'is called real in at most 6 % of comparisons: $name',
    (desk) => {
      const shares = verdictShares(desk, desk.length > 7 ? 300 : 800, 0);
      expect(shares.too_few).toBeLessThanOrEqual(0.02);
      expect(shares.real + shares.small).toBeLessThanOrEqual(0.06);
    },
  );

  it('would be called real far more often if its tickets were taken as independent', () => {
    let alarms = 0;
    const runs = 300;
    const sideOf = (sample: DailySample) => ({
      hits: sample.values.reduce((sum, hit) => sum + hit, 0),
      n: sample.values.length,
    });
    for (let run = 0; run < runs; run++) {
      const drawDay = slaDesk(7).drawDay(0);
      const before = sampleOf({ from: monday, length: 7, perDay: 40, drawDay });
      const after = sampleOf({ from: monday + 7, length: 7, perDay: 40, drawDay });
      if (leavesOutZero(shareDifference({ before: sideOf(before), after: sideOf(after) })!))
        alarms += 1 / runs;
    }
    expect(alarms).toBeGreaterThan(0.1);
  });
});

describe('a desk that has changed', () => {
  it('by a fifth is found in most comparisons of four weeks', () => {
    const calm: Desk = {
      ...durationDesk(0.5, 28),
      drawDay: (change) => () => {
        const level = Math.log(14_400_000 * (1 + change)) + 0.1 * random.normal();
        return () => Math.round(Math.exp(level + 1.2 * random.normal()));
      },
    };
    expect(verdictShares(calm, 150, 0.2).real).toBeGreaterThan(0.5);
    expect(verdictShares(slaDesk(28), 150, -0.17).real).toBeGreaterThan(0.9);
  });
});

describe('compareSamples', () => {
  const flat = (value: number): DailySample =>
    sampleOf({ from: monday, length: 7, perDay: 10, drawDay: () => () => value });

  it('gives no difference under four days and nothing for an empty side', () => {
    const short = sampleOf({ from: monday, length: 3, perDay: 50, drawDay: () => () => 1 });
    const comparison = compareSamples({
      before: short,
      after: short,
      figure: { kind: 'share' },
      pairing: 'weekday',
    })!;
    expect(comparison.design).toBeNull();
    expect(comparison.difference).toBeNull();
    expect(comparison.before.value).toBe(1);
    const empty = { values: new Float64Array(), days: new Int32Array() };
    expect(
      compareSamples({ before: empty, after: short, figure: { kind: 'share' }, pairing: 'weekday' }),
    ).toBeNull();
  });

  it('has no difference to judge where scores do not vary', () => {
    const figure = { kind: 'score', scale: { min: 1, max: 5 } } as const;
    const { difference } = compareSamples({ before: flat(5), after: flat(5), figure, pairing: 'weekday' })!;
    expect(difference!.p).toBeNull();
    expect(judge({ tooFew: false, difference, before: 5, relevance: relevance.share })).toBe('too_few');
  });

  it('does not depend on row order', () => {
    const before = sampleOf({
      from: monday,
      length: 7,
      perDay: 30,
      drawDay: durationDesk(0.5, 7).drawDay(0),
    });
    const after = sampleOf({
      from: monday + 7,
      length: 7,
      perDay: 30,
      drawDay: durationDesk(0.5, 7).drawDay(0.5),
    });
    const turned = ({ values, days, span }: DailySample): DailySample => ({
      values: values.slice().reverse(),
      days: days.slice().reverse(),
      span,
    });
    for (const figure of [
      { kind: 'quantile', p: 0.9 },
      { kind: 'score', scale: { min: 0, max: 1e12 } },
    ] as const) {
      expect(
        compareSamples({ before: turned(before), after: turned(after), figure, pairing: 'weekday' }),
      ).toEqual(compareSamples({ before, after, figure, pairing: 'weekday' }));
    }
  });
});

describe('figures of a comparison', () => {
  /** Eight days from a Monday, the same answers each day. */
  const eightDays = (answers: readonly number[]): DailySample => ({
    values: Float64Array.from(Array.from({ length: 8 }, () => answers).flat()),
    days: Int32Array.from(Array.from({ length: 8 }, (_, d) => answers.map(() => monday + d)).flat()),
    span: { from: monday, until: monday + 8 },
  });
  const compare = (figure: ComparedFigure) =>
    compareSamples({
      before: eightDays([1, 1, 0, 0, -1]),
      after: eightDays([1, 1, 1, 0, -1]),
      figure,
      pairing: 'weekday',
    })!;

  it('are worked out from the values', () => {
    // of five answers two, then three promoters and one detractor: 100 (2 − 1) / 5 and 100 (3 − 1) / 5
    expect(compare({ kind: 'nps' })).toMatchObject({ before: { value: 20 }, after: { value: 40 } });
    // two and three hits of five
    expect(compare({ kind: 'share' })).toMatchObject({ before: { value: 0.4 }, after: { value: 0.6 } });
    const score = compare({ kind: 'score', scale: { min: -1, max: 1 } });
    expect(score.before.value).toBeCloseTo(1 / 5, 12);
    expect(score.after.value).toBeCloseTo(2 / 5, 12);
    expect(compare({ kind: 'quantile', p: 0.5 })).toMatchObject({
      before: { value: 0 },
      after: { value: 1 },
    });
  });
});
