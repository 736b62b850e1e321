import { describe, expect, it } from 'vitest';
import { shuffledOrder } from '../../../../src/analysis/issues/random.ts';
import { sampleRows } from '../../../../src/analysis/issues/sample-rows.ts';
import type { TextSource } from '../../../../src/analysis/issues/text-source.ts';

const sourceOf = (order: ArrayLike<number>): TextSource => ({
  rows: order.length,
  subject: (row) => `ticket ${order[row]}`,
  description: () => '',
});

describe('sampleRows', () => {
  const order = shuffledOrder(4000, 1);
  it('takes the same texts in any order of rows, about as many as asked for', () => {
    const plain = sampleRows(sourceOf(Array.from({ length: 4000 }, (_, row) => row)), { count: 1000 });
    const shuffled = sampleRows(sourceOf(order), { count: 1000 });
    expect(Array.from(shuffled, (row) => order[row]).sort()).toEqual([...plain].map(Number).sort());
    // 1,000 ± 4 standard deviations of √(4000 · ¼ · ¾) = 27.
    expect(Math.abs(plain.length - 1000)).toBeLessThan(110);
  });
  it('takes all of a few, and fewer of a choice that was made before', () => {
    const texts = sourceOf(order);
    expect(sampleRows(texts, { count: 4000 }).length).toBe(4000);
    const among = sampleRows(texts, { count: 1000 });
    expect(sampleRows(texts, { count: 100, among })).toEqual(sampleRows(texts, { count: 100 }));
  });
});
