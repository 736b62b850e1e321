import * as wasm from './wasm-code.ts';

/**
 * What the mixture adds up for each of its groups, Σ weight · log over the features of a text, by a WebAssembly kernel,
 * two groups at a time. Double precision in the order of the features, so that the sums are those of a plain loop to
 * the last bit; on a small desk such a loop would be over before it is compiled.
 */

const LANES = 4;
const BYTES = 4;
const DOUBLE = 8;

const [feature, count, weights, table, bytes, out, at, row, times] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const place = [...wasm.get(out), ...wasm.get(at), wasm.add, ...wasm.get(at), wasm.add];
const raise = (half: number): number[] => [
  ...[...place, ...place, ...wasm.load4(half * 16)],
  ...[...wasm.get(row), ...wasm.get(at), wasm.add, ...wasm.widen2(half * 8), ...wasm.get(times)],
  ...[...wasm.multiply2, ...wasm.add2, ...wasm.store4(half * 16)],
];

/*
 * (func (param $feature i32) (param $count i32) (param $weights i32) (param $table i32) (param $bytes i32) (param $out i32)
 *   (local $at i32) (local $row i32) (local $times v128)
 *   loop $terms
 *     $times = load($weights + load($feature) * 8) twice; $row = $table + load($feature) * $bytes; $at = 0
 *     loop $lanes
 *       store($out + 2 * $at)      += $times * widen(load($row + $at))
 *       store($out + 2 * $at + 16) += $times * widen(load($row + $at + 8))
 *       $at += 16
 *       br_if $lanes ($at < $bytes)
 *     end
 *     $feature += 4; $count -= 1
 *     br_if $terms ($count)
 *   end)
 */
const code = [
  ...wasm.loop,
  ...[...wasm.get(weights), ...wasm.get(feature), ...wasm.loadWord, ...wasm.constant(DOUBLE), wasm.multiply],
  ...[wasm.add, ...wasm.loadDouble, ...wasm.repeat2, ...wasm.set(times)],
  ...[
    ...wasm.get(table),
    ...wasm.get(feature),
    ...wasm.loadWord,
    ...wasm.get(bytes),
    wasm.multiply,
    wasm.add,
  ],
  ...[...wasm.set(row), ...wasm.constant(0), ...wasm.set(at)],
  ...wasm.loop,
  ...[...raise(0), ...raise(1)],
  ...[...wasm.get(at), ...wasm.constant(LANES * BYTES), wasm.add, ...wasm.tee(at)],
  ...[...wasm.get(bytes), wasm.isBelow, ...wasm.again],
  wasm.end,
  ...[...wasm.get(feature), ...wasm.constant(BYTES), wasm.add, ...wasm.set(feature)],
  ...[...wasm.get(count), ...wasm.constant(1), wasm.subtract, ...wasm.tee(count), ...wasm.again],
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
  compiled ??= wasm.kernelModule({ parameters: 6, words: 2, fours: 1, code });
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
