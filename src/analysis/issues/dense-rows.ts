/** Rows of equal width one after another: row r is `values[r * width] … values[(r + 1) * width − 1]`. */
export interface DenseRows {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array;
}
