import * as wasm from './wasm-code.ts';

/**
 * What the mixture adds up for each of its groups, Σ weight · log over the features of a text, by a WebAssembly kernel,
 * eight groups at a time. Double precision in the order of the features, so that the sums are those of a plain loop to
 * the last bit; on a small desk such a loop would be over before it is compiled.
 */

const LANES = 8;
const BYTES = 4;
const DOUBLE = 8;

const [feature, count, weights, table, bytes, out, at, row, next, left, times, sum] = Array.from(
  { length: 12 },
  (_, local) => local,
);
const quarters = [0, 1, 2, 3];
const outPlace = [...wasm.get(out), ...wasm.get(at), wasm.add, ...wasm.get(at), wasm.add];
const load = (quarter: number): number[] => [
  ...[...outPlace, ...wasm.load4(quarter * 16), ...wasm.set(sum + quarter)],
];
const raise = (quarter: number): number[] => [
  ...[...wasm.get(sum + quarter), ...wasm.get(row), ...wasm.widen2(quarter * 8), ...wasm.get(times)],
  ...[...wasm.multiply2, ...wasm.add2, ...wasm.set(sum + quarter)],
];
const store = (quarter: number): number[] => [
  ...[...outPlace, ...wasm.get(sum + quarter), ...wasm.store4(quarter * 16)],
];

/*
 * Eight groups at a time, their sums in registers while the features pass by.
 *
 * (func (param $feature i32) (param $count i32) (param $weights i32) (param $table i32) (param $bytes i32) (param $out i32)
 *   (local $at i32) (local $row i32) (local $next i32) (local $left i32) (local $times v128) (local $sum v128, four of them)
 *   loop $lanes
 *     $sum[q] = load($out + 2 * $at + 16 * q); $next = $feature; $left = $count
 *     loop $terms
 *       $times = load($weights + load($next) * 8) twice; $row = $table + load($next) * $bytes + $at
 *       $sum[q] += $times * widen(load($row + 8 * q))
 *       $next += 4; $left -= 1
 *       br_if $terms ($left)
 *     end
 *     store($out + 2 * $at + 16 * q) = $sum[q]
 *     $at += 32
 *     br_if $lanes ($at < $bytes)
 *   end)
 */
const code = [
  ...wasm.loop,
  ...quarters.flatMap(load),
  ...[...wasm.get(feature), ...wasm.set(next), ...wasm.get(count), ...wasm.set(left)],
  ...wasm.loop,
  ...[...wasm.get(weights), ...wasm.get(next), ...wasm.loadWord, ...wasm.constant(DOUBLE), wasm.multiply],
  ...[wasm.add, ...wasm.loadDouble, ...wasm.repeat2, ...wasm.set(times)],
  ...[...wasm.get(table), ...wasm.get(next), ...wasm.loadWord, ...wasm.get(bytes), wasm.multiply, wasm.add],
  ...[...wasm.get(at), wasm.add, ...wasm.set(row)],
  ...quarters.flatMap(raise),
  ...[...wasm.get(next), ...wasm.constant(BYTES), wasm.add, ...wasm.set(next)],
  ...[...wasm.get(left), ...wasm.constant(1), wasm.subtract, ...wasm.tee(left), ...wasm.again],
  wasm.end,
  ...quarters.flatMap(store),
  ...[...wasm.get(at), ...wasm.constant(LANES * BYTES), wasm.add, ...wasm.tee(at)],
  ...[...wasm.get(bytes), wasm.isBelow, ...wasm.again],
  wasm.end,
];
let compiled: object | undefined;

const MOST_TERMS = 4096;

/** Logs of counts: that of feature f in group k at `values[f * stride + k]`, to be written and read in place. */
export interface LogTable {
  readonly stride: number;
  readonly values: Float32Array;
  /** Σ weight · log over the features from … to − 1 of a list, a number a group: a view, valid until the next call. */
  sum(features: Int32Array, range: { readonly from: number; readonly to: number }): Float64Array;
}

/** A table of logs, all zero. */
export function logTable(groups: number, featureWeights: Float64Array): LogTable {
  compiled ??= wasm.kernelModule({ parameters: 6, words: 4, fours: 5, code });
  const stride = Math.ceil(Math.max(1, groups) / LANES) * LANES;
  const features = featureWeights.length;
  const weightAt = stride * DOUBLE;
  const listAt = weightAt + features * DOUBLE;
  const tableAt = listAt + MOST_TERMS * BYTES;
  const { buffer, run } = wasm.startKernel(compiled, tableAt + features * stride * BYTES);
  const sums = new Float64Array(buffer, 0, stride);
  const view = sums.subarray(0, groups);
  const list = new Int32Array(buffer, listAt, MOST_TERMS);
  new Float64Array(buffer, weightAt, features).set(featureWeights);
  return {
    stride,
    values: new Float32Array(buffer, tableAt, features * stride),
    sum: (chosen, range) => {
      sums.fill(0);
      for (let from = range.from; from < range.to; from += MOST_TERMS) {
        const to = Math.min(range.to, from + MOST_TERMS);
        list.set(chosen.subarray(from, to));
        run(listAt, to - from, weightAt, tableAt, stride * BYTES, 0);
      }
      return view;
    },
  };
}
