import { describe, expect, it } from 'vitest';
import { shareDifference } from '../../../src/stats/difference.ts';
import { riskDifference } from '../../../src/stats/mantel-haenszel.ts';
import { seededRandom } from './seeded-random.ts';

// 60 customers in three tenure bands of 20; x exposed, y stayed; 15 of them at four landmarks each.
const exposed = Uint8Array.of(
  ...[1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0],
  ...[1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1],
  ...[0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
);
const outcome = Uint8Array.of(
  ...[1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0],
  ...[1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1, 1],
  ...[1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1],
);
const stratum = Uint32Array.from({ length: 60 }, (_, i) => Math.floor(i / 20));
const cluster = Uint32Array.from({ length: 60 }, (_, i) => i % 15);

describe('riskDifference', () => {
  it('equals metafor without clusters', () => {
    // R, metafor: rma.mh(ai = c(4,8,2), n1i = c(7,11,3), ci = c(3,2,13), n2i = c(13,9,17), measure = "RD")
    // 0.3153526970954, se 0.1342770848448, 0.0521744468507 … 0.5785309473402
    const found = riskDifference({ exposed, outcome, stratum })!;
    expect(found.value).toBeCloseTo(0.3153526970954, 11);
    expect(found.standardError).toBeCloseTo(0.1342770848448, 11);
    expect(found.low).toBeCloseTo(0.0521744468507, 10);
    expect(found.high).toBeCloseTo(0.5785309473402, 10);
    expect(found).toMatchObject({ n: 60, strata: 3, clusters: 60 });
  });

  it('equals sandwich’s clustered variance of the regression with strata', () => {
    // R: m <- lm(y ~ x + factor(s)); vcovCL(m, cluster = customer, type = "HC1")
    // coefficient 0.315352697095, standard error 0.118505292698; qt(.975, 14) = 2.144786687918
    const found = riskDifference({ exposed, outcome, stratum, cluster })!;
    expect(found.value).toBeCloseTo(0.315352697095, 11);
    expect(found.standardError).toBeCloseTo(0.118505292698, 11);
    expect(found.high).toBeCloseTo(0.315352697095 + 2.144786687918 * 0.118505292698, 10);
    expect(found.clusters).toBe(15);
  });

  it('is Newcombe’s for one stratum', () => {
    const one = {
      exposed: exposed.slice(0, 20),
      outcome: outcome.slice(0, 20),
      stratum: new Uint32Array(20),
    };
    const expected = shareDifference({ before: { hits: 3, n: 13 }, after: { hits: 4, n: 7 } })!;
    expect(riskDifference(one)).toMatchObject({ ...expected, standardError: null, n: 20, strata: 1 });
    const twice = riskDifference({ ...one, cluster: Uint32Array.from({ length: 20 }, (_, i) => i % 10) })!;
    expect(twice.value).toBe(expected.value);
    expect(twice.low!).toBeLessThan(expected.low!);
  });

  it('leaves out strata that hold only one side', () => {
    const more = {
      exposed: Uint8Array.of(...exposed, 1, 1, 1),
      outcome: Uint8Array.of(...outcome, 0, 0, 1),
      stratum: Uint32Array.of(...stratum, 7, 7, 7),
    };
    expect(riskDifference(more)).toEqual(riskDifference({ exposed, outcome, stratum }));
  });

  it('is null where nothing can be compared', () => {
    const none = { exposed: new Uint8Array(5), outcome: new Uint8Array(5), stratum: new Uint32Array(5) };
    expect(riskDifference(none)).toBeNull();
    const single = { exposed, outcome, stratum, cluster: new Uint32Array(60) };
    expect(riskDifference(single)).toBeNull();
    expect(() => riskDifference({ exposed, outcome, stratum: new Uint32Array(3) })).toThrow(RangeError);
  });

  it('does not depend on row order', () => {
    const turned = {
      exposed: exposed.slice().reverse(),
      outcome: outcome.slice().reverse(),
      stratum: stratum.slice().reverse(),
      cluster: cluster.slice().reverse(),
    };
    expect(riskDifference(turned)).toEqual(riskDifference({ exposed, outcome, stratum, cluster }));
  });

  it('covers no effect where customers come back at every landmark', () => {
    // 150 customers at 6 landmarks, each with an own level of staying and a lasting exposure, no effect
    const random = seededRandom(3);
    let [missed, missedUnclustered] = [0, 0];
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const n = 900;
      const rows = {
        exposed: new Uint8Array(n),
        outcome: new Uint8Array(n),
        stratum: new Uint32Array(n),
        cluster: new Uint32Array(n),
      };
      for (let customer = 0; customer < 150; customer++) {
        const level = 0.5 + 0.4 * (random.uniform() < 0.5 ? 1 : -1);
        const exposure = random.uniform() < 0.4 ? 1 : 0;
        for (let k = 0; k < 6; k++) {
          const row = customer * 6 + k;
          rows.exposed[row] = exposure;
          rows.outcome[row] = random.uniform() < level ? 1 : 0;
          rows.stratum[row] = Math.floor(k / 2);
          rows.cluster[row] = customer;
        }
      }
      if (riskDifference(rows)!.p! < 0.05) missed += 1;
      if (riskDifference({ ...rows, cluster: undefined })!.p! < 0.05) missedUnclustered += 1;
    }
    expect(missed / runs).toBeLessThanOrEqual(0.08);
    expect(missedUnclustered / runs).toBeGreaterThan(0.2);
  });
});
