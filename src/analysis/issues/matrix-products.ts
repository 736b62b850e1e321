import type { DenseRows } from './dense-rows.ts';
import { placesOf, sharedKernels } from './kernels.ts';
import type { SparseMatrix } from './sparse.ts';

/**
 * Products of matrices by kernels (`src/kernels/issues`), which all come down to weighted sums of the rows of a table.
 * Single precision, always added in the same order, so results are the same on every machine.
 */

const BYTES = 4;
const DOUBLE = 8;
/** Kernels look at eight numbers at a time, up to so many bytes behind the last one. */
const BEHIND = 32;

/** A · X for dense X (columns of A × width). */
export function timesDense(a: SparseMatrix, { rows, width, values }: DenseRows): DenseRows {
  const entries = a.offsets[a.rows];
  const [tableAt, offsetsAt, indexesAt, factorsAt, outAt, end] = placesOf(
    rows * width * BYTES + BEHIND,
    (a.rows + 1) * BYTES,
    entries * BYTES,
    entries * BYTES,
    a.rows * width * BYTES + BEHIND,
  );
  const { buffer, kernels } = sharedKernels(end);
  new Float32Array(buffer, tableAt, rows * width).set(values);
  new Int32Array(buffer, offsetsAt, a.rows + 1).set(a.offsets);
  new Int32Array(buffer, indexesAt, entries).set(a.indexes.subarray(0, entries));
  new Float32Array(buffer, factorsAt, entries).set(a.values.subarray(0, entries));
  kernels.rowSums(offsetsAt, a.rows, indexesAt, factorsAt, tableAt, width * BYTES, outAt);
  return { rows: a.rows, width, values: new Float32Array(buffer, outAt, a.rows * width).slice() };
}

/** XᵀX, row after row: in single precision over 256 rows at a time, in doubles from block to block. */
export function gramMatrix({ rows, width, values }: DenseRows): Float64Array {
  const [tableAt, sumsAt, gramAt, end] = placesOf(
    rows * width * BYTES + BEHIND,
    width * BYTES + BEHIND,
    width * width * DOUBLE,
  );
  const { buffer, kernels } = sharedKernels(end);
  new Float32Array(buffer, tableAt, rows * width).set(values);
  const products = new Float64Array(buffer, gramAt, width * width).fill(0);
  kernels.gramMatrix(tableAt, rows, width, width * BYTES, sumsAt, gramAt);
  return products.slice();
}
