import type { DenseRows } from './dense-rows.ts';

/** A sparse matrix by rows: the entries of row r are `indexes[offsets[r]] … ` with `values` beside them. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Int32Array;
  readonly indexes: Int32Array;
  readonly values: Float32Array;
}

/** Aᵀ, without the entries of A that are 0. */
export function transpose(a: SparseMatrix): SparseMatrix {
  const offsets = new Int32Array(a.columns + 1);
  for (let p = 0; p < a.offsets[a.rows]; p++) if (a.values[p] !== 0) offsets[a.indexes[p] + 1]++;
  for (let column = 0; column < a.columns; column++) offsets[column + 1] += offsets[column];
  const indexes = new Int32Array(offsets[a.columns]);
  const values = new Float32Array(offsets[a.columns]);
  const next = offsets.slice();
  for (let row = 0; row < a.rows; row++) {
    for (let p = a.offsets[row]; p < a.offsets[row + 1]; p++) {
      if (a.values[p] === 0) continue;
      const at = next[a.indexes[p]]++;
      indexes[at] = row;
      values[at] = a.values[p];
    }
  }
  return { rows: a.columns, columns: a.rows, offsets, indexes, values };
}

/** Scales every column by its own factor in place. */
export function scaleColumns(x: DenseRows, factors: ArrayLike<number>): DenseRows {
  const { rows, width, values } = x;
  for (let row = 0; row < rows; row++) for (let j = 0; j < width; j++) values[row * width + j] *= factors[j];
  return x;
}

/** Scales every row to length 1 in place; rows of zeros stay as they are. */
export function normaliseRows(x: DenseRows): DenseRows {
  const { rows, width, values } = x;
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let sum = 0;
    for (let j = 0; j < width; j++) sum += values[from + j] ** 2;
    if (sum === 0) continue;
    const scale = 1 / Math.sqrt(sum);
    for (let j = 0; j < width; j++) values[from + j] *= scale;
  }
  return x;
}

/** Two tables of row vectors side by side, the second scaled by `weight`, rows scaled to length 1. */
export function besideEachOther(left: DenseRows, right: DenseRows, weight: number): DenseRows {
  const width = left.width + right.width;
  const values = new Float32Array(left.rows * width);
  for (let row = 0; row < left.rows; row++) {
    values.set(left.values.subarray(row * left.width, (row + 1) * left.width), row * width);
    for (let j = 0; j < right.width; j++) {
      values[row * width + left.width + j] = weight * right.values[row * right.width + j];
    }
  }
  return normaliseRows({ rows: left.rows, width, values });
}
