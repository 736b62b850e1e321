import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decomposeMean,
  decomposeQuantile,
  explainingLevels,
  isReversal,
  type SegmentChange,
} from '../../../src/stats/decompose.ts';
import { shareDifference, sumDifferences } from '../../../src/stats/difference.ts';
import { quantileSorted, sortValues } from '../../../src/stats/quantile.ts';

describe('decomposeMean', () => {
  it('splits a change into mix and rate', () => {
    // before .5·10 + .5·30 = 20; after .25·12 + .75·40 = 33; R̄ = 26.5
    // chat: mix −.25 (11 − 26.5) = 3.875, rate .375·2 = .75; email: mix .25 (35 − 26.5) = 2.125, rate .625·10 = 6.25
    const found = decomposeMean([
      { key: 'chat', before: { n: 50, value: 10 }, after: { n: 25, value: 12 } },
      { key: 'email', before: { n: 50, value: 30 }, after: { n: 75, value: 40 } },
    ])!;
    expect(found).toMatchObject({ before: 20, after: 33, change: 13 });
    expect(found.mix).toBeCloseTo(6, 12);
    expect(found.rate).toBeCloseTo(7, 12);
    expect(found.contributions).toEqual([
      { key: 'email', mix: 2.125, rate: 6.25, weight: 0.625 },
      { key: 'chat', mix: 3.875, rate: 0.75, weight: 0.375 },
    ]);
  });

  it('lets a segment that is absent on one side be mix only', () => {
    const found = decomposeMean([
      { key: 'email', before: { n: 100, value: 20 }, after: { n: 50, value: 20 } },
      { key: 'phone', before: { n: 0, value: Number.NaN }, after: { n: 50, value: 60 } },
    ])!;
    expect(found.rate).toBe(0);
    expect(found.mix).toBeCloseTo(20, 12);
    expect(found.contributions.find(({ key }) => key === 'phone')!.rate).toBe(0);
  });

  it('adds up, whatever the segments and their order', () => {
    const side = fc.record({ n: fc.nat(500), value: fc.double({ min: 0, max: 1e9, noNaN: true }) });
    const segments = fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(segments, (given) => {
        const keyed: SegmentChange[] = given.map((segment, i) => ({ key: `s${i}`, ...segment }));
        const found = decomposeMean(keyed);
        fc.pre(found !== null);
        const size = 1e-9 * (1 + Math.abs(found!.before) + Math.abs(found!.after));
        expect(Math.abs(found!.mix + found!.rate - found!.change)).toBeLessThanOrEqual(size);
        expect(decomposeMean([...keyed].reverse())).toEqual(found);
      }),
    );
  });

  it('is null for an empty side and refuses a missing mean', () => {
    expect(decomposeMean([{ key: 'a', before: { n: 0, value: 0 }, after: { n: 5, value: 1 } }])).toBeNull();
    expect(() =>
      decomposeMean([{ key: 'a', before: { n: 5, value: Number.NaN }, after: { n: 5, value: 1 } }]),
    ).toThrow(RangeError);
    expect(() =>
      decomposeMean([{ key: 'a', before: { n: -1, value: 1 }, after: { n: 5, value: 1 } }]),
    ).toThrow(RangeError);
  });
});

const evenly = (n: number, from: number, step: number) =>
  Float64Array.from({ length: n }, (_, i) => from + step * i);

describe('decomposeQuantile', () => {
  it('calls a change of mix alone mix', () => {
    // chat 1…101, email 1001…1101; from 101 + 101 tickets to 101 + 202 of the same speeds
    const found = decomposeQuantile({
      p: 0.5,
      segments: [
        { key: 'chat', before: evenly(101, 1, 1), after: evenly(101, 1, 1) },
        { key: 'email', before: evenly(101, 1001, 1), after: sortValues(evenly(202, 1001, 0.5)) },
      ],
    })!;
    // before: 202 values, the middle of 101 and 1001; after: 303 values, the 152nd, email's 51st
    expect(found.before).toBe(551);
    expect(found.after).toBe(1026);
    expect(Math.abs(found.rate)).toBeLessThan(1);
    expect(found.mix).toBeCloseTo(475, -1);
  });

  it('calls a change of speed alone rate', () => {
    const segments = [
      { key: 'chat', before: evenly(50, 10, 1), after: evenly(50, 20, 2) },
      { key: 'email', before: evenly(50, 1000, 10), after: evenly(50, 2000, 20) },
    ];
    const found = decomposeQuantile({ p: 0.9, segments })!;
    expect(found.mix).toBe(0);
    expect(found.rate).toBe(found.change);
    expect(found.rateDifference.low!).toBeGreaterThan(0);
    expect(found.rateDifference.p!).toBeLessThan(0.05);
  });

  it('gives a segment that is absent on one side to mix', () => {
    const segments = [
      { key: 'chat', before: evenly(60, 10, 1), after: evenly(60, 10, 1) },
      { key: 'phone', before: new Float64Array(), after: evenly(60, 1000, 1) },
    ];
    const found = decomposeQuantile({ p: 0.5, segments })!;
    expect(found.rate).toBe(0);
    expect(found.mix).toBe(found.change);
  });

  it('adds up exactly in the whole, and without segments is all rate', () => {
    const values = fc.array(fc.nat(1e6), { maxLength: 40 });
    const segments = fc.array(fc.record({ before: values, after: values }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(segments, fc.constantFrom(0.5, 0.75, 0.9), (given, p) => {
        const keyed = given.map(({ before, after }, i) => ({
          key: `s${i}`,
          before: sortValues(Float64Array.from(before)),
          after: sortValues(Float64Array.from(after)),
        }));
        const found = decomposeQuantile({ segments: keyed, p });
        fc.pre(found !== null);
        const all = (side: 'before' | 'after') =>
          quantileSorted(sortValues(Float64Array.from(given.flatMap((segment) => segment[side]))), p);
        expect(found!.before).toBe(all('before'));
        expect(found!.after).toBe(all('after'));
        expect(Math.abs(found!.mix + found!.rate - found!.change)).toBeLessThanOrEqual(
          1e-9 * (1 + found!.after),
        );
        expect(found!.rateDifference.value).toBeCloseTo(found!.rate, 6);
        const whole = {
          key: 'all',
          before: sortValues(Float64Array.from(given.flatMap(({ before }) => before))),
          after: sortValues(Float64Array.from(given.flatMap(({ after }) => after))),
        };
        expect(decomposeQuantile({ segments: [whole], p })!.mix).toBe(0);
      }),
    );
  });

  it('is null for an empty side', () => {
    const segments = [{ key: 'a', before: new Float64Array(), after: Float64Array.of(1) }];
    expect(decomposeQuantile({ p: 0.5, segments })).toBeNull();
  });
});

describe('isReversal', () => {
  it('finds the kidney stone paradox (Charig et al. 1986)', () => {
    // open surgery 81/87 small and 192/263 large, puncture 234/270 and 55/80: better in each, worse in the whole
    const segments = [
      { key: 'small', before: { hits: 81, n: 87 }, after: { hits: 234, n: 270 } },
      { key: 'large', before: { hits: 192, n: 263 }, after: { hits: 55, n: 80 } },
    ];
    // ten times as many patients, for the original sample leaves 0 in both intervals
    const many = segments.map(({ key, before, after }) => ({
      key,
      before: { hits: before.hits * 10, n: before.n * 10 },
      after: { hits: after.hits * 10, n: after.n * 10 },
    }));
    const judge = (given: typeof segments) => {
      const parts = decomposeMean(
        given.map(({ key, before, after }) => ({
          key,
          before: { n: before.n, value: before.hits / before.n },
          after: { n: after.n, value: after.hits / after.n },
        })),
      )!;
      const rate = sumDifferences(
        given.map(({ key, before, after }) => ({
          weight: parts.contributions.find((own) => own.key === key)!.weight,
          difference: shareDifference({ before, after })!,
        })),
      );
      const total = (side: 'before' | 'after') => ({
        hits: given.reduce((sum, segment) => sum + segment[side].hits, 0),
        n: given.reduce((sum, segment) => sum + segment[side].n, 0),
      });
      const change = shareDifference({ before: total('before'), after: total('after') })!;
      expect(rate.value).toBeCloseTo(parts.rate, 12);
      expect(change.value).toBeGreaterThan(0);
      expect(rate.value).toBeLessThan(0);
      return isReversal({ change, rate });
    };
    expect(judge(many)).toBe(true);
    expect(judge(segments)).toBe(false);
  });
});

describe('explainingLevels', () => {
  it('keeps levels of twenty on both sides, the twelve largest, and wants two', () => {
    const level = (key: string, before: number, after: number) => ({ key, before, after });
    expect(explainingLevels([level('a', 30, 40), level('b', 90, 20), level('c', 500, 19)])).toEqual([
      'b',
      'a',
    ]);
    expect(explainingLevels([level('a', 30, 40), level('c', 500, 19)])).toBeNull();
    const many = Array.from({ length: 15 }, (_, i) => level(`l${i}`, 20 + i, 20));
    expect(explainingLevels(many)).toHaveLength(12);
    expect(explainingLevels(many)![0]).toBe('l14');
  });
});

describe('explainingLevels, at its bounds', () => {
  const level = (key: string, before: number, after: number) => ({ key, before, after });

  it('wants twenty before as well as after', () => {
    expect(explainingLevels([level('a', 20, 20), level('b', 19, 500), level('c', 20, 30)])).toEqual([
      'c',
      'a',
    ]);
    expect(explainingLevels([level('a', 20, 20), level('b', 19, 500)])).toBeNull();
  });

  it('puts equal levels in the order of their names, whatever the order given', () => {
    const levels = [level('b', 30, 40), level('a', 40, 30), level('c', 35, 35)];
    expect(explainingLevels(levels)).toEqual(['a', 'b', 'c']);
    expect(explainingLevels([...levels].reverse())).toEqual(['a', 'b', 'c']);
  });

  it('leaves the list given as it was', () => {
    const levels = [level('a', 30, 40), level('b', 90, 20)];
    explainingLevels(levels);
    expect(levels.map(({ key }) => key)).toEqual(['a', 'b']);
  });
});

describe('decomposeQuantile, a segment gone', () => {
  it('takes the speeds before for a segment that is absent after', () => {
    // chat is alike on both sides, phone is gone: at the old mix nothing changed, so all is mix
    const segments = [
      { key: 'chat', before: evenly(60, 10, 1), after: evenly(60, 10, 1) },
      { key: 'phone', before: evenly(60, 1000, 1), after: new Float64Array() },
    ];
    const found = decomposeQuantile({ p: 0.5, segments })!;
    // before: 120 values, the middle of 69 and 1000; after: 60 values, the middle of 39 and 40
    expect(found.before).toBe(534.5);
    expect(found.after).toBe(39.5);
    expect(found.rate).toBe(0);
    expect(found.mix).toBe(39.5 - 534.5);
  });

  it('does not depend on the order of the segments', () => {
    const segments = [
      { key: 'c', before: evenly(30, 5, 3), after: evenly(41, 6, 2) },
      { key: 'a', before: evenly(25, 100, 7), after: evenly(33, 90, 9) },
      { key: 'b', before: evenly(47, 40, 1), after: evenly(22, 44, 5) },
    ];
    const found = decomposeQuantile({ p: 0.75, segments });
    expect(decomposeQuantile({ p: 0.75, segments: [...segments].reverse() })).toEqual(found);
  });

  it('has no p-value where a side is too small for an interval', () => {
    const segments = [{ key: 'a', before: evenly(2, 1, 1), after: evenly(60, 10, 1) }];
    expect(decomposeQuantile({ p: 0.9, segments })!.rateDifference).toMatchObject({ p: null });
  });
});

describe('isReversal', () => {
  const up = { value: 0.04, low: 0.01, high: 0.07, p: 0.01 };
  const down = { value: -0.05, low: -0.08, high: -0.02, p: 0.001 };
  const noise = { value: -0.01, low: -0.03, high: 0.01, p: 0.3 };

  it('wants opposite directions, both beyond chance', () => {
    expect(isReversal({ change: up, rate: down })).toBe(true);
    expect(isReversal({ change: down, rate: up })).toBe(true);
    expect(isReversal({ change: up, rate: up })).toBe(false);
    expect(isReversal({ change: up, rate: noise })).toBe(false);
    expect(isReversal({ change: noise, rate: up })).toBe(false);
  });
});
