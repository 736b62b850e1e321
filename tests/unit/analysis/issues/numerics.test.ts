import { describe, expect, it } from 'vitest';
import { findCommunities, type Graph } from '../../../../src/analysis/issues/communities.ts';
import { eigenvectors } from '../../../../src/analysis/issues/eigenvectors.ts';
import { logGamma } from '../../../../src/analysis/issues/group-evidence.ts';
import { hashName, hashNumbers, hashText } from '../../../../src/analysis/issues/hashing.ts';
import { logTable } from '../../../../src/analysis/issues/log-sums.ts';
import { gramMatrix, timesDense } from '../../../../src/analysis/issues/matrix-products.ts';
import { nearestNeighbours } from '../../../../src/analysis/issues/neighbours.ts';
import { PairCounts } from '../../../../src/analysis/issues/pair-counts.ts';
import { seededRandom, shuffledOrder } from '../../../../src/analysis/issues/random.ts';
import { normaliseRows, type SparseMatrix } from '../../../../src/analysis/issues/sparse.ts';
import { singularVectors } from '../../../../src/analysis/issues/svd.ts';
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

describe('timesDense', () => {
  it.each([1, 7, 8, 9, 40])('adds like a plain loop, to the last bit, width %i', (width) => {
    const random = seededRandom(width);
    const values = Float32Array.from({ length: 30 * width }, () => random.next() - 0.5);
    // Rows with many entries, with some, with none, and one behind them.
    const offsets = Int32Array.of(0, 5000, 5043, 5043, 5050);
    const indexes = Int32Array.from({ length: 5050 }, () => random.below(30));
    const factors = Float32Array.from({ length: 5050 }, () => random.next() - 0.5);
    const plain = new Float32Array(4 * width);
    for (let row = 0; row < 4; row++)
      for (let i = offsets[row]; i < offsets[row + 1]; i++)
        for (let j = 0; j < width; j++) {
          plain[row * width + j] += Math.fround(factors[i] * values[indexes[i] * width + j]);
        }
    const matrix = { rows: 4, columns: 30, offsets, indexes, values: factors };
    const product = timesDense(matrix, { rows: 30, width, values });
    expect([product.rows, product.width, ...product.values]).toEqual([4, width, ...plain]);
    // What was in the memory before is not in what comes after.
    const smaller = { ...matrix, rows: 1, offsets: Int32Array.of(0, 1) };
    expect([...timesDense(smaller, { rows: 30, width, values }).values]).toEqual(
      Array.from({ length: width }, (_, j) => Math.fround(factors[0] * values[indexes[0] * width + j])),
    );
  });
});

describe('gramMatrix', () => {
  it.each([1, 7, 8, 9, 40])('multiplies like a plain loop, to the last bit, width %i', (width) => {
    const random = seededRandom(width);
    // Single precision over 256 rows at a time: none, some, and more than two times as many.
    for (const rows of [0, 30, 600]) {
      const values = Float32Array.from({ length: rows * width }, () => random.next() - 0.5);
      const plain = new Float64Array(width * width);
      for (let from = 0; from < rows; from += 256) {
        const sums = new Float32Array(width * width);
        for (let row = from; row < Math.min(rows, from + 256); row++)
          for (let i = 0; i < width; i++)
            for (let j = 0; j < width; j++)
              sums[i * width + j] += Math.fround(values[row * width + i] * values[row * width + j]);
        for (let at = 0; at < plain.length; at++) plain[at] += sums[at];
      }
      expect([...gramMatrix({ rows, width, values })]).toEqual([...plain]);
    }
  });
});

describe('logTable', () => {
  it.each([1, 3, 4, 5, 13, 70])('adds like a plain loop, to the last bit, %i groups', (groups) => {
    const random = seededRandom(groups);
    const weights = Float64Array.from({ length: 20 }, (_, f) => (f % 7 === 0 ? 0 : random.next()));
    const table = logTable(groups, weights);
    const logs = table.values.map(() => -3 * random.next());
    table.values.set(logs);
    const features = Int32Array.from({ length: 5000 }, () => random.below(20));
    // 4,096 features are handed over at a time: some more than that, a few, none.
    for (const [from, to] of [
      [0, 5000],
      [17, 60],
      [5, 5],
    ]) {
      const plain = new Float64Array(groups);
      for (let p = from; p < to; p++)
        for (let k = 0; k < groups; k++)
          plain[k] += weights[features[p]] * logs[features[p] * table.stride + k];
      expect([...table.sum(features, { from, to })]).toEqual([...plain]);
    }
  });
});

/** A symmetric matrix of numbers from −0.5 to 0.5, some of them 0. */
function symmetricMatrix(width: number): Float64Array {
  const random = seededRandom(width);
  const a = new Float64Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      a[i * width + j] = random.next() < 0.1 ? 0 : random.next() - 0.5;
      a[j * width + i] = a[i * width + j];
    }
  return a;
}

describe('eigenvectors', () => {
  it('finds those of a small matrix', () => {
    // numpy.linalg.eigh([[2, 1, 0], [1, 2, 0], [0, 0, 5]]): 1, 3, 5 with (1, −1, 0)/√2, (1, 1, 0)/√2, (0, 0, 1)
    const { values, vectors } = eigenvectors(Float64Array.of(2, 1, 0, 1, 2, 0, 0, 0, 5), 3);
    expect([...values].map((value) => value.toFixed(12))).toEqual(
      [5, 3, 1].map((value) => value.toFixed(12)),
    );
    const [first, second, third] = [0, 3, 6].map((at) => [...vectors.subarray(at, at + 3)]);
    expect(first.map(Math.abs)).toEqual([0, 0, 1]);
    expect(second[0] * second[1]).toBeCloseTo(0.5, 12);
    expect(third[0] * third[1]).toBeCloseTo(-0.5, 12);
  });
  it.each([1, 2, 7, 35])('gives A v = λ v and vectors at right angles, width %i', (width) => {
    const a = symmetricMatrix(width);
    const { values, vectors } = eigenvectors(a, width);
    const dot = (x: Float64Array, y: Float64Array): number =>
      x.reduce((sum, value, i) => sum + value * y[i], 0);
    const rowOf = (of: Float64Array, row: number): Float64Array =>
      of.subarray(row * width, (row + 1) * width);
    for (let i = 0; i < width; i++) {
      expect(values[i]).toBeLessThanOrEqual(values[Math.max(0, i - 1)]);
      for (let j = 0; j < width; j++) {
        expect(dot(rowOf(vectors, i), rowOf(vectors, j))).toBeCloseTo(i === j ? 1 : 0, 10);
        expect(dot(rowOf(a, j), rowOf(vectors, i))).toBeCloseTo(values[i] * vectors[i * width + j], 10);
      }
    }
  });
});

describe('singularVectors', () => {
  it('finds the values of a small matrix', () => {
    // numpy.linalg.svd([[3, 0, 1], [0, 2, 0], [1, 0, 3], [0, 1, 0]], compute_uv=False) = 4, 2.23606798, 2
    const a: SparseMatrix = {
      rows: 4,
      columns: 3,
      offsets: Int32Array.of(0, 2, 3, 5, 6),
      indexes: Int32Array.of(0, 2, 1, 0, 2, 1),
      values: Float32Array.of(3, 1, 2, 1, 3, 1),
    };
    const { values, vectors } = singularVectors(a, { rank: 2, iterations: 3 });
    expect([...values].map((value) => value.toFixed(4))).toEqual(['4.0000', '2.2361']);
    // Left vector of 4: (1, 0, 1, 0) / √2, up to its sign.
    expect(Math.abs(vectors.values[0])).toBeCloseTo(Math.SQRT1_2, 4);
    expect(Math.abs(vectors.values[2])).toBeCloseTo(0, 4);
    expect(vectors.values[0] * vectors.values[2 * 2]).toBeCloseTo(0.5, 4);
  });
});

describe('nearestNeighbours', () => {
  it('finds the true neighbours of well-separated bundles', () => {
    const random = seededRandom(4);
    const rows = 200;
    const values = new Float32Array(rows * 12);
    for (let row = 0; row < rows; row++) {
      values[row * 12 + (row % 10)] = 1;
      values[row * 12 + 10] = 0.05 * random.next();
      values[row * 12 + 11] = 0.05 * random.next();
    }
    const near = nearestNeighbours(normaliseRows({ rows, width: 12, values }), { count: 5, probes: 4 });
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < 5; i++) {
        const other = near.of[row * 5 + i];
        expect(other % 10).toBe(row % 10);
        expect(other).not.toBe(row);
      }
      expect(near.similarity[row * 5]).toBeGreaterThanOrEqual(near.similarity[row * 5 + 4]);
    }
  });
  it('marks places past the last neighbour', () => {
    const near = nearestNeighbours(
      { rows: 2, width: 1, values: Float32Array.of(1, 1) },
      { count: 3, probes: 2 },
    );
    expect([...near.of]).toEqual([1, -1, -1, 0, -1, -1]);
  });
});

describe('findCommunities', () => {
  it('finds two cliques joined by one edge', () => {
    const edges: [number, number][] = [];
    for (const base of [0, 5])
      for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) edges.push([base + i, base + j]);
    edges.push([0, 5]);
    const lists = Array.from({ length: 10 }, (): number[] => []);
    for (const [a, b] of edges) {
      lists[a].push(b);
      lists[b].push(a);
    }
    const offsets = new Int32Array(11);
    lists.forEach((list, i) => {
      offsets[i + 1] = offsets[i] + list.length;
    });
    const graph: Graph = {
      nodes: 10,
      offsets,
      to: Int32Array.from(lists.flat()),
      weights: new Float64Array(offsets[10]).fill(1),
      loops: new Float64Array(10),
    };
    const found = findCommunities(graph, { resolution: 1, seed: 1 });
    expect(new Set(found.subarray(0, 5)).size).toBe(1);
    expect(new Set(found.subarray(5)).size).toBe(1);
    expect(found[0]).not.toBe(found[9]);
  });
  it('leaves nodes without edges alone', () => {
    const graph: Graph = {
      nodes: 3,
      offsets: new Int32Array(4),
      to: new Int32Array(0),
      weights: new Float64Array(0),
      loops: new Float64Array(3),
    };
    expect([...findCommunities(graph, { resolution: 1, seed: 1 })]).toEqual([0, 1, 2]);
  });
});

describe('PairCounts', () => {
  it('counts like a Map, through growth', () => {
    const random = seededRandom(2);
    const counts = new PairCounts(4);
    const map = new Map<string, number>();
    for (let i = 0; i < 5000; i++) {
      const [a, b] = [random.below(60), random.below(60)];
      counts.add(a, b);
      map.set(`${a} ${b}`, (map.get(`${a} ${b}`) ?? 0) + 1);
    }
    expect(counts.size).toBe(map.size);
    let seen = 0;
    counts.forEach((a, b, count) => {
      seen++;
      expect(count).toBe(map.get(`${a} ${b}`));
    });
    expect(seen).toBe(map.size);
    expect(counts.get(70, 70)).toBe(0);
  });
  it('puts other numbers in place of counts, and says what was there', () => {
    const counts = new PairCounts(4);
    for (let i = 0; i < 3000; i++) expect(counts.replace(i, 1, i + 1)).toBe(0);
    expect(counts.replace(7, 1, 0.5)).toBe(8);
    counts.replaceEach((a, b, count) => a + b + count);
    expect(counts.get(7, 1)).toBe(8.5);
    expect(counts.get(2999, 1)).toBe(6000);
    expect(counts.size).toBe(3000);
  });
});

describe('logGamma', () => {
  // scipy.special.gammaln
  it.each([
    [0.05, 2.968879201051],
    [0.5, 0.572364942925],
    [1, 0],
    [7.5, 7.534364236759],
    [8, 8.525161361065],
    [1234.5, 7550.550901078],
  ])('log Γ(%f) = %f', (x, value) => {
    expect(logGamma(x)).toBeCloseTo(value, 7);
  });
});

describe('hashes and random numbers', () => {
  it('are the same in every run', () => {
    expect(hashName(hashText('refund'))).toBe(hashName(hashText('refund')));
    expect(hashText('refund')).not.toBe(hashText('refunds'));
    expect(hashNumbers([1, 2])).not.toBe(hashNumbers([2, 1]));
    expect(Number.isSafeInteger(hashText('রিফান্ড'))).toBe(true);
    expect([...shuffledOrder(6, 1)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const random = seededRandom(1);
    expect([random.next(), random.next()].map((x) => x.toFixed(6))).toEqual(['0.627074', '0.002736']);
  });
});
