import type { DenseRows } from './dense-rows.ts';
import { type VectorBlock, vectorBlock } from './dot-products.ts';

/** The nearest rows of every row by cosine: `of[row * count + i]`, −1 past the last one; nearest first. */
export interface Neighbours {
  readonly rows: number;
  readonly count: number;
  readonly of: Int32Array;
  readonly similarity: Float32Array;
}

const TRAINING_ROUNDS = 5;
const TRAINING_ROWS_PER_CELL = 30;
const MAX_CELLS = 1024;
/** With fewer rows than this every one is looked at, which takes less time than the cells. */
const ALL_LOOKED_AT = 600;

/**
 * Approximate nearest neighbours by cosine with an inverted file: rows are put into about 1.6 √n cells by spherical
 * k-means (seeded by position, so nothing is random) and each row looks through its `probes` nearest cells. Exact
 * for a few hundred rows.
 *
 * @param x rows of length 1.
 */
export function nearestNeighbours(
  x: DenseRows,
  { count, probes }: { count: number; probes: number },
): Neighbours {
  const { rows, width } = x;
  const cells = rows < ALL_LOOKED_AT ? 1 : Math.min(MAX_CELLS, Math.round(1.6 * Math.sqrt(rows)));
  const looked = Math.min(cells, probes);
  const probed = nearestCells(x, { cells, looked });
  const starts = new Int32Array(cells + 1);
  for (let row = 0; row < rows; row++) starts[probed[row * looked] + 1]++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1] += starts[cell];
  const members = new Int32Array(rows);
  const next = starts.slice();
  const block = vectorBlock(rows, width);
  for (let row = 0; row < rows; row++) {
    const at = next[probed[row * looked]]++;
    members[at] = row;
    block.values.set(x.values.subarray(row * width, (row + 1) * width), at * block.stride);
  }
  return searchCells({ block, members, starts, probed, looked, count });
}

/** The cells that each row looks through, the nearest first. */
function nearestCells(x: DenseRows, { cells, looked }: { cells: number; looked: number }): Int32Array {
  const { rows, width, values } = x;
  const probed = new Int32Array(rows * looked);
  if (cells === 1) return probed;
  const centres = trainCells(x, cells);
  const query = new Float32Array(centres.stride);
  const top = topList(looked);
  for (let row = 0; row < rows; row++) {
    query.set(values.subarray(row * width, (row + 1) * width));
    top.reset();
    const products = centres.products(query, 0, cells);
    for (let cell = 0; cell < cells; cell++) top.offer(cell, products[cell]);
    probed.set(top.items, row * looked);
  }
  return probed;
}

function searchCells(of: {
  block: VectorBlock;
  members: Int32Array;
  starts: Int32Array;
  probed: Int32Array;
  looked: number;
  count: number;
}): Neighbours {
  const { block, members, starts, probed, looked, count } = of;
  const { rows, stride } = block;
  const found = new Int32Array(rows * count);
  const similarity = new Float32Array(rows * count);
  const top = topList(count);
  for (let at = 0; at < rows; at++) {
    const row = members[at];
    const vector = block.values.slice(at * stride, (at + 1) * stride);
    top.reset();
    for (let p = row * looked; p < (row + 1) * looked; p++) {
      const from = starts[probed[p]];
      const size = starts[probed[p] + 1] - from;
      const products = block.products(vector, from, size);
      for (let i = 0; i < size; i++) {
        if (products[i] > top.scores[count - 1] && members[from + i] !== row)
          top.offer(members[from + i], products[i]);
      }
    }
    found.set(top.items, row * count);
    similarity.set(top.scores, row * count);
  }
  return { rows, count, of: found, similarity };
}

/** Centres of cells by spherical k-means over evenly spaced rows. */
function trainCells(x: DenseRows, cells: number): VectorBlock {
  const { width } = x;
  const used = Math.min(x.rows, cells * TRAINING_ROWS_PER_CELL);
  const rowOf = (i: number): number => Math.floor((i * x.rows) / used);
  const centres = vectorBlock(cells, width);
  for (let cell = 0; cell < cells; cell++) {
    const row = rowOf(Math.floor((cell * used) / cells));
    centres.values.set(x.values.subarray(row * width, (row + 1) * width), cell * centres.stride);
  }
  const query = new Float32Array(centres.stride);
  for (let round = 0; round < TRAINING_ROUNDS; round++) {
    const sums = new Float32Array(cells * centres.stride);
    for (let i = 0; i < used; i++) {
      const from = rowOf(i) * width;
      query.set(x.values.subarray(from, from + width));
      const home = nearestCell(centres, query) * centres.stride;
      for (let j = 0; j < width; j++) sums[home + j] += query[j];
    }
    moveCentres(centres, sums);
  }
  return centres;
}

function nearestCell(centres: VectorBlock, query: Float32Array): number {
  const products = centres.products(query, 0, centres.rows);
  let nearest = 0;
  for (let cell = 1; cell < centres.rows; cell++) if (products[cell] > products[nearest]) nearest = cell;
  return nearest;
}

/** Moves each centre to the direction of its members' sum; one without members stays. */
function moveCentres({ rows, stride, values }: VectorBlock, sums: Float32Array): void {
  for (let cell = 0; cell < rows; cell++) {
    const [from, to] = [cell * stride, (cell + 1) * stride];
    let length = 0;
    for (let j = from; j < to; j++) length += sums[j] ** 2;
    if (length === 0) continue;
    const scale = 1 / Math.sqrt(length);
    for (let j = from; j < to; j++) values[j] = sums[j] * scale;
  }
}

interface TopList {
  readonly items: Int32Array;
  /** The last one is what an item must exceed to get in. */
  readonly scores: Float32Array;
  reset(): void;
  offer(item: number, score: number): void;
}

/** The best few of what is offered, best first; the earlier one wins a tie. */
function topList(count: number): TopList {
  const items = new Int32Array(count);
  const scores = new Float32Array(count);
  return {
    items,
    scores,
    reset: () => {
      items.fill(-1);
      scores.fill(-2);
    },
    offer: (item, score) => {
      if (score <= scores[count - 1]) return;
      let at = count - 1;
      while (at > 0 && scores[at - 1] < score) {
        scores[at] = scores[at - 1];
        items[at] = items[at - 1];
        at--;
      }
      scores[at] = score;
      items[at] = item;
    },
  };
}
