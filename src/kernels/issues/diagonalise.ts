const MOST_SWEEPS: u32 = 15;
/** A share of the squared entries outside the diagonal that is as good as none. */
const SETTLED: f64 = 1e-14;
/** An entry that is none. */
const LEAST: f64 = 1e-300;

/** What was added up and the squares of a line of numbers. */
function addSquares(sum: f64, from: u32, to: u32): f64 {
  for (let at = from; at < to; at += 8) sum += load<f64>(at) * load<f64>(at);
  return sum;
}

/** Σ of the squares above the diagonal. */
function outsideDiagonal(matrix: u32, width: u32, bytes: u32): f64 {
  let sum: f64 = 0;
  for (let i: u32 = 0; i < width; i++) {
    const row = matrix + i * bytes;
    sum = addSquares(sum, row + ((i + 1) << 3), row + (width << 3));
  }
  return sum;
}

/** Turns two columns, which begin at `first` and `second`, in their plane. */
function turnColumns(first: u32, second: u32, width: u32, bytes: u32, cosine: f64, sine: f64): void {
  for (let i: u32 = 0; i < width; i++) {
    const x = load<f64>(first);
    const y = load<f64>(second);
    store<f64>(first, cosine * x - sine * y);
    store<f64>(second, sine * x + cosine * y);
    first += bytes;
    second += bytes;
  }
}

/** Turns two rows in their plane, two numbers at a time. */
function turnRows(first: u32, second: u32, bytes: u32, cosine: f64, sine: f64): void {
  const cosines = f64x2.splat(cosine);
  const sines = f64x2.splat(sine);
  for (let at: u32 = 0; at < bytes; at += 16) {
    const x = v128.load(first + at);
    const y = v128.load(second + at);
    v128.store(first + at, f64x2.sub(f64x2.mul(cosines, x), f64x2.mul(sines, y)));
    v128.store(second + at, f64x2.add(f64x2.mul(sines, x), f64x2.mul(cosines, y)));
  }
}

/** Turns a symmetric matrix, and its vectors with it, so that its entry at column `p` and row `q` becomes 0. */
function turn(matrix: u32, vectors: u32, width: u32, bytes: u32, p: u32, q: u32): void {
  const rowP = matrix + p * bytes;
  const rowQ = matrix + q * bytes;
  const entry = load<f64>(rowP + (q << 3));
  if (abs(entry) < LEAST) return;
  const theta = (load<f64>(rowQ + (q << 3)) - load<f64>(rowP + (p << 3))) / (2 * entry);
  const tangent = (theta < 0 ? -1.0 : 1.0) / (abs(theta) + sqrt(theta * theta + 1));
  const cosine = 1 / sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  turnColumns(matrix + (p << 3), matrix + (q << 3), width, bytes, cosine, sine);
  turnRows(rowP, rowQ, bytes, cosine, sine);
  turnRows(vectors + p * bytes, vectors + q * bytes, bytes, cosine, sine);
}

/**
 * Turns a symmetric matrix by cyclic Jacobi rotations until its eigenvalues are on the diagonal, and `vectors`, which
 * is the unit matrix before, with it: its rows are the eigenvectors then. Double precision; a row takes `bytes`, a multiple of 16,
 * of which the ones past `width` are 0.
 */
export function diagonalise(matrix: u32, vectors: u32, width: u32, bytes: u32): void {
  const settled = SETTLED * addSquares(0, matrix, matrix + width * bytes);
  for (let sweep: u32 = 0; sweep < MOST_SWEEPS; sweep++) {
    if (outsideDiagonal(matrix, width, bytes) <= settled) return;
    for (let p: u32 = 0; p < width; p++)
      for (let q: u32 = p + 1; q < width; q++) turn(matrix, vectors, width, bytes, p, q);
  }
}
