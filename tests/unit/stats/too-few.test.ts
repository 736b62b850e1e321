import { describe, expect, it } from 'vitest';
import { fewestFor, isTooFew } from '../../../src/stats/too-few.ts';

describe('isTooFew', () => {
  it.each([
    ['mean', 5],
    ['share', 5],
    ['p50', 5],
    ['p75', 8],
    ['p90', 20],
    ['p95', 40],
    ['p99', 200],
    ['km_p50', 5],
    ['km_p90', 20],
  ] as const)('%s wants %d values', (stat, least) => {
    expect(isTooFew(stat, least - 1)).toBe(true);
    expect(isTooFew(stat, least)).toBe(false);
    expect(fewestFor(stat)).toBe(least);
  });
});
