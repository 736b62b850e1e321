import * as wasm from './wasm-code.ts';

/**
 * Inner products of one vector with many, by a WebAssembly kernel of a few dozen bytes: eight numbers at a time,
 * about ten times as fast as the same loop in JavaScript. Single precision, always added in the same order, so
 * results are the same on every machine.
 */

const LANES = 8;
const BYTES = 4;

const [query, base, count, bytes, out, at, low, high] = [0, 1, 2, 3, 4, 5, 6, 7];
const load = (from: number, offset: number): number[] => [
  ...wasm.get(from),
  ...wasm.get(at),
  wasm.add,
  ...wasm.load4(offset),
];
const accumulate = (sum: number, offset: number): number[] => [
  ...wasm.get(sum),
  ...load(query, offset),
  ...load(base, offset),
  ...wasm.multiply4,
  ...wasm.add4,
  ...wasm.set(sum),
];
const lane = (index: number): number[] => [...wasm.get(low), ...wasm.lane4(index)];

/*
 * (func (param $query i32) (param $base i32) (param $count i32) (param $bytes i32) (param $out i32)
 *   (local $at i32) (local $low v128) (local $high v128)
 *   loop $rows
 *     $low = 0; $high = 0; $at = 0
 *     loop $lanes
 *       $low  += load($query + $at)      * load($base + $at)
 *       $high += load($query + $at + 16) * load($base + $at + 16)
 *       $at += 32
 *       br_if $lanes ($at < $bytes)
 *     end
 *     $low += $high; store($out) = low[0] + low[1] + (low[2] + low[3])
 *     $base += $bytes; $out += 4; $count -= 1
 *     br_if $rows ($count)
 *   end)
 */
const code = [
  ...wasm.loop,
  ...[...wasm.zeros4, ...wasm.set(low), ...wasm.zeros4, ...wasm.set(high)],
  ...[...wasm.constant(0), ...wasm.set(at)],
  ...wasm.loop,
  ...[...accumulate(low, 0), ...accumulate(high, 16)],
  ...[...wasm.get(at), ...wasm.constant(32), wasm.add, ...wasm.tee(at)],
  ...[...wasm.get(bytes), wasm.isBelow, ...wasm.again],
  wasm.end,
  ...[...wasm.get(low), ...wasm.get(high), ...wasm.add4, ...wasm.set(low), ...wasm.get(out)],
  ...[...lane(0), ...lane(1), wasm.addNumbers, ...lane(2), ...lane(3), wasm.addNumbers, wasm.addNumbers],
  ...wasm.storeNumber,
  ...[...wasm.get(base), ...wasm.get(bytes), wasm.add, ...wasm.set(base)],
  ...[...wasm.get(out), ...wasm.constant(BYTES), wasm.add, ...wasm.set(out)],
  ...[...wasm.get(count), ...wasm.constant(1), wasm.subtract, ...wasm.tee(count), ...wasm.again],
  wasm.end,
];
let compiled: object | undefined;

/** Row vectors laid out for fast inner products. */
export interface VectorBlock {
  readonly rows: number;
  /** Numbers a row takes in memory, a multiple of eight. */
  readonly stride: number;
  /** The rows, to be written and read in place. */
  readonly values: Float32Array;
  /** Inner products of `vector` (`stride` numbers) with rows from … from + count − 1: a view, valid until the next call. */
  products(vector: Float32Array, from: number, count: number): Float32Array;
}

/** Memory for `rows` vectors of `width` numbers, all zero. */
export function vectorBlock(rows: number, width: number): VectorBlock {
  compiled ??= wasm.kernelModule({ parameters: 5, words: 1, fours: 2, code });
  const stride = Math.ceil(Math.max(1, width) / LANES) * LANES;
  const rowBytes = stride * BYTES;
  const queryAt = Math.max(1, rows) * rowBytes;
  const outAt = queryAt + rowBytes;
  const { buffer, run } = wasm.startKernel(compiled, outAt + Math.max(1, rows) * BYTES);
  const values = new Float32Array(buffer, 0, rows * stride);
  const queryValues = new Float32Array(buffer, queryAt, stride);
  const results = new Float32Array(buffer, outAt, Math.max(1, rows));
  return {
    rows,
    stride,
    values,
    products: (vector, from, wanted) => {
      if (wanted <= 0) return results.subarray(0, 0);
      queryValues.set(vector);
      run(queryAt, from * rowBytes, wanted, rowBytes, outAt);
      return results.subarray(0, wanted);
    },
  };
}
