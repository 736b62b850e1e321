import * as wasm from './wasm-code.ts';

/** Eigenvalues of a symmetric matrix, largest first, and its eigenvectors, one a row. */
interface Eigenvectors {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const DOUBLE = 8;
/** Where the kernel finds cosine and sine. */
const ANGLE_AT = 0;
const MATRIX_AT = 2 * DOUBLE;

const [first, second, step, count, x, y] = [0, 1, 2, 3, 4, 5];
const cosine = [...wasm.constant(ANGLE_AT), ...wasm.loadDouble];
const sine = [...wasm.constant(ANGLE_AT + DOUBLE), ...wasm.loadDouble];
const times = (factor: readonly number[], local: number): number[] => [
  ...[...factor, ...wasm.get(local), wasm.multiplyDoubles],
];

/*
 * Turns two lines of numbers, `step` bytes from one to the next, in their plane:
 * (func (param $first i32) (param $second i32) (param $step i32) (param $count i32) (local $x f64) (local $y f64)
 *   loop
 *     $x = load($first); $y = load($second)
 *     store($first)  = cosine * $x - sine * $y
 *     store($second) = sine * $x + cosine * $y
 *     $first += $step; $second += $step; $count -= 1
 *     br_if ($count)
 *   end)
 * A loop in JavaScript gives the same numbers; on a small desk it is over before it is compiled.
 */
const code = [
  ...wasm.loop,
  ...[...wasm.get(first), ...wasm.loadDouble, ...wasm.set(x)],
  ...[...wasm.get(second), ...wasm.loadDouble, ...wasm.set(y)],
  ...[...wasm.get(first), ...times(cosine, x), ...times(sine, y), wasm.subtractDoubles, ...wasm.storeDouble],
  ...[...wasm.get(second), ...times(sine, x), ...times(cosine, y), wasm.addDoubles, ...wasm.storeDouble],
  ...[...wasm.get(first), ...wasm.get(step), wasm.add, ...wasm.set(first)],
  ...[...wasm.get(second), ...wasm.get(step), wasm.add, ...wasm.set(second)],
  ...[...wasm.get(count), ...wasm.constant(1), wasm.subtract, ...wasm.tee(count), ...wasm.again],
  wasm.end,
];
let compiled: object | undefined;

const MOST_SWEEPS = 15;
/** A share of the squared entries outside the diagonal that is as good as none. */
const SETTLED = 1e-14;

/** By cyclic Jacobi rotations. */
export function eigenvectors(matrix: Float64Array, width: number): Eigenvectors {
  compiled ??= wasm.kernelModule({ parameters: 4, doubles: 2, code });
  const size = width * width;
  const vectorsAt = MATRIX_AT + size * DOUBLE;
  const { buffer, run } = wasm.startKernel(compiled, vectorsAt + size * DOUBLE);
  const angle = new Float64Array(buffer, ANGLE_AT, 2);
  const a = new Float64Array(buffer, MATRIX_AT, size);
  const v = new Float64Array(buffer, vectorsAt, size);
  const row = width * DOUBLE;
  const turn = (p: number, q: number): void => {
    const apq = a[p * width + q];
    if (Math.abs(apq) < 1e-300) return;
    const theta = (a[q * width + q] - a[p * width + p]) / (2 * apq);
    const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    angle[0] = 1 / Math.sqrt(tangent * tangent + 1);
    angle[1] = tangent * angle[0];
    run(MATRIX_AT + p * DOUBLE, MATRIX_AT + q * DOUBLE, row, width);
    run(MATRIX_AT + p * row, MATRIX_AT + q * row, DOUBLE, width);
    run(vectorsAt + p * row, vectorsAt + q * row, DOUBLE, width);
  };
  a.set(matrix);
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

/** Σ of the squares above the diagonal. */
function outsideDiagonal(a: Float64Array, width: number): number {
  let sum = 0;
  for (let p = 0; p < width; p++) {
    for (let q = p * width + p + 1; q < (p + 1) * width; q++) sum += a[q] * a[q];
  }
  return sum;
}
