import type { DenseRows } from './dense-rows.ts';
import * as wasm from './wasm-code.ts';

/**
 * Weighted sums of rows of a table by a WebAssembly kernel, eight numbers at a time: what products of a sparse or a
 * small matrix with a tall one come down to. Single precision, always added in the same order, so results are the same
 * on every machine.
 */

const LANES = 8;
const BYTES = 4;

const [index, factor, count, base, bytes, out, at, row, times] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const raise = (offset: number): number[] => [
  ...[...wasm.get(out), ...wasm.get(at), wasm.add],
  ...[...wasm.get(out), ...wasm.get(at), wasm.add, ...wasm.load4(offset)],
  ...[...wasm.get(row), ...wasm.get(at), wasm.add, ...wasm.load4(offset), ...wasm.get(times)],
  ...[...wasm.multiply4, ...wasm.add4, ...wasm.store4(offset)],
];

/*
 * (func (param $index i32) (param $factor i32) (param $count i32) (param $base i32) (param $bytes i32) (param $out i32)
 *   (local $at i32) (local $row i32) (local $times v128)
 *   loop $terms
 *     $row = $base + load($index) * $bytes; $times = load($factor) four times; $at = 0
 *     loop $lanes
 *       store($out + $at)      += $times * load($row + $at)
 *       store($out + $at + 16) += $times * load($row + $at + 16)
 *       $at += 32
 *       br_if $lanes ($at < $bytes)
 *     end
 *     $index += 4; $factor += 4; $count -= 1
 *     br_if $terms ($count)
 *   end)
 */
const code = [
  ...wasm.loop,
  ...[...wasm.get(base), ...wasm.get(index), ...wasm.loadWord, ...wasm.get(bytes), wasm.multiply, wasm.add],
  ...[...wasm.set(row), ...wasm.get(factor), ...wasm.loadNumber, ...wasm.repeat4, ...wasm.set(times)],
  ...[...wasm.constant(0), ...wasm.set(at)],
  ...wasm.loop,
  ...[...raise(0), ...raise(16)],
  ...[...wasm.get(at), ...wasm.constant(32), wasm.add, ...wasm.tee(at)],
  ...[...wasm.get(bytes), wasm.isBelow, ...wasm.again],
  wasm.end,
  ...[...wasm.get(index), ...wasm.constant(BYTES), wasm.add, ...wasm.set(index)],
  ...[...wasm.get(factor), ...wasm.constant(BYTES), wasm.add, ...wasm.set(factor)],
  ...[...wasm.get(count), ...wasm.constant(1), wasm.subtract, ...wasm.tee(count), ...wasm.again],
  wasm.end,
];
let compiled: object | undefined;

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
}

const MOST_TERMS = 4096;

/** The one memory that tables are laid out in: a new one for each costs more than the sums of a small table. */
let shared: { readonly bytes: number; readonly kernel: ReturnType<typeof wasm.startKernel> } | undefined;

function kernelFor(bytes: number): ReturnType<typeof wasm.startKernel> {
  compiled ??= wasm.kernelModule({ parameters: 6, words: 2, fours: 1, code });
  if (!shared || shared.bytes < bytes) shared = { bytes, kernel: wasm.startKernel(compiled, bytes) };
  return shared.kernel;
}

/** Lays out a table; the one before is no longer valid. */
export function rowTable({ rows, width, values }: DenseRows): RowTable {
  const stride = Math.ceil(Math.max(1, width) / LANES) * LANES;
  const rowBytes = stride * BYTES;
  const indexAt = Math.max(1, rows) * rowBytes;
  const factorAt = indexAt + MOST_TERMS * BYTES;
  const outAt = factorAt + MOST_TERMS * BYTES;
  const { buffer, run } = kernelFor(outAt + rowBytes);
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
        run(indexAt, factorAt, to - from, 0, rowBytes, outAt);
      }
      return view;
    },
  };
}
