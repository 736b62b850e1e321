import { startKernels } from './kernels.ts';

/**
 * What the mixture adds up for each of its groups, Σ weight · log over the features of a text, by a kernel
 * (`src/kernels/issues/log-sums.ts`). Double precision in the order of the features, so that the sums are those of a plain loop to
 * the last bit; on a small desk such a loop would be over before it is compiled.
 */

const LANES = 8;
const BYTES = 4;
const DOUBLE = 8;

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
  const stride = Math.ceil(Math.max(1, groups) / LANES) * LANES;
  const features = featureWeights.length;
  const weightAt = stride * DOUBLE;
  const listAt = weightAt + features * DOUBLE;
  const tableAt = listAt + MOST_TERMS * BYTES;
  const { buffer, kernels } = startKernels(tableAt + features * stride * BYTES);
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
        kernels.logSums(listAt, to - from, weightAt, tableAt, stride * BYTES, 0);
      }
      return view;
    },
  };
}
