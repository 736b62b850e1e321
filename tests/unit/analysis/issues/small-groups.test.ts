import { describe, expect, it } from 'vitest';
import type { FeatureRows } from '../../../../src/analysis/issues/features.ts';
import { sweepMixture } from '../../../../src/analysis/issues/mixture.ts';
import { settings } from '../../../../src/analysis/issues/settings.ts';
import { partSmallGroups } from '../../../../src/analysis/issues/small-groups.ts';

/** Two groups of ten texts of words 0, 1 and 2, 3; then one of the given texts. */
function withSmall(texts: readonly (readonly number[])[], weight = 1): Int32Array {
  const said = [
    ...Array.from({ length: 10 }, () => [0, 1]),
    ...Array.from({ length: 10 }, () => [2, 3]),
    ...texts,
  ];
  const groupOf = Int32Array.from(said, (_, row) => Math.floor(row / 10));
  const rows: FeatureRows = {
    rows: said.length,
    offsets: Int32Array.from({ length: said.length + 1 }, (_, row) => 2 * row),
    features: Int32Array.from(said.flat()),
    times: new Uint8Array(2 * said.length).fill(1),
  };
  const mixture = sweepMixture(rows, {
    ...{ groupOf: groupOf.slice(), groups: 3, featureWeights: new Float64Array(8).fill(1) },
    ...{ smoothing: 0.06, sizePower: 0, sweeps: 0 },
  });
  const weights = Int32Array.from(said, (_, row) => (row < 20 ? 1 : weight));
  return partSmallGroups(rows, { ...settings, groupOf, groups: 3, mixture, weights }).slice(20);
}

describe('small groups', () => {
  it('go into the others where they say what those say', () => {
    expect([...withSmall([0, 1].map((word) => [word, 3]))]).toEqual([-1, -1]);
  });

  it('stay where they are worded like no others', () => {
    expect([...withSmall([4, 4, 4].map((word) => [word, 5]))]).toEqual([2, 2, 2]);
  });

  it('stay where they are as large as half a usual one', () => {
    expect([...withSmall([0, 1, 0, 1, 0].map((word) => [word, 3]))]).toEqual([2, 2, 2, 2, 2]);
  });

  it('stay where one text came often enough to be an issue', () => {
    expect([...withSmall([[0, 3]], 4)]).toEqual([-1]);
    expect([...withSmall([[0, 3]], 5)]).toEqual([2]);
  });
});
