import type { DenseRows } from './dense-rows.ts';
import { type VectorBlock, vectorBlock } from './vector-block.ts';

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
  const next = starts.slice();
  const block = vectorBlock(rows, width, count);
  for (let row = 0; row < rows; row++) {
    const at = next[probed[row * looked]]++;
    block.names[at] = row;
    block.values.set(x.values.subarray(row * width, (row + 1) * width), at * block.stride);
  }
  return searchCells({ block, starts, probed, looked, count });
}

/** The cells that each row looks through, the nearest first. */
function nearestCells(x: DenseRows, { cells, looked }: { cells: number; looked: number }): Int32Array {
  const { rows, width, values } = x;
  const probed = new Int32Array(rows * looked);
  if (cells === 1) return probed;
  const centres = trainCells(x, { cells, looked });
  const query = new Float32Array(centres.stride);
  for (let row = 0; row < rows; row++) {
    query.set(values.subarray(row * width, (row + 1) * width));
    centres.begin(query);
    centres.look(0, cells);
    probed.set(centres.nearest.items, row * looked);
  }
  return probed;
}

function searchCells(of: {
  block: VectorBlock;
  starts: Int32Array;
  probed: Int32Array;
  looked: number;
  count: number;
}): Neighbours {
  const { block, starts, probed, looked, count } = of;
  const { rows, stride, names, nearest } = block;
  const found = new Int32Array(rows * count);
  const similarity = new Float32Array(rows * count);
  for (let at = 0; at < rows; at++) {
    const row = names[at];
    block.begin(block.values.subarray(at * stride, (at + 1) * stride));
    for (let p = row * looked; p < (row + 1) * looked; p++) {
      const from = starts[probed[p]];
      block.look(from, starts[probed[p] + 1] - from, row);
    }
    found.set(nearest.items, row * count);
    similarity.set(nearest.scores, row * count);
  }
  return { rows, count, of: found, similarity };
}

/** Centres of cells by spherical k-means over evenly spaced rows. */
function trainCells(x: DenseRows, { cells, looked }: { cells: number; looked: number }): VectorBlock {
  const { width } = x;
  const used = Math.min(x.rows, cells * TRAINING_ROWS_PER_CELL);
  const rowOf = (i: number): number => Math.floor((i * x.rows) / used);
  const centres = vectorBlock(cells, width, looked);
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
  centres.begin(query);
  centres.look(0, centres.rows);
  return centres.nearest.items[0];
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
