import type { DenseRows } from './dense-rows.ts';
import { sharedKernels } from './kernels.ts';

/**
 * Weighted sums of rows of a table by a kernel (`src/kernels/issues/row-sums.ts`): what products of a sparse or a
 * small matrix with a tall one come down to. Single precision, always added in the same order, so results are the same
 * on every machine.
 */

const LANES = 8;
const BYTES = 4;
const DOUBLE = 8;

/** Some rows of a table and the factor of each, `indexes[from … to − 1]` and `factors` beside them. */
export interface Terms {
  readonly indexes: Int32Array;
  readonly factors: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** The rows of a table, laid out so that they can be summed. */
export interface RowTable {
  /** Σ factor · row over the terms, as many numbers as a row is wide: a view, valid until the next call. */
  sum(terms: Terms): Float32Array;
  /** XᵀX (`src/kernels/issues/gram-matrix.ts`): in single precision over 256 rows at a time, doubles from block to block. */
  gram(): Float64Array;
}

const MOST_TERMS = 4096;

/** Lays out a table; the one before is no longer valid. */
export function rowTable({ rows, width, values }: DenseRows): RowTable {
  const stride = Math.ceil(Math.max(1, width) / LANES) * LANES;
  const rowBytes = stride * BYTES;
  const indexAt = Math.max(1, rows) * rowBytes;
  const factorAt = indexAt + MOST_TERMS * BYTES;
  const outAt = factorAt + MOST_TERMS * BYTES;
  const gramAt = outAt + rowBytes;
  const { buffer, kernels } = sharedKernels(gramAt + width * width * DOUBLE);
  const table = new Float32Array(buffer, 0, rows * stride);
  for (let i = 0; i < rows; i++) {
    table.set(values.subarray(i * width, (i + 1) * width), i * stride);
    table.fill(0, i * stride + width, (i + 1) * stride);
  }
  const indexes = new Int32Array(buffer, indexAt, MOST_TERMS);
  const factors = new Float32Array(buffer, factorAt, MOST_TERMS);
  const result = new Float32Array(buffer, outAt, stride);
  const view = result.subarray(0, width);
  return {
    sum: (terms) => {
      result.fill(0);
      for (let from = terms.from; from < terms.to; from += MOST_TERMS) {
        const to = Math.min(terms.to, from + MOST_TERMS);
        indexes.set(terms.indexes.subarray(from, to));
        factors.set(terms.factors.subarray(from, to));
        kernels.rowSums(indexAt, factorAt, to - from, 0, rowBytes, outAt);
      }
      return view;
    },
    gram: () => {
      const products = new Float64Array(buffer, gramAt, width * width).fill(0);
      kernels.gramMatrix(0, rows, width, rowBytes, outAt, gramAt);
      return products.slice();
    },
  };
}
