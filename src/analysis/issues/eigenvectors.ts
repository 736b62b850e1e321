/** Eigenvalues of a symmetric matrix, largest first, and its eigenvectors, one a row. */
interface Eigenvectors {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 15;
/** A share of the squared entries outside the diagonal that is as good as none. */
const SETTLED = 1e-14;
/** An entry that is none. */
const LEAST = 1e-300;

/** By cyclic Jacobi rotations. */
export function eigenvectors(matrix: Float64Array, width: number): Eigenvectors {
  const a = matrix.slice();
  const v = new Float64Array(width * width);
  for (let i = 0; i < width; i++) v[i * width + i] = 1;
  let scale = 0;
  for (let i = 0; i < a.length; i++) scale += a[i] * a[i];
  for (let sweep = 0; sweep < MOST_SWEEPS && outsideDiagonal(a, width) > scale * SETTLED; sweep++)
    for (let p = 0; p < width; p++) for (let q = p + 1; q < width; q++) turn({ a, v, width }, p, q);
  const order = Array.from({ length: width }, (_, i) => i);
  order.sort((i, j) => a[j * width + j] - a[i * width + i] || i - j);
  const vectors = new Float64Array(width * width);
  order.forEach((from, to) => {
    vectors.set(v.subarray(from * width, (from + 1) * width), to * width);
  });
  return { values: Float64Array.from(order, (i) => a[i * width + i]), vectors };
}

/** Turns the matrix, and its vectors with it, so that its entry at row `p` and column `q` becomes 0. */
function turn(
  { a, v, width }: { a: Float64Array; v: Float64Array; width: number },
  p: number,
  q: number,
): void {
  const [rowP, rowQ] = [p * width, q * width];
  const entry = a[rowP + q];
  if (Math.abs(entry) < LEAST) return;
  const theta = (a[rowQ + q] - a[rowP + p]) / (2 * entry);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let at = 0; at < a.length; at += width) {
    const x = a[at + p];
    const y = a[at + q];
    a[at + p] = cosine * x - sine * y;
    a[at + q] = sine * x + cosine * y;
  }
  for (let i = 0; i < width; i++) {
    const x = a[rowP + i];
    const y = a[rowQ + i];
    a[rowP + i] = cosine * x - sine * y;
    a[rowQ + i] = sine * x + cosine * y;
    const u = v[rowP + i];
    const w = v[rowQ + i];
    v[rowP + i] = cosine * u - sine * w;
    v[rowQ + i] = sine * u + cosine * w;
  }
}

/** Σ of the squares above the diagonal. */
function outsideDiagonal(a: Float64Array, width: number): number {
  let sum = 0;
  for (let p = 0; p < width; p++) {
    for (let q = p * width + p + 1; q < (p + 1) * width; q++) sum += a[q] * a[q];
  }
  return sum;
}
