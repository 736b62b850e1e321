import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canSplit, type SplitRequest, splitChange } from '../../../../src/analysis/overview/change-split.ts';

const scale = { min: 1, max: 5 };
const design = { deff: 1, z: 1.96, df: 60 } as NonNullable<SplitRequest['judgement']['design']>;
const judged = (value: number, half: number): SplitRequest['judgement'] => ({
  design,
  difference: { value, low: value - half, high: value + half, p: 0.001 },
});
const times = (...counts: readonly (readonly [score: number, n: number])[]) =>
  Float64Array.from(counts.flatMap(([score, n]) => Array<number>(n).fill(score))).sort();
const part = (before: Float64Array, after: Float64Array) => ({
  before: { sorted: before },
  after: { sorted: after },
});

describe('why a mean score changed', () => {
  it('is all mix where segments answer as before and one grew', () => {
    // chat 4.5 and e-mail 3.5: 50 + 50 answers 4.0, then 25 + 75 answers 3.75.
    const chat = (n: number) => times([4, n / 2], [5, n / 2]);
    const email = (n: number) => times([3, n / 2], [4, n / 2]);
    const parts = [part(chat(100), chat(50)), part(email(100), email(150))];
    const split = splitChange({ kind: 'score', stat: 'mean', scale, parts, judgement: judged(-0.25, 0.1) });
    expect(split?.change).toBeCloseTo(-0.25, 12);
    expect(split?.mix).toBeCloseTo(-0.25, 12);
    expect(split?.rate).toBeCloseTo(0, 12);
    expect(split?.isReversal).toBe(false);
  });

  it('says it when everybody became happier and the mean fell', () => {
    // chat 4.5 → 4.8 and e-mail 3.0 → 3.3, while chat fell from 300 of 400 answers to 100:
    // 4.125 → 3.675, and at equal mix 0.3 more.
    const chat = [times([4, 150], [5, 150]), times([4, 20], [5, 80])];
    const email = [times([2, 25], [3, 50], [4, 25]), times([2, 45], [3, 120], [4, 135])];
    const split = splitChange({
      kind: 'score',
      stat: 'mean',
      scale,
      parts: [part(chat[0], chat[1]), part(email[0], email[1])],
      judgement: judged(-0.45, 0.15),
    });
    expect(split?.change).toBeCloseTo(3.675 - 4.125, 12);
    expect(split?.rate).toBeCloseTo(0.3, 12);
    expect(split?.mix).toBeCloseTo(-0.75, 12);
    expect(split?.isReversal).toBe(true);
  });
});

describe('why NPS changed', () => {
  it('is split in points', () => {
    // Shop 50 of 100 promoters, 20 detractors: +30, then of 50 the same; app −10, then 30 of 150 more: +10.
    const shop = [times([10, 50], [8, 30], [3, 20]), times([9, 25], [7, 15], [6, 10])];
    const app = [times([10, 30], [8, 30], [0, 40]), times([10, 60], [7, 45], [5, 45])];
    const split = splitChange({
      kind: 'points',
      stat: 'score',
      scale,
      parts: [part(shop[0], shop[1]), part(app[0], app[1])],
      judgement: judged(5, 3),
    });
    // 10 before; after (50 · 30 + 150 · 10) / 200 = 15. w̄ of app = (.5 + .75) / 2, of its 20 points: 12.5.
    expect(split?.change).toBeCloseTo(5, 10);
    expect(split?.rate).toBeCloseTo(12.5, 10);
    expect(split?.mix).toBeCloseTo(-7.5, 10);
  });
});

describe('every split', () => {
  const kinds = [
    { kind: 'score', stat: 'mean', values: fc.integer({ min: 1, max: 5 }) },
    { kind: 'points', stat: 'score', values: fc.integer({ min: 0, max: 10 }) },
    { kind: 'share', stat: 'share', values: fc.integer({ min: 0, max: 1 }) },
    { kind: 'duration', stat: 'p50', values: fc.integer({ min: 0, max: 10_000_000 }) },
    { kind: 'duration', stat: 'p90', values: fc.integer({ min: 0, max: 10_000_000 }) },
  ] as const;

  it.each(kinds)('of $kind $stat adds up to the change of the whole', ({ kind, stat, values }) => {
    expect(canSplit({ kind, stat })).toBe(true);
    const side = fc.array(values, { maxLength: 60 }).map((list) => Float64Array.from(list).sort());
    const parts = fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (given) => {
        const [before, after] = (['before', 'after'] as const).map((which) =>
          given.flatMap((each) => [...each[which]]),
        );
        fc.pre(before.length > 0 && after.length > 0);
        const split = splitChange({
          kind,
          stat,
          scale,
          parts: given.map((each) => part(each.before, each.after)),
          judgement: judged(1, 0.5),
        });
        const change = wholeOf(after, kind, stat) - wholeOf(before, kind, stat);
        const size = 1e-9 * (1 + Math.abs(change) + Math.max(...before, ...after));
        expect(Math.abs((split?.change ?? Number.NaN) - change)).toBeLessThanOrEqual(size);
        expect(Math.abs((split?.mix ?? 0) + (split?.rate ?? 0) - change)).toBeLessThanOrEqual(size);
      }),
    );
  });

  it('is left out where the change has no interval, and of figures that cannot be split', () => {
    const parts = [part(times([4, 30]), times([5, 30]))];
    const none = { design: null, difference: null };
    expect(splitChange({ kind: 'score', stat: 'mean', scale, parts, judgement: none })).toBeNull();
    expect(canSplit({ kind: 'count', stat: 'count' })).toBe(false);
    expect(canSplit({ kind: 'duration', stat: 'mean' })).toBe(false);
  });
});

/** The figure of all values together, counted apart from the code under test. */
function wholeOf(values: readonly number[], kind: string, stat: string): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  if (kind === 'points') return 100 * mean(values.map((score) => (score >= 9 ? 1 : score <= 6 ? -1 : 0)));
  if (kind !== 'duration') return mean(values);
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * (stat === 'p50' ? 0.5 : 0.9);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
