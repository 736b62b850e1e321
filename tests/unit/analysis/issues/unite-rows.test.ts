import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../src/analysis/issues/hashing.ts';
import { seededRandom, shuffledOrder } from '../../../../src/analysis/issues/random.ts';
import { distinctSorted, uniteRows } from '../../../../src/analysis/issues/unite-rows.ts';

/** Rows of stems as `uniteRows` takes them; every row is one sentence. */
function speechOf(rows: readonly (readonly number[])[]): Parameters<typeof uniteRows>[0] {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach(({ length }, row) => {
    offsets[row + 1] = offsets[row] + length;
  });
  const starts = new Uint8Array(rows.flat().length);
  for (const offset of offsets.subarray(0, -1)) if (offset < starts.length) starts[offset] = 1;
  return { ids: Int32Array.from(rows.flat()), starts, offsets };
}
const hashes = Array.from({ length: 40 }, (_, stem) => hashText(`stem ${stem}`));

describe('uniteRows', () => {
  it('makes one document of rows with one set of stems, which says the smallest of their sequences', () => {
    const { count, ofRow, weights, offsets, stems } = uniteRows(
      speechOf([[3, 1, 2], [5], [], [1, 2, 3], [2, 2, 1, 3], [5]]),
      hashes,
    );
    expect(count).toBe(2);
    expect(ofRow[2]).toBe(-1);
    expect([ofRow[3], ofRow[4]]).toEqual([ofRow[0], ofRow[0]]);
    expect(ofRow[5]).toBe(ofRow[1]);
    expect(weights[ofRow[0]]).toBe(3);
    expect([...stems.subarray(offsets[ofRow[0]], offsets[ofRow[0] + 1])]).toEqual([1, 2, 3]);
  });
  it('gives the same documents for thousands of rows in any order', () => {
    const random = seededRandom(2);
    const rows = Array.from({ length: 3000 }, () =>
      Array.from({ length: 1 + random.below(4) }, () => random.below(hashes.length)),
    );
    const before = uniteRows(speechOf(rows), hashes);
    const order = shuffledOrder(rows.length, 3);
    const after = uniteRows(speechOf(Array.from(order, (row) => rows[row])), hashes);
    expect(before.count).toBe(new Set(rows.map((row) => [...new Set(row)].sort().join())).size);
    expect(after.keys).toEqual(before.keys);
    expect(after.stems).toEqual(before.stems);
    expect(after.weights).toEqual(before.weights);
    expect(after.ofRow).toEqual(Int32Array.from(order, (row) => before.ofRow[row]));
  });
});

describe('distinctSorted', () => {
  it('takes each value of a slice once, ascending', () => {
    expect([...distinctSorted(Int32Array.of(9, 4, 2, 4, 2, 7, 1), 1, 6)]).toEqual([2, 4, 7]);
  });
});
