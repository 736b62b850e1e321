import { placesOf, startKernels } from './kernels.ts';

/**
 * Search for the nearest of many vectors by a kernel (`src/kernels/issues/nearest-rows.ts`): about ten times as fast as the
 * same loops in JavaScript. Single precision, always added in the same order, so results are the same on every machine.
 */

const LANES = 8;
const BYTES = 4;
/** Less than any product of vectors of length 1. */
const NONE = -2;

/** Row vectors laid out for fast inner products, and a list of those nearest to a vector. */
export interface VectorBlock {
  readonly rows: number;
  /** Numbers a row takes in memory, a multiple of eight. */
  readonly stride: number;
  /** The rows, to be written and read in place. */
  readonly values: Float32Array;
  /** What the list calls each row, its place where nothing else is written. */
  readonly names: Int32Array;
  /** Names of the nearest rows, best first, −1 past the last one; and their inner products. The earlier row wins a tie. */
  readonly nearest: { readonly items: Int32Array; readonly scores: Float32Array };
  /** Begins a list of the rows nearest to `vector` (`stride` numbers). */
  begin(vector: Float32Array): void;
  /** Looks through rows from … from + count − 1, but for the one called `own`. */
  look(from: number, count: number, own?: number): void;
}

/** Memory for `rows` vectors of `width` numbers, all zero, and a list of `listed` of them. */
export function vectorBlock(rows: number, width: number, listed: number): VectorBlock {
  const stride = Math.ceil(Math.max(1, width) / LANES) * LANES;
  const rowBytes = stride * BYTES;
  const [rowsAt, queryAt, namesAt, itemsAt, scoresAt, end] = placesOf(
    rows * rowBytes,
    rowBytes,
    rows * BYTES,
    listed * BYTES,
    listed * BYTES,
  );
  const { buffer, kernels } = startKernels(end);
  const query = new Float32Array(buffer, queryAt, stride);
  const names = new Int32Array(buffer, namesAt, rows);
  for (let row = 0; row < rows; row++) names[row] = row;
  const nearest = {
    items: new Int32Array(buffer, itemsAt, listed),
    scores: new Float32Array(buffer, scoresAt, listed),
  };
  const last = (listed - 1) * BYTES;
  return {
    rows,
    stride,
    values: new Float32Array(buffer, rowsAt, rows * stride),
    names,
    nearest,
    begin: (vector) => {
      query.set(vector);
      nearest.items.fill(-1);
      nearest.scores.fill(NONE);
    },
    look: (from, count, own = -1) => {
      const namesFrom = namesAt + from * BYTES;
      const rowsFrom = rowsAt + from * rowBytes;
      kernels.nearestRows(queryAt, rowsFrom, count, rowBytes, namesFrom, own, itemsAt, scoresAt, last);
    },
  };
}
