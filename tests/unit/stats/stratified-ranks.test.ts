import { describe, expect, it } from 'vitest';
import { stratifiedRanks } from '../../../src/stats/stratified-ranks.ts';

const entries = (stratum: number, own: readonly number[], others: readonly number[]) => [
  ...own.map((value) => ({ stratum, isOwn: true, value })),
  ...others.map((value) => ({ stratum, isOwn: false, value })),
];

describe('ranks within strata', () => {
  it('are the Mann–Whitney effect in one stratum, ties at mid-ranks', () => {
    // Own 3, 4 against 1, 2: larger in all four pairs; U = 4, mean 2, variance 2 · 2 · 5 / 12.
    const found = stratifiedRanks(entries(0, [3, 4], [1, 2]));
    expect(found?.effect).toBe(1);
    expect(found?.z).toBeCloseTo((4 - 2) / Math.sqrt((2 * 2 * 5) / 12), 10);
    expect(stratifiedRanks(entries(0, [2, 2], [2, 2]))?.effect).toBe(0.5);
  });

  it('compare within strata: quicker at both kinds is quicker, though its whole is slower', () => {
    const hard = entries(1, Array(90).fill(300), Array(10).fill(500));
    const easy = entries(2, Array(10).fill(20), Array(90).fill(30));
    expect(stratifiedRanks([...hard, ...easy])?.effect).toBe(0);
    expect(
      stratifiedRanks([...hard, ...easy].map((each) => ({ ...each, stratum: 0 })))?.effect,
    ).toBeGreaterThan(0.5);
  });

  it('are none where no stratum holds both', () => {
    expect(stratifiedRanks([...entries(0, [1, 2], []), ...entries(1, [], [3, 4])])).toBeNull();
  });
});
