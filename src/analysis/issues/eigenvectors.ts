/** Eigenvalues of a symmetric matrix, largest first, and its eigenvectors, one a row. */
interface Eigenvectors {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 15;
/** A share of the squared entries outside the diagonal that is as good as none. */
const SETTLED = 1e-14;

/** By cyclic Jacobi rotations. */
export function eigenvectors(matrix: Float64Array, width: number): Eigenvectors {
  const size = width * width;
  const a = Float64Array.from(matrix);
  const v = new Float64Array(size);
  const turn = (p: number, q: number): void => {
    const apq = a[p * width + q];
    if (Math.abs(apq) < 1e-300) return;
    const theta = (a[q * width + q] - a[p * width + p]) / (2 * apq);
    const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    const cosine = 1 / Math.sqrt(tangent * tangent + 1);
    const sine = tangent * cosine;
    const turned = { step: 1, count: width, cosine, sine };
    rotate(a, { ...turned, first: p, second: q, step: width });
    rotate(a, { ...turned, first: p * width, second: q * width });
    rotate(v, { ...turned, first: p * width, second: q * width });
  };
  for (let i = 0; i < width; i++) v[i * width + i] = 1;
  let scale = 0;
  for (let i = 0; i < size; i++) scale += a[i] * a[i];
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (outsideDiagonal(a, width) <= scale * SETTLED) break;
    for (let p = 0; p < width; p++) for (let q = p + 1; q < width; q++) turn(p, q);
  }
  const order = Array.from({ length: width }, (_, i) => i);
  order.sort((i, j) => a[j * width + j] - a[i * width + i] || i - j);
  const vectors = new Float64Array(size);
  order.forEach((from, to) => {
    vectors.set(v.subarray(from * width, (from + 1) * width), to * width);
  });
  return { values: Float64Array.from(order, (i) => a[i * width + i]), vectors };
}

/** Turns two lines of numbers, `step` from one to the next, in their plane. */
function rotate(
  numbers: Float64Array,
  line: {
    readonly first: number;
    readonly second: number;
    readonly step: number;
    readonly count: number;
    readonly cosine: number;
    readonly sine: number;
  },
): void {
  const { first, second, step, count, cosine, sine } = line;
  for (let at = 0; at < count * step; at += step) {
    const x = numbers[first + at];
    const y = numbers[second + at];
    numbers[first + at] = cosine * x - sine * y;
    numbers[second + at] = sine * x + cosine * y;
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
