import { describe, expect, it } from 'vitest';
import { exportWays } from './exports.ts';
import { sentencesOfYear, tallyScreens } from './first-screens.ts';
import { canKnow, type SteadyTally, tallyPower, tallySteady } from './tally.ts';

// Ten seeds are enough to see a rule that broke; `npm run trust` counts hundreds and writes the tables.
const SEEDS = 10;
const POWER_SEEDS = 2;

/** Two standard errors more than a share of n: the same seeds give the same counts. */
const allowed = (share: number, n: number): number => share * n + 2 * Math.sqrt(share * n);
const seedsOf = (way: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => 10_000 * way + i + 1);

describe('a desk that does not change', () => {
  it('is called changed by at most 1 figure in 100 and 1 report in 20, however it is exported', async () => {
    const tallies: SteadyTally[] = [];
    for (const [w, way] of exportWays.entries())
      tallies.push(await tallySteady(way, { seeds: seedsOf(w, SEEDS), perWeek: 120 }));
    const sum = (of: 'figures' | 'moved' | 'claimed'): number =>
      tallies.reduce((all, tally) => all + tally[of], 0);
    const table = JSON.stringify(tallies);
    expect(sum('moved'), table).toBeLessThanOrEqual(allowed(0.01, sum('figures')));
    expect(sum('claimed'), table).toBeLessThanOrEqual(allowed(0.05, SEEDS * exportWays.length));
  });
});

describe('a desk of 1,000 tickets a week whose answers take half as long again', () => {
  for (const [w, way] of exportWays.entries())
    it(`is ${canKnow(way, 'half slower') ? 'named' : 'said not to be known'}: ${way.name}`, async () => {
      const options = { change: 'half slower', perWeek: 1000, seeds: seedsOf(w, POWER_SEEDS) } as const;
      const { named, unknown } = await tallyPower(way, options);
      const wanted = canKnow(way, 'half slower') ? [POWER_SEEDS, 0] : [0, POWER_SEEDS];
      expect([named, unknown]).toEqual(wanted);
    });
});

describe('first screens', () => {
  it('of steady desks are mostly those of normal weeks, and no figure of theirs is called changed in vain', async () => {
    const { alarmed, desks, moved, figures } = await tallyScreens(seedsOf(7, 2 * SEEDS), 250);
    expect(alarmed).toBeLessThanOrEqual(allowed(0.05, desks));
    expect(moved).toBeLessThanOrEqual(allowed(0.01, figures));
  });

  it('name the week of an outage of the sample desk, and repeat no sentence', async () => {
    const weeks = ['2026-W36', '2026-W37', '2026-W38', '2026-W39', '2026-W44'];
    const { outage, most } = await sentencesOfYear(weeks);
    expect(outage).toMatch(/\d/);
    expect(outage).not.toContain('normal');
    expect(most).toBeLessThanOrEqual(3);
  });
});
