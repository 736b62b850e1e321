import type { DenseRows } from './dense-rows.ts';
import { eigenvectors } from './eigenvectors.ts';
import { gramMatrix, timesDense } from './matrix-products.ts';
import { seededRandom } from './random.ts';
import { type SparseMatrix, transpose } from './sparse.ts';

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
  // As many directions as rows are all there are; random ones might miss some.
  const isAll = width === a.rows;
  for (let i = 0; i < basis.values.length; i++) {
    if (isAll) basis.values[i] = i % (width + 1) === 0 ? 1 : 0;
    else basis.values[i] = random.next() < 0.5 ? -1 : 1;
  }
  const turned = transpose(a);
  for (let i = 0; i < iterations; i++) {
    basis = timesDense(a, timesDense(turned, basis));
    basis = orthonormalise(basis, i + 1 < iterations ? 1 : 2);
  }
  const { values, vectors } = eigenvectors(gramMatrix(timesDense(turned, basis)), width);
  const mixing = new Float32Array(width * kept);
  for (let k = 0; k < width; k++)
    for (let j = 0; j < kept; j++) mixing[k * kept + j] = vectors[j * width + k];
  const singular = Float64Array.from({ length: kept }, (_, j) => Math.sqrt(Math.max(0, values[j])));
  return { vectors: timesSmall(basis, { rows: width, width: kept, values: mixing }), values: singular };
}

/** X · M for a small dense M. */
function timesSmall({ rows, width, values }: DenseRows, small: DenseRows): DenseRows {
  const offsets = new Int32Array(rows + 1);
  const indexes = new Int32Array(rows * width);
  for (let row = 0; row < rows; row++) offsets[row + 1] = offsets[row] + width;
  for (let i = 0; i < indexes.length; i++) indexes[i] = i % width;
  return timesDense({ rows, columns: width, offsets, indexes, values }, small);
}

/** The same space with orthonormal columns, by Cholesky QR; once loses half of the digits, the second pass mends that. */
function orthonormalise(x: DenseRows, passes: number): DenseRows {
  let basis = x;
  for (let pass = 0; pass < passes; pass++)
    basis = timesSmall(basis, inverseFactor(gramMatrix(basis), x.width));
  return basis;
}

/** A column of which less than this share of its squared length is not in the columns before it is noise. */
const LOST = 1e-5;

/**
 * L⁻ᵀ of a matrix LLᵀ, so that X · L⁻ᵀ has orthonormal columns when the matrix is XᵀX; columns that depend on the ones
 * before them become 0.
 */
function inverseFactor(gram: Float64Array, width: number): DenseRows {
  const factor = choleskyFactor(gram, width);
  const inverse = new Float64Array(width * width);
  for (let column = 0; column < width; column++) solveColumn(factor, { width, column }, inverse);
  const values = new Float32Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j < width; j++) values[i * width + j] = inverse[j * width + i];
  return { rows: width, width, values };
}

interface Factor {
  /** L, row after row. */
  readonly lower: Float64Array;
  /** 1 for columns that depend on the ones before them. */
  readonly isLost: Uint8Array;
}

/** L of a matrix LLᵀ. */
function choleskyFactor(gram: Float64Array, width: number): Factor {
  const lower = new Float64Array(width * width);
  const isLost = new Uint8Array(width);
  for (let i = 0; i < width; i++) {
    const row = i * width;
    for (let j = 0; j < i; j++) {
      const rest = restOf(gram[row + j], lower, { row, other: j * width, count: j });
      lower[row + j] = isLost[j] === 1 ? 0 : rest / lower[j * width + j];
    }
    const rest = restOf(gram[row + i], lower, { row, other: row, count: i });
    isLost[i] = rest <= LOST * gram[row + i] ? 1 : 0;
    lower[row + i] = isLost[i] === 1 ? 1 : Math.sqrt(rest);
  }
  return { lower, isLost };
}

/** What is left of a product after what the first columns of two rows, which begin at `row` and `other`, make of it. */
function restOf(
  product: number,
  lower: Float64Array,
  { row, other, count }: { row: number; other: number; count: number },
): number {
  let rest = product;
  for (let k = 0; k < count; k++) rest -= lower[row + k] * lower[other + k];
  return rest;
}

/** One column of L⁻¹, by forward substitution. */
function solveColumn(
  { lower, isLost }: Factor,
  { width, column }: { width: number; column: number },
  inverse: Float64Array,
): void {
  for (let i = column; i < width; i++) {
    let sum = i === column ? 1 : 0;
    for (let k = column; k < i; k++) sum -= lower[i * width + k] * inverse[k * width + column];
    inverse[i * width + column] = isLost[i] === 1 ? 0 : sum / lower[i * width + i];
  }
}
