import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeIncidence, ending, incidenceAt } from '../../../src/stats/survival.ts';
import { incidenceInfluence } from '../../../src/stats/survival-influence.ts';

interface Row {
  readonly time: number;
  readonly end: number;
}

const columns = (rows: readonly Row[]) => ({
  time: Float64Array.from(rows, ({ time }) => time),
  end: Uint8Array.from(rows, ({ end }) => end),
});

function influenceOf(rows: readonly Row[], t: number): number[] {
  const { time, end } = columns(rows);
  return [...incidenceInfluence({ curve: cumulativeIncidence({ time, end }), time, end, t })];
}

/** Aalen and Johansen's estimate with weights, straight from its definition. */
function weightedIncidence(rows: readonly Row[], weights: readonly number[], t: number): number {
  const times = [...new Set(rows.filter(({ end }) => end > 0).map(({ time }) => time))].sort((a, b) => a - b);
  const sum = (fits: (row: Row) => boolean): number =>
    rows.reduce((total, row, i) => total + (fits(row) ? weights[i] : 0), 0);
  let free = 1;
  let reached = 0;
  for (const at of times.filter((time) => time <= t)) {
    const risk = sum(({ time }) => time >= at);
    reached += (free * sum(({ time, end }) => time === at && end === ending.event)) / risk;
    free *= 1 - sum(({ time, end }) => time === at && end !== ending.censored) / risk;
  }
  return reached;
}

describe('how far each row moves an incidence', () => {
  it('is (hit − share) / n where nothing is censored', () => {
    const rows = [1, 2, 3, 4].map((time) => ({ time, end: ending.event }));
    expect(influenceOf(rows, 2)).toEqual(
      [1 / 8, 1 / 8, -1 / 8, -1 / 8].map((value) => expect.closeTo(value, 14)),
    );
    expect(influenceOf(rows, 0.5)).toEqual([0, 0, 0, 0]);
  });

  it('is the derivative of the estimate by the weight of the row', () => {
    const row = fc.record({ time: fc.integer({ min: 1, max: 12 }), end: fc.constantFrom(0, 1, 2) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (rows, t) => {
          const step = 1e-6;
          influenceOf(rows, t).forEach((moved, i) => {
            const shifted = (by: number): number =>
              weightedIncidence(
                rows,
                rows.map((_, j) => (i === j ? 1 + by : 1)),
                t,
              );
            expect(moved).toBeCloseTo((shifted(step) - shifted(-step)) / (2 * step), 6);
          });
        },
      ),
    );
  });

  it('sums to nothing, and its squares to Greenwood’s variance where no two end together', () => {
    // At risk 8, 6, 5, 3 before the events at 1, 3, 4, 6.
    const rows = [1, 0, 1, 1, 0, 1, 0, 1].map((end, i) => ({ time: i + 1, end }));
    const moved = influenceOf(rows, 6);
    expect(moved.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 14);
    // S(6) = 7/8 · 5/6 · 4/5 · 2/3 = 7/18; Greenwood: S² (1/56 + 1/30 + 1/20 + 1/6).
    const greenwood = (7 / 18) ** 2 * (1 / 56 + 1 / 30 + 1 / 20 + 1 / 6);
    const { time, end } = columns(rows);
    expect(incidenceAt({ curve: cumulativeIncidence({ time, end }), t: 6 })?.value).toBeCloseTo(11 / 18, 14);
    expect(moved.reduce((sum, each) => sum + each * each, 0)).toBeCloseTo(greenwood, 14);
  });
});
