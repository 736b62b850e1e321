import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueSorter } from '../../../src/stats/sort-values.ts';

/** Sorted by the language itself, and by one sorter after another column. */
function expectSorted(sorter: ValueSorter, values: Float64Array): void {
  const sorted = values.slice();
  sorter.sort(sorted);
  expect(sorted).toEqual(values.slice().sort());
}

describe('ValueSorter', () => {
  const sorter = new ValueSorter();
  const column = (value: (i: number) => number, length = 5000): Float64Array =>
    Float64Array.from({ length }, (_, i) => value((i * 7919) % length));

  it.each([
    ['seconds', (i: number) => i * 1000],
    ['seconds of months', (i: number) => i * 5_000_000 * 1000],
    ['milliseconds', (i: number) => i * 3 + 1],
    ['milliseconds past 32 bits', (i: number) => i * 10_000_001],
    ['zeros and ones', (i: number) => i % 2],
    ['one value', () => 86_400_000],
    ['shares', (i: number) => i / 7],
    ['negative ones', (i: number) => (i - 2500) * 1000],
    ['missing ones, which come last', (i: number) => (i % 9 === 0 ? Number.NaN : i * 1000)],
    ['endless ones', (i: number) => (i % 9 === 0 ? Number.POSITIVE_INFINITY : i * 1000)],
  ])('sorts %s as the language does', (_name, value) => {
    expectSorted(sorter, column(value));
    expectSorted(sorter, column(value, 10));
  });

  it('sorts whatever comes', () => {
    const values = fc.oneof(
      fc.array(fc.nat({ max: 0xffffffff }), { minLength: 2048, maxLength: 3000 }),
      fc.array(fc.double(), { maxLength: 3000 }),
    );
    fc.assert(
      fc.property(values, (list) =>
        expectSorted(
          sorter,
          Float64Array.from(list, (value) => value + 0),
        ),
      ),
      { numRuns: 50 },
    );
  });
});
