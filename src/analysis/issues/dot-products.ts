import { startKernels } from './kernels.ts';

/**
 * Inner products of one vector with many, by a kernel (`src/kernels/issues/dot-products.ts`): about ten times as fast as the same
 * loop in JavaScript. Single precision, always added in the same order, so results are the same on every machine.
 */

const LANES = 8;
const BYTES = 4;

/** Row vectors laid out for fast inner products. */
export interface VectorBlock {
  readonly rows: number;
  /** Numbers a row takes in memory, a multiple of eight. */
  readonly stride: number;
  /** The rows, to be written and read in place. */
  readonly values: Float32Array;
  /** Inner products of `vector` (`stride` numbers) with rows from … from + count − 1: a view, valid until the next call. */
  products(vector: Float32Array, from: number, count: number): Float32Array;
}

/** Memory for `rows` vectors of `width` numbers, all zero. */
export function vectorBlock(rows: number, width: number): VectorBlock {
  const stride = Math.ceil(Math.max(1, width) / LANES) * LANES;
  const rowBytes = stride * BYTES;
  const queryAt = Math.max(1, rows) * rowBytes;
  const outAt = queryAt + rowBytes;
  const { buffer, kernels } = startKernels(outAt + Math.max(1, rows) * BYTES);
  const values = new Float32Array(buffer, 0, rows * stride);
  const queryValues = new Float32Array(buffer, queryAt, stride);
  const results = new Float32Array(buffer, outAt, Math.max(1, rows));
  return {
    rows,
    stride,
    values,
    products: (vector, from, wanted) => {
      if (wanted <= 0) return results.subarray(0, 0);
      queryValues.set(vector);
      kernels.dotProducts(queryAt, from * rowBytes, wanted, rowBytes, outAt);
      return results.subarray(0, wanted);
    },
  };
}
