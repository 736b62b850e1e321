import { describe, expect, it } from 'vitest';
import { heatOf } from '../../../../src/output/renderers/chart-scales.ts';

describe('the strength of a heat map', () => {
  it('goes by rank for counts, so that one busy hour leaves the others apart', () => {
    const heat = heatOf({
      unit: 'count',
      values: [
        [1, 2, null, 0],
        [2, 9000, 3, 0],
      ],
    });
    // Of 1 2 2 3 9000 one is no larger than 1, three than 2, four than 3, all than 9000.
    expect([1, 2, 3, 9000].map(heat)).toEqual([1 / 5, 3 / 5, 4 / 5, 1]);
    expect([0, null].map(heat)).toEqual([0, 0]);
  });

  it('goes by size for shares', () => {
    const heat = heatOf({ unit: 'share', values: [[0.2, 0.8]] });
    expect([0.2, 0.4, 0.8].map(heat)).toEqual([0.25, 0.5, 1]);
  });

  it('is nothing where there is nothing', () => {
    expect(heatOf({ unit: 'count', values: [[0, null]] })(0)).toBe(0);
  });
});
