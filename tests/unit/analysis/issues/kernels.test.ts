import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../../src/analysis/issues/near-pairs.ts';
import { seededRandom } from '../../../../src/analysis/issues/random.ts';
import { vectorBlock } from '../../../../src/analysis/issues/vector-block.ts';

/** Numbers from −0.5 to 0.5. */
function someNumbers(count: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => random.next() - 0.5);
}

describe('vectorBlock', () => {
  it.each([1, 7, 8, 9, 64, 201])('lists the rows that plain loops find nearest, width %i', (width) => {
    const block = vectorBlock(40, width, 4);
    const numbers = someNumbers(41 * width, width);
    const query = new Float32Array(block.stride);
    query.set(numbers.subarray(40 * width));
    for (let row = 0; row < 40; row++)
      block.values.set(numbers.subarray(row * width, (row + 1) * width), row * block.stride);
    const product = (row: number): number => {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += query[j] * numbers[row * width + j];
      return sum;
    };
    // Two looks make one list: rows 5 to 14 and 20 to 39, but for row 25.
    const looked = Array.from({ length: 40 }, (_, row) => row).filter(
      (row) => (row >= 5 && row < 15) || (row >= 20 && row !== 25),
    );
    block.begin(query);
    block.look(5, 10, 25);
    block.look(20, 20, 25);
    const best = looked.sort((a, b) => product(b) - product(a)).slice(0, 4);
    expect([...block.nearest.items]).toEqual(best);
    best.forEach((row, i) => {
      expect(block.nearest.scores[i]).toBeCloseTo(product(row), 5);
    });
  });
  it('calls rows by their names, takes the earlier one of two, and marks places that are left', () => {
    const block = vectorBlock(3, 2, 4);
    block.values.set([0, 1], 0);
    block.values.set([1, 0], block.stride);
    block.values.set([0, 1], 2 * block.stride);
    block.names.set([70, 50, 60]);
    const query = new Float32Array(block.stride);
    query[1] = 1;
    block.begin(query);
    block.look(0, 0);
    expect([...block.nearest.items]).toEqual([-1, -1, -1, -1]);
    block.look(0, 3);
    expect([...block.nearest.items]).toEqual([70, 60, 50, -1]);
    expect([...block.nearest.scores]).toEqual([1, 1, 0, -2]);
  });
});

describe('countPairs', () => {
  it.each([
    { texts: 40, words: 12, expected: 100 },
    { texts: 300, words: 500, expected: 10 },
    { texts: 300, words: 500, expected: 100_000 },
  ])('counts near words like a map: $texts texts of $words words, $expected pairs expected', (of) => {
    const random = seededRandom(of.texts);
    const texts = Array.from({ length: of.texts }, (_, i) =>
      Array.from({ length: i % 41 }, () => random.below(of.words)),
    );
    const plain = new Map<string, number>();
    for (const text of texts)
      text.forEach((word, at) => {
        for (const other of text.slice(Math.max(0, at - 8), at)) {
          const pair = `${Math.min(word, other)} ${Math.max(word, other)}`;
          if (other !== word) plain.set(pair, (plain.get(pair) ?? 0) + 1);
        }
      });
    const offsets = Int32Array.from({ length: texts.length + 1 }, (_, i) => texts.slice(0, i).flat().length);
    const words = Int32Array.from(texts.flat());
    const { size, first, second, counts } = countPairs({ offsets, words }, of.expected);
    expect(size).toBe(plain.size);
    expect(new Map([...first].map((a, i) => [`${a} ${second[i]}`, counts[i]]))).toEqual(plain);
  });
  it('finds none where there are none', () => {
    const none = countPairs({ offsets: Int32Array.of(0, 0, 3), words: Int32Array.of(7, 7, 7) }, 0);
    expect(none.size).toBe(0);
  });
});
