import { seededRandom } from './random.ts';
import { type DenseRows, type SparseMatrix, timesDense, transposeTimesDense } from './sparse.ts';

/** The leading left singular vectors of a matrix (rows × rank) and its singular values, largest first. */
interface SingularVectors {
  readonly vectors: DenseRows;
  readonly values: Float64Array;
}

const OVERSAMPLING = 10;

/**
 * Truncated singular value decomposition by randomised subspace iteration (Halko, Martinsson & Tropp 2011,
 * algorithm 4.4), from a seeded start of ±1, so that it needs no transcendental function and is the same everywhere.
 * Works on the side of the rows: of all texts, of all words.
 *
 * @param rank singular vectors wanted; fewer come back when the matrix is smaller than that.
 */
export function singularVectors(
  a: SparseMatrix,
  { rank, iterations }: { rank: number; iterations: number },
): SingularVectors {
  const kept = Math.max(1, Math.min(rank, a.columns, a.rows));
  const width = Math.min(kept + OVERSAMPLING, a.rows);
  const random = seededRandom(1);
  let basis: DenseRows = { rows: a.rows, width, values: new Float32Array(a.rows * width) };
  for (let i = 0; i < basis.values.length; i++) basis.values[i] = random.next() < 0.5 ? -1 : 1;
  for (let i = 0; i < iterations; i++) {
    basis = timesDense(a, transposeTimesDense(a, basis));
    orthonormalise(basis, i + 1 < iterations ? 1 : 2);
  }
  const { values, vectors } = eigenvectors(gramMatrix(transposeTimesDense(a, basis)), width);
  const out = new Float32Array(a.rows * kept);
  for (let row = 0; row < a.rows; row++) {
    const from = row * width;
    for (let j = 0; j < kept; j++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += basis.values[from + k] * vectors[j * width + k];
      out[row * kept + j] = sum;
    }
  }
  const singular = Float64Array.from({ length: kept }, (_, j) => Math.sqrt(Math.max(0, values[j])));
  return { vectors: { rows: a.rows, width: kept, values: out }, values: singular };
}

/** XᵀX in double precision, row by row. */
function gramMatrix(x: DenseRows): Float64Array {
  const { rows, width, values } = x;
  const gram = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const value = values[at + i];
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) gram[i * width + j] += value * values[at + j];
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = i + 1; j < width; j++) gram[i * width + j] = gram[j * width + i];
  return gram;
}

/** Makes the columns orthonormal in place by Cholesky QR; once loses half of the digits, the second pass mends that. */
function orthonormalise(x: DenseRows, passes: number): void {
  const { rows, width, values } = x;
  for (let pass = 0; pass < passes; pass++) {
    const gram = gramMatrix(x);
    let trace = 0;
    for (let i = 0; i < width; i++) trace += gram[i * width + i];
    const floor = Math.max(1e-30, (trace / width) * 1e-10);
    const lower = new Float64Array(width * width);
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = gram[i * width + j];
        for (let k = 0; k < j; k++) sum -= lower[i * width + k] * lower[j * width + k];
        lower[i * width + j] = i === j ? Math.sqrt(Math.max(sum, floor)) : sum / lower[j * width + j];
      }
    }
    for (let row = 0; row < rows; row++) {
      const at = row * width;
      for (let i = 0; i < width; i++) {
        let sum = values[at + i];
        for (let k = 0; k < i; k++) sum -= values[at + k] * lower[i * width + k];
        values[at + i] = sum / lower[i * width + i];
      }
    }
  }
}

/** Eigenvalues, largest first, and eigenvectors (one a row) of a symmetric matrix, by cyclic Jacobi rotations. */
function eigenvectors(matrix: Float64Array, width: number): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(width * width);
  for (let i = 0; i < width; i++) v[i * width + i] = 1;
  let scale = 0;
  for (const x of a) scale += x * x;
  for (let sweep = 0; sweep < 15; sweep++) {
    let off = 0;
    for (let p = 0; p < width; p++) for (let q = p + 1; q < width; q++) off += a[p * width + q] ** 2;
    if (off <= scale * 1e-14) break;
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) rotate({ a, v, width, p, q });
    }
  }
  const order = Array.from({ length: width }, (_, i) => i);
  order.sort((i, j) => a[j * width + j] - a[i * width + i] || i - j);
  const values = Float64Array.from(order, (i) => a[i * width + i]);
  const vectors = new Float64Array(width * width);
  order.forEach((from, to) => {
    for (let k = 0; k < width; k++) vectors[to * width + k] = v[from * width + k];
  });
  return { values, vectors };
}

function rotate(of: { a: Float64Array; v: Float64Array; width: number; p: number; q: number }): void {
  const { a, v, width, p, q } = of;
  const apq = a[p * width + q];
  if (Math.abs(apq) < 1e-300) return;
  const theta = (a[q * width + q] - a[p * width + p]) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < width; k++) {
    const x = a[k * width + p];
    const y = a[k * width + q];
    a[k * width + p] = c * x - s * y;
    a[k * width + q] = s * x + c * y;
  }
  for (let k = 0; k < width; k++) {
    const x = a[p * width + k];
    const y = a[q * width + k];
    a[p * width + k] = c * x - s * y;
    a[q * width + k] = s * x + c * y;
  }
  for (let k = 0; k < width; k++) {
    const x = v[k * width + p];
    const y = v[k * width + q];
    v[k * width + p] = c * x - s * y;
    v[k * width + q] = s * x + c * y;
  }
}
