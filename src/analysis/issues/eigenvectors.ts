import { sharedKernels } from './kernels.ts';

/** Eigenvalues of a symmetric matrix, largest first, and its eigenvectors, one a row. */
interface Eigenvectors {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const BYTES = 8;
const LANES = 2;

/**
 * By cyclic Jacobi rotations, in a kernel (`src/kernels/issues/diagonalise.ts`): the same numbers as those of plain loops,
 * which on a small desk would be over before they are compiled.
 */
export function eigenvectors(matrix: Float64Array, width: number): Eigenvectors {
  const stride = Math.ceil(width / LANES) * LANES;
  const size = width * stride;
  const { buffer, kernels } = sharedKernels(2 * size * BYTES);
  const turned = new Float64Array(buffer, 0, size).fill(0);
  const found = new Float64Array(buffer, size * BYTES, size).fill(0);
  for (let i = 0; i < width; i++) {
    turned.set(matrix.subarray(i * width, (i + 1) * width), i * stride);
    found[i * stride + i] = 1;
  }
  kernels.diagonalise(0, size * BYTES, width, stride * BYTES);
  const values = Float64Array.from({ length: width }, (_, i) => turned[i * stride + i]);
  const order = Array.from(values.keys()).sort((i, j) => values[j] - values[i] || i - j);
  const vectors = new Float64Array(width * width);
  order.forEach((from, to) => {
    vectors.set(found.subarray(from * stride, from * stride + width), to * width);
  });
  return { values: Float64Array.from(order, (i) => values[i]), vectors };
}
