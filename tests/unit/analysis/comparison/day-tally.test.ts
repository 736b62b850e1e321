import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  contrastsWithRest,
  settleVerdicts,
} from '../../../../src/analysis/comparison/compare.ts';
import {
  type DailyValues,
  dailyValues,
  type ValuesByDay,
} from '../../../../src/analysis/comparison/daily-values.ts';
import { designOfTallies } from '../../../../src/analysis/comparison/day-tally.ts';
import { mergeSorted, subtractSorted } from '../../../../src/analysis/comparison/sorted-sets.ts';
import { compareSamples } from '../../../../src/stats/comparison.ts';
import { type DailySample, designEffect } from '../../../../src/stats/design-effect.ts';

const scale = { min: 0, max: 1 };

/** Values as they are kept for us, of days that are sorted each. */
function byDay(from: number, days: readonly (readonly number[])[]): ValuesByDay {
  const starts = Uint32Array.from([0, ...days.map((_, day) => days.slice(0, day + 1).flat().length)]);
  return { from, values: Float64Array.from(days.flatMap((day) => day.toSorted((a, b) => a - b))), starts };
}

/** The same values as days for us and as rows for the statistics. */
function bothForms(
  from: number,
  days: readonly (readonly number[])[],
): { ours: DailyValues; theirs: DailySample } {
  const values = days.flat();
  return {
    ours: dailyValues(byDay(from, days)),
    theirs: {
      values: Float64Array.from(values),
      days: Int32Array.from(days.flatMap((day, i) => day.map(() => from + i))),
      span: { from, until: from + days.length },
    },
  };
}

const tallyOf = (from: number, days: readonly (readonly number[])[]) => ({
  from,
  n: Float64Array.from(days, (day) => day.length),
  hits: Float64Array.from(days, (day) => day.reduce((sum, value) => sum + value, 0)),
});

const weekOf = (value: fc.Arbitrary<number>) =>
  fc.array(fc.array(value, { maxLength: 8 }), { minLength: 7, maxLength: 7 });
const bit = fc.constantFrom(0, 1);

describe('design effects from tallies by day', () => {
  it('are those of the values themselves', () => {
    fc.assert(
      fc.property(
        weekOf(bit),
        weekOf(bit),
        fc.constantFrom('weekday' as const, 'date' as const),
        (a, b, pairing) => {
          const [before, after] = [bothForms(20_000, a), bothForms(pairing === 'date' ? 20_000 : 20_007, b)];
          const ours = designOfTallies({
            before: tallyOf(before.ours.from, a),
            after: tallyOf(after.ours.from, b),
            pairing,
          });
          const theirs = designEffect({ before: before.theirs, after: after.theirs, pairing });
          if (theirs === null) expect(ours).toBeNull();
          else {
            expect(ours?.df).toBe(theirs.df);
            expect(ours?.deff).toBeCloseTo(theirs.deff, 9);
          }
        },
      ),
    );
  });

  it('counts both sides apart where their weekdays do not meet', () => {
    const before = tallyOf(20_000, [[1], [0], [1], [1], [0]]);
    const after = tallyOf(20_010, [[0], [0], [1], [0]]);
    expect(designOfTallies({ before, after, pairing: 'weekday' })?.df).toBe(5 + 4 - 2);
  });
});

describe('comparing two periods', () => {
  it('gives what the statistics give row by row, for quantiles and shares', () => {
    const minutes = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(weekOf(minutes), weekOf(minutes), (a, b) => {
        const [before, after] = [bothForms(20_000, a), bothForms(20_007, b)];
        const ours = comparePeriods(
          { kind: 'duration', stat: 'p50', scale },
          { before: before.ours, after: after.ours },
        );
        const theirs = compareSamples({
          before: before.theirs,
          after: after.theirs,
          figure: { kind: 'quantile', p: 0.5 },
          pairing: 'weekday',
        });
        if (!theirs) return expect(ours).toBeNull();
        expect(ours?.difference?.value).toBe(theirs.difference?.value);
        if (theirs.difference?.low != null)
          expect(ours?.difference?.low).toBeCloseTo(theirs.difference.low, 6);
        if (theirs.difference?.high != null)
          expect(ours?.difference?.high).toBeCloseTo(theirs.difference.high, 6);
      }),
    );
    const [before, after] = [
      bothForms(20_000, [[1, 0], [1], [1, 1, 0], [0], [1], [1], [0]]),
      bothForms(20_007, [[0], [1], [0, 1, 0], [0], [0, 1], [1], [0]]),
    ];
    const ours = comparePeriods(
      { kind: 'share', stat: 'share', scale },
      { before: before.ours, after: after.ours },
    );
    const theirs = compareSamples({
      before: before.theirs,
      after: after.theirs,
      figure: { kind: 'share' },
      pairing: 'weekday',
    });
    expect(ours?.difference?.low).toBeCloseTo(theirs?.difference?.low as number, 12);
    expect(ours?.before).toBe(6 / 10);
  });

  it('says nothing of an empty side', () => {
    const empty = bothForms(20_000, [[], [], []]).ours;
    const full = bothForms(20_007, [[1], [2], [3]]).ours;
    expect(
      comparePeriods({ kind: 'duration', stat: 'p50', scale }, { before: empty, after: full }),
    ).toBeNull();
  });
});

describe('a segment against the rest', () => {
  const median = { kind: 'duration', stat: 'p50', scale } as const;

  it('takes the segment out of the whole, value for value', () => {
    // Whole: 1..40 over eight days; the segment has the last twenty, which are one day of each pair.
    const whole = bothForms(
      20_000,
      Array.from({ length: 8 }, (_, day) => [1, 2, 3, 4, 5].map((i) => (day % 2) * 20 + (day >> 1) * 5 + i)),
    ).ours;
    const part = bothForms(
      20_000,
      Array.from({ length: 8 }, (_, day) =>
        day % 2 ? [1, 2, 3, 4, 5].map((i) => 20 + (day >> 1) * 5 + i) : [],
      ),
    ).ours;
    const found = contrastsWithRest(median, whole)(part);
    expect([...(found?.rest ?? [])]).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(found?.before).toBe(10.5);
    expect(found?.difference?.value).toBe(30.5 - 10.5);
    expect(found?.tooFew).toBe(false);
  });

  it('leaves the difference out where a side has too few', () => {
    const whole = bothForms(20_000, [[1], [2], [3], [4], [5], [6]]).ours;
    const part = bothForms(20_000, [[], [], [], [], [5], [6]]).ours;
    const found = contrastsWithRest(median, whole)(part);
    expect([...(found?.rest ?? [])]).toEqual([1, 2, 3, 4]);
    expect(found).toMatchObject({ tooFew: true, difference: null });
    expect(settleVerdicts([found])).toEqual(['too_few']);
  });

  it('has nothing to be held against when it is the whole', () => {
    const whole = bothForms(20_000, [[1], [2]]).ours;
    expect(contrastsWithRest(median, whole)(whole)).toBeNull();
  });
});

describe('verdicts of a run', () => {
  const judgement = (p: number) => ({
    tooFew: false,
    difference: { value: 10, low: p < 0.05 ? 1 : -1, high: 20, p },
    before: 20,
    relevance: { relative: 0.1 },
    design: null,
  });

  it('lets fall what is only significant by itself (Benjamini–Hochberg at 5 %)', () => {
    // p = .04 among three others of .5: .04 > 1 · .05 / 4
    expect(settleVerdicts([judgement(0.04)])).toEqual(['real']);
    expect(settleVerdicts([judgement(0.04), ...[0.5, 0.5, 0.5].map(judgement)])[0]).toBe('noise');
  });

  it('does not let a comparison of too few weigh on the others', () => {
    const few = { ...judgement(0.5), tooFew: true };
    expect(settleVerdicts([judgement(0.04), few, few, null])).toEqual(['real', 'too_few', 'too_few', null]);
  });
});

describe('sorted sets', () => {
  const sorted = fc.array(fc.integer({ min: 0, max: 20 })).map((values) => Float64Array.from(values).sort());

  it('merge to what sorting both gives, and subtract back', () => {
    fc.assert(
      fc.property(sorted, sorted, (a, b) => {
        const merged = mergeSorted(a, b);
        expect(merged).toEqual(Float64Array.from([...a, ...b]).sort());
        expect(subtractSorted(merged, b)).toEqual(a);
      }),
    );
  });
});
