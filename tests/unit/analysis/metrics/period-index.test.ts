import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datedEntries, PeriodIndex, placeNear } from '../../../../src/analysis/metrics/dated-entries.ts';
import { borrowNumbers, giveBackNumbers } from '../../../../src/model/spare-numbers.ts';

const period = (start: number, end: number) => ({ start, end, label: '' });

/** Periods of any length with gaps between some of them, and instants in and around them. */
const periodsAndInstants = fc
  .array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 40 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .chain((parts) => {
    let at = 0;
    const periods = parts.map(({ gap, length }) => {
      const start = at + gap;
      at = start + length;
      return period(start, at);
    });
    const instant = fc.oneof(fc.integer({ min: -5, max: at + 5 }), fc.constant(Number.NaN));
    return fc.record({ periods: fc.constant(periods), at: fc.array(instant, { maxLength: 60 }) });
  });

describe('the period of an instant', () => {
  it('is the one that looking at each of them finds, whatever their lengths', () => {
    fc.assert(
      fc.property(periodsAndInstants, ({ periods, at }) => {
        const index = new PeriodIndex(periods);
        const looked = at.map((instant) =>
          periods.findIndex(({ start, end }) => instant >= start && instant < end),
        );
        expect(at.map((instant) => index.of(instant))).toEqual(looked);
        const { count, entries, period: of } = datedEntries(Float64Array.from(at), periods);
        const dated = looked.flatMap((found, i) => (found < 0 ? [] : [i]));
        expect(count).toBe(dated.length);
        expect(entries === null ? [...at.keys()] : [...entries]).toEqual(dated);
        expect([...(of ?? [])]).toEqual(dated.map((i) => looked[i]));
      }),
    );
  });

  it('needs no end of time', () => {
    const index = new PeriodIndex([
      period(Number.NEGATIVE_INFINITY, 10),
      period(10, Number.POSITIVE_INFINITY),
    ]);
    expect([-1e300, 9, 10, 1e300].map((instant) => index.of(instant))).toEqual([0, 0, 1, 1]);
  });

  it('is found from any guess', () => {
    const ascending = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(ascending, fc.integer({ min: -1100, max: 1100 }), fc.nat(1000), (values, value, guess) => {
        const sorted = Float64Array.from(values).sort();
        const found = placeNear(sorted, value, guess % sorted.length);
        expect(found).toBe(
          Math.max(
            0,
            sorted.findLastIndex((each) => each <= value),
          ),
        );
      }),
    );
  });
});

describe('borrowed numbers', () => {
  it('are lent to one at a time', () => {
    const first = borrowNumbers(100);
    const second = borrowNumbers(100);
    expect(second.buffer).not.toBe(first.buffer);
    giveBackNumbers(first);
    giveBackNumbers(first);
    const third = borrowNumbers(50);
    expect(third).toHaveLength(50);
    expect(borrowNumbers(50).buffer).not.toBe(third.buffer);
  });

  it('stay whose they are where they were not borrowed', () => {
    const own = new Float64Array(1e6);
    giveBackNumbers(own);
    expect(borrowNumbers(1e6).buffer).not.toBe(own.buffer);
  });
});
